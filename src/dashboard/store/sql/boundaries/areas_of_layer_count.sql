-- How many areas of a layer the database holds: none before it is first published, else all.
select count(*) as areas_count
from boundary
where layer_id = $layer_id;
