// Every round's values, or every carrier's, in one answer: stepping through them asks for nothing more.

import { json } from "../loading.js";
import { Sheets } from "./sheets.js";

/** Sheets of what the board looks at, `by` "ky" or "nha-mang"; the browser keeps the answer while the data stand. */
export async function seriesOf(board, by) {
  const told = await json(`/series/${board.state.version}?${board.params}&theo=${by}`);
  const { label, unit, classes } = board.measure;
  const layer = new Sheets({ ...told, shades: { label, unit, ...classes } }, told.outside);
  layer.keys = told.keys;
  return layer;
}
