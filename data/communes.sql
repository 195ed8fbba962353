-- Communes of one province in vietnamadminunits' dataset.db (SQLite), under our names.
select
    wardCode as code,
    ward as name,
    lower(wardType) as kind,
    wardAreaKm2 as area_km2,
    wardLon as lon,
    wardLat as lat,
    wardKey as "key",
    provinceKey as province_key
from admin_units
where provinceCode = $province_code
order by wardCode;
