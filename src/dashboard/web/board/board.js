// The board: filters, headline, living map, legend and ranking as one component. Streamlit mounts it with the
// figures of the address; after that a filter change is one small GET of ours, kept by the browser for as long as
// the data do not change, and Streamlit need not run (docs/decisions/0008).

import { fromPageBefore, keepInAddress } from "./address.js";
import { Cards } from "./cards.js";
import { Filters } from "./filters.js";
import { day, make } from "./format.js";
import { Legend, classOf } from "./legend.js";
import { LivingMap, painted } from "./living_map.js";
import { HERE, json, plotly, stylesheet } from "./loading.js";
import { openedCard } from "./opened.js";
import { decode, decodeHeader } from "./payload.js";
import { decode as decodePolygons } from "./polygons.js";
import { Ranking } from "./ranking.js";
import { Saved } from "./saved.js";
import { Sketch } from "./sketch.js";
import { Tip } from "./tip.js";
import { Tools } from "./tools.js";
import { Views } from "./views.js";

const KINDS = { xa: "xã", phuong: "phường" };
const PARTS = ["filters", "notice", "cards", "plot", "legend", "zoom", "tools", "side", "tip"];
const boards = new WeakMap();
const contextOf = header => json(`/context/${header.version}.json`);

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  let board = boards.get(parentElement);
  if (!board) boards.set(parentElement, (board = new Board(parentElement, data)));
  board.tell = params => setStateValue("address", params.toString());
  board.say = said => setTriggerValue("view", said);
  board.mounted(data);
  return () => board.map?.remove(); // when the page is left
}

class Board {
  constructor(parent, data) {
    Object.assign(this, { parent, latest: data });
    this.build(decodeHeader(data)).catch(error => this.fail(error));
  }

  async build(header) {
    this.layout = header.layout;
    const [dictionary, context] = await Promise.all([json(`${HERE}dictionary.json`), contextOf(header), stylesheet()]);
    const topology = await json(context.layer.url);
    Object.assign(this, { dictionary, context, topology, codes: topology.objects.communes.geometries.map(area => area.id) });
    if (!context.layer.is_large) this.polygons = decodePolygons(topology);
    this.furnish();
    const wanted = fromPageBefore();
    this.read(this.latest);
    if (wanted) this.go(wanted);
    if (this.hasMap) await (this.living = this.polygons ? this.drawMap(this.polygons) : this.drawLargeMap());
  }

  get hasMap() {
    return this.layout !== "filters";
  }

  furnish() {
    const parts = Object.fromEntries(PARTS.map(name => [name, make("div", { className: name })]));
    const { filters, notice, cards, plot, legend, zoom, tools, side, tip } = (this.parts = parts);
    plot.id = "commune-map";
    this.card = make("div", { className: "opened", hidden: true });
    const sheet = make("div", { className: "ranking" });
    side.append(this.card, sheet);
    const under = make("div", { className: "under" }, notice);
    const figure = make("figure", { className: "map" }, plot, legend, tools, zoom);
    this.parent.append(make("section", { className: `board ${this.layout}` }, filters, under, cards,
      make("div", { className: "main" }, figure, side), tip));
    this.filters = new Filters(filters, this.dictionary, this.context.rounds, params => this.go(params), { ofCommune: !this.hasMap });
    this.saved = new Saved(under, said => this.say(said), () => ({ page: location.pathname.slice(1), query: location.search }), { hasTools: this.hasMap });
    this.cards = new Cards(cards, this.dictionary);
    this.legend = new Legend(legend, this.dictionary.looks);
    this.ranking = new Ranking(sheet, code => this.open(code));
    this.tip = new Tip(tip, this.dictionary.carriers);
    this.tools = new Tools(tools, async () => ({ drawing: this.views?.drawing() ?? (await this.living).drawing(), legend: this.pictured() }));
    zoom.append(...zoomButtons(() => this.map));
    if (this.hasMap && this.polygons) this.views = new Views(this, figure);
  }

  /** The legend as a picture of the map shows it. */
  pictured() {
    const { title, rows } = this.legend.forPicture();
    return { title, rows: [...rows, ...(this.views?.rowsForPicture() ?? [])] };
  }

  /** The living map; a sketch stands in until plotly has been read. */
  async drawMap(polygons) {
    const { bounds } = this.context.layer, onOpen = code => this.open(code);
    const sketch = (this.map = new Sketch(this.parts.plot, polygons, bounds, onOpen));
    this.paint();
    await nextFrame(); // reading plotly takes a second in which nothing else is drawn
    const map = new LivingMap(this.parts.plot, {
      Plotly: await plotly(), polygons, bounds, looks: this.dictionary.looks, topologyUrl: HERE, onOpen,
      onHover: (code, x, y) => this.hover(code, x, y),
    });
    await map.draw();
    this.map = map;
    sketch.remove();
    this.paint();
    this.parts.plot.dataset.alive = "true";
    return map;
  }

  /** A layer too large for SVG, the whole country, on canvas; without the other ways to look, which are SVG too. */
  async drawLargeMap() {
    const { CanvasMap } = await import("./atlas/canvas_map.js");
    const map = (this.map = new CanvasMap(this.parts.plot, {
      topology: this.topology, bounds: this.context.layer.bounds, looks: this.dictionary.looks,
      legend: this.parts.legend, onOpen: code => this.open(code), onHover: (code, x, y) => this.hover(code, x, y),
    }));
    this.paint();
    this.parts.plot.dataset.alive = "true";
    return map;
  }

  /** A run of the page brought a payload: the first, or one for a page whose own parts follow the filters. */
  mounted(data) {
    this.latest = data;
    if (!this.state) return;
    this.saved.refresh();
    if (this.hasMap && decodeHeader(data).query !== this.state.query) return; // Streamlit knows the address that was opened
    this.read(data);
    this.paint();
  }

  /** Fetch what an address asks for and show it; only the last of several answers counts. */
  async fetchFigures(params) {
    const asked = (this.asked = `/board/${this.state.version}?layout=${this.layout}&${params}`);
    const answer = await fetch(asked);
    if (!answer.ok) throw new Error(`máy chủ trả lời ${answer.status}`);
    const data = new Uint8Array(await answer.arrayBuffer());
    if (asked !== this.asked) return;
    const header = decodeHeader(data);
    if (header.version !== this.state.version) await this.renew(header);
    this.read(data);
    this.paint();
    this.views?.follow();
  }

  /** New reports came in meanwhile: rounds and marks are read again; a new layer needs a new page. */
  async renew(header) {
    const context = await contextOf(header);
    if (context.layer.url !== this.context.layer.url) location.reload();
    this.context = context;
    this.filters.setRounds(context.rounds);
  }

  /** Take a payload in and show all of it but the map. */
  read(data) {
    const state = decode(data, this.codes);
    const params = new URLSearchParams(state.query);
    const measure = Object.values(this.dictionary.measures).find(one => one.key === (params.get("chi-so") ?? "ty-le"));
    const kind = KINDS[params.get("loai")];
    state.communes.forEach(one => complete(one, measure, this.dictionary.communes[one.code], kind));
    Object.assign(this, { state, params, measure });
    keepInAddress(params);
    this.filters.show(params);
    this.cards.show(state);
    this.legend.show(measure, state.communes);
    this.ranking.show(measure, state.communes, params.get("xa"));
    this.tools.show(params);
    this.showOpened();
    this.showNotice();
  }

  /** How each commune is filled (living_map.js, painted). */
  fills() {
    const { limits, colours } = this.measure.classes;
    return this.state.communes.map(one => {
      if (one.outside) return "outside";
      if (one.value == null) return "missing";
      const colour = colours[classOf(limits, one.value)];
      return one.partly ? { partly: colour } : colour;
    });
  }

  /** The tip over a commune, or none for null. */
  hover(code, x, y) {
    this.tip.show(this.views?.told(code) ?? this.communeOf(code),
      { measure: this.measure, round: this.params.get("tuan"), expected: this.state.expected }, x, y);
  }

  paint() {
    if (!this.map) return;
    this.map.opened = this.params.get("xa");
    this.map.paint(this.fills().map(painted));
    const { plot } = this.parts;
    plot.setAttribute("role", "img");
    plot.setAttribute("aria-label",
      `Bản đồ: ${this.measure.label} theo xã, phường, kỳ ${day(this.params.get("tuan"))}; bảng bên cạnh có cùng số liệu`);
    plot.dataset.stamp = `${this.state.version} ${this.state.query}`;
  }

  showNotice() {
    const { is_simulated: isSimulated, layer } = this.context;
    const marks = [make("span", {}, this.state.cutoff ? `Số liệu nhận đến ${this.state.cutoff}` : "Chưa nhận báo cáo nào cho kỳ này")];
    if (layer.is_schematic && this.hasMap) marks.unshift(make("span", { className: "schematic" }, layer.note));
    if (isSimulated) marks.unshift(make("strong", { className: "simulated" }, this.state.mixed ? "LẪN SỐ LIỆU THẬT VÀ MÔ PHỎNG" : "SỐ LIỆU MÔ PHỎNG"));
    this.parts.notice.replaceChildren(...marks);
  }

  showOpened() {
    const commune = this.communeOf(this.params.get("xa"));
    this.card.hidden = !commune || !this.state.opened;
    if (this.card.hidden) return this.card.replaceChildren();
    this.card.replaceChildren(...openedCard(commune, this.state.opened, this.dictionary,
      { onClose: () => this.open(null), pageUrl: `${this.context.commune_page}?${this.params}` }));
  }

  communeOf(code) {
    return code && this.state.communes.find(one => one.code === code);
  }

  /** A filter was changed: the figures are asked for, and while they travel the address and the filters say what is asked. */
  go(params) {
    const asked = this.hasMap ? this.fetchFigures(params).catch(error => this.trouble(error)) : null;
    keepInAddress(params);
    this.filters.show(params);
    return asked ?? this.tell(params);
  }

  trouble(error) {
    this.parts.notice.prepend(make("strong", { className: "trouble", role: "alert" }, `Không lấy được số liệu: ${error.message}. Hãy thử lại.`));
  }

  open(code) {
    const params = new URLSearchParams(this.params);
    if (code) params.set("xa", code);
    else params.delete("xa");
    this.map?.open(code);
    this.go(params);
  }

  fail(error) {
    this.parent.append(make("p", { className: "board-failed", role: "alert" },
      `Không vẽ được bản đồ: ${error.message}. Hãy tải lại trang; nếu vẫn vậy, xem mục «Khi có sự cố» trong hướng dẫn.`));
    throw error;
  }
}

const nextFrame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));

/** What the measure says of a commune, under its name, and whether the filter leaves it out. */
function complete(one, measure, named, kind) {
  one.name = named?.name ?? one.code;
  one.outside = Boolean(kind && named?.kind !== kind);
  one.rate = one.total ? (100 * one.verified) / one.total : null;
  if (!one.present) one.value = null;
  else if (measure.name === "verified_pct") one.value = one.rate;
  else if (measure.name === "unverified_count") one.value = one.unverified;
  else one.value = one.extra == null ? null : one.extra / measure.scale;
}

function zoomButtons(map) {
  const button = (label, title, act) => {
    const made = make("button", { type: "button", title, "aria-label": title }, label);
    made.addEventListener("click", act);
    return made;
  };
  return [button("+", "Phóng to", () => map().zoom(1.6)), button("−", "Thu nhỏ", () => map().zoom(1 / 1.6)),
    button("⤢", "Toàn tỉnh", () => map().whole())];
}
