-- Warnings of the files that stand for a round (null: for every round), in the order of their receipts.
with standing as (
    select submission_id, carrier_code, round_on, file_name, received_at, is_simulated
    from submission
    where $round_on is null or round_on = $round_on::date
    qualify row_number() over (
        partition by carrier_code, round_on order by received_at desc, submission_id desc
    ) = 1
)
select
    submission_id, carrier_code, round_on, file_name, received_at, is_simulated,
    rule, severity, message, sheet, row, "column", value, suggestion
from submission_finding
join standing using (submission_id)
where severity = 'warning'
order by round_on, carrier_code, ordinal;
