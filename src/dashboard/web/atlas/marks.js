// Support on the board's map: sessions, halls and carriers' points over whatever measure is shown.

import { count, make } from "../format.js";

const KINDS = [ // from below to above
  ["halls", "Hội trường", { symbol: "square", color: "#3d4852", size: 6 }],
  ["points", "Điểm của nhà mạng", { symbol: "diamond", color: "#0b5394", size: 9 }],
  ["sessions", "Buổi hỗ trợ sắp tới", { symbol: "circle", color: "#1b7f3b", size: 12 }],
  ["held", "Buổi đã thực hiện", { symbol: "circle", color: "#8a5a00", size: 10 }],
];

export class View {
  constructor(board, figure) {
    Object.assign(this, { board, bar: make("div", { className: "atlas-key marks", role: "status" }), traces: 0 });
    figure.append(this.bar);
  }

  async follow() {
    if (this.traces) return; // what is decided of support does not follow the filters
    const [map, answer] = await Promise.all([this.board.living, fetch("/support/marks.json")]);
    if (!answer.ok) throw new Error(`máy chủ trả lời ${answer.status}`);
    const found = await answer.json();
    if (this.closed) return;
    Object.assign(this, { map, traces: KINDS.length });
    await map.Plotly.addTraces(map.host, KINDS.map(([kind, label, marker]) => ({
      type: "scattergeo", mode: "markers", name: label, showlegend: false, hoverinfo: "text",
      lon: found[kind].map(one => one.lon), lat: found[kind].map(one => one.lat),
      text: found[kind].map(one => one.text.replaceAll("<", "‹")), customdata: found[kind].map(one => one.commune),
      marker: { ...marker, line: { width: 1.5, color: "#ffffff" } },
    })));
    this.bar.replaceChildren(...KINDS.map(([kind, label, { color }]) => {
      const sample = make("i", {});
      sample.style.background = color;
      return make("span", {}, sample, ` ${label}: ${count(found[kind].length)} `);
    }));
  }

  async close() {
    this.closed = true;
    this.bar.remove();
    if (!this.traces) return;
    await this.map.Plotly.deleteTraces(this.map.host, Array.from({ length: this.traces }, (_, place) => place + 1));
    this.map.repaint();
  }
}
