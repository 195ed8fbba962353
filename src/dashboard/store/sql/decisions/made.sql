-- Every decision of a subject, or of one of its keys, oldest first.
select ordinal, subject, key, content, decided_at, decided_by, reason
from decision
where subject = $subject and ($key is null or key = $key::text)
order by ordinal;
