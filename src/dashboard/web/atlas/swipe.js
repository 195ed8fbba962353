// Before and after on the board: the round of the filters over one before it.

import { Divided } from "./divided.js";
import { seriesOf } from "./series.js";
import { Stage } from "./stage.js";

const LETTERS = 14; // pixels

export class View {
  constructor(board, figure) {
    this.stage = new Stage(board, figure);
    this.board = board;
    const { host, bar, shapes, looks } = this.stage, { communes } = board.dictionary;
    this.divided = new Divided(host, bar, {
      shapes, looks, letters: () => LETTERS, nameOf: code => communes[code]?.name ?? code, onOpen: code => board.open(code),
    });
  }

  async follow() {
    const layer = await seriesOf(this.board, "ky");
    const now = layer.keys.indexOf(this.board.params.get("tuan"));
    this.divided.show(layer, now < 0 ? layer.keys.length - 1 : now, this.board.params.get("xa"));
  }

  close() {
    this.divided.remove();
    this.stage.close();
  }
}
