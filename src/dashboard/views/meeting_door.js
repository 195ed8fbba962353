// The link into a meeting gets the filters of the moment it is followed, and the tab remembers the way back.
(() => {
  if (window.dashboardMeetingDoor) return;
  window.dashboardMeetingDoor = true;
  const FILTERS = ["tuan", "nha-mang", "loai", "chi-so", "so-lieu", "xa"];
  const follow = event => {
    const door = event.target.closest?.("a.meeting-door");
    if (!door) return;
    const here = new URLSearchParams(location.search);
    const known = here.has("tuan") ? here : new URLSearchParams(sessionStorage.getItem("address") ?? "");
    const query = FILTERS.filter(key => known.get(key)).map(key => `${key}=${known.get(key)}`).join("&");
    sessionStorage.setItem("meeting-from", location.pathname + location.search);
    door.href = `/hop${query ? `?${query}` : ""}`;
  };
  // Also for a middle click or a press of Enter: all come as a click or an auxclick before the link is followed.
  for (const kind of ["click", "auxclick"]) document.addEventListener(kind, follow, true);
})();
