-- All items of handling plans with the submission they came in, in an order that two databases can be compared by.
select submission_id, ordinal, activity, commune_code, due_on, target_count
from reported_plan_item
order by submission_id, ordinal;
