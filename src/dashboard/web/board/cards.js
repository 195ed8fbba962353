// Headline figures with their change since the round before.

import { changed, count, make, percent } from "./format.js";

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

  show({ now, change, expected, reported }) {
    const [total, verified, unverified, oneWay, twoWay] = now ?? [];
    const figures = [percent(total ? (100 * verified) / total : null), count(unverified), count(oneWay), count(twoWay)];
    figures.forEach((text, index) => {
      this.cards[index].figure.textContent = text;
      this.cards[index].note.textContent = changed(index ? "" : "%", change?.[index]) || "chưa có kỳ trước để so";
    });
    const missing = this.carriers.filter((_, bit) => expected & ~reported & (1 << bit)).map(carrier => carrier.name);
    const last = this.cards.at(-1);
    last.figure.textContent = `${bits(reported)}/${bits(expected)}`;
    last.note.textContent = missing.length ? `Thiếu: ${missing.join(", ")}` : "Đủ các nhà mạng";
    last.note.parentNode.classList.toggle("warning", missing.length > 0);
  }
}

export const bits = mask => [...mask.toString(2)].filter(bit => bit === "1").length;
