-- Files known at a moment, oldest round first; the last one of each carrier and round is the one that stands: it was
-- received last, or of those received together taken in last.
select carrier_code, round_on, submission_id, communes_count, is_simulated
from submission
where $as_of is null or received_at <= $as_of::timestamptz
order by round_on, carrier_code, received_at, submission_id;
