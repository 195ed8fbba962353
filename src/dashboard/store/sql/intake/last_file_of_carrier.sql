-- The file that a new one of a carrier and round is compared with: the one it takes the place of, else the last of an
-- earlier round; of those taken in before an act (null: all), with how many communes it reports and its sums.
with last as (
    select submission_id, file_name, round_on, received_at, communes_count
    from submission
    where carrier_code = $carrier_code and round_on <= $round_on
        and received_at <= $received_at::timestamptz and sha256 <> $sha256
        and ($before_id is null or submission_id < $before_id)
    order by round_on desc, received_at desc, submission_id desc
    limit 1
)
select
    last.*,
    sum(total_count)::bigint as total_count,
    sum(verified_count)::bigint as verified_count,
    sum(unverified_count)::bigint as unverified_count,
    sum(locked_one_way_count)::bigint as locked_one_way_count,
    sum(locked_two_way_count)::bigint as locked_two_way_count
from last
join submission_figure using (submission_id)
group by all;
