// The card of the commune that was clicked: its figures, by carrier and over the weeks.

import { count, day, make, percent } from "./format.js";

const WIDTH = 280, HEIGHT = 56;

/** Elements of the card; `figures` has rows per carrier and a rate per round (null where nothing was reported). */
export function openedCard(commune, figures, dictionary, { onClose, pageUrl }) {
  const close = make("button", { type: "button", className: "close", "aria-label": "Đóng", title: "Đóng" }, "×");
  close.addEventListener("click", onClose);
  const rate = commune.total ? (100 * commune.verified) / commune.total : null;
  return [
    make("div", { className: "heading" }, make("h3", {}, commune.name), close),
    make("p", { className: "big" }, make("b", {}, percent(rate)), " đã xác thực"),
    make("p", {}, `${count(commune.unverified)} chưa xác thực trong ${count(commune.total)} thuê bao`),
    trend(figures.rounds, figures.rates),
    make("table", {},
      make("thead", {}, make("tr", {}, ...["Nhà mạng", "Tỷ lệ", "Chưa XT", "Khóa 1C", "Khóa 2C"].map((text, column) =>
        make("th", { scope: "col", className: column ? "number" : "" }, text)))),
      make("tbody", {}, ...figures.carriers.map(row => carrierRow(row, dictionary)))),
    make("a", { className: "go", href: pageUrl, target: "_self" }, "Xem theo nhà mạng và theo tuần →"),
  ];
}

function carrierRow([code, total, verified, oneWay, twoWay, since], dictionary) {
  const name = dictionary.carriers.find(carrier => carrier.code === code)?.name ?? code;
  const cells = total == null
    ? [make("td", { colSpan: 4, className: "none" }, "chưa báo cáo")]
    : [percent(total ? (100 * verified) / total : null), count(total - verified), count(oneWay), count(twoWay)]
      .map(text => make("td", { className: "number" }, text));
  const dated = since ? make("small", {}, ` số của kỳ ${day(since)}`) : "";
  return make("tr", {}, make("td", {}, name, dated), ...cells);
}

function trend(rounds, rates) {
  const known = rates.filter(rate => rate != null);
  if (known.length < 2) return make("p", { className: "none" }, "Chưa đủ hai kỳ để vẽ diễn biến");
  const low = Math.min(...known), high = Math.max(...known), span = Math.max(high - low, 1);
  const x = index => (index / Math.max(rates.length - 1, 1)) * (WIDTH - 8) + 4;
  const y = rate => HEIGHT - 6 - ((rate - low) / span) * (HEIGHT - 12);
  const paths = runs(rates).map(run => `M${run.map(index => `${x(index).toFixed(1)},${y(rates[index]).toFixed(1)}`).join("L")}`);
  const label = `Diễn biến tỷ lệ từ ${day(rounds[0])} đến ${day(rounds.at(-1))}: từ ${percent(known[0])} đến ${percent(known.at(-1))}`;
  const figure = make("div", { className: "trend", role: "img", "aria-label": label });
  figure.innerHTML = `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="100%" height="${HEIGHT}"><path d="${paths.join("")}" fill="none" stroke="currentColor" stroke-width="2"/></svg>`;
  figure.append(make("small", {}, `${day(rounds[0])}: ${percent(known[0])}`), make("small", {}, `${day(rounds.at(-1))}: ${percent(known.at(-1))}`));
  return figure;
}

/** Stretches of rounds without a gap. */
function runs(rates) {
  const found = [[]];
  rates.forEach((rate, index) => (rate == null ? found.push([]) : found.at(-1).push(index)));
  return found.filter(run => run.length);
}
