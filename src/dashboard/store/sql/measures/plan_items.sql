-- The items of these submissions' handling plans, in the order of their files.
select submission_id, activity, commune_code, due_on, target_count
from reported_plan_item
where submission_id in (select unnest($submission_ids))
order by submission_id, ordinal;
