-- A layer's areas, in the order of their codes; geometry arrives as GeoArrow WKB, EPSG:4326.
select commune_code, area_km2, geometry
from boundary
where layer_id = $layer_id
order by commune_code;
