-- takes figures (commune_code text)
-- Every column of the figures with the area each commune has in a layer; a commune without area keeps its figures.
select figures.*, boundary.area_km2, boundary.geometry
from figures
left join boundary
    on boundary.commune_code = figures.commune_code
    and boundary.layer_id = $layer_id
order by figures.commune_code;
