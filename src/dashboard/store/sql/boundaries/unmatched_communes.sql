-- takes figures (commune_code text)
-- Communes on one side of the join only: figures without an area, areas without figures.
select
    coalesce(figures.commune_code, area.commune_code) as commune_code,
    figures.commune_code is not null as has_figures,
    area.commune_code is not null as has_area
from (select distinct commune_code from figures) as figures
full join (select commune_code from boundary where layer_id = $layer_id) as area using (commune_code)
where figures.commune_code is null or area.commune_code is null
order by 1;
