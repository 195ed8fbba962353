-- What each of these carriers' standing report for a round holds, against what it reported before, as known at a moment
-- (null: now). Its last known totals are, commune by commune, those of its latest earlier round with the commune.
with standing as (
    select submission_id, carrier_code, round_on, handling_plan
    from submission
    where
        round_on <= $round_on
        and list_contains($carrier_codes, carrier_code)
        and ($as_of is null or received_at <= $as_of::timestamptz)
    qualify row_number() over (partition by carrier_code, round_on order by received_at desc, submission_id desc) = 1
),
now as (
    select carrier_code, handling_plan, submission_figure.*
    from standing
    join submission_figure using (submission_id)
    where round_on = $round_on
),
known as (
    select carrier_code, commune_code, arg_max(total_count, round_on) as total_count
    from standing
    join submission_figure using (submission_id)
    where round_on < $round_on
    group by carrier_code, commune_code
)
select
    carrier_code,
    count(now.commune_code) as communes_count,
    count(known.commune_code) as communes_known_count,
    count(*) filter (where now.commune_code is not null and known.commune_code is not null) as communes_again_count,
    sum(known.total_count)::bigint as subscribers_known_count,
    (sum(known.total_count) filter (where now.commune_code is not null))::bigint as subscribers_covered_count,
    count(junk_sim_found_count) as junk_sim_found_filled_count,
    count(junk_sim_handled_count) as junk_sim_handled_filled_count,
    count(sim_not_own_name_count) as sim_not_own_name_filled_count,
    coalesce(bool_or(trim(handling_plan) <> ''), false) as has_handling_plan
from now
full join known using (carrier_code, commune_code)
group by carrier_code
order by carrier_code;
