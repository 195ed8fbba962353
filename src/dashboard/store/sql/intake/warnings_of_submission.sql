-- Warnings of one submission, whether it stands or not, in the order of its receipt.
select
    submission_id, carrier_code, round_on, file_name, received_at, is_simulated,
    rule, severity, message, sheet, row, "column", value, suggestion
from submission_finding
join submission using (submission_id)
where severity = 'warning' and submission_id = $submission_id
order by ordinal;
