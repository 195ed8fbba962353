// Decisions on the screen: those of this meeting, and those of earlier ones with what has happened since.

import { make } from "../format.js";

/** The last page of the agenda. */
export function decisionsPage(live, acts) {
  const earlier = live.earlier.length ? live.earlier.map(one => row(one, acts)) : [none("Không còn quyết định nào của các cuộc họp trước chưa xong.")];
  const mine = live.mine.length ? live.mine.map(one => row(one, acts)) : [none("Chưa ghi quyết định nào. Bấm «Ghi quyết định» ở trang bất kỳ.")];
  return [
    make("section", { className: "decisions" }, make("h2", {}, "Của các cuộc họp trước"), ...earlier),
    make("section", { className: "decisions" }, make("h2", {}, "Của cuộc họp này"), ...mine,
      live.mine.length + live.earlier.length ? make("p", {}, make("a", { href: live.minutes, download: "" }, "Tải bảng quyết định (Excel)")) : ""),
  ];
}

/** What was decided on the page being shown, now or before. */
export function decidedHere(live, step) {
  const here = [...live.earlier, ...live.mine].filter(one => one.step === step.id && !one.isDone);
  if (!here.length) return [];
  return [make("section", { className: "decided" }, make("h2", {}, "Đã quyết định ở trang này"),
    make("ul", {}, ...here.map(one => make("li", {}, make("b", {}, one.what), ` – ${[one.who, one.by && `xong trước ${one.by}`].filter(Boolean).join(", ")}`,
      one.now ? make("small", {}, ` Khi đó ${one.then}; nay ${one.now}`) : ""))))];
}

const none = words => make("p", { className: "none" }, words);

function row(one, { say, go }) {
  const mark = make("button", { type: "button" }, one.isDone ? "Mở lại" : "Đánh dấu xong");
  mark.addEventListener("click", () => {
    mark.disabled = true;
    say({ act: "mark", key: one.key, seen: one.seen, is_done: !one.isDone });
  });
  const on = make("button", { type: "button", className: "link", title: "Mở trang đã chiếu khi quyết định" }, one.on);
  on.addEventListener("click", () => go(one.step));
  const when = one.by ? make("span", { className: one.isOverdue ? "overdue" : "" }, `${one.isOverdue ? "quá hạn " : "xong trước "}${one.by}`) : "";
  return make("article", { className: one.isDone ? "done" : "" },
    make("p", { className: "what" }, one.isDone ? "✓ " : "", one.what), make("p", { className: "who" }, make("b", {}, one.who || "chưa giao"), " · ", when, one.by ? " · " : "", on),
    make("p", { className: "since" }, `Khi quyết định, ${one.then}`, one.now ? make("b", {}, ` → nay ${one.now}${one.moved ? ` (${one.moved})` : ""}`) : ""),
    one.isDone ? make("p", { className: "since" }, `Xong: ${one.done}`) : "", make("div", { className: "row" }, mark, make("small", {}, `Ghi: ${one.typed}`)));
}
