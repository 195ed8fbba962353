// Other ways to look at the same figures: play the rounds, two rounds over one another, many maps. Their code is fetched
// when a reader asks for it (web/atlas/), so the board itself stays as light as it was.

import { make } from "./format.js";

const WAYS = [
  ["play", "▶ Các kỳ", "Chạy bản đồ qua các kỳ", () => import("./atlas/over_time.js")],
  ["swipe", "◐ Trước – sau", "Kéo thanh chia để so hai kỳ", () => import("./atlas/swipe.js")],
  ["many", "▦ Nhiều bản đồ", "Mỗi kỳ hoặc mỗi nhà mạng một bản đồ nhỏ", () => import("./atlas/many.js")],
  ["hexagons", "⬡ Ô đều", "Mỗi xã, phường một ô bằng nhau", () => import("./atlas/hexagons.js")],
  ["circles", "◯ Số người", "Thêm vòng tròn: diện tích theo số thuê bao chưa xác thực", () => import("./atlas/circles.js")],
  ["marks", "⚑ Hỗ trợ", "Hiện buổi hỗ trợ, hội trường, điểm phục vụ trên bản đồ", () => import("./atlas/marks.js")],
];

export class Views {
  /** `board` says what is looked at and is painted again at the end; `figure` holds its map. */
  constructor(board, figure) {
    Object.assign(this, { board, figure, open: null });
    this.buttons = WAYS.map(([name, words, title, get]) => {
      const made = make("button", { type: "button", title, "aria-pressed": "false" }, words);
      made.addEventListener("click", () => (this.name === name ? this.close() : this.show(name, get)));
      return made;
    });
    figure.append(make("div", { className: "views", role: "group", "aria-label": "Cách xem bản đồ" }, ...this.buttons));
    figure.addEventListener("keydown", event => { if (event.key === "Escape" && this.name) this.close(); });
  }

  async show(name, get) {
    this.close();
    this.name = name;
    this.press();
    try {
      const [{ View }] = await Promise.all([get(), styles()]);
      if (this.name !== name) return; // another was asked for meanwhile
      this.open = new View(this.board, this.figure);
      await this.open.follow();
    } catch (error) {
      this.close();
      this.board.trouble(error);
    }
  }

  /** What hovering over a commune says while another round is painted; nothing where the board's own is. */
  told(code) {
    return code && this.open?.told?.(code);
  }

  /** What a picture of the map shows instead of the board's own; nothing where that is it. */
  drawing() {
    return this.open?.drawing?.();
  }

  /** Rows that a picture of the map needs beside the legend's own. */
  rowsForPicture() {
    return this.open?.rowsForPicture?.() ?? [];
  }

  /** The filters have changed: what is open follows them. */
  follow() {
    this.open?.follow().catch(error => this.board.trouble(error));
  }

  close() {
    this.open?.close();
    Object.assign(this, { open: null, name: null });
    this.press();
    this.board.paint();
  }

  press() {
    this.buttons.forEach((button, place) => button.setAttribute("aria-pressed", String(WAYS[place][0] === this.name)));
  }
}

let asked = null;
const styles = () => (asked ??= new Promise((loaded, failed) => {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL("atlas/atlas.css", import.meta.url).href });
  Object.assign(link, { onload: loaded, onerror: () => failed(new Error("thiếu một phần của trang")) });
  document.head.append(link);
}));
