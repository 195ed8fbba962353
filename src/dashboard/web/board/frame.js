// The part of the world that a map frame shows: the province in its middle, the frame filled.
//
// Plotly cuts the map off at the ranges it is given, also when zoomed in; ranges as wide as the frame leave
// nothing cut off.

const RADIANS = Math.PI / 180;
const MARGIN = 1.02; // a little air around the province

export const mercator = latitude => Math.log(Math.tan(Math.PI / 4 + (latitude * RADIANS) / 2));
export const latitudeOf = y => (2 * Math.atan(Math.exp(y)) - Math.PI / 2) / RADIANS;

/** West, south, east, north in degrees: `bounds` widened to the shape of a frame of width x height pixels. */
export function framed([west, south, east, north], width, height) {
  const across = (east - west) * RADIANS * MARGIN, up = (mercator(north) - mercator(south)) * MARGIN;
  const scale = Math.min(width / across, height / up);
  const halfWidth = width / scale / 2 / RADIANS, halfHeight = height / scale / 2;
  const x = (west + east) / 2, y = (mercator(south) + mercator(north)) / 2;
  return [x - halfWidth, latitudeOf(y - halfHeight), x + halfWidth, latitudeOf(y + halfHeight)];
}
