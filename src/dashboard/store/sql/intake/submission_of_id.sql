-- A submission as it was taken in, with the sums of its figures.
select
    layout, rows_read_count, communes_count,
    sum(total_count)::bigint as total_count,
    sum(verified_count)::bigint as verified_count,
    sum(unverified_count)::bigint as unverified_count,
    sum(locked_one_way_count)::bigint as locked_one_way_count,
    sum(locked_two_way_count)::bigint as locked_two_way_count
from submission
join submission_figure using (submission_id)
where submission_id = $submission_id
group by all;
