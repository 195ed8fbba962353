-- What these submissions report, commune by commune.
select
    submission_id,
    commune_code,
    total_count,
    verified_count,
    unverified_count,
    locked_one_way_count,
    locked_two_way_count
from submission_figure
where submission_id in $submission_ids;
