// Headline figures with their change since the round before.

import { changed, count, day, make, percent } from "./format.js";

export class Cards {
  constructor(host, dictionary) {
    this.carriers = dictionary.carriers;
    this.cards = ["Tỷ lệ xác thực", "Chưa xác thực", "Khóa 1 chiều", "Khóa 2 chiều", "Nhà mạng đã báo cáo"].map(title => {
      const figure = make("b");
      const note = make("small");
      host.append(make("div", { className: "card" }, make("span", {}, title), figure, note));
      return { figure, note };
    });
  }

  show({ now, change, expected, reported, late, oldest }) {
    const [total, verified, unverified, oneWay, twoWay] = now ?? [];
    const figures = [percent(total ? (100 * verified) / total : null), count(unverified), count(oneWay), count(twoWay)];
    figures.forEach((text, index) => {
      this.cards[index].figure.textContent = text;
      this.cards[index].note.textContent = now ? this.changeNote(change, index) : "chưa có số liệu";
    });
    const last = this.cards.at(-1);
    const missing = this.named(expected & ~reported);
    last.figure.textContent = `${bits(reported)}/${bits(expected)}`;
    const notes = [missing.length ? `Thiếu: ${missing.join(", ")}` : "Đủ các nhà mạng"];
    if (missing.length && oldest) notes.push(`có số của kỳ ${day(oldest)}`);
    if (late) notes.push(`muộn: ${this.named(late).join(", ")}`);
    last.note.textContent = notes.join(" · ");
    last.note.parentNode.classList.toggle("warning", missing.length > 0);
  }

  /** Like for like: only pairs of commune and carrier reported in both rounds are compared (decision 0006). */
  changeNote(change, index) {
    if (!change) return "chưa có kỳ trước để so";
    const part = change.compared < change.reported ? ` (so được ${percent((100 * change.compared) / change.reported)} số liệu)` : "";
    return `${changed(index ? "" : "%", change.values[index])} so với ${day(change.since).slice(0, 5)}${index ? "" : part}`;
  }

  named(mask) {
    return this.carriers.filter((_, bit) => mask & (1 << bit)).map(carrier => carrier.name);
  }
}

export const bits = mask => [...mask.toString(2)].filter(bit => bit === "1").length;
