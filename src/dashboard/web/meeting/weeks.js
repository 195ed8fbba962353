// The weeks on the screen: played on the large map, two over one another, or twelve small ones.

import { make } from "../format.js";
import { Divided } from "../atlas/divided.js";
import { keyOf } from "../atlas/key.js";
import { Player } from "../atlas/player.js";
import { SmallMaps } from "../atlas/small_maps.js";

const WAYS = [["play", "Chạy"], ["swipe", "Trước – sau"], ["many", "12 kỳ"]];

export class Weeks {
  /** `draw(index)` paints a week on the large map; `show(host | null)` puts other maps in its place. */
  constructor(controls, { layer, shapes, looks, letters, nameOf, onOpen, draw, show, key }) {
    Object.assign(this, { layer, shapes, looks, letters, nameOf, onOpen, draw, show, key });
    this.bar = make("div", { className: "bar" });
    this.buttons = WAYS.map(([way, words]) => {
      const made = make("button", { type: "button" }, words);
      made.addEventListener("click", () => this.turn(way));
      return made;
    });
    controls.append(make("div", { className: "row", role: "group", "aria-label": "Cách xem các kỳ" }, ...this.buttons), this.bar);
  }

  turn(way) {
    this.clear();
    this.buttons.forEach((button, place) => button.setAttribute("aria-pressed", String(WAYS[place][0] === way)));
    this[way]();
  }

  play() {
    this.show(null);
    this.player = new Player(this.bar, this.layer.sheets.map(({ title }) => `Kỳ ${title}`), this.draw);
  }

  swipe() {
    const { shapes, looks, letters, nameOf, onOpen, layer } = this, host = make("div", { className: "divided" });
    this.show(host);
    this.divided = new Divided(host, this.bar, { shapes, looks, letters, nameOf, onOpen });
    this.divided.show(layer, layer.sheets.length - 1);
    this.key.replaceChildren(this.divided.key);
  }

  many() {
    const host = make("div", { className: "divided" });
    this.show(host);
    this.small = new SmallMaps(host, this);
    this.small.refresh();
    this.key.replaceChildren(keyOf(this.layer.shades, this.looks));
  }

  clear() {
    this.player?.stop();
    this.divided?.remove();
    this.small?.remove();
    Object.assign(this, { player: null, divided: null, small: null });
    this.bar.className = "bar";
    this.bar.replaceChildren();
  }
}
