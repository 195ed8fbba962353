// Rate and backlog together: over the rate's colours a circle per commune, as large in area as people are unverified.

import { latitudeOf, mercator } from "../frame.js";
import { count, make } from "../format.js";
import { shapesOf } from "./shapes.js";

const LEAST_COUNT = 20; // so that all three circles of the legend stand for whole people
const STEPS = [1, 1 / 4, 1 / 20]; // of the round number above the largest commune
const LOOK = { color: "rgb(17 17 17 / .45)", line: { width: 1.8, color: "#ffffff" }, opacity: 1 }; // seen on any class
const RADIANS = Math.PI / 180;

export class View {
  constructor(board, figure) {
    Object.assign(this, { board, bar: make("div", { className: "atlas-key marks circles", role: "status" }), isDrawn: false });
    figure.append(this.bar);
  }

  async follow() {
    this.map = await this.board.living;
    if (this.closed) return;
    const { Plotly, host } = this.map, drawn = this.drawn();
    if (this.isDrawn) await Plotly.restyle(host, Object.fromEntries(Object.entries(drawn).map(([name, values]) => [name, [values]])), [1]);
    else {
      this.isDrawn = true;
      const { "marker.size": size, ...places } = drawn;
      await Plotly.addTraces(host, { type: "scattergeo", mode: "markers", hoverinfo: "skip", showlegend: false, ...places, marker: { ...LOOK, size } });
    }
    this.tell();
  }

  /** Where and how large, the smallest on top; none for communes without figures, or left out by the filter. */
  drawn() {
    const places = (this.places ??= middles(this.board.polygons, this.board.context.layer.bounds));
    const people = this.board.state.communes.map((one, index) => [one.present && !one.outside ? one.unverified : 0, places[index]]);
    people.sort(([one], [other]) => other - one);
    this.most = roundedUp(Math.max(people[0][0], LEAST_COUNT));
    this.largest = Math.min(60, Math.max(24, this.map.host.clientWidth / 26)); // pixels across; larger ones hide neighbours
    return { lon: people.map(([, [lon]]) => lon), lat: people.map(([, [, lat]]) => lat),
      "marker.size": people.map(([number]) => this.largest * Math.sqrt(number / this.most)) };
  }

  tell() {
    this.bar.replaceChildren(make("strong", {}, "Số chưa xác thực"), ...STEPS.map(step => {
      const circle = make("i"), across = `${this.largest * Math.sqrt(step)}px`;
      Object.assign(circle.style, { width: across, height: across });
      return make("span", {}, circle, count(this.most * step));
    }));
  }

  /** What a picture of the map adds to its legend. */
  rowsForPicture() {
    return [{ circle: this.largest, label: `Vòng tròn: ${count(this.most)} chưa xác thực`, held: "" }];
  }

  async close() {
    this.closed = true;
    this.bar.remove();
    if (!this.isDrawn) return;
    await this.map.Plotly.deleteTraces(this.map.host, [1]);
    this.map.repaint();
  }
}

/** Longitude and latitude well inside each commune, in the order of the polygons. */
function middles(polygons, bounds) {
  const { box, areas } = shapesOf(polygons, bounds), [west, south, , north] = bounds;
  const top = mercator(north), unit = box[3] / (top - mercator(south));
  return areas.map(area => area.anchor()).map(([x, y]) => [west + x / unit / RADIANS, latitudeOf(top - y / unit)]);
}

/** The next of 1, 2, 4, 8 times a power of ten. */
function roundedUp(number) {
  const power = 10 ** Math.floor(Math.log10(number));
  return [1, 2, 4, 8, 10].map(step => step * power).find(step => step >= number);
}
