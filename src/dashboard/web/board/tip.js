// What hovering over a commune says.

import { bits } from "./cards.js";
import { count, day, make, measured, percent } from "./format.js";

const AWAY = 16; // pixels from the pointer

export class Tip {
  constructor(host, carriers) {
    Object.assign(this, { host, carriers });
    host.hidden = true;
  }

  /** Show a commune's figures beside the pointer, or hide for none. */
  show(one, { measure, round, expected }, x, y) {
    this.host.hidden = !one;
    if (!one) return;
    const lines = one.lines ?? this.lines(one, measure, round, expected);
    this.host.replaceChildren(make("b", {}, one.name), ...lines.map(line => make("div", {}, line)));
    this.host.style.left = `${Math.min(x + AWAY, window.innerWidth - this.host.offsetWidth - AWAY)}px`;
    this.host.style.top = `${Math.min(y + AWAY, window.innerHeight - this.host.offsetHeight - AWAY)}px`;
  }

  lines(one, measure, round, expected) {
    if (one.outside) return ["Ngoài bộ lọc"];
    if (!one.present) return ["Chưa có nhà mạng nào báo cáo"];
    const own = ["verified_pct", "unverified_count"].includes(measure.name)
      ? [] : [`${measure.label}: ${measured(measure.unit, one.value)}`];
    return [
      ...own, `${percent(one.rate)} đã xác thực`,
      `${count(one.verified)} / ${count(one.total)} thuê bao, còn ${count(one.unverified)}`,
      `${bits(one.mask)}/${bits(expected)} nhà mạng${one.partly ? ` (thiếu ${this.missing(one, expected)})` : ""}`,
      `Kỳ ${day(round)}${one.since ? `, có số của kỳ ${day(one.since)}` : ""}`,
    ];
  }

  missing(one, expected) {
    return this.carriers.filter((_, bit) => expected & ~one.mask & (1 << bit)).map(carrier => carrier.name).join(", ");
  }
}
