// A decision is typed over the page being shown: what, who, by when. What is on the screen is kept with it.

import { day, make } from "../format.js";

const PATIENCE_MS = 15_000; // a decision is kept within a second; later than this something is wrong

export class DecisionForm {
  /** `say(said)` keeps what was typed, `left()` when the form is closed. */
  constructor(host, { dictionary, say, left }) {
    Object.assign(this, { host, say, left, dictionary });
    this.what = make("textarea", { id: "decide-what", rows: 3, maxLength: 500, required: true });
    this.who = make("input", { id: "decide-who", maxLength: 120, autocomplete: "off" });
    this.who.setAttribute("list", "decide-whom");
    this.known = make("datalist", { id: "decide-whom" });
    this.by = make("input", { id: "decide-by", placeholder: "ngày/tháng/năm", autocomplete: "off", inputMode: "numeric" });
    this.on = make("p", { className: "on" });
    this.told = make("p", { className: "told", role: "status" });
    this.form = make("form", {}, make("h2", {}, "Ghi quyết định"), this.on, field("Việc cần làm", this.what), field("Ai làm", this.who), this.known,
      field("Xong trước ngày", this.by), this.soon(), make("div", { className: "row" }, make("button", { type: "submit", className: "strong" }, "Ghi lại"), this.cancel()), this.told);
    this.form.addEventListener("submit", event => { event.preventDefault(); this.send(); });
    host.setAttribute("role", "dialog");
    host.setAttribute("aria-label", "Ghi quyết định");
    host.append(this.form);
  }

  /** The days most often meant. */
  soon() {
    const shortcut = (words, days) => {
      const made = make("button", { type: "button" }, words);
      made.addEventListener("click", () => { this.by.value = day(isoOf(new Date(Date.now() + days * 86_400_000))); });
      return made;
    };
    return make("div", { className: "row" }, shortcut("1 tuần nữa", 7), shortcut("2 tuần nữa", 14), shortcut("1 tháng nữa", 30));
  }

  cancel() {
    const made = make("button", { type: "button" }, "Đóng (Esc)");
    made.addEventListener("click", () => { this.close(); this.left(); });
    return made;
  }

  open(step) {
    this.step = step;
    this.on.textContent = `Ghi kèm trang đang chiếu: ${step.focus ? step.message : step.title}`;
    this.known.replaceChildren(...this.suggestions(step).map(name => make("option", { value: name })));
    this.told.textContent = "";
    this.host.hidden = false;
    this.what.focus();
  }

  /** Who usually does what is decided: the commune on the screen, the carriers, the Department, the unions. */
  suggestions(step) {
    const commune = step.focus ? [`UBND ${this.dictionary.communes[step.focus].name.replace(/^./, letter => letter.toLowerCase())}`] : [];
    return [...commune, ...this.dictionary.carriers.map(({ name }) => name), "Sở Khoa học và Công nghệ", "Công an tỉnh", "Tỉnh đoàn", "Hội Liên hiệp Phụ nữ tỉnh"];
  }

  send() {
    if (!this.what.value.trim()) return this.what.focus();
    const by = isoIn(this.by.value);
    if (by == null) {
      this.told.textContent = "Ngày viết dạng 18/12/2026.";
      return this.by.focus();
    }
    this.isSending = true;
    this.told.textContent = "Đang ghi…";
    setTimeout(() => { if (this.isSending) this.told.textContent = "Máy chủ chưa trả lời. Nội dung còn nguyên ở đây; kiểm tra mạng rồi ghi lại."; }, PATIENCE_MS);
    this.say({ act: "type", step: this.step.id, what: this.what.value, who: this.who.value, by });
  }

  /** The run that kept it has come back. */
  answered(words) {
    if (!words || !this.isSending) return;
    this.isSending = false;
    this.told.textContent = words;
    if (!words.startsWith("Đã ghi")) return;
    this.what.value = this.who.value = this.by.value = "";
  }

  /** Whether it was open. */
  close() {
    const wasOpen = !this.host.hidden;
    this.host.hidden = true;
    return wasOpen;
  }
}

/** "18/12/2026" as "2026-12-18", "" for nothing, null for what is no day. */
function isoIn(text) {
  if (!text.trim()) return "";
  const [, date, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim()) ?? [];
  const found = new Date(Number(year), Number(month) - 1, Number(date));
  return found.getDate() === Number(date) && found.getMonth() === Number(month) - 1 ? isoOf(found) : null;
}

const isoOf = moment => [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()].map(part => String(part).padStart(2, "0")).join("-");

const field = (label, control) => make("div", { className: "field" }, make("label", { for: control.id }, label), control);
