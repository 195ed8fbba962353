-- Every file of each carrier and round for which more than one was received by a moment (null: by now), as they came,
-- with the sums of its figures.
with received as (
    select *, count(*) over (partition by carrier_code, round_on) as files_count
    from submission
    where $as_of is null or received_at <= $as_of::timestamptz
)
select
    submission_id, carrier_code, round_on, received_at, taken_in_by, way, file_name, communes_count, is_simulated,
    sum(total_count)::bigint as total_count,
    sum(verified_count)::bigint as verified_count,
    sum(unverified_count)::bigint as unverified_count,
    sum(locked_one_way_count)::bigint as locked_one_way_count,
    sum(locked_two_way_count)::bigint as locked_two_way_count
from received
join submission_figure using (submission_id)
where files_count > 1 and ($round_on is null or round_on = $round_on)
group by all
order by round_on, carrier_code, received_at, submission_id;
