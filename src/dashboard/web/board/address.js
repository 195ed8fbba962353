// The address of the page holds the selection; the tab remembers it for its other pages.

const REMEMBERED = "address";

export function keepInAddress(params) {
  const query = `?${params.toString().replaceAll("%2C", ",")}`;
  if (location.search !== query) history.replaceState(history.state, "", query);
  sessionStorage.setItem(REMEMBERED, query);
}

/** The selection of the page before, where this page was opened without one of its own. */
export function fromPageBefore() {
  const query = new URLSearchParams(location.search).has("tuan") ? null : sessionStorage.getItem(REMEMBERED);
  return query && new URLSearchParams(query);
}
