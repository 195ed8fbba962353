// One legend for any number of maps.

import { make } from "../format.js";

/** A row for the dots of a map. */
export const pinKey = words => make("div", { className: "atlas-key pin" }, make("i"), make("span", {}, words));

/** Rows of classes with how many communes they hold on the sheet `held` speaks of (null: no counts). */
export function keyOf(shades, looks, held = null) {
  const row = (mark, label, count) => make("li", {}, mark, make("span", {}, label), ...(count == null ? [] : [make("b", {}, String(count))]));
  const rows = shades.colours.map((colour, index) => row(swatch(colour), shades.labels[index], held?.counts[index]));
  if (!held || held.partly) rows.push(row(swatch(stripes("#ffffff", "#404040")), looks.partly.label, held?.partly));
  if (!held || held.missing) rows.push(row(swatch(stripes(looks.missing.colour, looks.missing.line)), looks.missing.label, held?.missing));
  return make("div", { className: "atlas-key" }, make("strong", {}, shades.label), make("ul", {}, ...rows));
}

const stripes = (ground, ink) => `repeating-linear-gradient(135deg, ${ground} 0 4px, ${ink} 4px 6px)`;

function swatch(background) {
  const mark = make("i");
  mark.style.background = background;
  return mark;
}
