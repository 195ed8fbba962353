-- Subscribers by commune in the last report that each other carrier gave by a round, that round's own included; of those
-- taken in before an act (null: all).
with last as (
    select submission_id, carrier_code, round_on
    from submission
    where carrier_code <> $carrier_code and round_on <= $round_on
        and ($before_id is null or submission_id < $before_id)
    qualify row_number() over (
        partition by carrier_code order by round_on desc, received_at desc, submission_id desc
    ) = 1
)
select carrier_code, round_on, commune_code, total_count
from submission_figure
join last using (submission_id)
order by carrier_code, commune_code;
