-- Every time a layer was published, latest first.
select layer_id, source, source_name, source_sha256, published_at, communes_count, is_schematic
from boundary_layer
order by published_at desc, layer_id;
