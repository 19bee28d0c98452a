// The places of the table on a map in Equal Earth: a circle for each, its area as the number of events, a link as in the
// table. Buttons, the wheel with Ctrl, and dragging move and enlarge it. Without this file the table is there.
(() => {
  "use strict";
  const figure = document.getElementById("map");
  const table = document.getElementById("places");
  if (!figure || !table || !window.d3 || !window.topojson) return;

  const WIDE = 960;
  const HIGH = 468;
  const LARGEST = 26;
  const MOST = 40;
  const SVG = "http://www.w3.org/2000/svg";
  const places = [...table.tBodies[0].rows].filter((row) => row.dataset.lat).map((row) => ({
    lat: Number(row.dataset.lat),
    lon: Number(row.dataset.lon),
    events: Number(row.dataset.events),
    whole: "whole" in row.dataset,
    chosen: row.classList.contains("chosen"),
    link: row.querySelector("a"),
  }));

  const projection = window.d3.geoEqualEarth().fitExtent([[4, 4], [WIDE - 4, HIGH - 4]], { type: "Sphere" });
  const path = window.d3.geoPath(projection);
  const most = Math.max(1, ...places.map((one) => one.events));
  const view = { x: 0, y: 0, k: 1 };

  function made(name, attributes, ...children) {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  const frame = figure.querySelector(".frame");
  const svg = made("svg", { viewBox: `0 0 ${WIDE} ${HIGH}`, role: "group", "aria-label": "Events by place; the table below has the same" });
  const tip = Object.assign(document.createElement("div"), { className: "tip" });
  tip.setAttribute("aria-hidden", "true");

  function drawLand(topology) {
    const countries = topology.objects.countries;
    svg.append(
      made("path", { class: "sea", d: path({ type: "Sphere" }) }),
      made("path", { class: "graticule", d: path(window.d3.geoGraticule().step([30, 30])()) }),
      made("path", { class: "land", d: path(window.topojson.feature(topology, topology.objects.land || countries)) }),
      made("path", { class: "borders", d: path(window.topojson.mesh(topology, countries, (a, b) => a !== b)) }),
    );
  }

  const words = (one) => `${one.link.textContent}: ${one.events} event${one.events === 1 ? "" : "s"}`;
  const spots = [];

  // Large ones first, so that no small one lies hidden; only the largest are stops of the Tab key, the table has all.
  function drawSpots() {
    const ordered = places.map((one) => ({ ...one, at: projection([one.lon, one.lat]) })).filter((one) => one.at);
    for (const one of ordered.sort((a, b) => b.events - a.events)) {
      const circle = made("circle", { class: `spot${one.whole ? " whole" : ""}${one.chosen ? " chosen" : ""}`, cx: one.at[0], cy: one.at[1] });
      const link = made("a", { href: one.link.getAttribute("href"), "aria-label": words(one), tabindex: spots.length < 50 ? 0 : -1 }, circle);
      for (const shows of ["pointerenter", "focus"]) link.addEventListener(shows, () => { tip.textContent = words(one); });
      for (const hides of ["pointerleave", "blur"]) link.addEventListener(hides, () => { tip.textContent = ""; });
      spots.push({ circle, events: one.events });
      svg.append(link);
    }
  }

  // Circles keep their size on the screen when the map is enlarged; on a narrow one they are not to shrink to dots.
  function look() {
    view.k = Math.min(MOST, Math.max(1, view.k));
    const [wide, high] = [WIDE / view.k, HIGH / view.k];
    view.x = Math.min(WIDE - wide, Math.max(0, view.x));
    view.y = Math.min(HIGH - high, Math.max(0, view.y));
    svg.setAttribute("viewBox", `${view.x} ${view.y} ${wide} ${high}`);
    const unit = wide / Math.max(1, Math.min(frame.clientWidth || WIDE, WIDE));
    const largest = Math.min(LARGEST, 6 * Math.sqrt(most)) * Math.max(0.55, Math.min(1, (frame.clientWidth || WIDE) / WIDE));
    for (const { circle, events } of spots) circle.setAttribute("r", unit * Math.max(4, largest * Math.sqrt(events / most)));
  }

  function zoom(by, x = view.x + WIDE / view.k / 2, y = view.y + HIGH / view.k / 2) {
    const k = Math.min(MOST, Math.max(1, view.k * by));
    view.x = x - (x - view.x) * (view.k / k);
    view.y = y - (y - view.y) * (view.k / k);
    view.k = k;
    look();
  }

  function fit() {
    const points = spots.map(({ circle }) => [Number(circle.getAttribute("cx")), Number(circle.getAttribute("cy"))]);
    const [left, right] = window.d3.extent(points, (one) => one[0]);
    const [top, bottom] = window.d3.extent(points, (one) => one[1]);
    view.k = Math.min(8, WIDE / (right - left + 80), HIGH / (bottom - top + 80));
    view.x = (left + right) / 2 - WIDE / view.k / 2;
    view.y = (top + bottom) / 2 - HIGH / view.k / 2;
    look();
  }

  function buttons() {
    const bar = Object.assign(document.createElement("div"), { className: "zoom screen" });
    const whole = () => { Object.assign(view, { x: 0, y: 0, k: 1 }); look(); };
    for (const [text, label, press] of [["+", "Enlarge", () => zoom(1.6)], ["−", "Reduce", () => zoom(1 / 1.6)], ["Places", "Show the places", fit], ["World", "Show the world", whole]]) {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: text });
      if (text.length < 2) button.setAttribute("aria-label", label);
      button.addEventListener("click", press);
      bar.append(button);
    }
    return bar;
  }

  // A drag must not end as a click on a circle.
  function drag() {
    let from = null;
    let moved = false;
    svg.addEventListener("pointerdown", (event) => {
      if (event.pointerType === "touch" || event.button) return;
      from = { x: event.clientX, y: event.clientY, view: { ...view } };
      moved = false;
    });
    addEventListener("pointermove", (event) => {
      if (!from) return;
      const unit = WIDE / view.k / svg.clientWidth;
      moved ||= Math.hypot(event.clientX - from.x, event.clientY - from.y) > 4;
      svg.classList.toggle("held", moved);
      view.x = from.view.x - (event.clientX - from.x) * unit;
      view.y = from.view.y - (event.clientY - from.y) * unit;
      look();
    });
    addEventListener("pointerup", () => { from = null; svg.classList.remove("held"); });
    svg.addEventListener("click", (event) => { if (moved) event.preventDefault(); }, true);
    svg.addEventListener("dragstart", (event) => event.preventDefault());
    svg.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = svg.getBoundingClientRect();
      const unit = WIDE / view.k / box.width;
      zoom(event.deltaY < 0 ? 1.25 : 0.8, view.x + (event.clientX - box.left) * unit, view.y + (event.clientY - box.top) * unit);
    }, { passive: false });
  }

  async function show() {
    const answer = await fetch(figure.dataset.land);
    if (!answer.ok) return;
    drawLand(await answer.json());
    drawSpots();
    frame.append(svg, tip, buttons());
    figure.hidden = false;
    drag();
    if (frame.clientWidth < 640) fit();
    else look();
    new ResizeObserver(look).observe(frame);
    figure.dataset.drawn = "1";
  }
  show();
})();
