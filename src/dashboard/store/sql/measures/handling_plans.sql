-- Handling plans as known at a moment, oldest round first; of a carrier and round the last that says anything.
select
    carrier_code,
    round_on,
    max_by(submission_id, (received_at, submission_id)) as submission_id,
    max_by(handling_plan, (received_at, submission_id)) as handling_plan,
    max_by(is_simulated, (received_at, submission_id)) as is_simulated
from submission
where
    round_on <= $round_on
    and ($as_of is null or received_at <= $as_of::timestamptz)
    and (handling_plan is not null or submission_id in (select submission_id from reported_plan_item))
group by carrier_code, round_on
order by round_on, carrier_code;
