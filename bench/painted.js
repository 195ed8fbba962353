// Timed inside the page: from the last key or pointer press (or from the start of the navigation) until the new
// values are on the screen. Every app is asked the same question; only where the values are read differs.
// `aliveMs` is when the map first answers to the pointer: ours draws a sketch before plotly has been read.
(() => {
  const state = { pressedAt: 0, ms: null, aliveMs: null, shown: "" };
  window.bench = {
    /** Start waiting for values other than those shown now. */
    arm() { state.ms = null; requestAnimationFrame(look); },
    get ms() { return state.ms; },
    get aliveMs() { return state.aliveMs; },
    get shown() { return state.shown; },
  };

  for (const kind of ["keydown", "pointerdown"])
    addEventListener(kind, () => { state.pressedAt = performance.now(); }, { capture: true });

  /** What the map shows, as text; "" while there is no map. `painting` is a promise once the values are known. */
  function read() {
    const ours = document.querySelector("#commune-map");
    if (ours) return { shown: ours.dataset.stamp ?? "", painting: nextFrame };
    const chart = document.querySelector(".js-plotly-plot");
    const points = chart?.calcdata?.[0];
    if (!points?.length) return { shown: "" };
    const values = points.map(point => point.z).join();
    const map = chart._fullLayout?.map?._subplot?.map;
    if (!map) return { shown: chart.querySelector("path.choroplethlayer, .choroplethlayer path") ? values : "", painting: nextFrame };
    return { shown: values, painting: () => idle(map).then(nextFrame) };
  }

  function look() {
    const { shown, painting } = read();
    if (shown === state.shown || !shown) return requestAnimationFrame(look);
    state.shown = shown;
    painting().then(() => {
      state.ms = performance.now() - state.pressedAt;
      if (state.aliveMs === null) awaitLife();
    });
  }

  function awaitLife() {
    const ours = document.querySelector("#commune-map");
    if (ours && !ours.dataset.alive) return requestAnimationFrame(awaitLife);
    state.aliveMs = ours ? performance.now() : state.ms;
  }

  // Seen in one frame's callbacks, values are painted at the end of that frame; the next frame comes after it.
  const nextFrame = () => new Promise(done => requestAnimationFrame(done));

  // MapLibre cuts new polygons in a worker; "idle" comes after the frame that shows the last of them.
  const idle = map => new Promise(done => { map.once("idle", done); map.triggerRepaint(); });

  bench.arm();
})();
