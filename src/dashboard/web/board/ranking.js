// The table beside the map: the lowest communes, or all of them. It is also the keyboard's way to a commune.

import { count, make, measured } from "./format.js";

const SHORT_COUNT = window.innerHeight >= 1000 ? 18 : 10; // as many as stand beside the map without scrolling
const MOST_ROWS = 200; // of the country's 3,321, whose rows would take longer than a change of filter may; the tables have all

export class Ranking {
  /** `onOpen(code)` when a reader chooses a commune. */
  constructor(host, onOpen) {
    Object.assign(this, { onOpen, all: false });
    this.title = make("h3");
    this.more = make("button", { type: "button", className: "more" });
    this.more.addEventListener("click", () => { this.all = !this.all; this.fill(); });
    this.foot = make("small", { className: "foot", hidden: true }, "* chưa đủ nhà mạng báo cáo");
    this.head = make("tr");
    this.body = make("tbody");
    host.append(make("div", { className: "heading" }, this.title, this.more),
      make("div", { className: "scroll" }, make("table", {}, make("thead", {}, this.head), this.body)), this.foot);
  }

  show(measure, communes, opened) {
    Object.assign(this, { measure, communes, opened });
    this.fill();
  }

  fill() {
    const { measure, communes, opened } = this;
    const sign = measure.worst === "low" ? 1 : -1;
    const within = communes.filter(one => !one.outside);
    const known = within.filter(one => one.value != null).sort((a, b) => sign * (a.value - b.value));
    const unknown = within.filter(one => one.value == null);
    const shown = this.all ? [...known, ...unknown].slice(0, MOST_ROWS) : known.slice(0, SHORT_COUNT);
    const left = within.length > MOST_ROWS ? `${MOST_ROWS} nơi đầu trong ` : "";
    const largest = Math.max(1e-9, ...known.map(one => Math.abs(one.value)));
    this.title.textContent = this.all ? `${left}${count(within.length)} xã, phường` : measure.worstTitle;
    this.more.textContent = this.all ? `Chỉ ${SHORT_COUNT} nơi đầu` : left ? `Xem ${MOST_ROWS} nơi đầu` : `Xem cả ${count(within.length)}`;
    const second = measure.name === "unverified_count" ? "Tổng thuê bao" : "Chưa xác thực";
    this.head.replaceChildren(...["#", "Xã, phường", measure.shortLabel, second].map((text, column) =>
      make("th", { scope: "col", className: column === 1 ? "" : "number" }, text)));
    const focused = this.body.contains(document.activeElement) && document.activeElement.dataset.code;
    this.body.replaceChildren(...shown.map((one, index) => this.row(one, index, measure.unit ? 0 : largest, opened)));
    if (focused) this.body.querySelector(`[data-code="${focused}"]`)?.focus({ preventScroll: true });
    this.foot.hidden = !shown.some(one => one.partly);
    if (!shown.length) this.body.append(make("tr", {}, make("td", { colSpan: 4, className: "none" }, "Chưa có số liệu cho bộ lọc này")));
  }

  row(one, index, largest, opened) {
    const name = make("button", { type: "button", className: "link" }, one.name, one.partly ? make("sup", { title: "Chưa đủ nhà mạng" }, " *") : "");
    name.dataset.code = one.code;
    name.addEventListener("click", () => this.onOpen(one.code));
    const bar = make("i", { className: "bar" });
    bar.style.width = `${largest && one.value ? (100 * one.value) / largest : 0}%`; // counts only: rates differ too little to see
    const second = this.measure.name === "unverified_count" ? one.total : one.unverified;
    return make("tr", { className: one.code === opened ? "opened" : "" },
      make("td", { className: "number rank" }, one.value == null ? "" : String(index + 1)), make("td", {}, name),
      make("td", { className: "number value" }, bar, make("span", {}, measured(this.measure.unit, one.value))),
      make("td", { className: "number" }, count(second)));
  }
}
