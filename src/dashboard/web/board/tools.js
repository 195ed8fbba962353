// Taking things away: the map as a picture, the table, the link.

import { make } from "./format.js";
import { mapAsSvg, save, svgAsPng } from "./picture.js";

const TABLES = { xlsx: "Bảng Excel", csv: "Bảng CSV" };
const SHEETS = { // drawn by the server for paper, with every commune's name or number
  "PDF A4": "kho=a4", "PDF A3": "kho=a3", "A4 đen trắng": "kho=a4&den-trang=1", "A3 đen trắng": "kho=a3&den-trang=1",
};

export class Tools {
  /** `picture()` promises what is drawn, with its size, and the legend's rows as they are by then. */
  constructor(host, picture) {
    Object.assign(this, { picture, params: new URLSearchParams() });
    this.links = Object.entries(TABLES).map(([kind, label]) => [kind, make("a", { className: "button", download: "" }, label)]);
    this.sheets = Object.entries(SHEETS).map(([label, query]) => [query,
      make("a", { className: "button", download: "", title: "Bản đồ để in: có tên hoặc số của từng xã, phường, thước tỷ lệ, hình phóng to" }, label)]);
    host.append(make("span", { className: "label" }, "Tải về:"),
      this.button("Ảnh PNG", () => this.saveMap("png")), this.button("Ảnh SVG", () => this.saveMap("svg")),
      ...this.sheets.map(([, link]) => link), ...this.links.map(([, link]) => link), this.button("Chép liên kết", button => copyLink(button)));
  }

  show(params) {
    this.params = params;
    for (const [kind, link] of this.links) link.href = `/export/communes.${kind}?${params}`;
    for (const [query, link] of this.sheets) link.href = `/export/map.pdf?${[params, query].join("&")}`;
  }

  button(label, act) {
    const button = make("button", { type: "button" }, label);
    button.addEventListener("click", async () => {
      button.disabled = true;
      try { await act(button); } finally { button.disabled = false; }
    });
    return button;
  }

  async saveMap(kind) {
    const words = await (await fetch(`/export/words?${this.params}`)).json();
    const { drawing, legend } = await this.picture();
    const svg = mapAsSvg(drawing, words, legend);
    save(kind === "svg" ? new Blob([svg], { type: "image/svg+xml" }) : await svgAsPng(svg), `${words.file_name}.${kind}`);
  }
}

/** The address of the page into the clipboard; the button says what came of it. */
export async function copyLink(button) {
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(location.href);
    button.textContent = "Đã chép";
  } catch {
    button.textContent = "Hãy chép ở thanh địa chỉ"; // the browser allows the clipboard on https and this machine only
  }
  setTimeout(() => { button.textContent = label; }, 2500);
}
