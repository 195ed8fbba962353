// Steps through frames or plays them: a slider, three buttons and a label; what a frame looks like is the caller's.

import { make } from "../format.js";

const BEAT_MS = 900; // a week is on the screen long enough to be read
const CALM_MS = 1800; // for who asks for less movement

export class Player {
  /** `titles` name the frames, the last is shown first; `onFrame(index)`. */
  constructor(host, titles, onFrame, what = "kỳ") {
    Object.assign(this, { titles, onFrame, at: titles.length - 1, timer: null });
    this.play = button("▶", "Chạy", () => this.toggle());
    this.back = button("‹", `Lùi một ${what}`, () => this.step(-1));
    this.next = button("›", `Tiến một ${what}`, () => this.step(1));
    this.range = make("input", { type: "range", min: 0, max: titles.length - 1, step: 1, "aria-label": `Chọn ${what}` });
    this.range.addEventListener("input", () => { this.stop(); this.show(Number(this.range.value)); });
    this.label = make("output", { className: "frame", "aria-live": "polite" });
    host.classList.add("atlas-player");
    host.append(this.play, this.back, this.range, this.next, this.label);
    this.show(this.at);
  }

  show(index) {
    this.at = Math.max(0, Math.min(this.titles.length - 1, index));
    this.range.value = this.at;
    this.range.setAttribute("aria-valuetext", this.titles[this.at]);
    this.label.textContent = this.titles[this.at];
    this.onFrame(this.at);
  }

  step(by) {
    this.stop();
    this.show(this.at + by);
  }

  toggle() {
    if (this.timer) return this.stop();
    if (this.at === this.titles.length - 1) this.show(0);
    const beat = matchMedia("(prefers-reduced-motion: reduce)").matches ? CALM_MS : BEAT_MS;
    this.timer = setInterval(() => (this.at === this.titles.length - 1 ? this.stop() : this.show(this.at + 1)), beat);
    this.dress("❚❚", "Dừng");
  }

  stop() {
    clearInterval(this.timer);
    this.timer = null;
    this.dress("▶", "Chạy");
  }

  dress(sign, words) {
    this.play.textContent = sign;
    this.play.title = words;
    this.play.setAttribute("aria-label", words);
  }
}

function button(sign, title, act) {
  const made = make("button", { type: "button", title, "aria-label": title }, sign);
  made.addEventListener("click", act);
  return made;
}
