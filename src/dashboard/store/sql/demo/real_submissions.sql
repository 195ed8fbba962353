-- How many submissions hold real figures, which simulated ones must not supersede.
select count(*) as submissions_count
from submission
where not is_simulated;
