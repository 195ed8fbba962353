-- Sessions that began since a moment and that nobody has ended, oldest first.
with latest as (
    select key, content, decided_at, ordinal
    from decision
    where subject = $subject and decided_at >= $since::timestamptz
    qualify row_number() over (partition by key order by ordinal desc) = 1
)
select key, decided_at, content->>'$.account' as account, content->>'$.address' as address,
       content->>'$.browser' as browser
from latest
where content is not null
order by ordinal;
