// Two rounds over one another, divided by a bar that the reader moves; both have one zoom and one legend.

import { day, make } from "../format.js";
import { keyOf } from "./key.js";
import { Labels } from "./labels.js";
import { Panel, zoomButtons } from "./panel.js";
import { seriesOf } from "./series.js";
import { Stage } from "./stage.js";

const LETTERS = 14; // pixels
const HALF = 50;
const ZOOMED = 2; // times the whole province

export class View {
  constructor(board, figure) {
    this.stage = new Stage(board, figure);
    this.board = board;
    const { host, shapes, looks } = this.stage;
    const labels = new Labels(index => this.told(index), () => LETTERS, () => [...host.querySelectorAll(".atlas-zoom")]);
    const onOpen = code => board.open(code);
    this.after = new Panel(host, shapes, looks, { label: "Bản đồ kỳ sau", labels, onOpen, onView: box => this.before.see(box) });
    this.before = new Panel(host, shapes, looks, { label: "Bản đồ kỳ trước", onOpen, onView: box => this.after.see(box) });
    this.before.svg.classList.add("cut");
    this.divider = make("div", { className: "divider", "aria-hidden": "true" });
    this.range = make("input", { type: "range", min: 0, max: 100, step: 1, value: HALF, "aria-label": "Thanh chia giữa hai kỳ" });
    this.range.addEventListener("input", () => this.cut());
    this.choices = [this.choice("Kỳ trước"), this.choice("Kỳ sau")];
    this.names = [make("b", { className: "name-before" }), make("b", { className: "name-after" })];
    this.key = make("div");
    host.append(this.after.words, this.divider, ...this.names, zoomButtons(() => this.after));
    this.drag(host);
    this.stage.bar.append(this.choices[0], this.range, this.choices[1], this.key);
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

  /** The round of the filters stands after; before it the one chosen, at first the round before. */
  async follow() {
    const kept = this.choices[0].value;
    this.layer = await seriesOf(this.board, "ky");
    for (const choice of this.choices) choice.replaceChildren(...this.layer.keys.map(key => make("option", { value: key }, `Kỳ ${day(key)}`)));
    const now = Math.max(0, this.layer.keys.indexOf(this.board.params.get("tuan")));
    this.choices[1].selectedIndex = now;
    this.choices[0].selectedIndex = Math.max(0, kept ? this.layer.keys.indexOf(kept) : now - 1);
    this.draw();
    this.cut();
  }

  draw() {
    this.sheets = this.choices.map(choice => choice.selectedIndex);
    const [before, after] = this.sheets;
    this.before.paint(this.layer.fills(before));
    this.after.paint(this.layer.fills(after));
    for (const panel of [this.before, this.after]) panel.raise(this.board.params.get("xa"));
    this.names.forEach((name, side) => { name.textContent = `Kỳ ${this.layer.sheets[this.sheets[side]].title}`; });
    this.key.replaceChildren(keyOf(this.layer.shades, this.stage.looks));
    this.after.see(this.after.box);
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
    const [before, after] = this.sheets.map(sheet => this.layer.text(sheet, index));
    return { name: this.board.dictionary.communes[this.stage.shapes.areas[index].code]?.name ?? "", value: `${before} → ${after}` };
  }

  close() {
    this.before.remove();
    this.after.remove();
    this.stage.close();
  }
}
