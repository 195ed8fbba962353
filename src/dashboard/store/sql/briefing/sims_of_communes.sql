-- Junk SIMs and SIMs not in the holder's own name of each commune, from submissions that report any.
select
    submission_id,
    commune_code,
    junk_sim_found_count,
    junk_sim_handled_count,
    sim_not_own_name_count
from submission_figure
where submission_id in (select unnest($submission_ids))
  and coalesce(junk_sim_found_count, junk_sim_handled_count, sim_not_own_name_count) is not null
order by submission_id, commune_code;
