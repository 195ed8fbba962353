-- What was found in a file when it was taken in, in the order of its receipt.
select rule, severity, message, sheet, row, "column", value, suggestion
from submission_finding
where submission_id = $submission_id
order by ordinal;
