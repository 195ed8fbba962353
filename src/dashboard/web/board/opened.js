// The card of the commune that was clicked: its figures, by carrier and over the weeks.

import { count, day, make, percent } from "./format.js";

const HEAD = [["Nhà mạng", "Nhà mạng"], ["Tỷ lệ", "Tỷ lệ xác thực"], ["Chưa XT", "Thuê bao chưa xác thực"],
  ["Khóa 1C", "Thuê bao bị khóa 1 chiều"], ["Khóa 2C", "Thuê bao bị khóa 2 chiều"]];
const WIDTH = 280, HEIGHT = 56;

/** Elements of the card; `figures` has rows per carrier and a rate per round (null where nothing was reported). */
export function openedCard(commune, figures, dictionary, { onClose, pageUrl }) {
  const close = make("button", { type: "button", className: "close", "aria-label": "Đóng", title: "Đóng" }, "×");
  close.addEventListener("click", onClose);
  const { total, verified } = summed(figures.carriers);
  return [
    make("div", { className: "heading" }, make("h3", {}, commune.name), close),
    make("p", { className: "big" }, make("b", {}, percent(total ? (100 * verified) / total : null)), " đã xác thực"),
    make("p", {}, total ? `${count(total - verified)} chưa xác thực trong ${count(total)} thuê bao` : "Chưa có nhà mạng nào báo cáo"),
    commune.outside ? make("p", { className: "none" }, "Nằm ngoài bộ lọc Loại đang chọn") : "",
    trend(figures.rounds, figures.rates),
    make("table", {},
      make("thead", {}, make("tr", {}, ...HEAD.map(([text, title], column) =>
        make("th", { scope: "col", className: column ? "number" : "", title }, text)))),
      make("tbody", {}, ...figures.carriers.map(row => carrierRow(row, dictionary)))),
    make("a", { className: "go", href: pageUrl, target: "_self" }, "Xem theo nhà mạng và theo kỳ →"),
    make("a", { className: "go", href: `/ho-tro?xa=${commune.code}`, target: "_self" }, "Bố trí buổi hỗ trợ →"),
  ];
}

/** All carriers together; whatever kind the filter asks for, the commune itself is shown whole. */
function summed(carriers) {
  const known = carriers.filter(([, total]) => total != null);
  const sum = place => known.reduce((whole, row) => whole + row[place], 0);
  return { total: sum(1), verified: sum(2) };
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
