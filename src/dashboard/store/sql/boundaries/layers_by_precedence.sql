-- Published layers, the one the map should show first: a user's before the public one before the schematic one; of a
-- kind the latest.
select layer_id, source, source_name, source_sha256, published_at, is_schematic
from boundary_layer
order by
    case source when 'imported' then 1 when 'public' then 2 else 3 end,
    published_at desc;
