// Names and numbers printed on the communes, as many as can be read: none touches another.

import { element } from "./panel.js";

const WIDE = 0.6; // width of a letter as a share of its height: a little more than most letters of our faces need
const LINE = 1.15;

export class Labels {
  /** `textOf(index)` gives { name, value } or null; `size()` the height of letters in pixels; `avoid()` elements over the map. */
  constructor(textOf, size, avoid = () => []) {
    Object.assign(this, { textOf, size, avoid });
  }

  /** The focus first, then the larger communes; a name only where it stays near its own commune. */
  place(panel) {
    const { scale, x, y, width, height } = panel.frame(), size = this.size();
    const taken = this.avoid().map(over => within(over, panel.host)), placed = [];
    const order = panel.shapes.areas.map((area, index) => ({ area, index, room: (area.box[2] - area.box[0]) * scale, isFocus: area.code === panel.focus }))
      .filter(({ area }) => isWithin(area.box, panel.box))
      .sort((a, b) => b.isFocus - a.isFocus || b.room - a.room);
    for (const { area, index, room, isFocus } of order) {
      const told = this.textOf(index);
      if (!told) continue;
      const anchor = area.anchor(), at = [x + anchor[0] * scale, y + anchor[1] * scale];
      const lines = this.lines(told, room, size, isFocus);
      if (!lines.length) continue;
      const letters = isFocus ? size * 1.25 : size;
      const box = around(at, Math.max(...lines.map(line => line.length)) * letters * WIDE, lines.length * letters * LINE);
      const isSeen = box[0] >= 0 && box[1] >= 0 && box[2] <= width && box[3] <= height;
      if (!isSeen || taken.some(other => overlaps(box, other))) continue;
      taken.push(box);
      placed.push(text(at, lines, letters, isFocus));
    }
    panel.words.replaceChildren(...placed);
  }

  lines({ name, value }, room, size, isFocus) {
    const needs = line => line.length * size * WIDE;
    if (isFocus || (room > needs(name) * 0.9 && room > needs(value))) return [name, value];
    return room > needs(value) * 0.85 ? [value] : [];
  }
}

function text([x, y], lines, size, isFocus) {
  const first = y - ((lines.length - 1) * size * LINE) / 2;
  return element("text", { "font-size": size, "text-anchor": "middle", class: isFocus ? "focus" : "" },
    ...lines.map((line, index) => {
      const span = element("tspan", { x, y: first + index * size * LINE, "dominant-baseline": "central", class: index === lines.length - 1 ? "value" : "" });
      span.textContent = line;
      return span;
    }));
}

function within(over, host) {
  const a = over.getBoundingClientRect(), b = host.getBoundingClientRect();
  return [a.left - b.left, a.top - b.top, a.right - b.left, a.bottom - b.top];
}

const around = ([x, y], width, height) => [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
const overlaps = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
const isWithin = overlaps;
