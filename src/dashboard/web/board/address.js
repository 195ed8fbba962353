// The address of the page holds the selection; the tab remembers it for its other pages.

const REMEMBERED = "address";
const OF_THE_PAGE = "tab"; // which of a page's tabs is open is not the board's, and stays

export function keepInAddress(params) {
  const query = `?${params.toString().replaceAll("%2C", ",")}`;
  const tab = new URLSearchParams(location.search).get(OF_THE_PAGE);
  const whole = tab ? `${query}&${OF_THE_PAGE}=${encodeURIComponent(tab)}` : query;
  if (location.search !== whole) history.replaceState(history.state, "", whole);
  sessionStorage.setItem(REMEMBERED, query);
}

/** The selection of the page before, where this page was opened without one of its own. */
export function fromPageBefore() {
  const query = new URLSearchParams(location.search).has("tuan") ? null : sessionStorage.getItem(REMEMBERED);
  return query && new URLSearchParams(query);
}
