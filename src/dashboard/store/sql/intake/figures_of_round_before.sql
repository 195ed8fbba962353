-- What a carrier's last report of an earlier round said, commune by commune, of those taken in before an act (null: all).
with last as (
    select submission_id, round_on
    from submission
    where carrier_code = $carrier_code and round_on < $round_on
        and ($before_id is null or submission_id < $before_id)
    order by round_on desc, received_at desc, submission_id desc
    limit 1
)
select round_on, commune_code, total_count, verified_count
from submission_figure
join last using (submission_id)
order by commune_code;
