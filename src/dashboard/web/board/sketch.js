// The first look at the map, drawn by ourselves while the browser still reads plotly, in plotly's projection.

import { framed, mercator } from "./frame.js";

const SVG = "http://www.w3.org/2000/svg";

export class Sketch {
  constructor(host, polygons, bounds, onOpen) {
    this.svg = document.createElementNS(SVG, "svg");
    this.svg.classList.add("sketch");
    const at = projection(bounds, host.clientWidth, host.clientHeight);
    this.paths = polygons.features.map(area => {
      const path = document.createElementNS(SVG, "path");
      path.setAttribute("d", outline(area.geometry, at));
      path.addEventListener("click", () => onOpen(area.id));
      this.svg.append(path);
      return path;
    });
    host.append(this.svg);
  }

  /** Plain colours; hatching comes with the living map. */
  paint(fills) {
    fills.forEach((fill, index) => { this.paths[index].style.fill = plain(fill); });
  }

  open() {}

  remove() {
    this.svg.remove();
  }
}

const plain = fill => {
  const partly = /look-partly-(\w+)/.exec(fill);
  return partly ? `#${partly[1]}` : fill.startsWith("url") ? "#dddddd" : fill;
};

/** Mercator, as plotly draws it in a frame of width x height pixels. */
function projection(bounds, width, height) {
  const [west, south, east, north] = framed(bounds, width, height);
  const top = mercator(north), tall = top - mercator(south);
  return ([lon, lat]) =>
    `${(((lon - west) / (east - west)) * width).toFixed(1)},${(((top - mercator(lat)) / tall) * height).toFixed(1)}`;
}

function outline(geometry, at) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flatMap(rings => rings.map(ring => `M${ring.map(at).join("L")}Z`)).join("");
}
