-- takes rows (layer_id text, commune_code text, area_km2 double, geometry blob)
insert into boundary (layer_id, commune_code, area_km2, geometry)
select layer_id, commune_code, area_km2, st_geomfromwkb(geometry)
from rows;
