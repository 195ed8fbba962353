-- How many rows of a file were matched in which way.
select matched_by, rows_count
from submission_match
where submission_id = $submission_id
order by rows_count desc, matched_by;
