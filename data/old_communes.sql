-- Communes of one province before 1 July 2025 in vietnamadminunits' dataset.db (SQLite), under our names.
select
    wardCode as code,
    ward as name,
    lower(wardType) as kind,
    district,
    wardLon as lon,
    wardLat as lat,
    provinceKey || '_' || districtKey || '_' || wardKey as "key" -- as converter_2025.json writes it
from admin_units_legacy
where provinceCode = $province_code
order by wardCode;
