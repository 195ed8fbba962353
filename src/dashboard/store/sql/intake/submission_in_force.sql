-- The submission that stands for a carrier and round: the one received last, of equals the one taken in last. Before an
-- act (null: now) only what was taken in before it.
select submission_id, received_at, file_name
from submission
where carrier_code = $carrier_code and round_on = $round_on and ($before_id is null or submission_id < $before_id)
order by received_at desc, submission_id desc
limit 1;
