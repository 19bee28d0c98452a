// The counts above the timeline as a chart that can be brushed: what is drawn stands in the table below it, and what is
// marked in it goes into the form's dates. Without this file the table is there, each period a link.
(() => {
  "use strict";
  const table = document.getElementById("counts");
  const box = document.getElementById("chart");
  const form = document.querySelector("form[role=search]");
  if (!table || !box || !form || !window.uPlot) return;

  const DAY = 86400;
  const KINDS = ["conflict", "cooperation", "statements"];
  const rows = [...table.tBodies[0].rows].map((row) => ({
    first: Date.parse(row.dataset.first) / 1000,
    last: Date.parse(row.dataset.last) / 1000,
    counts: KINDS.map((kind) => Number(row.querySelector(`.${kind}`).dataset.count)),
  }));
  if (rows.length < 2) return;

  // Each series holds the sum up to it, the largest drawn first, so that the bars stand on one another.
  const xs = rows.map((row) => row.first);
  const sums = KINDS.map((_, kind) => rows.map((row) => row.counts.slice(0, kind + 1).reduce((a, b) => a + b, 0)));
  const data = [xs, ...sums.reverse()];
  const gap = Math.min(...xs.slice(1).map((x, at) => x - xs[at]));

  const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const iso = (seconds) => new Date(seconds * 1000).toISOString().slice(0, 10);

  const length = { day: 10, week: 10, month: 7, year: 4 }[table.dataset.by];
  const named = (seconds) => iso(seconds).slice(0, length);

  function marked(chart) {
    const { left, width } = chart.select;
    if (width < 4) return;
    const from = chart.posToVal(left, "x");
    const to = chart.posToVal(left + width, "x");
    const within = rows.filter((row) => row.last + DAY > from && row.first < to);
    if (!within.length) return;
    form.elements.from.value = iso(within[0].first);
    form.elements.to.value = iso(within.at(-1).last);
    form.requestSubmit();
  }

  function bars(chart, series, first, last) {
    return window.uPlot.paths.bars({ size: [0.9, 60], align: 1, gap: 1 })(chart, series, first, last);
  }

  let chart = null;
  function draw() {
    chart?.destroy();
    const axis = { stroke: color("--muted"), font: "12px system-ui, sans-serif", ticks: { stroke: color("--line") } };
    chart = new window.uPlot({
      width: box.clientWidth,
      height: 150,
      legend: { show: false },
      cursor: { y: false, points: { show: false }, drag: { x: true, y: false, setScale: false } },
      tzDate: (seconds) => window.uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
      scales: { x: { range: (_, low, high) => [low - gap * 0.1, high + gap] }, y: { range: (_, __, high) => [0, Math.max(high, 1)] } },
      axes: [{ ...axis, grid: { show: false }, space: 90, values: (_, at) => at.map(named) }, { ...axis, size: 44, grid: { stroke: color("--line") }, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000] }],
      series: [{}, ...[...KINDS].reverse().map((kind) => ({ fill: color(`--${kind}`), stroke: color("--paper"), width: 0, points: { show: false }, paths: bars }))],
      hooks: { setSelect: [marked] },
    }, data, box);
  }

  box.parentElement.hidden = false;
  draw();
  let wide = box.clientWidth;
  new ResizeObserver(() => { if (box.clientWidth !== wide) { wide = box.clientWidth; draw(); } }).observe(box);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
})();
