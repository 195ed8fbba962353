// Two sheets over one another, divided by a bar that the reader moves; both have one zoom and one legend.

import { make } from "../format.js";
import { keyOf } from "./key.js";
import { Labels } from "./labels.js";
import { Panel, zoomButtons } from "./panel.js";

const HALF = 50;
const ZOOMED = 2; // times the whole province: from here on there is room for two numbers

export class Divided {
  /** In `host` the maps, in `bar` what moves them. `letters()` is the height of numbers in pixels, `nameOf(code)` a commune's name. */
  constructor(host, bar, { shapes, looks, letters, nameOf, onOpen }) {
    Object.assign(this, { host, shapes, looks, nameOf });
    const labels = new Labels(index => this.told(index), letters, () => [...host.querySelectorAll(".atlas-zoom")]);
    this.after = new Panel(host, shapes, looks, { label: "Bản đồ kỳ sau", labels, onOpen, onView: box => this.before.see(box) });
    this.before = new Panel(host, shapes, looks, { label: "Bản đồ kỳ trước", onOpen, onView: box => this.after.see(box) });
    this.divider = make("div", { className: "divider", "aria-hidden": "true" });
    this.range = make("input", { type: "range", min: 0, max: 100, step: 1, value: HALF, "aria-label": "Thanh chia giữa hai kỳ" });
    this.range.addEventListener("input", () => this.cut());
    this.choices = [this.choice("Kỳ trước"), this.choice("Kỳ sau")];
    this.names = [make("b", { className: "name-before" }), make("b", { className: "name-after" })];
    this.key = make("div");
    host.append(this.after.words, this.divider, ...this.names, zoomButtons(() => this.after));
    this.drag(host);
    bar.append(this.choices[0], this.range, this.choices[1], this.key);
  }

  choice(label) {
    const made = make("select", { "aria-label": label });
    made.addEventListener("change", () => this.draw());
    return made;
  }

  /** The bar can be taken with the pointer too. */
  drag(host) {
    this.divider.addEventListener("pointerdown", event => {
      this.divider.setPointerCapture(event.pointerId);
      event.preventDefault();
    });
    this.divider.addEventListener("pointermove", event => {
      if (!this.divider.hasPointerCapture(event.pointerId)) return;
      const { left, width } = host.getBoundingClientRect();
      this.range.value = (100 * (event.clientX - left)) / width;
      this.cut();
    });
  }

  /** Sheets of a layer: `after` is shown on the right, on the left the one chosen before, else the one before it. */
  show(layer, after, raised = null) {
    const kept = this.layer && this.layer.sheets[this.choices[0].selectedIndex]?.title;
    this.layer = layer;
    this.raised = raised;
    for (const choice of this.choices) choice.replaceChildren(...layer.sheets.map(({ title }, place) => make("option", { value: place }, `Kỳ ${title}`)));
    const before = kept ? layer.sheets.findIndex(({ title }) => title === kept) : after - 1;
    this.choices[1].selectedIndex = after;
    this.choices[0].selectedIndex = Math.max(0, before);
    this.draw();
    this.cut();
  }

  draw() {
    this.shown = this.choices.map(choice => choice.selectedIndex);
    [this.before, this.after].forEach((panel, side) => {
      panel.paint(this.layer.fills(this.shown[side]));
      panel.raise(this.raised);
      this.names[side].textContent = `Kỳ ${this.layer.sheets[this.shown[side]].title}`;
    });
    this.key.replaceChildren(keyOf(this.layer.shades, this.looks));
    this.after.see(this.after.box);
    this.before.see(this.after.box);
  }

  cut() {
    const at = Number(this.range.value);
    this.before.svg.style.clipPath = `inset(0 ${100 - at}% 0 0)`;
    this.divider.style.left = `${at}%`;
    this.range.setAttribute("aria-valuetext", `${at} % bên trái là kỳ trước`);
  }

  /** Both numbers on a commune, once the map is large enough for them. */
  told(index) {
    const { home, box } = this.after, isZoomed = home[2] - home[0] > ZOOMED * (box[2] - box[0]);
    if (!this.layer || !isZoomed || this.layer.outside.has(index)) return null;
    const [before, after] = this.shown.map(sheet => this.layer.text(sheet, index));
    return { name: this.nameOf(this.shapes.areas[index].code), value: `${before} → ${after}` };
  }

  remove() {
    this.before.remove();
    this.after.remove();
  }
}
