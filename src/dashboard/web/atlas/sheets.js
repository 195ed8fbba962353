// A sheet of values as fills and words: the same for every map that is not the board's own.

import { measured } from "../format.js";
import { classOf } from "../legend.js";

export class Sheets {
  /** A layer { shades, scale, sheets }; `outside` are positions that the filter leaves out. */
  constructor(layer, outside = []) {
    Object.assign(this, layer, { outside: new Set(outside) });
  }

  value(sheet, index) {
    const whole = this.sheets[sheet].values[index];
    return whole == null ? null : whole / this.scale;
  }

  /** What each commune of a sheet is filled with (Panel.paint). */
  fills(sheet) {
    const { values, partly } = this.sheets[sheet], hatched = new Set(partly), { limits, colours } = this.shades;
    return values.map((whole, index) => {
      if (this.outside.has(index)) return "outside";
      if (whole == null) return "missing";
      const colour = colours[classOf(limits, whole / this.scale)];
      return hatched.has(index) ? { partly: colour } : colour;
    });
  }

  /** The number on a commune: "68,3", "+0,8", "1.234". */
  text(sheet, index) {
    const value = this.value(sheet, index);
    return value == null ? "–" : measured(this.shades.unit, value).replace(/\s*(%|điểm)$/, "");
  }

  /** Communes in each class, those with a carrier missing, and those without a value, of a sheet. */
  held(sheet) {
    const { values, partly } = this.sheets[sheet], counts = this.shades.colours.map(() => 0);
    let missing = 0;
    values.forEach((whole, index) => {
      if (this.outside.has(index)) return;
      if (whole == null) missing += 1;
      else counts[classOf(this.shades.limits, whole / this.scale)] += 1;
    });
    return { counts, missing, partly: partly.length };
  }
}
