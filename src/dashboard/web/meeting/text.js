// The words beside the map: a sentence, figures to be read from the back of the room, lists, reasons.

import { make, percent } from "../format.js";
import { decisionsPage, decidedHere } from "./decisions.js";

const WIDTH = 600, HEIGHT = 120;

export class Text {
  /** `onOpen(code)` for a commune in a list, `say(said)` what people do with decisions, `go(id)` to a page. */
  constructor(host, acts) {
    Object.assign(this, { host, acts });
  }

  show(step, live) {
    if (step.kind === "decisions") return this.host.replaceChildren(...decisionsPage(live, this.acts));
    const now = this.restatedOn(step, live.since);
    this.host.replaceChildren(...[
      make("p", { className: step.focus ? "place" : "message" }, step.message),
      step.figures.length ? make("div", { className: "figures" }, ...step.figures.map(figure => figureOf(figure, now[figure.key]))) : "",
      ...decidedHere(live, step),
      step.bars.length ? make("div", { className: "lists" }, ...step.bars.map(bars => this.list(bars, step, live.since))) : "",
      step.points.length ? make("ul", { className: "points" }, ...step.points.map(point => make("li", {}, point))) : "",
      step.trend ? trendOf(step.trend) : "",
    ].filter(Boolean));
    this.host.scrollTop = 0;
  }

  /** Whether there is more than fits. */
  scrolls() {
    return this.host.scrollHeight > this.host.clientHeight + 2;
  }

  scroll(by) {
    this.host.scrollBy({ top: by * this.host.clientHeight * 0.4 });
  }

  /** What the figures of a page read now, by key, where they were restated. */
  restatedOn(step, since) {
    return (step.focus ? since.communes?.[step.focus] : since.figures) ?? {};
  }

  list({ title, rows }, step, since) {
    const now = key => (step.focus || !key ? null : since.carriers?.[key] ?? since.communes?.[key]?.verified_pct_change);
    const lines = rows.map(row => {
      const isCommune = /^\d{5}$/.test(row.key);
      const name = isCommune ? make("button", { type: "button", className: "link" }, row.name) : make("span", {}, row.name);
      if (isCommune) name.addEventListener("click", () => this.acts.onOpen(row.key));
      const bar = make("i");
      bar.style.width = `${row.share_pct ?? 0}%`;
      const again = now(row.key);
      return make("li", { className: row.share_pct == null ? "bare" : "" }, bar, make("span", { className: "name" }, name), make("b", {}, row.text),
        make("small", {}, row.note, again ? make("em", {}, ` nay ${again}`) : ""));
    });
    return make("section", { className: "list" }, make("h2", {}, title), make("ul", {}, ...lines));
  }
}

function figureOf({ label, text, note }, now) {
  const [, number, unit] = /^(.*?)(\s(?:điểm\s)?%)?$/.exec(text); // the unit is smaller: the number is what is read from afar
  return make("div", { className: "figure" }, make("span", {}, label), make("b", {}, number, unit ? make("small", {}, unit) : ""), make("small", {}, note),
    now ? make("em", { className: "now" }, `Đã đính chính, nay là ${now}`) : "");
}

function trendOf({ days, rates_pct: rates, label }) {
  const known = rates.filter(rate => rate != null), low = Math.min(...known), span = Math.max(Math.max(...known) - low, 1);
  const x = index => 8 + (index / Math.max(rates.length - 1, 1)) * (WIDTH - 16);
  const y = rate => HEIGHT - 12 - ((rate - low) / span) * (HEIGHT - 24);
  let pen = "M";
  const line = rates.map((rate, index) => {
    if (rate == null) { pen = "M"; return ""; }
    const point = `${pen}${x(index).toFixed(1)},${y(rate).toFixed(1)}`;
    pen = "L";
    return point;
  }).join("");
  const figure = make("figure", { className: "trend", role: "img", "aria-label": label });
  figure.innerHTML = `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none"><path d="${line}" fill="none" stroke="currentColor" stroke-width="5" vector-effect="non-scaling-stroke"/></svg>`;
  figure.append(make("figcaption", {}, make("span", {}, `${days[0]}: ${percent(known[0])}`), make("span", {}, `${days.at(-1)}: ${percent(known.at(-1))}`)));
  return figure;
}
