// The living map of a layer too large for SVG: two canvases, fills below and borders above.
//
// A change of figures paints the fills alone; zoom and pan paint both. Every doubling of the scale has borders of its own, with
// the points that can be seen at it. It answers to the board as living_map.js does (docs/decisions/0032).

import { mercator } from "../frame.js";
import { along, areaAt, outlinesOf, thinned } from "./outlines.js";

const RADIANS = Math.PI / 180;
const SEEN = 0.6; // pixels that a border may be off
const MOST_ZOOM = 400; // the country in a frame, to a ward in it
const SMALL = 16, CLOSE = 90; // pixels across of an area that is opened: too small to be seen, and near
const STILL = 4; // pixels that a pointer may move within a click
const AIR = 1.02; // a little around the whole
const BORDER = "rgb(255 255 255 / 0.85)";
const SVG = "http://www.w3.org/2000/svg";

export class CanvasMap {
  /** `looks`, `onOpen(code)`, `onHover(code | null, x, y)` as for LivingMap; `topology` as published; `legend` lies over the west. */
  constructor(host, { topology, bounds, looks, legend, onOpen, onHover }) {
    Object.assign(this, { host, bounds, looks, legend, onOpen, onHover, opened: null, patterns: new Map(), levels: new Map() });
    this.outlines = outlinesOf(topology);
    this.fills = this.outlines.areas.map(() => looks.missing.colour);
    this.layers = [0, 1].map(() => host.appendChild(document.createElement("canvas")));
    this.layers.forEach(canvas => { canvas.style.cssText = "position:absolute;inset:0;width:100%;height:100%"; });
    host.style.position = "relative";
    host.style.touchAction = "none";
    this.listen();
    this.sizes = new ResizeObserver(() => this.fit());
    this.sizes.observe(host);
    this.fit();
  }

  paint(fills) {
    this.fills = fills;
    if (!this.width) return; // drawn when the frame has a size
    this.bring();
    if (this.frame) return; // drawn with the next frame
    this.drawFills();
    if (this.drawnOpened !== this.opened) this.drawBorders();
  }

  open(code) {
    this.opened = code;
    if (!this.width) return;
    this.bring();
    if (!this.frame) this.drawBorders();
  }

  /** An area just opened, from a list or the search, comes into sight; one too small to be seen is gone up to. */
  bring() {
    if (this.broughtFor === this.opened) return;
    this.broughtFor = this.opened;
    const area = this.outlines.areas.find(({ code }) => code === this.opened);
    if (!area) return;
    const [left, top, right, bottom] = area.box, size = Math.max(right - left, bottom - top);
    const isSmall = size * this.scale < SMALL;
    if (isSmall || !this.isSeen(area.box))
      this.look((left + right) / 2, (top + bottom) / 2, isSmall ? Math.min(this.least * MOST_ZOOM, CLOSE / size) : this.scale);
  }

  remove() {
    this.sizes.disconnect();
    this.layers.forEach(canvas => canvas.remove());
  }

  /** What is drawn now, as SVG, and its size in pixels. */
  drawing() {
    const { width, height, layers } = this;
    const drawn = document.createElementNS(SVG, "svg");
    layers.forEach(canvas => {
      const image = document.createElementNS(SVG, "image");
      for (const [name, value] of Object.entries({ width, height, href: canvas.toDataURL() })) image.setAttribute(name, value);
      drawn.append(image);
    });
    return { drawn, width, height };
  }

  /** A frame of another size shows the whole again. */
  fit() {
    const { clientWidth: width, clientHeight: height } = this.host, ratio = window.devicePixelRatio || 1;
    if (!width || (this.width === width && this.height === height)) return;
    Object.assign(this, { width, height, ratio });
    this.layers.forEach(canvas => Object.assign(canvas, { width: width * ratio, height: height * ratio }));
    this.whole();
  }

  whole() {
    const [west, south, east, north] = this.bounds;
    this.least = Math.min(this.width / ((east - west) * RADIANS), this.height / (mercator(north) - mercator(south))) / AIR;
    const free = (this.width - (east - west) * RADIANS * this.least) / 2; // on either side of it
    const aside = Math.max(0, Math.min(free, (this.legend?.offsetWidth ?? 0) + 40 - free)); // out from under the legend
    this.look(((west + east) / 2) * RADIANS - aside / this.least, -(mercator(south) + mercator(north)) / 2, this.least);
  }

  /** Around the middle, or around a point of the frame, which then stays where it is. */
  zoom(factor, x = this.width / 2, y = this.height / 2) {
    const scale = Math.min(this.least * MOST_ZOOM, Math.max(this.least, this.scale * factor));
    const [overX, overY] = this.under(x, y);
    this.look(overX - (x - this.width / 2) / scale, overY - (y - this.height / 2) / scale, scale);
  }

  /** Put a place into the middle, at so many pixels a radian; drawn once with the next frame, however often it is asked. */
  look(x, y, scale) {
    Object.assign(this, { x, y, scale });
    this.frame ??= requestAnimationFrame(() => { this.frame = null; this.drawFills(); this.drawBorders(); });
  }

  /** What lies under a point of the frame, in radians. */
  under(x, y) {
    return [this.x + (x - this.width / 2) / this.scale, this.y + (y - this.height / 2) / this.scale];
  }

  drawFills() {
    const pen = this.pen(0), { areas } = this.level();
    const seen = this.outlines.areas.map(({ box }, place) => (this.isSeen(box) ? place : -1)).filter(place => place >= 0);
    for (const [fill, places] of Map.groupBy(seen, place => this.fills[place])) {
      pen.fillStyle = this.inkOf(fill);
      for (const place of places) pen.fill(areas(place));
    }
  }

  drawBorders() {
    const pen = this.pen(1), { areas, borders, scale } = this.level(), pixel = scale / this.scale;
    this.drawnOpened = this.opened;
    pen.strokeStyle = BORDER;
    pen.lineWidth = Math.min(0.7, 0.2 * Math.sqrt(this.scale / this.least)) * pixel;
    pen.stroke(borders());
    const opened = this.outlines.areas.findIndex(({ code }) => code === this.opened);
    for (const [colour, width] of opened < 0 ? [] : [["#ffffff", 6], ["#111111", 3]]) {
      Object.assign(pen, { strokeStyle: colour, lineWidth: width * pixel });
      pen.stroke(areas(opened));
    }
  }

  /** A cleared canvas, set so that the level's own pixels come to lie where they belong. */
  pen(layer) {
    const pen = this.layers[layer].getContext("2d"), { ratio, width, height } = this;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, width * ratio, height * ratio);
    const level = this.level(), factor = (ratio * this.scale) / level.scale;
    pen.setTransform(factor, 0, 0, factor, (ratio * width) / 2 - (this.x - level.x) * level.scale * factor,
      (ratio * height) / 2 - (this.y - level.y) * level.scale * factor);
    pen.lineJoin = "round";
    return pen;
  }

  isSeen([left, top, right, bottom]) {
    const [west, north] = this.under(0, 0), [east, south] = this.under(this.width, this.height);
    return left <= east && right >= west && top <= south && bottom >= north;
  }

  /** Paths for the scale now, in pixels of the next doubling of the least scale. */
  level() {
    const scale = this.least * 2 ** Math.ceil(Math.log2(this.scale / this.least) - 1e-9);
    if (!this.levels.has(scale)) this.levels.set(scale, pathsAt(this.outlines, scale));
    return this.levels.get(scale);
  }

  /** What a fill of living_map.js's `painted` is on a canvas. */
  inkOf(fill) {
    const [, partly] = /look-partly-(\w+)/.exec(fill) ?? [];
    const { missing, partly: { inks } } = this.looks;
    if (partly) return this.hatching(`#${partly}`, inks[`#${partly}`]);
    return fill.startsWith("url") ? this.hatching(missing.colour, missing.line) : fill;
  }

  hatching(ground, line) {
    if (!this.patterns.has(ground + line)) this.patterns.set(ground + line, hatched(ground, line));
    return this.patterns.get(ground + line);
  }

  listen() {
    const { host } = this;
    host.addEventListener("wheel", event => {
      event.preventDefault();
      this.zoom(Math.exp(-event.deltaY / 400), ...this.at(event));
    }, { passive: false });
    host.addEventListener("pointerdown", event => {
      host.setPointerCapture(event.pointerId);
      this.held = { start: [event.clientX, event.clientY], last: [event.clientX, event.clientY] };
    });
    host.addEventListener("pointermove", event => (this.held ? this.drag(event) : this.hover(event)));
    host.addEventListener("pointerup", event => this.released(event));
    host.addEventListener("pointercancel", () => { this.held = null; });
    host.addEventListener("pointerleave", () => this.onHover(null));
  }

  at({ clientX, clientY }) {
    const { left, top } = this.host.getBoundingClientRect();
    return [clientX - left, clientY - top];
  }

  codeAt(event) {
    return areaAt(this.outlines, ...this.under(...this.at(event)))?.code ?? null;
  }

  hover(event) {
    this.onHover(this.codeAt(event), event.clientX, event.clientY);
  }

  drag({ clientX, clientY }) {
    const [x, y] = this.held.last;
    this.held.last = [clientX, clientY];
    this.look(this.x - (clientX - x) / this.scale, this.y - (clientY - y) / this.scale, this.scale);
  }

  /** The end of a drag is no click. */
  released(event) {
    const [x, y] = this.held?.start ?? [NaN, NaN], code = this.codeAt(event);
    this.held = null;
    if (code && Math.hypot(event.clientX - x, event.clientY - y) <= STILL) this.onOpen(code);
  }
}

/** { scale, x, y, areas(place), borders() }: paths in pixels from the corner (x, y), each made when it is first drawn. */
function pathsAt({ arcs, areas }, scale) {
  const few = thinned(arcs, SEEN / scale), [x, y] = areas[0].box, made = [];
  let borders = null;
  const draw = (path, numbers) => {
    let isFirst = true;
    along(numbers, few, (atX, atY) => {
      path[isFirst ? "moveTo" : "lineTo"]((atX - x) * scale, (atY - y) * scale);
      isFirst = false;
    });
  };
  const area = place => {
    const path = new Path2D();
    areas[place].rings.forEach(ring => { draw(path, ring); path.closePath(); });
    return path;
  };
  const all = () => {
    const path = new Path2D();
    few.forEach((_, number) => draw(path, [number]));
    return path;
  };
  return { scale, x, y, areas: place => (made[place] ??= area(place)), borders: () => (borders ??= all()) };
}

function hatched(ground, line) {
  const tile = Object.assign(document.createElement("canvas"), { width: 8, height: 8 }), pen = tile.getContext("2d");
  pen.fillStyle = ground;
  pen.fillRect(0, 0, 8, 8);
  Object.assign(pen, { strokeStyle: line, lineWidth: 1.6 });
  for (const from of [-8, 0, 8]) {
    pen.moveTo(from, 8);
    pen.lineTo(from + 8, 0);
  }
  pen.stroke();
  return pen.createPattern(tile, "repeat");
}
