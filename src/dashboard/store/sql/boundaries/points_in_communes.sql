-- takes points (point_id text, lon double, lat double)
-- Which commune of a layer holds each point (EPSG:4326); null outside. On a common border the lower code wins.
select points.point_id, min(area.commune_code) as commune_code
from points
left join (select commune_code, geometry from boundary where layer_id = $layer_id) as area
    on st_intersects(area.geometry, st_point(points.lon, points.lat))
group by points.point_id
order by points.point_id;
