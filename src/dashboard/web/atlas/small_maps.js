// Up to twelve small maps that share one zoom and one legend.

import { make } from "../format.js";
import { Panel, zoomButtons } from "./panel.js";

export const MOST_MAPS = 12;
const NARROWEST = 150; // pixels of a map that can still be read

export class SmallMaps {
  /** The last twelve sheets of a layer (atlas/sheets.js), a map each. */
  constructor(host, { shapes, looks, layer, onOpen }) {
    Object.assign(this, { host, layer });
    this.first = Math.max(0, layer.sheets.length - MOST_MAPS);
    const shown = layer.sheets.slice(this.first);
    this.grid = make("div", { className: "atlas-small" });
    this.panels = shown.map((sheet, place) => {
      const frame = make("div");
      const { missing } = layer.held(this.first + place), isEmpty = sheet.values.every(value => value == null);
      const note = isEmpty ? "chưa báo cáo" : missing ? `thiếu ${missing} xã, phường` : "";
      this.grid.append(make("figure", {}, make("figcaption", {}, make("b", {}, sheet.title), note ? ` – ${note}` : ""), frame));
      return new Panel(frame, shapes, looks, { label: `Bản đồ ${sheet.title}`, onOpen, onView: box => this.see(box) });
    });
    host.replaceChildren(this.grid, zoomButtons(() => this.panels[0]));
    this.panels.forEach((panel, place) => panel.paint(layer.fills(this.first + place)));
    this.sizes = new ResizeObserver(() => this.refresh());
    this.sizes.observe(host);
  }

  /** All of them look at the same place. */
  see(box) {
    for (const panel of this.panels) panel.see(box);
  }

  /** As many columns as make the maps largest; to be called once they are to be seen. */
  refresh() {
    const count = this.panels.length, { clientWidth: width, clientHeight: height } = this.host;
    if (!width) return; // not to be seen yet
    const [left, top, right, bottom] = this.panels[0].home;
    const size = columns => Math.min(width / columns / (right - left), height / Math.ceil(count / columns) / (bottom - top));
    const most = Math.max(1, Math.floor(width / NARROWEST));
    const columns = this.panels.map((_, place) => place + 1).filter(columns => columns <= most).reduce((best, one) => (size(one) > size(best) ? one : best));
    this.grid.style.setProperty("--columns", columns);
    this.see(this.panels[0].box);
  }

  remove() {
    this.sizes.disconnect();
    for (const panel of this.panels) panel.remove();
    this.host.replaceChildren();
  }
}
