-- Junk SIMs and SIMs not in the holder's own name that these submissions report in these communes; null where none does.
select
    submission_id,
    sum(junk_sim_found_count)::bigint as junk_sim_found_count,
    sum(junk_sim_handled_count)::bigint as junk_sim_handled_count,
    sum(sim_not_own_name_count)::bigint as sim_not_own_name_count
from submission_figure
where submission_id in (select unnest($submission_ids)) and commune_code in $commune_codes
group by submission_id
order by submission_id;
