-- Service points of each carrier's newest round whose standing file names any, as known at a moment (null: now).
with standing as (
    select submission_id, carrier_code, round_on
    from submission
    where $as_of is null or received_at <= $as_of::timestamptz
    qualify row_number() over (
        partition by carrier_code, round_on order by received_at desc, submission_id desc
    ) = 1
),
telling as (
    select submission_id, carrier_code, round_on
    from standing
    where submission_id in (select submission_id from reported_service_point)
    qualify row_number() over (partition by carrier_code order by round_on desc) = 1
)
select
    carrier_code, round_on, point_kind, commune_code, address, opening_hours, from_on, to_on, lon, lat,
    people_per_day_count, serves_other_carriers
from reported_service_point
join telling using (submission_id)
order by carrier_code, ordinal;
