// Plays the rounds on the board's own map: zoom and the opened commune stay, each frame only recolours.

import { painted } from "../living_map.js";
import { make, measured } from "../format.js";
import { keyOf } from "./key.js";
import { Player } from "./player.js";
import { seriesOf } from "./series.js";

export class View {
  constructor(board, figure) {
    Object.assign(this, { board, figure });
    this.bar = make("div", { className: "series-bar" });
    this.key = make("div", { className: "series-key" });
    this.stay = make("button", { type: "button", title: "Đưa bộ lọc về kỳ đang thấy" }, "Mở kỳ này");
    this.stay.addEventListener("click", () => board.filters.set("tuan", figure.dataset.frame));
    figure.querySelector(".tools").before(this.bar);
    figure.append(this.key);
    figure.classList.add("with-series");
  }

  async follow() {
    const layer = await seriesOf(this.board, "ky");
    this.player?.stop();
    this.bar.replaceChildren();
    this.layer = layer;
    this.player = new Player(this.bar, layer.sheets.map(sheet => `Kỳ ${sheet.title}`), index => this.draw(index));
    const now = layer.keys.indexOf(this.board.params.get("tuan"));
    if (now >= 0) this.player.show(now);
    this.bar.append(this.stay);
  }

  draw(index) {
    const { layer, board } = this;
    board.map.paint(layer.fills(index).map(painted));
    this.key.replaceChildren(keyOf(layer.shades, board.dictionary.looks, layer.held(index)));
    this.figure.dataset.frame = layer.keys[index];
    this.stay.disabled = layer.keys[index] === board.params.get("tuan");
  }

  /** The tip over a commune: the figure of the round that is painted. */
  told(code) {
    const index = this.board.codes.indexOf(code), { layer } = this, { at } = this.player;
    if (layer.outside.has(index)) return null;
    const { unit, label } = layer.shades, name = this.board.dictionary.communes[code]?.name ?? code;
    return { name, lines: [`${label}: ${measured(unit, layer.value(at, index))}`, `Kỳ ${layer.sheets[at].title}`] };
  }

  close() {
    this.player?.stop();
    this.bar.remove();
    this.key.remove();
    this.figure.classList.remove("with-series");
    delete this.figure.dataset.frame;
  }
}
