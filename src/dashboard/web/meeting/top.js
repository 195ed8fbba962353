// What stands over every page: its title, whose figures these are, as of when, and the marks.

import { make } from "../format.js";

export class Top {
  constructor(host, { agenda, around }) {
    Object.assign(this, { host, agenda, around });
    this.title = make("h1");
    this.marks = make("div", { className: "marks" });
    host.append(this.title, this.marks);
  }

  show(step, live) {
    const isAside = !this.agenda.steps.includes(step);
    const { heading, notes, mark } = this.agenda, { layer } = this.around;
    this.title.textContent = step.title;
    const marks = [make("span", {}, heading), ...notes.map(note => make("span", {}, live.isPast ? `${note} – xem lại` : note))];
    if (layer.is_schematic) marks.push(make("span", { className: "schematic" }, layer.note));
    if (isAside) marks.push(make("strong", {}, "Ngoài chương trình: ← → để quay lại"));
    if (mark) marks.unshift(make("strong", { className: "simulated" }, mark));
    if (live.trouble) marks.unshift(make("strong", { className: "simulated", role: "alert" }, live.trouble));
    if (live.since.lines.length) marks.push(this.restated(live.since.lines));
    this.marks.replaceChildren(...marks);
  }

  restated(lines) {
    const list = make("details", { className: "restated" }, make("summary", {}, `${lines.length} thay đổi số liệu sau khi chốt`),
      make("ul", {}, ...lines.map(line => make("li", {}, line))));
    return list;
  }
}
