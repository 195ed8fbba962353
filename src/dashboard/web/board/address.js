// The address of the page holds the selection; the tab remembers it for its other pages.

const REMEMBERED = "address";
const OF_THE_PAGE = ["tab", "so-sanh"]; // which tab is open and what it compares is not the board's, and stays

export function keepInAddress(params) {
  const query = `?${params.toString().replaceAll("%2C", ",")}`;
  const now = new URLSearchParams(location.search);
  const kept = OF_THE_PAGE.filter(name => now.get(name)).map(name => `&${name}=${encodeURIComponent(now.get(name)).replaceAll("%2C", ",")}`);
  const whole = query + kept.join("");
  if (location.search !== whole) history.replaceState(history.state, "", whole);
  sessionStorage.setItem(REMEMBERED, query);
}

/** The selection of the page before, where this page was opened without one of its own. */
export function fromPageBefore() {
  const query = new URLSearchParams(location.search).has("tuan") ? null : sessionStorage.getItem(REMEMBERED);
  return query && new URLSearchParams(query);
}
