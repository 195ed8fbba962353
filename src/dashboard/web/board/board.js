// The board: filters, headline, living map, legend and ranking as one component. Streamlit mounts it with the
// figures of the address; after that a filter change is one small GET of ours, kept by the browser for as long as
// the data do not change, and Streamlit need not run (docs/decisions/0008).

import { Cards, bits } from "./cards.js";
import { Filters } from "./filters.js";
import { day, make, measured, percent, count } from "./format.js";
import { Legend, classOf } from "./legend.js";
import { LivingMap, missingFill, partlyFill, partlyId } from "./living_map.js";
import { openedCard } from "./opened.js";
import { decode, decodeHeader } from "./payload.js";
import { mapAsSvg, save, svgAsPng } from "./picture.js";
import { decode as decodePolygons } from "./polygons.js";
import { Ranking } from "./ranking.js";
import { Sketch } from "./sketch.js";

const HERE = new URL(".", import.meta.url).href;
const boards = new WeakMap();
const fetched = new Map();
const once = (url, get) => fetched.get(url) ?? (fetched.set(url, get()), fetched.get(url));
const json = url => once(url, async () => (await fetch(url)).json());
const plotly = () => once("plotly", async () => {
  if (!window.Plotly) await addToHead(make("script", { src: `${HERE}plotly.min.js` }));
  return window.Plotly;
});
const contextUrl = header => `/context/${header.version}.json`;
const stylesheet = () => once("css", () => addToHead(make("link", { rel: "stylesheet", href: `${HERE}board.css` })));

const addToHead = element => new Promise((loaded, failed) => {
  Object.assign(element, { onload: loaded, onerror: failed });
  document.head.append(element);
});

export default function ({ data, parentElement, setStateValue }) {
  let board = boards.get(parentElement);
  if (!board) boards.set(parentElement, (board = new Board(parentElement, decodeHeader(data))));
  board.tell = params => setStateValue("address", params.toString());
  board.mounted(data);
}

class Board {
  constructor(parent, header) {
    this.parent = parent;
    this.ready = this.build(header);
    this.ready.catch(error => this.fail(error));
  }

  async build(header) {
    if (header.layout !== "filters") plotly();
    const [dictionary, context] = await Promise.all([json(`${HERE}dictionary.json`), json(contextUrl(header)), stylesheet()]);
    const polygons = decodePolygons(await json(context.layer.url));
    Object.assign(this, { dictionary, context, codes: polygons.features.map(area => area.id) });
    const parts = Object.fromEntries(["filters", "notice", "cards", "plot", "legend", "side", "tools", "tip"].map(name => [name, make("div", { className: name })]));
    this.parts = parts;
    const figure = make("figure", { className: "map", role: "group" }, parts.plot, parts.legend, parts.tools, this.zoomButtons());
    this.root = make("section", { className: `board ${header.layout}` }, parts.filters, parts.notice, parts.cards,
      make("div", { className: "main" }, figure, parts.side), parts.tip);
    parts.plot.id = "commune-map";
    parts.tip.hidden = true;
    this.parent.append(this.root);
    this.filters = new Filters(parts.filters, dictionary, context.rounds, params => this.go(params),
      { ofCommune: header.layout === "filters" });
    this.cards = new Cards(parts.cards, dictionary);
    this.legend = new Legend(parts.legend, dictionary.looks);
    this.addTools(parts.tools);
    this.sheet = make("div", { className: "ranking" });
    this.card = make("div", { className: "opened", hidden: true });
    parts.side.append(this.card, this.sheet);
    this.ranking = new Ranking(this.sheet, code => this.open(code));
    const wanted = location.search.includes("tuan=") ? null : kept(); // from another page of ours
    this.read(this.latest);
    if (wanted) this.go(new URLSearchParams(wanted));
    if (header.layout !== "filters") await this.drawMap(polygons);
  }

  async drawMap(polygons) {
    const sketch = new Sketch(this.parts.plot, polygons, this.context.layer.bounds, code => this.open(code));
    this.map = sketch; // stands in until plotly has been read, which takes a cold browser a second or two
    this.paint();
    const map = new LivingMap(this.parts.plot, {
      Plotly: await plotly(), polygons, bounds: this.context.layer.bounds, looks: this.dictionary.looks,
      topologyUrl: HERE, onOpen: code => this.open(code), onHover: (code, x, y) => this.hover(code, x, y),
    });
    await map.draw();
    this.map = map;
    sketch.remove();
    this.paint();
    this.parts.plot.dataset.alive = "true";
  }

  /** A run of the page brought a payload: the first, or that of a page entered again. */
  async mounted(data) {
    this.latest = data;
    if (!this.state) return this.ready;
    this.read(data);
    this.paint();
  }

  /** Fetch what an address asks for and show it; only the last of several answers counts. */
  async fetchFigures(params) {
    const asked = (this.asked = `/board/${this.state.version}?layout=${this.state.layout}&${params}`);
    const answer = await fetch(asked);
    if (!answer.ok) throw new Error(`máy chủ trả lời ${answer.status}`);
    const data = new Uint8Array(await answer.arrayBuffer());
    if (asked !== this.asked) return;
    if (decodeHeader(data).version !== this.state.version) await this.renew(decodeHeader(data));
    this.read(data);
    this.paint();
  }

  /** New reports came in meanwhile: rounds and marks are read again; a new layer needs a new page. */
  async renew(header) {
    const context = await json(contextUrl(header));
    if (context.layer.url !== this.context.layer.url) location.reload();
    this.context = context;
    this.filters.setRounds(context.rounds);
  }

  /** Take a payload in and show all of it but the map. */
  read(data) {
    const state = decode(data, this.codes);
    const params = new URLSearchParams(state.query);
    const measure = Object.values(this.dictionary.measures).find(one => one.key === (params.get("chi-so") ?? "ty-le"));
    const kind = { xa: "xã", phuong: "phường" }[params.get("loai")];
    state.communes.forEach(one => complete(one, measure, this.dictionary.communes[one.code], kind));
    Object.assign(this, { state, params, measure });
    keepInAddress(params);
    this.filters.show(params);
    this.cards.show(state);
    this.legend.show(measure, state.communes);
    this.ranking.show(measure, state.communes, params.get("xa"));
    this.showOpened();
    this.showNotice();
  }

  paint() {
    if (!this.map) return;
    const { limits, colours } = this.measure.classes;
    this.map.opened = this.params.get("xa");
    this.map.paint(this.state.communes.map(one => {
      if (one.outside) return "transparent";
      if (one.value == null) return missingFill;
      const colour = colours[classOf(limits, one.value)];
      return one.partly ? partlyFill(colour) : colour;
    }));
    this.parts.plot.setAttribute("role", "img");
    this.parts.plot.setAttribute("aria-label",
      `Bản đồ ${this.measure.label.toLowerCase()} theo xã, phường, kỳ ${day(this.params.get("tuan"))}; bảng bên cạnh có cùng số liệu`);
    this.parts.plot.dataset.stamp = `${this.state.version} ${this.state.query}`;
  }

  showNotice() {
    const marks = [];
    if (this.context.is_simulated) marks.push(make("strong", { className: "simulated" }, "SỐ LIỆU MÔ PHỎNG"));
    if (this.context.layer.is_schematic) marks.push(make("span", { className: "schematic" }, this.context.layer.note));
    marks.push(make("span", {}, this.state.cutoff ? `Số liệu nhận đến ${this.state.cutoff}` : "Chưa nhận báo cáo nào cho kỳ này"));
    this.parts.notice.replaceChildren(...marks);
  }

  showOpened() {
    const code = this.params.get("xa");
    const commune = this.state.communes.find(one => one.code === code);
    this.card.hidden = !commune || !this.state.opened;
    if (this.card.hidden) return this.card.replaceChildren();
    this.card.replaceChildren(...openedCard(commune, this.state.opened, this.dictionary,
      { onClose: () => this.open(null), pageUrl: `${this.context.commune_page}?${this.params}` }));
  }

  /** A filter was changed: the address says so at once, the server answers with figures. */
  go(params) {
    keepInAddress(params);
    this.filters.show(params);
    if (this.state.layout === "filters") return this.tell(params);
    return this.fetchFigures(params).catch(error => this.say(`Không lấy được số liệu: ${error.message}. Hãy thử lại.`));
  }

  say(words) {
    this.parts.notice.prepend(make("strong", { className: "trouble", role: "alert" }, words));
  }

  open(code) {
    const params = new URLSearchParams(this.params);
    if (code) params.set("xa", code);
    else params.delete("xa");
    this.map?.open(code);
    this.go(params);
  }

  hover(code, x, y) {
    const tip = this.parts.tip;
    const one = code && this.state.communes.find(commune => commune.code === code);
    tip.hidden = !one;
    if (!one) return;
    tip.replaceChildren(make("b", {}, one.name), ...this.hoverLines(one).map(line => make("div", {}, line)));
    const { innerWidth, innerHeight } = window;
    tip.style.left = `${Math.min(x + 16, innerWidth - tip.offsetWidth - 8)}px`;
    tip.style.top = `${Math.min(y + 16, innerHeight - tip.offsetHeight - 8)}px`;
  }

  hoverLines(one) {
    if (one.outside) return ["Ngoài bộ lọc"];
    if (!one.present) return ["Chưa có nhà mạng nào báo cáo"];
    const rate = one.total ? (100 * one.verified) / one.total : null;
    const lines = [`${percent(rate)} đã xác thực`, `${count(one.verified)} / ${count(one.total)} thuê bao, còn ${count(one.unverified)}`];
    if (!["verified_pct", "unverified_count"].includes(this.measure.name))
      lines.unshift(`${this.measure.label}: ${measured(this.measure.unit, one.value)}`);
    lines.push(`${bits(one.mask)}/${bits(this.state.expected)} nhà mạng${one.partly ? ` (thiếu ${this.missingNames(one)})` : ""}`);
    lines.push(`Kỳ ${day(this.params.get("tuan"))}${one.since ? `, có số của kỳ ${day(one.since)}` : ""}`);
    return lines;
  }

  missingNames(one) {
    return this.dictionary.carriers.filter((_, bit) => (this.state.expected & ~one.mask) & (1 << bit)).map(carrier => carrier.name).join(", ");
  }

  zoomButtons() {
    const button = (label, title, act) => {
      const made = make("button", { type: "button", title, "aria-label": title }, label);
      made.addEventListener("click", act);
      return made;
    };
    return make("div", { className: "zoom" }, button("+", "Phóng to", () => this.map.zoom(1.6)),
      button("−", "Thu nhỏ", () => this.map.zoom(1 / 1.6)), button("⤢", "Toàn tỉnh", () => this.map.whole()));
  }

  addTools(host) {
    const act = (label, run) => {
      const button = make("button", { type: "button" }, label);
      button.addEventListener("click", async () => {
        button.disabled = true;
        try { await run(); } finally { button.disabled = false; }
      });
      return button;
    };
    const table = kind => make("a", { className: "button", role: "button" }, kind === "xlsx" ? "Bảng Excel" : "Bảng CSV");
    this.tables = { xlsx: table("xlsx"), csv: table("csv") };
    for (const [kind, link] of Object.entries(this.tables))
      link.addEventListener("click", () => { link.href = `/export/communes.${kind}?${this.params}`; });
    Object.values(this.tables).forEach(link => { link.href = "#"; });
    host.append(make("span", { className: "label" }, "Tải về:"), act("Ảnh PNG", () => this.picture("png")), act("Ảnh SVG", () => this.picture("svg")),
      this.tables.xlsx, this.tables.csv, act("Chép liên kết", () => navigator.clipboard?.writeText(location.href)));
  }

  async picture(kind) {
    const words = await (await fetch(`/export/words?${this.params}`)).json();
    const svg = mapAsSvg(this.map, words, this.legendRows());
    const blob = kind === "svg" ? new Blob([svg], { type: "image/svg+xml" }) : await svgAsPng(svg);
    save(blob, `${words.file_name}.${kind}`);
  }

  legendRows() {
    const { classes, label, unit } = this.measure;
    const within = this.state.communes.filter(one => !one.outside);
    const number = test => String(within.filter(test).length);
    const rows = classes.labels.map((name, index) => ({
      fill: classes.colours[index], label: name, held: number(one => one.value != null && classOf(classes.limits, one.value) === index),
    }));
    if (within.some(one => one.partly)) rows.push({ fill: `url(#${partlyId(classes.colours[0])})`, label: this.dictionary.looks.partly.label, held: number(one => one.partly) });
    if (within.some(one => one.value == null)) rows.push({ fill: "url(#look-missing)", label: this.dictionary.looks.missing.label, held: number(one => one.value == null) });
    return { title: unit ? `${label} (${unit})` : label, rows };
  }

  fail(error) {
    this.parent.append(make("p", { className: "board-failed", role: "alert" },
      `Không vẽ được bản đồ: ${error.message}. Hãy tải lại trang; nếu vẫn vậy, xem mục «Khi có sự cố» trong hướng dẫn.`));
    throw error;
  }
}

/** What the measure says of a commune, under its name, and whether the filter leaves it out. */
function complete(one, measure, named, kind) {
  one.name = named?.name ?? one.code;
  one.outside = Boolean(kind && named?.kind !== kind);
  if (!one.present) one.value = null;
  else if (measure.name === "verified_pct") one.value = one.total ? (100 * one.verified) / one.total : null;
  else if (measure.name === "unverified_count") one.value = one.unverified;
  else one.value = one.extra == null ? null : one.extra / measure.scale;
}

/** The address shows the selection, and this tab remembers it for the other pages. */
function keepInAddress(params) {
  const query = `?${params.toString().replaceAll("%2C", ",")}`;
  if (location.search !== query) history.replaceState(history.state, "", query);
  sessionStorage.setItem("address", query);
}

const kept = () => sessionStorage.getItem("address");
