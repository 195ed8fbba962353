// The meeting: one agenda on the whole window. All of it came in one answer, so turning a page asks for nothing;
// Streamlit runs only when a decision is kept (docs/decisions/0024).

import { decode } from "../polygons.js";
import { make } from "../format.js";
import { HERE as ASSETS } from "../loading.js";
import { Bottom } from "./bottom.js";
import { DecisionForm } from "./decide.js";
import { Held } from "./held.js";
import { Maps } from "./maps.js";
import { dress } from "./dress.js";
import { Text } from "./text.js";
import { Top } from "./top.js";

const STEP = "buoc", MEETING = "cuoc-hop", COMMUNE = "xa-";
const KEYS = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };
const SCROLLS = { ArrowDown: 1, ArrowUp: -1 }; // where there is more to read than fits, these two read on
const meetings = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  let meeting = meetings.get(parentElement);
  if (!meeting) meetings.set(parentElement, (meeting = new Meeting(parentElement)));
  meeting.say = said => setTriggerValue("said", said);
  meeting.mounted(data);
  return () => meeting.remove();
}

const json = async url => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`máy chủ trả lời ${answer.status}`);
  return answer.json();
};

class Meeting {
  constructor(parent) {
    this.parent = parent;
    this.host = make("div", { className: "meeting", tabIndex: -1 });
    this.host.append(make("p", { className: "waiting", role: "status" }, "Đang mở cuộc họp…"));
    document.body.append(this.host);
    document.documentElement.classList.add("in-meeting");
    this.outside = document.getElementById("root");
    this.outside?.setAttribute("inert", ""); // what lies under the meeting is not to be reached
    this.onKey = event => this.key(event);
    addEventListener("keydown", this.onKey);
  }

  /** A run of the page: the first opens the agenda, later ones bring what was decided. */
  mounted(data) {
    this.live = data;
    if (this.agenda) return this.renew();
    this.opening ??= this.open(data).catch(error => this.fail(error));
  }

  async open({ agenda, context }) {
    const [told, around, dictionary] = await Promise.all([json(agenda), json(context), json(`${ASSETS}dictionary.json`), dress()]);
    const polygons = decode(await json(around.layer.url));
    Object.assign(this, { agenda: told, around, dictionary });
    this.furnish(polygons);
    this.show(new URLSearchParams(location.search).get(STEP) ?? told.steps[0].id);
    this.host.focus();
    const whenIdle = window.requestIdleCallback ?? (act => setTimeout(act, 200));
    whenIdle(() => this.maps?.prepare());
  }

  furnish(polygons) {
    const { agenda, around, dictionary } = this, main = make("main"), words = make("div", { className: "words", tabIndex: 0, role: "region", "aria-label": "Nội dung đang chiếu" });
    const left = () => this.host.focus(), picture = make("figure", { className: "picture" });
    main.append(words, picture);
    this.top = new Top(make("header"), { agenda, around });
    this.text = new Text(words, { onOpen: code => this.show(COMMUNE + code), say: said => this.say(said), go: id => this.show(id) });
    this.maps = new Maps(picture, { polygons, around, agenda, dictionary, onOpen: code => this.ask(code) });
    this.bottom = new Bottom(make("footer"), {
      agenda, go: id => this.show(id), turn: by => this.turn(by), decide: () => this.form.open(this.step),
      held: () => this.held.open(this.live.held), leave: () => this.leave(),
    });
    this.form = new DecisionForm(make("aside", { className: "sheet", hidden: true }), { dictionary, say: said => this.say(said), left });
    this.held = new Held(make("aside", { className: "sheet", hidden: true }), agenda.key, left);
    this.host.replaceChildren(this.top.host, main, this.bottom.host, this.form.host, this.held.host);
  }

  ask(code) {
    if (this.agenda.communes[code]) this.show(COMMUNE + code);
  }

  stepOf(id) {
    return this.agenda.steps.find(step => step.id === id) ?? this.agenda.communes[id.replace(COMMUNE, "")] ?? this.agenda.steps[0];
  }

  /** Show a page of the agenda, or of any commune that was asked for. */
  show(id) {
    const began = performance.now();
    this.step = this.stepOf(id);
    const place = this.agenda.steps.indexOf(this.step);
    if (place >= 0) this.place = place;
    this.top.show(this.step, this.live);
    this.text.show(this.step, this.live);
    this.maps.show(this.step);
    this.bottom.show(this.step, this.place);
    this.form.close();
    this.held.close();
    this.address();
    this.host.dataset.step = this.step.id;
    this.host.dataset.kind = this.step.kind;
    requestAnimationFrame(() => setTimeout(() => { this.host.dataset.turnedMs = (performance.now() - began).toFixed(1); })); // after it is painted
  }

  renew() {
    this.top.show(this.step, this.live);
    this.text.show(this.step, this.live);
    this.form.answered(this.live.answer);
  }

  /** Forward or back; from a commune that was asked for, back to the page it was asked on. */
  turn(by) {
    const steps = this.agenda.steps, isAside = steps.indexOf(this.step) < 0;
    const next = isAside ? this.place : this.place + by;
    if (steps[next]) this.show(steps[next].id);
  }

  address() {
    const params = new URLSearchParams(location.search);
    if (!params.has("tuan")) new URLSearchParams(this.live.query).forEach((value, key) => params.set(key, value));
    params.set(MEETING, this.agenda.key);
    params.set(STEP, this.step.id);
    history.replaceState(history.state, "", `?${params.toString().replaceAll("%2C", ",")}`);
  }

  key(event) {
    if (!this.agenda || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") {
      if (this.form.close() || this.held.close()) return this.host.focus();
      return this.leave();
    }
    if (event.target.closest?.("input, textarea, select, [role=slider]")) return;
    const steps = this.agenda.steps;
    if (event.key in SCROLLS && this.text.scrolls()) this.text.scroll(SCROLLS[event.key]);
    else if (event.key in KEYS) this.turn(KEYS[event.key]);
    else if (event.key === "Home") this.show(steps[0].id);
    else if (event.key === "End") this.show(steps.at(-1).id);
    else return;
    event.preventDefault();
  }

  /** Back to the page the meeting was entered from, with its filters. */
  leave() {
    if (document.fullscreenElement) document.exitFullscreen();
    const from = sessionStorage.getItem("meeting-from");
    location.assign(from && !from.startsWith("/hop") ? from : `/?${this.live.query}`);
  }

  remove() {
    removeEventListener("keydown", this.onKey);
    this.maps?.remove();
    this.host.remove();
    this.outside?.removeAttribute("inert");
    document.documentElement.classList.remove("in-meeting");
    meetings.delete(this.parent);
  }

  fail(error) {
    this.host.replaceChildren(make("p", { className: "waiting", role: "alert" }, `Không mở được cuộc họp: ${error.message}. Hãy tải lại trang.`));
    throw error;
  }
}
