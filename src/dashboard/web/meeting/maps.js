// The map beside the words: one panel that stays alive from page to page, small ones for carriers, a player for weeks.

import { make } from "../format.js";
import { keyOf, pinKey } from "../atlas/key.js";
import { Labels } from "../atlas/labels.js";
import { Panel, zoomButtons } from "../atlas/panel.js";
import { shapesOf } from "../atlas/shapes.js";
import { Sheets } from "../atlas/sheets.js";
import { SmallMaps } from "../atlas/small_maps.js";
import { Weeks } from "./weeks.js";

const SMALLEST = 18; // pixels: nothing in the room is smaller

export class Maps {
  constructor(host, { polygons, around, agenda, dictionary, onOpen }) {
    Object.assign(this, { host, dictionary, sheet: 0, shapes: shapesOf(polygons, around.layer.bounds), onOpen });
    this.codes = this.shapes.areas.map(area => area.code);
    this.layers = Object.fromEntries(Object.entries(agenda.layers).map(([name, layer]) => [name, new Sheets(layer, agenda.outside)]));
    this.layer = this.layers.rate; // a meeting may be opened again on a page without a map
    this.single = make("div", { className: "single" });
    this.frame = make("div", { className: "frame" });
    this.aside = make("div", { className: "aside" });
    this.several = make("div", { className: "several", hidden: true });
    this.controls = make("div", { className: "controls", hidden: true });
    host.append(this.single, this.several, this.controls, this.aside);
    this.single.append(this.frame);
    const over = () => [...this.single.querySelectorAll(".atlas-zoom, .locator:not([hidden])")];
    const labels = new Labels(index => this.labelOf(index), () => Math.max(SMALLEST, this.letters()), over);
    this.panel = new Panel(this.frame, this.shapes, dictionary.looks, { label: "Bản đồ các xã, phường", onOpen, labels });
    this.single.append(zoomButtons(() => this.panel));
    this.locator = new Panel(this.single.appendChild(make("div", { className: "locator" })), this.shapes, dictionary.looks, { label: "Vị trí trong tỉnh" });
  }

  letters() {
    return parseFloat(getComputedStyle(this.host).fontSize);
  }

  labelOf(index) {
    if (this.layer.outside.has(index)) return null;
    return { name: this.nameOf(this.codes[index]), value: this.layer.text(this.sheet, index) };
  }

  nameOf(code) {
    return (this.dictionary.communes[code]?.name ?? code).replace(/^(Xã|Phường) /, "");
  }

  show(step) {
    this.weeks?.clear();
    this.host.hidden = !step.layer;
    if (!step.layer) return;
    this.layer = this.layers[step.layer];
    const isMany = step.layer === "carriers";
    this.other(null);
    this.single.hidden = isMany;
    this.several.hidden = !isMany;
    this.controls.hidden = step.layer !== "weeks";
    if (isMany) return this.showSeveral();
    this.panel.raise(step.focus);
    this.panel.pin(step.pins);
    this.locator.host.hidden = !step.focus;
    if (step.focus) this.locate(step.focus);
    if (step.layer === "weeks") this.playWeeks();
    else this.paint(0);
    if (step.pins.length) this.aside.append(pinKey("có buổi hỗ trợ sắp tới"));
    this.panel.see(step.focus ? this.panel.around(step.focus) : this.panel.home);
  }

  paint(sheet) {
    this.sheet = sheet;
    this.panel.paint(this.layer.fills(sheet));
    this.aside.replaceChildren(keyOf(this.layer.shades, this.dictionary.looks, this.layer.held(sheet)));
  }

  /** Where in the province the close-up is. */
  locate(code) {
    this.locator.paint(this.codes.map(one => (one === code ? "#d8602a" : "outside")));
    this.locator.raise(code);
    this.locator.see(this.locator.home);
  }

  playWeeks() {
    this.weeks ??= new Weeks(this.controls, {
      layer: this.layer, shapes: this.shapes, looks: this.dictionary.looks, letters: () => Math.max(SMALLEST, this.letters()), onOpen: this.onOpen,
      nameOf: code => this.nameOf(code), draw: index => { this.paint(index); this.panel.see(this.panel.box); }, show: host => this.other(host), key: this.aside,
    });
    this.weeks.turn("play");
  }

  /** Maps of another kind in the place of the large one, or the large one again. */
  other(host) {
    this.single.querySelector(".divided")?.remove();
    this.single.classList.toggle("with-other", Boolean(host));
    if (host) this.single.append(host);
  }

  /** What the first turn to a page would have to wait for, made while the first page is read. */
  prepare() {
    for (const area of this.shapes.areas) area.anchor();
    this.makeSeveral();
  }

  makeSeveral() {
    this.small ??= new SmallMaps(this.several, { shapes: this.shapes, looks: this.dictionary.looks, layer: this.layers.carriers, onOpen: this.onOpen });
  }

  showSeveral() {
    this.makeSeveral();
    this.aside.replaceChildren(keyOf(this.layer.shades, this.dictionary.looks));
    this.small.refresh();
  }

  remove() {
    this.weeks?.clear();
    for (const panel of [this.panel, this.locator]) panel.remove();
    this.small?.remove();
  }
}
