// The bar of filters. It writes the address and says that it changed; the server reads the address.

import { day, fold, make } from "./format.js";

const KINDS = [["", "Tất cả"], ["xa", "Xã"], ["phuong", "Phường"]];
const BASES = [["", "Chỉ kỳ này"], ["gan-nhat", "Số gần nhất"]];
const SUGGESTIONS_MOST = 8;

export class Filters {
  /** `onChange(params)` gets the new URLSearchParams after every act of the reader. */
  constructor(host, dictionary, rounds, onChange, { ofCommune = false } = {}) {
    Object.assign(this, { dictionary, onChange, params: new URLSearchParams() });
    this.names = Object.entries(dictionary.communes).map(([code, commune]) => ({
      code, name: commune.name, kind: commune.kind,
      search: [fold(commune.name), code, ...commune.old.map(fold)].join(" | "), old: commune.old,
    }));
    this.round = make("select", { id: "filter-round" });
    this.setRounds(rounds);
    this.earlier = make("button", { type: "button", title: "Kỳ trước", "aria-label": "Kỳ trước" }, "‹");
    this.later = make("button", { type: "button", title: "Kỳ sau", "aria-label": "Kỳ sau" }, "›");
    this.carriers = [choice("", "Tất cả"), ...dictionary.carriers.map(carrier => choice(carrier.code, carrier.name))];
    this.kinds = KINDS.map(([key, label]) => choice(key, label));
    this.bases = BASES.map(([key, label]) => choice(key, label));
    this.measure = make("select", { id: "filter-measure" },
      ...Object.values(dictionary.measures).map(measure => make("option", { value: measure.key }, measure.label)));
    this.question = make("button", { type: "button", title: "Chỉ số này nghĩa là gì?", "aria-label": "Chỉ số này nghĩa là gì?", "aria-expanded": "false" }, "?");
    this.meaning = make("p", { className: "meaning", hidden: true });
    host.append(...this.layout(ofCommune), this.meaning);
    this.listen();
  }

  setRounds(rounds) {
    this.round.replaceChildren(...[...rounds].reverse().map(round => make("option", { value: round }, day(round))));
  }

  layout(ofCommune) {
    const parts = [
      field("Kỳ báo cáo", make("div", { className: "stepper" }, this.earlier, this.round, this.later), "filter-round"),
    ];
    if (!ofCommune) parts.push(field("Chỉ số", make("div", { className: "stepper" }, this.measure, this.question), "filter-measure"));
    parts.push(group("Nhà mạng", "chips", this.carriers));
    if (!ofCommune) parts.push(group("Loại", "segments", this.kinds));
    parts.push(group("Số liệu", "segments", this.bases), field("Tìm xã, phường", this.searchBox(), "filter-search"));
    return parts;
  }

  listen() {
    this.round.addEventListener("change", () => this.set("tuan", this.round.value));
    this.question.addEventListener("click", () => {
      this.meaning.hidden = !this.meaning.hidden;
      this.question.setAttribute("aria-expanded", String(!this.meaning.hidden));
    });
    this.measure.addEventListener("change", () => this.set("chi-so", this.measure.value));
    this.earlier.addEventListener("click", () => this.step(1));
    this.later.addEventListener("click", () => this.step(-1));
    this.kinds.forEach(button => button.addEventListener("click", () => this.set("loai", button.value)));
    this.bases.forEach(button => button.addEventListener("click", () => this.set("so-lieu", button.value)));
    this.carriers.forEach(button => button.addEventListener("click", () => this.toggleCarrier(button.value)));
  }

  step(by) {
    const index = this.round.selectedIndex + by;
    if (index < 0 || index >= this.round.options.length) return;
    this.round.selectedIndex = index;
    this.set("tuan", this.round.value);
  }

  /** "Tất cả" or some: the first carrier chosen stands alone, others join or leave; with none or all it is "Tất cả". */
  toggleCarrier(code) {
    const all = this.dictionary.carriers.map(carrier => carrier.code);
    const now = this.params.get("nha-mang")?.split(",") ?? [];
    const next = !code ? [] : now.includes(code) ? now.filter(one => one !== code) : [...now, code];
    this.set("nha-mang", next.length === all.length ? "" : all.filter(one => next.includes(one)).join(","));
  }

  set(key, value) {
    const params = new URLSearchParams(this.params);
    if (value) params.set(key, value);
    else params.delete(key);
    this.onChange(params);
  }

  /** Show what an address says. */
  show(params) {
    this.params = params;
    this.round.value = params.get("tuan");
    this.earlier.disabled = this.round.selectedIndex >= this.round.options.length - 1;
    this.later.disabled = this.round.selectedIndex <= 0;
    this.measure.value = params.get("chi-so") ?? this.measure.options[0].value;
    const shown = Object.values(this.dictionary.measures).find(measure => measure.key === this.measure.value);
    this.meaning.replaceChildren(make("b", {}, `${shown.label}: `), shown.meaning.filter(Boolean).join(" "));
    const chosen = params.get("nha-mang")?.split(",") ?? [""];
    this.carriers.forEach(button => press(button, chosen.includes(button.value)));
    this.kinds.forEach(button => press(button, button.value === (params.get("loai") ?? "")));
    this.bases.forEach(button => press(button, button.value === (params.get("so-lieu") ?? "")));
  }

  searchBox() {
    const list = make("ul", { id: "filter-found", role: "listbox", hidden: true, "aria-label": "Xã, phường tìm thấy" });
    const input = make("input", {
      id: "filter-search", type: "search", placeholder: "tên, tên cũ hoặc mã", autocomplete: "off", role: "combobox",
      "aria-expanded": "false", "aria-controls": "filter-found", "aria-autocomplete": "list",
    });
    const pick = code => {
      input.value = "";
      suggest(list, input, []);
      this.set("xa", code);
    };
    input.addEventListener("input", () => suggest(list, input, this.find(input.value), pick));
    input.addEventListener("keydown", event => walk(event, list, input));
    input.addEventListener("blur", () => setTimeout(() => suggest(list, input, []), 150));
    return make("div", { className: "search" }, input, list);
  }

  /** Communes whose name, code or old communes' names hold the text; exact accents first, then names before old names. */
  find(text) {
    const wanted = fold(text);
    if (!wanted) return [];
    const spoken = text.trim().toLowerCase().normalize("NFC");
    const ranked = this.names.filter(one => one.search.includes(wanted))
      .map(one => ({ ...one, rank: rankOf(one, wanted, spoken) }));
    return ranked.sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name, "vi"))
      .slice(0, SUGGESTIONS_MOST)
      .map(found => ({ ...found, hint: fold(found.name).includes(wanted) ? found.code : found.old.find(old => fold(old).includes(wanted)) ?? found.code }));
  }
}

/** Exact accents before none, names before old names, beginnings of words before their middles. */
function rankOf({ name, kind }, wanted, spoken) {
  const bare = name.slice(kind.length + 1), folded = fold(bare);
  const misses = [
    !name.toLowerCase().includes(spoken), !fold(name).includes(wanted) || !(folded.includes(wanted) || wanted.includes(" ")),
    !(` ${folded}`.includes(` ${wanted}`) || fold(name).startsWith(wanted)), !folded.startsWith(wanted),
  ];
  return misses.reduce((rank, miss) => rank * 2 + Number(miss), 0);
}

function suggest(list, input, found, pick) {
  list.replaceChildren(...found.map((one, index) => {
    const item = make("li", { role: "option", id: `found-${one.code}`, "aria-selected": String(index === 0) },
      one.name, make("small", {}, one.hint));
    item.addEventListener("mousedown", event => { event.preventDefault(); pick(one.code); });
    item.pick = () => pick(one.code);
    return item;
  }));
  if (input.value && !found.length && pick) list.append(make("li", { className: "none" }, "Không tìm thấy xã, phường nào"));
  list.hidden = !list.children.length;
  input.setAttribute("aria-expanded", String(!list.hidden));
  input.setAttribute("aria-activedescendant", list.querySelector("[aria-selected=true]")?.id ?? "");
}

function walk(event, list, input) {
  const items = [...list.querySelectorAll("[role=option]")];
  const at = items.findIndex(item => item.getAttribute("aria-selected") === "true");
  if (event.key === "Escape") { input.value = ""; list.hidden = true; return; }
  if (!items.length || at < 0) return;
  if (event.key === "Enter") { event.preventDefault(); items[at].pick(); return; }
  const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
  if (next == null) return;
  event.preventDefault();
  const to = (next + items.length) % items.length;
  items.forEach((item, index) => item.setAttribute("aria-selected", String(index === to)));
  input.setAttribute("aria-activedescendant", items[to].id);
}

const choice = (value, label) => make("button", { type: "button", value, "aria-pressed": "false" }, label);
const press = (button, on) => button.setAttribute("aria-pressed", String(on));
const field = (label, control, id) =>
  make("div", { className: "field" }, make("label", { for: id }, label), control);
const group = (label, className, buttons) =>
  make("div", { className: "field", role: "group", "aria-label": label },
    make("span", { className: "label" }, label), make("div", { className }, ...buttons));
