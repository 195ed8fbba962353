-- Subscribers to verify in each commune that a submission speaks of.
select commune_code, total_count
from submission_figure
where submission_id = $submission_id
order by commune_code;
