// The borders of a large layer for a canvas: each border once, in Mercator, with as few points as a zoom needs.

import { mercator } from "../frame.js";

const RADIANS = Math.PI / 180;

/**
 * { arcs, areas } of a topology: arcs are [x, y, x, y, …] in radians of Mercator with y downwards; areas are
 * { code, rings, box } in the order of the file, a ring being numbers of arcs (~i: arc i backwards).
 */
export function outlinesOf({ arcs: packed, transform, objects }) {
  const arcs = packed.map(arc => placed(arc, transform));
  const areas = objects.communes.geometries.map(({ type, arcs: numbers, id }) => {
    const rings = type === "Polygon" ? numbers : numbers.flat();
    return { code: id, rings, box: boxOf(rings, arcs) };
  });
  return { arcs, areas };
}

/** The same arcs without the points nearer than `step` to the one kept before; both ends stay, so borders still meet. */
export const thinned = (arcs, step) => arcs.map(arc => {
  const kept = [arc[0], arc[1]], last = arc.length - 2;
  for (let at = 2; at < last; at += 2) {
    const away = Math.abs(arc[at] - kept.at(-2)) + Math.abs(arc[at + 1] - kept.at(-1));
    if (away >= step) kept.push(arc[at], arc[at + 1]);
  }
  kept.push(arc[last], arc[last + 1]);
  return kept;
});

/** The points of a ring, in order, as `use(x, y)` calls; where two arcs meet their point comes twice. */
export function along(ring, arcs, use) {
  for (const number of ring) {
    const arc = arcs[number < 0 ? ~number : number];
    if (number >= 0) for (let at = 0; at < arc.length; at += 2) use(arc[at], arc[at + 1]);
    else for (let at = arc.length - 2; at >= 0; at -= 2) use(arc[at], arc[at + 1]);
  }
}

/** The area that holds a point, or undefined: a ray to the east crosses its borders an odd number of times. */
export function areaAt({ arcs, areas }, x, y) {
  return areas.find(({ rings, box: [left, top, right, bottom] }) =>
    x >= left && x <= right && y >= top && y <= bottom && rings.reduce((odd, ring) => odd !== crosses(ring, arcs, x, y), false));
}

function crosses(ring, arcs, x, y) {
  let odd = false, before = null;
  along(ring, arcs, (atX, atY) => {
    if (before && before[1] > y !== atY > y && x < atX + ((y - atY) * (before[0] - atX)) / (before[1] - atY)) odd = !odd;
    before = [atX, atY];
  });
  return odd;
}

function placed(arc, { scale, translate }) {
  const points = new Float64Array(arc.length * 2);
  let x = 0, y = 0;
  arc.forEach(([dx, dy], at) => {
    points[2 * at] = ((x += dx) * scale[0] + translate[0]) * RADIANS;
    points[2 * at + 1] = -mercator((y += dy) * scale[1] + translate[1]);
  });
  return points;
}

function boxOf(rings, arcs) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings)
    along(ring, arcs, (x, y) => {
      box[0] = Math.min(box[0], x); box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x); box[3] = Math.max(box[3], y);
    });
  return box;
}
