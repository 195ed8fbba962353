-- Every file received by a moment for rounds up to one, oldest round first, in the order received.
select carrier_code, round_on, submission_id, sha256, received_at
from submission
where round_on <= $round_on and ($as_of is null or received_at <= $as_of::timestamptz)
order by round_on, carrier_code, received_at, submission_id;
