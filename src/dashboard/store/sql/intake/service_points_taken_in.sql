-- All service points with the submission they came in, in an order that two databases can be compared by.
select
    submission_id, ordinal, point_kind, commune_code, address, opening_hours, from_on, to_on, lon, lat,
    people_per_day_count, serves_other_carriers
from reported_service_point
order by submission_id, ordinal;
