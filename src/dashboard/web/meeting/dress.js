// The style sheets of the meeting, and whether it is light or dark: as last chosen, else as the system is.

const KEPT = "meeting-look";

const sheet = name => new Promise((loaded, failed) => {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL(name, import.meta.url).href });
  Object.assign(link, { onload: loaded, onerror: () => failed(new Error("thiếu một phần của trang")) });
  document.head.append(link);
});

let asked = null;
export const dress = () => (asked ??= Promise.all([sheet("meeting.css"), sheet("../atlas/atlas.css")]));

export const isDark = () => (localStorage.getItem(KEPT) ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

export const choose = dark => localStorage.setItem(KEPT, dark ? "dark" : "light");
