// Views with a name: opened by a click, saved from what is on the screen. The list is asked for when it is opened.

import { fold, make } from "./format.js";
import { copyLink } from "./tools.js";

const FIRST_PAGE = "tong-quan";
const ROUND = "tuan";

export class Saved {
  /** `say({ save: { name, page, query } } | { withdraw: key })` reaches the server; `address()` is what is on the screen. */
  constructor(host, say, address, { hasTools }) {
    Object.assign(this, { say, address, views: [] });
    this.button = make("button", { type: "button", "aria-expanded": "false", title: "Khung nhìn đã lưu" }, "★ Khung nhìn");
    this.list = make("ul", {});
    this.name = make("input", { type: "text", maxLength: 60, placeholder: "tên khung nhìn", "aria-label": "Tên khung nhìn" });
    this.newest = make("input", { type: "checkbox", checked: true, id: "view-newest" });
    this.told = make("small", { role: "status" });
    const form = make("form", {}, this.name, make("button", { type: "submit" }, "Lưu"),
      make("label", { for: "view-newest" }, this.newest, " luôn mở kỳ mới nhất"), this.told);
    this.panel = make("div", { className: "saved", hidden: true }, this.list, form);
    const copy = make("button", { type: "button" }, "Chép liên kết");
    copy.addEventListener("click", () => copyLink(copy));
    const box = make("div", { className: "views-saved" }, ...(hasTools ? [] : [copy, " "]), this.button, this.panel);
    host.append(box);
    this.button.addEventListener("click", () => this.toggle(this.panel.hidden));
    form.addEventListener("submit", event => { event.preventDefault(); this.save(); });
    box.addEventListener("keydown", event => { if (event.key === "Escape") { this.toggle(false); this.button.focus(); } });
  }

  toggle(isOpen) {
    this.panel.hidden = !isOpen;
    this.button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) this.refresh();
  }

  /** After the server has kept or withdrawn one, and whenever the list is opened. */
  async refresh() {
    if (this.panel.hidden) return;
    const answer = await fetch("/views.json");
    this.views = answer.ok ? await answer.json() : [];
    this.list.replaceChildren(...this.views.map(view => this.row(view)));
    if (!this.views.length) this.list.append(make("li", { className: "none" }, "Chưa lưu khung nhìn nào"));
  }

  row({ key, name, by, newest, address }) {
    const remove = make("button", { type: "button", title: `Xóa khung nhìn ${name}`, "aria-label": `Xóa khung nhìn ${name}` }, "×");
    remove.addEventListener("click", () => this.say({ withdraw: key }));
    const link = make("a", { href: address }, name);
    link.title = `${by} lưu${newest ? ", luôn mở kỳ mới nhất" : ""}`;
    return make("li", {}, link, remove);
  }

  save() {
    const name = this.name.value.trim();
    if (!name) return this.tell("Hãy đặt tên.");
    if (this.views.some(view => view.key === fold(name))) return this.tell("Tên này đã có; hãy đặt tên khác.");
    const { page, query } = this.address(), params = new URLSearchParams(query);
    if (this.newest.checked) params.delete(ROUND);
    this.say({ save: { name, page: page || FIRST_PAGE, query: params.toString() } });
    this.name.value = "";
    this.tell("");
  }

  tell(words) {
    this.told.textContent = words;
  }
}
