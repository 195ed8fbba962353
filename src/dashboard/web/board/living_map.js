// One plotly figure that stays alive: zoom, pan and selection outlive every change of the figures.
//
// Plotly draws the polygons once and answers to zoom and pan. A change only recolours: the paths are painted
// directly and plotly's own data are kept in step, which takes 3 ms where Plotly.restyle takes 35
// (docs/performance.md).

import { framed } from "./frame.js";

const BORDER = "rgb(255 255 255 / 0.85)";
const HALO = "drop-shadow(0 0 1.5px #fff) drop-shadow(0 0 2px #fff)"; // black on the darkest class would not be seen
const STILL = 4; // pixels that a pointer may move within a click
const SVG = "http://www.w3.org/2000/svg";

export class LivingMap {
  /** `looks` are the policy's: of no data, and of partly reported with the ink seen on each class colour; `onOpen(code)`, `onHover(code | null, x, y)`. */
  constructor(host, { Plotly, polygons, bounds, looks, topologyUrl, onOpen, onHover }) {
    Object.assign(this, { host, Plotly, polygons, bounds, looks, topologyUrl, onOpen, onHover });
    this.fills = polygons.features.map(() => looks.missing.colour);
    this.opened = null;
  }

  async draw() {
    const trace = {
      type: "choropleth", geojson: this.polygons, locations: this.polygons.features.map(area => area.id),
      z: this.polygons.features.map(() => 0), colorscale: [[0, "#ddd"], [1, "#ddd"]], showscale: false,
      hoverinfo: "none", marker: { line: { width: 0.7, color: BORDER } },
    };
    const geo = { visible: false, projection: { type: "mercator" }, bgcolor: "rgba(0,0,0,0)", ...this.axes() };
    const layout = { geo, margin: { l: 0, r: 0, t: 0, b: 0 }, paper_bgcolor: "rgba(0,0,0,0)", dragmode: "pan" };
    const config = { responsive: true, displayModeBar: false, topojsonURL: this.topologyUrl, scrollZoom: true };
    await this.Plotly.newPlot(this.host, [trace], layout, config);
    this.addPatterns();
    this.host.addEventListener("pointerdown", event => { this.pressed = [event.clientX, event.clientY]; }, true);
    this.host.on("plotly_click", event => this.clicked(event));
    this.host.on("plotly_hover", event =>
      this.onHover(event.points[0].location ?? null, event.event.clientX, event.event.clientY));
    this.host.on("plotly_unhover", () => this.onHover(null));
    this.host.on("plotly_afterplot", () => this.repaint());
    this.followSize();
  }

  /** Fill per commune in the order of the polygons: a colour, or `url(#…)` of a pattern. */
  paint(fills) {
    this.fills = fills;
    this.repaint();
  }

  open(code) {
    this.opened = code;
    this.repaint();
  }

  repaint() {
    let raised = null;
    for (const path of this.host.querySelectorAll(".choroplethlayer path.choroplethlocation")) {
      const { index, loc } = path.__data__;
      const style = path.style;
      if (style.fill !== this.fills[index]) style.fill = this.fills[index];
      style.opacity = 1;
      const open = loc === this.opened;
      style.stroke = open ? "#111111" : BORDER;
      style.strokeWidth = open ? "3px" : "0.7px";
      style.filter = open ? HALO : "";
      if (open) raised = path;
    }
    if (raised && raised !== raised.parentNode.lastChild) raised.parentNode.append(raised);
  }

  /** Plotly calls the end of a drag a click too; only a pointer that stayed opens a commune. */
  clicked({ points, event }) {
    const [x, y] = this.pressed ?? [event.clientX, event.clientY];
    if (Math.hypot(event.clientX - x, event.clientY - y) <= STILL) this.onOpen(points[0].location ?? points[0].customdata);
  }

  /** A frame of another shape shows the whole province again. */
  followSize() {
    let size = `${this.host.clientWidth} ${this.host.clientHeight}`;
    this.sizes = new ResizeObserver(() => {
      const now = `${this.host.clientWidth} ${this.host.clientHeight}`;
      if (now === size || !this.host.clientWidth) return;
      size = now;
      this.whole();
    });
    this.sizes.observe(this.host);
  }

  /** The page is left: nothing of the map stays behind. */
  remove() {
    this.sizes.disconnect();
    this.Plotly.purge(this.host);
  }

  /** What is drawn now, and its size in pixels. */
  drawing() {
    const drawn = this.host.querySelector("svg.main-svg"), { width, height } = drawn.getBoundingClientRect();
    return { drawn: drawn.cloneNode(true), width, height };
  }

  zoom(factor) {
    const scale = this.host.layout.geo.projection.scale ?? 1;
    return this.Plotly.relayout(this.host, { "geo.projection.scale": Math.min(40, Math.max(1, scale * factor)) });
  }

  /** Back to the whole province. */
  whole() {
    const { lonaxis, lataxis } = this.axes();
    return this.Plotly.relayout(this.host, {
      "geo.projection.scale": 1, "geo.lonaxis.range": lonaxis.range, "geo.lataxis.range": lataxis.range,
      "geo.center.lon": (this.bounds[0] + this.bounds[2]) / 2, "geo.center.lat": middle(lataxis.range),
    });
  }

  axes() {
    const [west, south, east, north] = framed(this.bounds, this.host.clientWidth, this.host.clientHeight);
    return { lonaxis: { range: [west, east] }, lataxis: { range: [south, north] } };
  }

  /** Hatching that lies over a class colour where a carrier is missing, and the look of "no data". */
  addPatterns() {
    const svg = this.host.querySelector("svg.main-svg");
    const definitions = document.createElementNS(SVG, "defs");
    definitions.innerHTML = Object.entries(this.looks.partly.inks)
      .map(([colour, ink]) => hatch(partlyId(colour), colour, ink))
      .join("") + hatch("look-partly", "#ffffff", "#404040") + hatch("look-missing", this.looks.missing.colour, this.looks.missing.line);
    svg.prepend(definitions);
  }
}

const middle = ([low, high]) => (low + high) / 2;
const partlyId = colour => `look-partly-${colour.slice(1)}`;
export const missingFill = 'url("#look-missing")'; // as the browser writes it back, so that nothing is painted twice
export const partlySample = "url(#look-partly)"; // for a legend: the hatching on no class's colour
const partlyFill = colour => `url("#${partlyId(colour)}")`;
const OUTSIDE = "#eceff2"; // left out by the filter: only the province's shape

/** A commune's fill as its path is painted: "#rrggbb", { partly: "#rrggbb" }, "missing" or "outside". */
export const painted = fill => (fill === "missing" ? missingFill : fill === "outside" ? OUTSIDE : fill.partly ? partlyFill(fill.partly) : fill);

function hatch(id, ground, line) {
  return `<pattern id="${id}" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
    `<rect width="8" height="8" fill="${ground}"/><line x1="0" y1="0" x2="0" y2="8" stroke="${line}" stroke-width="1.8" stroke-opacity="0.8"/></pattern>`;
}
