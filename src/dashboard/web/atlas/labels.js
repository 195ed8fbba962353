// Names and numbers printed on the communes, as many as can be read: none touches another. Numbers come before names.

import { element } from "./panel.js";

const WIDE = 0.6; // width of a letter as a share of its height: a little more than most letters of our faces need
const LINE = 1.15;
const LARGER = 1.25; // letters of the commune looked at
const ZOOMED = 2.5; // times the whole province: from here on a number may stand beside its commune

export class Labels {
  /** `textOf(index)` gives { name, value } or null; `size()` the height of letters in pixels; `avoid()` elements over the map. */
  constructor(textOf, size, avoid = () => []) {
    Object.assign(this, { textOf, size, avoid });
  }

  /** The focus first, then the larger communes: a number each, then names where there is room left. */
  place(panel) {
    const { scale, x, y, width, height } = panel.frame(), size = this.size();
    const isZoomed = (panel.home[2] - panel.home[0]) / (panel.box[2] - panel.box[0]) > ZOOMED;
    const taken = this.avoid().map(over => within(over, panel.host)), labels = [];
    const isFree = (box, own) => box[0] >= 0 && box[1] >= 0 && box[2] <= width && box[3] <= height
      && !taken.some(other => other !== own && overlaps(box, other));
    const order = panel.shapes.areas.map((area, index) => ({ area, index, room: (area.box[2] - area.box[0]) * scale, isFocus: area.code === panel.focus }))
      .filter(({ area }) => overlaps(area.box, panel.box))
      .sort((a, b) => b.isFocus - a.isFocus || b.room - a.room);
    for (const { area, index, room, isFocus } of order) {
      const told = this.textOf(index), letters = isFocus ? size * LARGER : size;
      if (!told || (!isFocus && !isZoomed && room < told.value.length * size * WIDE * 0.85)) continue;
      const anchor = area.anchor(), [left, top] = [x + anchor[0] * scale, y + anchor[1] * scale];
      const lines = isFocus ? [told.name, told.value] : [told.value];
      const places = isZoomed ? [0, 0.7, -0.7, 1.2, -1.2].map(lower => [left, top + lower * size]) : [[left, top]];
      const at = places.find(place => isFree(boxOf(place, lines, letters)));
      if (!at) continue;
      const label = { told, at, lines, letters, room, isFocus, box: boxOf(at, lines, letters) };
      taken.push(label.box);
      labels.push(label);
    }
    for (const label of labels) this.name(label, taken, isFree);
    panel.lettering.replaceChildren(...labels.map(text));
  }

  /** The name over the number, where it stays near its own commune and touches nothing. */
  name(label, taken, isFree) {
    const { told, at, letters, room, isFocus } = label, lines = [told.name, told.value], box = boxOf(at, lines, letters);
    if (isFocus || room < told.name.length * letters * WIDE * 0.9 || !isFree(box, label.box)) return;
    taken[taken.indexOf(label.box)] = box;
    Object.assign(label, { lines, box });
  }
}

function text({ at: [x, y], lines, letters, isFocus }) {
  const first = y - ((lines.length - 1) * letters * LINE) / 2;
  return element("text", { "font-size": letters, "text-anchor": "middle", class: isFocus ? "focus" : "" },
    ...lines.map((line, index) => {
      const span = element("tspan", { x, y: first + index * letters * LINE, "dominant-baseline": "central", class: index === lines.length - 1 ? "value" : "" });
      span.textContent = line;
      return span;
    }));
}

function boxOf([x, y], lines, letters) {
  const width = Math.max(...lines.map(line => line.length)) * letters * WIDE, height = lines.length * letters * LINE;
  return [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
}

function within(over, host) {
  const a = over.getBoundingClientRect(), b = host.getBoundingClientRect();
  return [a.left - b.left, a.top - b.top, a.right - b.left, a.bottom - b.top];
}

const overlaps = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
