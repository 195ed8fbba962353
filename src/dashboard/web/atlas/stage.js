// A place over the board's map for maps of another kind; the board's own waits underneath with its zoom.

import { make } from "../format.js";
import { shapesOf } from "./shapes.js";

export class Stage {
  constructor(board, figure) {
    Object.assign(this, { board, figure, plot: figure.querySelector("#commune-map") });
    this.host = make("div", { className: "plot series" });
    this.bar = make("div", { className: "series-bar" });
    this.plot.before(this.host);
    figure.querySelector(".tools").before(this.bar);
    figure.classList.add("with-stage");
    this.shapes = shapesOf(board.polygons, board.context.layer.bounds);
    this.looks = board.dictionary.looks;
  }

  close() {
    this.host.remove();
    this.bar.remove();
    this.figure.classList.remove("with-stage");
  }
}
