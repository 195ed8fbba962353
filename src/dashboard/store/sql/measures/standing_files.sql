-- The file that stands for each carrier and round, as known at a moment: the one received last, of equals the one
-- taken in last. A later file takes the place of an earlier one as a whole.
select
    carrier_code,
    round_on,
    max_by(submission_id, (received_at, submission_id)) as submission_id,
    max_by(communes_count, (received_at, submission_id)) as communes_count,
    max_by(is_simulated, (received_at, submission_id)) as is_simulated
from submission
where received_at <= coalesce($as_of::timestamptz, 'infinity'::timestamptz)
group by carrier_code, round_on
order by round_on, carrier_code;
