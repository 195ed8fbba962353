-- What a carrier's reports of the last so many rounds before one said, commune by commune, the newest round first; of
-- those taken in before an act (null: all).
with standing as (
    select submission_id, round_on
    from submission
    where carrier_code = $carrier_code and round_on < $round_on
        and ($before_id is null or submission_id < $before_id)
    qualify row_number() over (partition by round_on order by received_at desc, submission_id desc) = 1
    order by round_on desc
    limit $rounds_count
)
select
    round_on, commune_code,
    total_count, verified_count, unverified_count, locked_one_way_count, locked_two_way_count
from submission_figure
join standing using (submission_id)
order by round_on desc, commune_code;
