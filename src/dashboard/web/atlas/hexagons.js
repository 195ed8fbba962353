// The equal-area view: a hexagon per commune in its place, so that a ward counts as much as a large mountain commune.

import { make, measured } from "../format.js";
import { HERE, json } from "../loading.js";
import { Labels } from "./labels.js";
import { element, Panel, zoomButtons } from "./panel.js";
import { Stage } from "./stage.js";

const SIZE = 10; // units from the centre of a hexagon to its corner
const ACROSS = Math.sqrt(3) * SIZE, DOWN = 1.5 * SIZE;
const LETTERS = [9, 16]; // pixels, the least and the most: as large as a number with a decimal has room for
const PLACED = "Mỗi xã, phường một ô bằng nhau, đặt gần chỗ thật nhất có thể. Hai ô cạnh nhau chưa chắc là láng giềng.";
const MARGIN = SIZE;

export class View {
  constructor(board, figure) {
    this.stage = new Stage(board, figure);
    figure.classList.add("with-legend");
    this.stage.bar.append(make("span", {}, PLACED));
    Object.assign(this, { board, figure });
  }

  async follow() {
    const cells = await json(`${HERE}atlas/hexagons.json`);
    if (this.closed) return;
    this.panel ??= this.draw(cells);
    this.panel.paint(this.board.fills());
    this.panel.raise(this.board.params.get("xa"));
    this.panel.see(this.panel.box);
  }

  draw(cells) {
    const { board, stage: { host, looks } } = this;
    if (board.codes.some(code => !cells[code])) throw new Error("ranh giới đang dùng có xã, phường chưa có ô");
    const labels = new Labels(index => this.wordsOf(index), () => this.letters(), () => [...host.querySelectorAll(".atlas-zoom")]);
    const panel = new Panel(host, shapesOf(board.codes, cells), looks, { label: "Bản đồ ô đều: mỗi xã, phường một ô bằng nhau", labels, onOpen: code => board.open(code) });
    host.append(zoomButtons(() => panel));
    panel.svg.addEventListener("pointermove", event => board.hover(board.codes[event.target.dataset.index] ?? null, event.clientX, event.clientY));
    panel.svg.addEventListener("pointerleave", () => board.hover(null));
    return panel;
  }

  letters() {
    return Math.min(LETTERS[1], Math.max(LETTERS[0], ACROSS * this.panel.frame().scale * 0.36));
  }

  wordsOf(index) {
    const one = this.board.state.communes[index];
    if (one.outside || one.value == null) return null;
    return { name: one.name.replace(/^(Xã|Phường) /, ""), value: measured(this.board.measure.unit, one.value).replace(/\s*(%|điểm)$/, "") };
  }

  /** What a picture of the map shows instead of the board's own. */
  drawing() {
    const copy = element("svg"), { width, height } = this.panel.frame();
    const [map, words] = [this.panel.svg, this.panel.words].map(part => part.cloneNode(true));
    map.setAttribute("style", "stroke: #ffffff; stroke-width: .4px"); // a file has no style sheet
    words.setAttribute("style", "fill: #101010; font-weight: 650; paint-order: stroke; stroke: #ffffff; stroke-width: 2.6px; stroke-linejoin: round");
    copy.append(map, words);
    return { drawn: copy, width, height };
  }

  close() {
    this.closed = true;
    this.board.hover(null);
    this.panel?.remove();
    this.stage.close();
    this.figure.classList.remove("with-legend");
  }
}

/** Outlines as a Panel wants them: corners up, odd rows half a hexagon to the right. */
function shapesOf(codes, cells) {
  const areas = codes.map(code => hexagon(code, cells[code]));
  const [left, top, right, bottom] = [0, 1, 2, 3].map(side => (side < 2 ? Math.min : Math.max)(...areas.map(area => area.box[side])));
  return { box: [left - MARGIN, top - MARGIN, right + MARGIN, bottom + MARGIN], areas };
}

function hexagon(code, [column, row]) {
  const x = (column + (row % 2) / 2) * ACROSS, y = row * DOWN;
  const corners = [0, 1, 2, 3, 4, 5].map(side => (Math.PI / 3) * side + Math.PI / 6).map(turn => [x + SIZE * Math.cos(turn), y + SIZE * Math.sin(turn)]);
  const d = `M${corners.map(corner => corner.map(value => value.toFixed(3)).join()).join("L")}Z`;
  return { code, d, box: [x - ACROSS / 2, y - SIZE, x + ACROSS / 2, y + SIZE], anchor: () => [x, y] };
}
