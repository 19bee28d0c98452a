// The series of a dyad as two charts over one axis: events by quad class, cooperation above the line and conflict below
// it, and the mean on Goldstein's scale. What is drawn stands in the table, whose links a click follows. Without this
// file the table is there.
(() => {
  "use strict";
  const table = document.getElementById("series");
  const box = document.getElementById("charts");
  const readout = document.getElementById("readout");
  if (!table || !box || !window.uPlot) return;

  const DAY = 86400;
  const QUADS = ["material_cooperation", "verbal_cooperation", "verbal_conflict", "material_conflict"];
  const rows = [...table.tBodies[0].rows].map((row) => ({
    first: Date.parse(row.dataset.first) / 1000,
    last: Date.parse(row.dataset.last) / 1000 + DAY,
    counts: [...row.querySelectorAll("[data-count]")].map((cell) => Number(cell.dataset.count)),
    mean: row.dataset.mean === "" ? null : Number(row.dataset.mean),
    link: row.querySelector("a"),
    chosen: row.classList.contains("chosen"),
  }));
  if (!rows.length) return;

  // A bar stands in the middle of its period; what is nearer to the line is drawn over what reaches further.
  const xs = rows.map((row) => (row.first + row.last) / 2);
  const near = Math.min(...rows.map((row) => row.last - row.first));
  const sum = (row, ...of) => of.reduce((all, one) => all + row.counts[one], 0);
  const shapes = [
    { quad: 1, ys: rows.map((row) => sum(row, 0, 1)) },
    { quad: 0, ys: rows.map((row) => sum(row, 0)) },
    { quad: 2, ys: rows.map((row) => -sum(row, 2, 3)) },
    { quad: 3, ys: rows.map((row) => -sum(row, 3)) },
  ];
  const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const STEPS = [1, 2, 7, 14, 30.4375, 91.3125, 182.625, 365.25, 730.5, 1826.25, 3652.5].map((days) => days * DAY);

  // As the table writes them: days, months, or years, as far apart as they stand.
  function dates(_, splits, __, ___, step) {
    const iso = splits.map((one) => new Date(one * 1000).toISOString());
    return iso.map((one) => one.slice(0, step >= 365 * DAY ? 4 : step >= 28 * DAY ? 7 : 10));
  }

  const signed = (value) => (value > 0 ? "+" : value < 0 ? "−" : "") + Math.abs(value).toFixed(1);
  const hint = readout.textContent;

  function told(at) {
    if (at === null || at === undefined) return hint;
    const row = rows[at];
    const found = QUADS.map((name, no) => [name.replace("_", " "), row.counts[no]]).filter(([, n]) => n);
    const counts = found.map(([name, n]) => `${n} ${name}`).join(", ");
    return `${row.link.textContent}: ${counts}${row.mean === null ? "" : `; Goldstein mean ${signed(row.mean)}`}`;
  }

  const width = (chart) => Math.max(2, Math.min(46, (chart.valToPos(near, "x", true) - chart.valToPos(0, "x", true)) * 0.85));
  const left = (chart, at) => Math.round(chart.valToPos(xs[at], "x", true) - width(chart) / 2);

  // The chosen period is shaded, as its row is.
  function shade(chart) {
    const at = rows.findIndex((row) => row.chosen);
    if (at < 0) return;
    chart.ctx.fillStyle = color("--on");
    chart.ctx.fillRect(left(chart, at) - 4, chart.bbox.top, width(chart) + 8, chart.bbox.height);
  }

  function bars(chart) {
    const { ctx, bbox } = chart;
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    const zero = chart.valToPos(0, "y", true);
    for (const { quad, ys } of shapes) {
      ctx.fillStyle = color(`--${QUADS[quad]}`);
      ys.forEach((y, at) => {
        const to = chart.valToPos(y, "y", true);
        ctx.fillRect(left(chart, at), Math.min(zero, to), width(chart), Math.abs(to - zero));
      });
    }
    line(chart, zero);
    ctx.restore();
  }

  function line(chart, y) {
    chart.ctx.fillStyle = color("--strong-line");
    chart.ctx.fillRect(chart.bbox.left, Math.round(y), chart.bbox.width, 1);
  }

  function means(chart) {
    const { ctx } = chart;
    const zero = chart.valToPos(0, "y", true);
    line(chart, zero);
    rows.forEach((row, at) => {
      if (row.mean === null) return;
      const x = chart.valToPos(xs[at], "x", true);
      const y = chart.valToPos(row.mean, "y", true);
      ctx.fillStyle = color(row.mean < 0 ? "--material_conflict" : "--material_cooperation");
      ctx.fillRect(Math.round(x) - 1, Math.min(zero, y), 2, Math.abs(y - zero));
      ctx.beginPath();
      ctx.arc(x, y, 4 * devicePixelRatio, 0, 2 * Math.PI);
      ctx.fill();
    });
  }

  let charts = [];
  function draw() {
    for (const chart of charts) chart.destroy();
    const wide = box.clientWidth;
    const ink = { stroke: color("--muted"), font: "12px system-ui, sans-serif", ticks: { stroke: color("--line"), size: 4 } };
    const common = {
      width: wide,
      legend: { show: false },
      padding: [8, 8, 0, 0],
      tzDate: (seconds) => window.uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
      cursor: { y: false, points: { show: false }, drag: { x: false, y: false }, sync: { key: "dyad" } },
    };
    const xAxis = { ...ink, grid: { show: false }, space: 80, incrs: STEPS, values: dates };
    const span = [Math.min(...rows.map((row) => row.first)) - near / 2, Math.max(...rows.map((row) => row.last)) + near / 2];
    const x = { range: () => span };
    const most = Math.max(1, ...shapes[0].ys);
    const least = Math.min(-1, ...shapes[2].ys);
    const cursor = (chart) => { readout.textContent = told(chart.cursor.idx); };
    charts = [
      new window.uPlot({
        ...common,
        height: 220,
        scales: { x, y: { range: () => [least * 1.08, most * 1.08] } },
        axes: [xAxis, {
          ...ink, size: 56, grid: { stroke: color("--line") }, label: "events", labelFont: ink.font, labelSize: 18,
          incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000], values: (_, all) => all.map(Math.abs),
        }],
        series: [{}, ...shapes.map(() => ({ paths: () => null, points: { show: false } }))],
        hooks: { drawClear: [shade], draw: [bars], setCursor: [cursor] },
      }, [xs, ...shapes.map((one) => one.ys)], document.getElementById("quads")),
      new window.uPlot({
        ...common,
        height: 140,
        scales: { x, y: { range: () => [-10.8, 10.8] } },
        axes: [xAxis, {
          ...ink, size: 56, grid: { stroke: color("--line") }, label: "Goldstein mean", labelFont: ink.font, labelSize: 18,
          splits: () => [-10, -5, 0, 5, 10], values: (_, all) => all.map((one) => (one > 0 ? `+${one}` : `${one}`.replace("-", "−"))),
        }],
        series: [{}, { paths: () => null, points: { show: false } }],
        hooks: { drawClear: [shade], draw: [means], setCursor: [cursor] },
      }, [xs, rows.map((row) => row.mean)], document.getElementById("goldstein")),
    ];
    for (const chart of charts) {
      chart.over.addEventListener("click", () => { if (chart.cursor.idx !== null) rows[chart.cursor.idx].link.click(); });
    }
  }

  box.hidden = false;
  draw();
  let wide = box.clientWidth;
  new ResizeObserver(() => { if (box.clientWidth !== wide) { wide = box.clientWidth; draw(); } }).observe(box);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
})();
