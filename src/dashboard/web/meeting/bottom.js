// What the presenter needs and the room does not: pages by number, a decision, any commune, the look, the way out.

import { make, percent } from "../format.js";
import { choose, isDark } from "./dress.js";

export class Bottom {
  constructor(host, acts) {
    Object.assign(this, { host, acts });
    this.back = button("‹", () => acts.turn(-1), "", "Trang trước");
    this.next = button("›", () => acts.turn(1), "strong", "Trang sau");
    this.pages = make("ol", { className: "pages" }, ...acts.agenda.steps.map((step, place) => make("li", {}, this.page(step, place))));
    host.append(make("nav", { "aria-label": "Chương trình họp" }, this.back, this.pages, this.next), this.tools());
    document.documentElement.classList.toggle("meeting-dark", isDark());
    this.shade.textContent = isDark() ? "Nền sáng" : "Nền tối";
  }

  page(step, place) {
    const name = step.focus ? step.message : step.title;
    const made = make("button", { type: "button", title: name, "aria-label": `${place + 1}. ${name}` }, String(place + 1));
    made.addEventListener("click", () => this.acts.go(step.id));
    return made;
  }

  tools() {
    const whole = button("Toàn màn hình", () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()));
    this.shade = button("", () => this.look(!isDark()));
    return make("div", { className: "tools" }, button("Ghi quyết định", this.acts.decide, "strong"), this.communes(),
      button("Các cuộc họp", this.acts.held), this.shade, whole, button("Thoát (Esc)", this.acts.leave));
  }

  /** Any commune may be asked for: the lowest stand first. */
  communes() {
    const steps = Object.values(this.acts.agenda.communes);
    this.choice = make("select", { "aria-label": "Mở một xã, phường" }, make("option", { value: "" }, "Mở xã, phường…"),
      ...steps.map(step => make("option", { value: step.id }, `${step.message} – ${step.figures[0].text}`)));
    this.choice.addEventListener("change", () => { if (this.choice.value) this.acts.go(this.choice.value); this.choice.blur(); });
    return this.choice;
  }

  look(dark) {
    choose(dark);
    document.documentElement.classList.toggle("meeting-dark", dark);
    this.shade.textContent = dark ? "Nền sáng" : "Nền tối";
  }

  show(step, place) {
    const { steps } = this.acts.agenda, isAside = !steps.includes(step);
    this.pages.querySelectorAll("button").forEach((page, index) => {
      if (index === place && !isAside) page.setAttribute("aria-current", "step");
      else page.removeAttribute("aria-current");
    });
    this.back.disabled = !isAside && place === 0;
    this.next.disabled = !isAside && place === steps.length - 1;
    this.choice.value = step.focus ? step.id : "";
  }
}

function button(words, act, className = "", title = "") {
  const made = make("button", { type: "button", className, title }, words);
  if (title) made.setAttribute("aria-label", title);
  made.addEventListener("click", act);
  return made;
}
