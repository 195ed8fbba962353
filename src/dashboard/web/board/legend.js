// The legend: fixed classes, with how many communes and unverified subscribers stand in each.

import { count, make } from "./format.js";
import { missingFill, partlySample } from "./living_map.js";

/** Class of a value: how many of the limits it has reached (a limit belongs to the class above it). */
export const classOf = (limits, value) => limits.reduce((reached, limit) => reached + (value >= limit), 0);

export class Legend {
  constructor(host, looks) {
    Object.assign(this, { host, looks });
  }

  show(measure, communes) {
    const { classes } = measure;
    const within = communes.filter(one => !one.outside);
    const known = within.filter(one => one.value != null);
    const inClass = index => known.filter(one => classOf(classes.limits, one.value) === index);
    const rows = classes.labels.map((label, index) => {
      const held = inClass(index);
      const unverified = held.reduce((sum, one) => sum + one.unverified, 0);
      return { label, fill: classes.colours[index], mark: swatch(classes.colours[index]), communes: held.length, unverified };
    });
    const earlier = known.filter(one => one.since).length;
    const partly = known.filter(one => one.partly).length, missing = within.length - known.length;
    const { partly: partlyLook, missing: missingLook } = this.looks;
    if (partly) rows.push({ label: partlyLook.label, fill: partlySample, mark: hatched("transparent", "currentColor"), communes: partly });
    if (missing) rows.push({ label: missingLook.label, fill: missingFill, mark: hatched(missingLook.colour, missingLook.line), communes: missing });
    if (earlier) rows.push({ label: "trong đó có số của kỳ trước", fill: "none", mark: make("b"), communes: earlier });
    Object.assign(this, { measure, rows });
    const head = line(make("b"), make("strong", {}, measure.label), "xã, phường", "chưa xác thực");
    this.host.replaceChildren(make("ul", {}, head, ...rows.map(row =>
      line(row.mark, row.label, count(row.communes), row.unverified == null ? "" : count(row.unverified)))));
  }

  /** Title and rows as the picture of the map shows them. */
  forPicture() {
    const { label, unit } = this.measure;
    return { title: unit ? `${label} (${unit})` : label,
      rows: this.rows.map(row => ({ fill: row.fill.replaceAll('"', ""), label: row.label, held: count(row.communes) })) };
  }
}

const line = (mark, label, communes, people) => make("li", {}, mark, make("span", { className: "name" }, label),
  make("span", { className: "held" }, communes), make("span", { className: "held" }, people));

function swatch(colour) {
  const mark = make("i");
  mark.style.background = colour;
  return mark;
}

function hatched(ground, ink) {
  const mark = make("i");
  mark.style.background = `repeating-linear-gradient(135deg, ${ground} 0 4px, ${ink} 4px 6px)`;
  return mark;
}
