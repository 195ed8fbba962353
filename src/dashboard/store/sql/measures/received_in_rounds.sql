-- When files came in for each carrier and round, and how many, as known at a moment (null: now).
select
    carrier_code, round_on, min(received_at) as first_received_at, max(received_at) as received_at, count(*) as files_count
from submission
where $as_of is null or received_at <= $as_of::timestamptz
group by carrier_code, round_on
order by round_on, carrier_code;
