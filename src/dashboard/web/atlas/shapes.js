// The communes' outlines as SVG draws them, worked out once and shared by every panel.

import { mercator } from "../frame.js";

const WIDTH = 1000; // units across the province; three decimals keep a small ward's border smooth when zoomed in
const GRID = 14; // steps across a commune when looking for the place of its label
const RADIANS = Math.PI / 180;
const made = new WeakMap();

/** { box, areas: [{ code, d, box, anchor() }] } of decoded polygons; boxes are [left, top, right, bottom] in units. */
export function shapesOf(polygons, bounds) {
  if (!made.has(polygons)) made.set(polygons, outlines(polygons, bounds));
  return made.get(polygons);
}

function outlines(polygons, [west, south, east, north]) {
  const unit = WIDTH / ((east - west) * RADIANS), top = mercator(north);
  const at = ([lon, lat]) => [(lon - west) * RADIANS * unit, (top - mercator(lat)) * unit];
  const areas = polygons.features.map(({ id, geometry }) => {
    const parts = (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates).map(rings => rings.map(ring => ring.map(at)));
    const points = parts.flatMap(rings => rings[0]);
    const d = parts.flatMap(rings => rings.map(ring => `M${ring.map(([x, y]) => `${x.toFixed(3)},${y.toFixed(3)}`).join("L")}Z`)).join("");
    return { code: id, d, box: boxOf(points), anchor: once(() => anchorIn(parts)) };
  });
  return { box: [0, 0, WIDTH, (top - mercator(south)) * unit], areas };
}

const once = get => { let found; return () => (found ??= get()); };

export function boxOf(points) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    box[0] = Math.min(box[0], x); box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x); box[3] = Math.max(box[3], y);
  }
  return box;
}

/** A place well inside the largest part: of a grid of points the one farthest from any border. */
function anchorIn(parts) {
  const size = ([left, top, right, bottom]) => (right - left) * (bottom - top);
  const rings = parts.reduce((best, one) => (size(boxOf(one[0])) > size(boxOf(best[0])) ? one : best));
  const [left, top, right, bottom] = boxOf(rings[0]);
  let best = [(left + right) / 2, (top + bottom) / 2], farthest = -1;
  for (let i = 1; i < GRID; i++) for (let j = 1; j < GRID; j++) {
    const point = [left + ((right - left) * i) / GRID, top + ((bottom - top) * j) / GRID];
    if (!isInside(point, rings)) continue;
    const distance = Math.min(...rings.flatMap(ring => ring.map(([x, y]) => (x - point[0]) ** 2 + (y - point[1]) ** 2)));
    if (distance > farthest) { farthest = distance; best = point; }
  }
  return best;
}

function isInside([x, y], rings) {
  let inside = false;
  for (const ring of rings) for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i], [xj, yj] = ring[j];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}
