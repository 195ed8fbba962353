// Many small maps of the board's measure: the last twelve rounds, or each carrier; one legend, one zoom.

import { make } from "../format.js";
import { keyOf } from "./key.js";
import { seriesOf } from "./series.js";
import { SmallMaps } from "./small_maps.js";
import { Stage } from "./stage.js";

const BY = [["ky", "Theo kỳ"], ["nha-mang", "Theo nhà mạng"]];

export class View {
  constructor(board, figure) {
    this.stage = new Stage(board, figure);
    Object.assign(this, { board, by: BY[0][0] });
    this.buttons = BY.map(([by, words]) => {
      const made = make("button", { type: "button" }, words);
      made.addEventListener("click", () => { this.by = by; this.follow().catch(error => board.trouble(error)); });
      return made;
    });
    this.key = make("div");
    this.stage.bar.append(make("div", { className: "segments", role: "group", "aria-label": "Mỗi bản đồ nhỏ là" }, ...this.buttons), this.key);
  }

  async follow() {
    this.buttons.forEach((button, place) => button.setAttribute("aria-pressed", String(BY[place][0] === this.by)));
    const layer = await seriesOf(this.board, this.by);
    this.maps?.remove();
    const { host, shapes, looks } = this.stage;
    this.maps = new SmallMaps(host, { shapes, looks, layer, onOpen: code => this.board.open(code) });
    this.maps.refresh();
    this.key.replaceChildren(keyOf(layer.shades, looks));
  }

  close() {
    this.maps?.remove();
    this.stage.close();
  }
}
