// The published polygons: TopoJSON, in which neighbours share their borders, into GeoJSON as plotly takes it.

/** Turn differences between grid points back into [lon, lat] in degrees. */
function arcPoints(arc, { scale, translate }) {
  let x = 0, y = 0;
  return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
}

/**
 * FeatureCollection of one object of a topology ("communes" or "province").
 * A feature's `id` is the commune's code; features keep the order of the file, rings their direction.
 */
export function decode(topology, name = "communes") {
  const arcs = topology.arcs.map(arc => arcPoints(arc, topology.transform));
  const along = index => (index < 0 ? [...arcs[~index]].reverse() : arcs[index]);
  // Each arc begins with the point that the one before ended with.
  const ring = indices => indices.flatMap((index, at) => along(index).slice(at ? 1 : 0));
  const shapes = {
    Polygon: rings => rings.map(ring),
    MultiPolygon: polygons => polygons.map(rings => rings.map(ring)),
  };
  const features = topology.objects[name].geometries.map(({ type, arcs: indices, id, properties = {} }) => (
    { type: "Feature", id, properties, geometry: { type, coordinates: shapes[type](indices) } }
  ));
  return { type: "FeatureCollection", bbox: topology.bbox, features };
}
