-- All figures with the submission they came in, in an order that two databases can be compared by.
select
    submission_id, sha256, carrier_code, round_on, received_at, status, handling_plan, is_simulated, commune_code,
    total_count, verified_count, unverified_count, locked_one_way_count, locked_two_way_count,
    junk_sim_found_count, junk_sim_handled_count, sim_not_own_name_count
from submission
join submission_figure using (submission_id)
order by submission_id, commune_code;
