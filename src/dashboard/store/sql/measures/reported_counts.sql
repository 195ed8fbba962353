-- What these submissions report, commune by commune. As a join, not a list, so that whole row groups are passed over by their
-- smallest and largest id: of a year of the country that took 2.5 ms in place of 9.4.
select
    submission_id,
    commune_code,
    total_count,
    verified_count,
    unverified_count,
    locked_one_way_count,
    locked_two_way_count
from submission_figure
where submission_id in (select unnest($submission_ids));
