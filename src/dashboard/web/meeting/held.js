// The meetings held so far: each opens as it was.

import { make } from "../format.js";

export class Held {
  constructor(host, now, left) {
    Object.assign(this, { host, now, left });
    host.setAttribute("role", "dialog");
    host.setAttribute("aria-label", "Các cuộc họp");
  }

  open(held) {
    const close = make("button", { type: "button" }, "Đóng (Esc)");
    close.addEventListener("click", () => { this.close(); this.left(); });
    this.host.replaceChildren(make("h2", {}, "Các cuộc họp"), make("p", {}, "Mở lại cuộc họp nào cũng thấy đúng số liệu đã chiếu hôm đó; số đính chính về sau được đánh dấu."),
      make("ol", { className: "held" }, ...held.map(meeting => this.row(meeting))), close);
    this.host.hidden = false;
    (this.host.querySelector("a") ?? close).focus();
  }

  row({ key, at, about, by, decisions }) {
    const isThis = key === this.now;
    const link = isThis ? make("b", {}, `${at} (đang xem)`) : make("a", { href: `/hop?cuoc-hop=${key}`, target: "_self" }, at);
    return make("li", {}, link, make("span", {}, `${about} · ${decisions ? `${decisions} quyết định` : "không có quyết định"} · mở bởi ${by}`));
  }

  close() {
    const wasOpen = !this.host.hidden;
    this.host.hidden = true;
    return wasOpen;
  }
}
