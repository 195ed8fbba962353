-- The last decision about each thing of a subject, by a moment (null: by now), in the order they were made.
select ordinal, subject, key, content, decided_at, decided_by, reason
from decision
where subject = $subject and ($as_of is null or decided_at <= $as_of::timestamptz)
qualify row_number() over (partition by key order by ordinal desc) = 1
order by ordinal;
