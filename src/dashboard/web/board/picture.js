// The map as a picture that explains itself: title, filters, legend, source and marks stand inside it.

import { make } from "./format.js";

const SVG = "http://www.w3.org/2000/svg";
const MARGIN = 28, LINE = 22, LEGEND_WIDTH = 330;
const FONT = "'Source Sans', 'Source Sans 3', 'Noto Sans', 'Segoe UI', Arial, sans-serif";

/** SVG text of a map that was drawn, `width` x `height` pixels; `words` come from the server: title, lines, notes, file_name. */
export function mapAsSvg({ drawn: copy, width, height }, words, legendRows) {
  const head = MARGIN + 34 + words.lines.length * LINE;
  const full = { width: Math.max(width, 640) + LEGEND_WIDTH + MARGIN, height: head + Math.max(height, 420) + words.notes.length * 18 + MARGIN + 12 };
  const svg = element("svg", { xmlns: SVG, width: full.width, height: full.height, viewBox: `0 0 ${full.width} ${full.height}`, "font-family": FONT });
  svg.append(element("title", {}, words.alt), element("rect", { width: "100%", height: "100%", fill: "#ffffff" }),
    text(MARGIN, MARGIN + 14, words.title, { "font-size": 24, "font-weight": 700 }));
  words.lines.forEach((line, index) => svg.append(text(MARGIN, MARGIN + 42 + index * LINE, line, { "font-size": 15, fill: "#333333" })));
  for (const [name, value] of Object.entries({ x: MARGIN, y: head, width, height })) copy.setAttribute(name, value);
  copy.removeAttribute("style");
  copy.querySelectorAll("[style*='fill: url(\"']").forEach(path => {
    path.setAttribute("style", path.getAttribute("style").replaceAll('&quot;', "'").replaceAll('"', "'"));
  });
  svg.append(copy, legend(legendRows, width + MARGIN * 2, head + 12));
  words.notes.forEach((note, index) => svg.append(
    text(MARGIN, full.height - MARGIN - (words.notes.length - 1 - index) * 18, note, { "font-size": 12.5, fill: "#444444" })));
  if (words.mark) svg.append(text(full.width - MARGIN, MARGIN + 14, words.mark, { "font-size": 18, "font-weight": 700, fill: "#b00020", "text-anchor": "end" }));
  return new XMLSerializer().serializeToString(svg);
}

/** PNG of an SVG text, `scale` times its size in pixels. */
export async function svgAsPng(source, scale = 2) {
  const image = new Image();
  const url = URL.createObjectURL(new Blob([source], { type: "image/svg+xml" }));
  try {
    await new Promise((loaded, failed) => Object.assign(image, { onload: loaded, onerror: failed, src: url }));
    const canvas = make("canvas", { width: image.width * scale, height: image.height * scale });
    const pen = canvas.getContext("2d");
    pen.scale(scale, scale);
    pen.drawImage(image, 0, 0);
    return await new Promise(done => canvas.toBlob(done, "image/png"));
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Hand a file to the reader. */
export function save(blob, name) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function legend({ title, rows }, x, y) {
  const group = element("g", { transform: `translate(${x},${y})` });
  group.append(text(0, 0, title, { "font-size": 15, "font-weight": 700 }),
    text(LEGEND_WIDTH - MARGIN * 2, 0, "số xã, phường", { "font-size": 12.5, fill: "#444444", "text-anchor": "end" }));
  rows.forEach(({ fill, circle, label, held }, index) => {
    const top = 16 + index * 30;
    group.append(circle ? element("circle", { cx: Math.max(13, circle / 2), cy: top + 9 + circle / 2, r: circle / 2, fill: "#111111", "fill-opacity": 0.45 })
      : element("rect", { x: 0, y: top, width: 26, height: 18, fill, stroke: "#666666", "stroke-width": 0.5 }),
      text(36, top + 14, label, { "font-size": 14 }), text(LEGEND_WIDTH - MARGIN * 2, top + 14, held, { "font-size": 13, fill: "#444444", "text-anchor": "end" }));
  });
  return group;
}

const text = (x, y, words, look) => element("text", { x, y, ...look }, words);

function element(name, attributes, words) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (words) made.textContent = words;
  return made;
}
