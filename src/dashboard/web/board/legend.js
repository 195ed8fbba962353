// The legend: fixed classes, with how many communes and unverified subscribers stand in each.

import { count, make } from "./format.js";

/** Class of a value: how many of the limits it has reached (a limit belongs to the class above it). */
export const classOf = (limits, value) => limits.reduce((reached, limit) => reached + (value >= limit), 0);

export class Legend {
  constructor(host, looks) {
    Object.assign(this, { host, looks });
  }

  show(measure, communes) {
    const { classes } = measure;
    const held = classes.labels.map(() => ({ communes: 0, unverified: 0 }));
    let missing = 0, partly = 0;
    for (const commune of communes.filter(one => !one.outside)) {
      if (commune.value == null) { missing += 1; continue; }
      const box = held[classOf(classes.limits, commune.value)];
      box.communes += 1;
      box.unverified += commune.unverified;
      partly += commune.partly;
    }
    const rows = classes.labels.map((label, index) =>
      row(swatch(classes.colours[index]), label, String(held[index].communes), count(held[index].unverified)));
    if (partly) rows.push(row(hatched(this.looks.partly, "partly"), this.looks.partly.label, String(partly), ""));
    if (missing) rows.push(row(hatched(this.looks.missing, "missing"), this.looks.missing.label, String(missing), ""));
    const head = row(make("b"), make("strong", {}, measure.label), "xã, phường", "chưa xác thực");
    this.host.replaceChildren(make("ul", {}, head, ...rows));
  }
}

const row = (mark, label, communes, people) => make("li", {}, mark, make("span", { className: "name" }, label),
  make("span", { className: "held" }, communes), make("span", { className: "held" }, people));

function swatch(colour) {
  const mark = make("i");
  mark.style.background = colour;
  return mark;
}

function hatched(look, kind) {
  const mark = make("i");
  const ground = kind === "partly" ? "transparent" : look.colour;
  const line = kind === "partly" ? "currentColor" : look.line;
  mark.style.background = `repeating-linear-gradient(135deg, ${ground} 0 4px, ${line} 4px 6px)`;
  return mark;
}
