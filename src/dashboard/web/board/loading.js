// What is fetched once and kept: JSON by address, plotly, the style sheet.

export const HERE = new URL(".", import.meta.url).href;
const fetched = new Map();

/** The promise of a thing asked for before, or a new one; what failed is asked for again the next time. */
function once(name, get) {
  if (!fetched.has(name)) {
    const asked = get();
    asked.catch(() => fetched.delete(name));
    fetched.set(name, asked);
  }
  return fetched.get(name);
}

export const json = url => once(url, async () => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`máy chủ trả lời ${answer.status}`);
  return answer.json();
});

export const plotly = () => once("plotly", async () => {
  if (!window.Plotly) await addToHead(Object.assign(document.createElement("script"), { src: `${HERE}plotly.min.js` }));
  return window.Plotly;
});

export const stylesheet = () => once("board.css", () =>
  addToHead(Object.assign(document.createElement("link"), { rel: "stylesheet", href: `${HERE}board.css` })));

const addToHead = element => new Promise((loaded, failed) => {
  Object.assign(element, { onload: loaded, onerror: () => failed(new Error("thiếu một phần của trang")) });
  document.head.append(element);
});
