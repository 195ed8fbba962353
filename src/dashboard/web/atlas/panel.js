// One map as plain SVG: a view is a box, so that any number of maps can share one zoom and change it in a millisecond.

import { make } from "../format.js";

const SVG = "http://www.w3.org/2000/svg";
const CLOSEST = 60; // times the whole province: a ward fills the frame
const STILL = 4; // pixels that a pointer may move within a click
const LIGHT = 0.6;
let panels = 0;

export class Panel {
  /** `looks` of no data and of partly reported; `onOpen(code)`, `onView(box)` when a reader moved the map. */
  constructor(host, shapes, looks, { label, onOpen = () => {}, onView = () => {}, labels = null } = {}) {
    Object.assign(this, { host, shapes, looks, onOpen, onView, labels, home: shapes.box, box: shapes.box, focus: null });
    this.id = `atlas-${panels++}`;
    this.svg = element("svg", { role: "img", "aria-label": label ?? "Bản đồ", preserveAspectRatio: "xMidYMid meet", class: "atlas-panel" });
    this.defs = element("defs");
    this.paths = shapes.areas.map((area, index) => element("path", { d: area.d, "data-index": index }));
    this.raised = element("path", { class: "raised", fill: "none" });
    this.svg.append(this.defs, element("g", {}, ...this.paths), this.raised);
    this.words = element("svg", { class: "atlas-words", "aria-hidden": "true" });
    this.lettering = element("g");
    this.pinned = element("g", { class: "pins" });
    this.words.append(this.pinned, this.lettering);
    this.pins = [];
    host.classList.add("atlas-frame");
    host.append(this.svg, this.words);
    this.patterns(looks);
    this.listen();
    this.sizes = new ResizeObserver(() => this.see(this.box));
    this.sizes.observe(host);
  }

  /** Fill per commune: "#rrggbb", { partly: "#rrggbb" } for a hatch over it, "missing", or "outside". */
  paint(fills) {
    fills.forEach((fill, index) => {
      const told = this.fillOf(fill);
      const path = this.paths[index];
      if (path.told === told) return;
      path.setAttribute("fill", (path.told = told));
      path.classList.toggle("light", isLight(fill.partly ?? fill));
    });
  }

  fillOf(fill) {
    if (fill === "missing") return `url(#${this.id}-missing)`;
    if (fill === "outside") return "var(--outside, #eceff2)";
    return fill.partly ? `url(#${this.id}-${fill.partly.slice(1)})` : fill;
  }

  /** Outline one commune, or none. */
  raise(code) {
    this.raised.setAttribute("d", this.shapes.areas.find(area => area.code === code)?.d ?? "");
    this.focus = code ?? null;
  }

  /** Show a box of the province, and the words that fit into it. */
  see(box) {
    this.box = box;
    this.svg.setAttribute("viewBox", `${box[0]} ${box[1]} ${box[2] - box[0]} ${box[3] - box[1]}`);
    const { scale } = this.frame();
    this.defs.querySelectorAll("pattern").forEach(pattern => pattern.setAttribute("patternTransform", `scale(${1 / scale}) rotate(45)`));
    this.labels?.place(this);
    this.placePins();
  }

  /** Communes marked with a dot from now on. */
  pin(codes) {
    const wanted = new Set(codes);
    this.pins = this.shapes.areas.filter(area => wanted.has(area.code));
  }

  placePins() {
    const { scale, x, y, height } = this.frame(), lower = height / 40; // beside the number, not on it
    this.pinned.replaceChildren(...this.pins.map(area => {
      const [left, top] = area.anchor();
      return element("circle", { cx: x + left * scale, cy: y + top * scale + lower, r: lower / 2.4 });
    }));
  }

  whole() {
    this.see(this.home);
  }

  /** The box around a commune with its neighbours, `times` its own size. */
  around(code, times = 3.2) {
    const area = this.shapes.areas.find(one => one.code === code);
    if (!area) return this.home;
    const [left, top, right, bottom] = area.box, x = (left + right) / 2, y = (top + bottom) / 2;
    const half = (Math.max(right - left, bottom - top) * times) / 2;
    return [x - half, y - half, x + half, y + half];
  }

  /** Pixels per unit, and where the box begins in the frame. */
  frame() {
    const width = this.host.clientWidth || 1, height = this.host.clientHeight || 1;
    const [left, top, right, bottom] = this.box;
    const scale = Math.min(width / (right - left), height / (bottom - top));
    return { scale, width, height, x: width / 2 - (scale * (left + right)) / 2, y: height / 2 - (scale * (top + bottom)) / 2 };
  }

  zoom(factor, [x, y] = [(this.box[0] + this.box[2]) / 2, (this.box[1] + this.box[3]) / 2]) {
    const width = this.box[2] - this.box[0], whole = this.home[2] - this.home[0];
    const by = Math.min(whole * 1.2, Math.max(whole / CLOSEST, width / factor)) / width;
    this.move(this.box.map((edge, side) => (side % 2 ? y + (edge - y) * by : x + (edge - x) * by)));
  }

  move(box) {
    this.see(box);
    this.onView(box);
  }

  listen() {
    let from = null;
    this.svg.addEventListener("wheel", event => {
      event.preventDefault();
      this.zoom(event.deltaY < 0 ? 1.25 : 0.8, this.at(event));
    }, { passive: false });
    this.svg.addEventListener("pointerdown", event => {
      from = { x: event.clientX, y: event.clientY, box: this.box, scale: this.frame().scale, path: event.target };
      this.svg.setPointerCapture(event.pointerId);
    });
    this.svg.addEventListener("pointermove", event => {
      if (!from) return;
      const dx = (event.clientX - from.x) / from.scale, dy = (event.clientY - from.y) / from.scale;
      if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > STILL) this.move(from.box.map((edge, side) => edge - (side % 2 ? dy : dx)));
    });
    this.svg.addEventListener("pointerup", event => {
      const index = from?.path.dataset?.index;
      if (from && index && Math.hypot(event.clientX - from.x, event.clientY - from.y) <= STILL) this.onOpen(this.shapes.areas[index].code);
      from = null;
    });
    this.svg.addEventListener("pointercancel", () => { from = null; });
  }

  at(event) {
    const { scale, x, y } = this.frame(), place = this.host.getBoundingClientRect();
    return [(event.clientX - place.left - x) / scale, (event.clientY - place.top - y) / scale];
  }

  patterns({ missing, partly }) {
    this.defs.append(hatch(`${this.id}-missing`, missing.colour, missing.line),
      ...Object.entries(partly.inks).map(([colour, ink]) => hatch(`${this.id}-${colour.slice(1)}`, colour, ink)));
  }

  remove() {
    this.sizes.disconnect();
    this.svg.remove();
    this.words.remove();
  }
}

/** Buttons for who has no wheel; `panel()` is the map they move. */
export function zoomButtons(panel) {
  const button = (label, title, act) => {
    const made = make("button", { type: "button", title, "aria-label": title }, label);
    made.addEventListener("click", () => act(panel()));
    return made;
  };
  return make("div", { className: "atlas-zoom" }, button("+", "Phóng to", map => map.zoom(1.6)), button("−", "Thu nhỏ", map => map.zoom(1 / 1.6)),
    button("⤢", "Toàn tỉnh", map => map.move(map.home)));
}

/** Whether a white border would not be seen on a colour (relative luminance of WCAG 2.2, roughly). */
function isLight(colour) {
  if (!colour.startsWith("#")) return false;
  const [red, green, blue] = [1, 3, 5].map(place => (parseInt(colour.slice(place, place + 2), 16) / 255) ** 2.2);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > LIGHT;
}

function hatch(id, ground, line) {
  const pattern = element("pattern", { id, width: 8, height: 8, patternUnits: "userSpaceOnUse" });
  pattern.append(element("rect", { width: 8, height: 8, fill: ground }),
    element("line", { x1: 0, y1: 0, x2: 0, y2: 8, stroke: line, "stroke-width": 1.8, "stroke-opacity": 0.8 }));
  return pattern;
}

export function element(name, attributes = {}, ...children) {
  const found = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) found.setAttribute(key, value);
  found.append(...children);
  return found;
}
