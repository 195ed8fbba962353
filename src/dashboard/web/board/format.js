// Vietnamese numbers, dates and folded text, the same on every part of the board.

const whole = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 0 });
// Ties go to the even digit, as in measures/wording.py, so that page, command line and documents agree.
const tenth = new Intl.NumberFormat("vi-VN", { minimumFractionDigits: 1, maximumFractionDigits: 1, roundingMode: "halfEven" });

export const count = value => (value == null ? "–" : whole.format(value));
export const percent = value => (value == null ? "–" : `${tenth.format(value)} %`);
export const day = iso => iso.split("-").reverse().join("/");

/** A measure's value with its unit: "85,3 %", "1.234", "+0,8 điểm". */
export function measured(unit, value) {
  if (value == null) return "–";
  if (unit === "%") return percent(value);
  if (unit === "điểm %") return `${value > 0 ? "+" : value < 0 ? "−" : ""}${tenth.format(Math.abs(value))} điểm`;
  return count(value);
}

/** A change since the round before, with an arrow that needs no colour to be read. */
export function changed(unit, value) {
  if (value == null) return "";
  const size = unit === "%" ? `${tenth.format(Math.abs(value))} điểm` : count(Math.abs(value));
  const shown = unit === "%" ? Math.abs(value) >= 0.05 : value !== 0;
  return shown ? `${value > 0 ? "▲" : "▼"} ${size}` : "không đổi";
}

/** Lower case, no accents, one space: what a search compares. */
export const fold = text =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase().replace(/\s+/g, " ").trim();

/** An element with properties and children: `make("b", { className: "x" }, "text", child)`. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes("-") || name === "role" || name === "for") element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children);
  return element;
}
