"use strict";
// Draws a report from the JSON that stands in the page. Every chart is SVG made here; nothing is loaded.
// Sections of this file: numbers, colours, scales, one chart, the page's parts, tables, start.
(() => {
const data = JSON.parse(document.getElementById("data").textContent);
const state = {section: 0, hidden: new Set(), rates: new Map(), metric: "", looked: -1, below: false, axes: {}, filter: "", sort: {}};

// ---------------------------------------------------------------- numbers

/** JSON knows no NaN (null) and no infinities (texts). */
const number = v => v === null || v === undefined ? NaN : Number(v);
const finite = Number.isFinite;

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
function power(exponent) {
  if (exponent === 0) return "1";
  if (exponent === 1) return "10";
  return "10" + (exponent < 0 ? "⁻" : "") + [...String(Math.abs(exponent))].map(d => SUPERSCRIPTS[d]).join("");
}

function brief(v) {
  if (Number.isNaN(v)) return "–";
  if (!finite(v)) return v > 0 ? "∞" : "−∞";
  const size = Math.abs(v);
  if (v === 0 || (Number.isInteger(v) && size < 1e5)) return String(v).replace("-", "−");
  const text = size >= 1e-3 && size < 1e5 ? String(Number(v.toPrecision(4))) : v.toExponential(2);
  return text.replace(/-/g, "−");
}

const count = (n, noun) => n.toLocaleString("en") + " " + noun + (n === 1 ? "" : "s");

// ---------------------------------------------------------------- colours, dashes, markers: one of each a method

const DASHES = ["", "7 3", "2 3", "9 3 2 3", "5 2 1 2 1 2", "12 4", "4 4"];
const MARKERS = [
  "M-4.2 0a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0 -8.4 0z", "M-3.8 -3.8h7.6v7.6h-7.6z", "M0 -5L4.8 3.6H-4.8z", "M0 -5.4L5.4 0L0 5.4L-5.4 0z",
  "M0 5L4.8 -3.6H-4.8z", "M-1.5 -4.8h3v3.3h3.3v3h-3.3v3.3h-3v-3.3h-3.3v-3h3.3z", "M-5.2 -2h10.4v4h-10.4z"];
const colour = m => `var(--c${m % 7})`;
const dash = m => DASHES[(m + Math.floor(m / 7)) % DASHES.length];
const marker = m => MARKERS[(m + 2 * Math.floor(m / 7)) % MARKERS.length];

// ---------------------------------------------------------------- elements

const SVG = "http://www.w3.org/2000/svg";
function el(name, attributes = {}, ...children) {
  const node = name.startsWith("svg:") ? document.createElementNS(SVG, name.slice(4)) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (key.startsWith("aria-") || (value !== undefined && value !== false)) node.setAttribute(key, value === true && !key.startsWith("aria-") ? "" : value);
  }
  node.append(...children);
  return node;
}
const byId = id => document.getElementById(id);

function sample(m, wide = 30) {
  const svg = el("svg:svg", {class: "swatch", viewBox: `0 0 ${wide} 12`, "aria-hidden": "true"});
  svg.append(el("svg:path", {d: `M0 6H${wide}`, stroke: colour(m), "stroke-width": 2.1, "stroke-dasharray": dash(m)}),
    el("svg:path", {d: marker(m), fill: colour(m), transform: `translate(${wide / 2} 6)`}));
  return svg;
}

// ---------------------------------------------------------------- scales

/** From values to pixels a..b; what lies outside is drawn at the edge. */
function scale(log, low, high, a, b) {
  const f = log ? Math.log10 : v => v;
  const from = f(low), to = f(high);
  const at = v => a + (b - a) * Math.min(1, Math.max(0, (log && v <= 0 ? 0 : (f(v) - from) / (to - from))));
  at.ticks = log ? logTicks(from, to) : linearTicks(low, high);
  return at;
}

function logTicks(from, to) {
  const every = Math.max(1, Math.ceil((to - from) / 8));
  const ticks = [];
  for (let e = Math.ceil(from - 1e-9); e <= to + 1e-9; e++) {
    if (e % every === 0) ticks.push([10 ** e, power(e)]);
  }
  if (ticks.length > 2) return ticks;
  ticks.length = 0;
  for (let e = Math.floor(from); e <= to; e++) {
    for (const digit of [1, 2, 5]) {
      const v = digit * 10 ** e;
      if (Math.log10(v) >= from && Math.log10(v) <= to) ticks.push([v, brief(v)]);
    }
  }
  return ticks;
}

function linearTicks(low, high) {
  const rough = (high - low) / 6, base = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map(s => s * base).find(s => s >= rough);
  const ticks = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
    const v = Number((i * step).toPrecision(12));
    ticks.push([v, brief(v)]);
  }
  return ticks;
}

/** The range of what is drawn; on logarithmic axes rounding noise far below the rest is left out. */
function range(values, log, tight) {
  let high = -Infinity, low = Infinity;
  for (const v of values) if (finite(v) && (!log || v > 0)) high = Math.max(high, v);
  const floor = log ? high * 1e-16 : -Infinity;
  for (const v of values) if (finite(v) && (!log || v > 0) && v >= floor) low = Math.min(low, v);
  if (!finite(high)) return log ? [0.1, 10] : [0, 1];
  if (log) {
    if (tight) return low === high ? [low / 3, high * 3] : [low / (high / low) ** 0.03, high * (high / low) ** 0.03];
    return low === high ? [low / 3, high * 3] : [low / (high / low) ** 0.04, high * (high / low) ** 0.06];
  }
  const pad = (high - low) * (tight ? 0.02 : 0.06) || Math.abs(high) * 0.1 || 1;
  return [tight && low === 0 ? 0 : low - pad, high + pad];
}

// ---------------------------------------------------------------- one chart

const WIDTH = {wide: 1160, half: 560};

/**
 * A chart with axes that switch and values under the pointer.
 * series: {name, m, points: [{x, y, low, high, over, note, shape, pick}], dash, colour, marks, band}; a point whose y is
 * infinite lies at the edge; over says how many of its runs diverged.
 */
function chart(key, spec) {
  const axes = state.axes[key] ??= {x: spec.x.log, y: spec.y.log};
  const host = el("section", {id: key, class: spec.wide ? "wide" : ""});
  const draw = () => {
    const drawn = plot(spec, axes, key);
    host.replaceChildren(el("div", {class: "head"}, el("h2", {}, spec.title), switches(axes, draw)),
      el("p", {class: "about"}, spec.about), ...(spec.picks ? [spec.picks] : []), drawn);
  };
  draw();
  return host;
}

function switches(axes, redraw) {
  return el("div", {class: "axes"}, ...["x", "y"].map(a => el("button", {"data-axis": a, "data-log": axes[a],
    title: "switch between logarithmic and linear", onclick: () => { axes[a] = !axes[a]; redraw(); }},
    `${a}: ${axes[a] ? "log" : "linear"}`)));
}

function plot(spec, axes, key) {
  const series = spec.series.filter(s => s.points.some(p => !Number.isNaN(p.y)));
  if (series.length === 0) return el("p", {class: "empty"}, spec.none ?? "Nothing to show for the methods that are switched on.");
  const wide = spec.wide && innerWidth > 900;
  const width = wide ? WIDTH.wide : WIDTH.half, height = spec.height ?? (wide ? 450 : 350);
  const points = series.flatMap(s => s.points);
  const struck = series.filter(s => s.points.some(p => p.over > 0));
  const strip = struck.length ? struck.length * 16 + 8 : 0;
  const box = {left: 64, right: width - 14, top: 8 + strip, bottom: height - 44};
  const shownX = axes.x ? points.map(p => p.x).filter(x => x > 0 && finite(x)) : points.map(p => p.x).filter(finite);
  const rangeX = range(shownX, axes.x, true);
  const endless = points.some(p => p.x === Infinity);
  const x = scale(axes.x, ...rangeX, box.left, box.right - (endless ? 56 : 0));
  const atX = v => v === Infinity ? box.right - 22 : x(v);
  const medians = points.map(p => p.y);
  const bands = series.filter(s => s.band).flatMap(s => s.points).flatMap(p => finite(p.y) ? [p.low, p.high] : []);
  const top = Math.max(...medians.filter(finite));
  const y = scale(axes.y, ...range([...medians, ...bands.filter(v => v <= Math.max(top, 0) * 30), ...(spec.lines ?? []).map(l => l.y)], axes.y, false),
    box.bottom, box.top);
  const visible = p => !Number.isNaN(p.y) && (p.x === Infinity || !axes.x || p.x > 0);

  const svg = el("svg:svg", {viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": spec.title});
  if (strip) {
    svg.append(el("svg:rect", {class: "strip", x: box.left, y: 4, width: box.right - box.left, height: strip, rx: 4}),
      el("svg:text", {class: "faint", x: box.left - 7, y: 4 + strip / 2 + 4, "text-anchor": "end"}, "diverged"));
  }
  for (const [v, text] of x.ticks) {
    svg.append(el("svg:path", {class: "grid", d: `M${x(v)} ${box.top}V${box.bottom}`}),
      el("svg:text", {x: x(v), y: box.bottom + 17, "text-anchor": "middle"}, text));
  }
  if (endless) svg.append(el("svg:text", {x: atX(Infinity), y: box.bottom + 17, "text-anchor": "middle"}, "∞"));
  for (const [v, text] of y.ticks) {
    svg.append(el("svg:path", {class: "grid", d: `M${box.left} ${y(v)}H${box.right}`}),
      el("svg:text", {x: box.left - 7, y: y(v) + 4, "text-anchor": "end"}, text));
  }
  svg.append(el("svg:rect", {class: "frame", x: box.left, y: box.top, width: box.right - box.left, height: box.bottom - box.top}),
    el("svg:text", {class: "label", x: (box.left + box.right) / 2, y: height - 5, "text-anchor": "middle"}, spec.x.label),
    el("svg:text", {class: "label", transform: `translate(14 ${(box.top + box.bottom) / 2}) rotate(-90)`, "text-anchor": "middle"}, spec.y.label));
  const clip = `clip-${key}`;
  svg.append(el("svg:clipPath", {id: clip}, el("svg:rect", {x: box.left, y: box.top, width: box.right - box.left, height: box.bottom - box.top})));
  const inside = el("svg:g", {"clip-path": `url(#${clip})`});
  svg.append(inside);
  if (spec.slopes && axes.x && axes.y) slopes(inside, points, x, y, rangeX);
  for (const line of spec.lines ?? []) {
    inside.append(el("svg:path", {class: "slope", d: `M${box.left} ${y(line.y)}H${box.right}`}),
      el("svg:text", {class: "faint", x: box.right - 6, y: y(line.y) - 5, "text-anchor": "end"}, line.name));
  }

  const targets = [];
  for (const s of series) {
    const row = 4 + 4 + 16 * struck.indexOf(s) + 8;
    const stroke = s.colour ?? colour(s.m);
    const drawn = s.points.filter(visible).sort((p, q) => p.x - q.x);
    const place = p => [atX(p.x), finite(p.y) ? y(p.y) : p.y < 0 ? box.bottom : box.top];
    const group = el("svg:g", {"data-series": s.name});
    if (s.band) {
      const band = drawn.filter(p => finite(p.y) && !Number.isNaN(p.low));
      if (band.length > 1) {
        inside.append(el("svg:path", {class: "band", fill: stroke, d: "M"
          + band.map(p => `${atX(p.x)} ${y(Math.min(p.high, 1e300))}`).join("L") + "L"
          + band.toReversed().map(p => `${atX(p.x)} ${y(p.low)}`).join("L") + "Z"}));
      }
    }
    if (!s.dots && drawn.length > 0) {
      inside.append(el("svg:path", {class: s.soft ? "line soft" : "line", stroke, "data-line": s.name, "stroke-dasharray": s.dash ?? dash(s.m),
        d: "M" + joined(drawn, place).join("L")}));
    }
    let written = -Infinity;
    for (const p of drawn) {
      const [px, py] = place(p);
      if (finite(p.y)) {
        if (s.marks || s.dots) {
          group.append(el("svg:path", {d: p.shape ?? marker(s.m), fill: p.colour ?? stroke, transform: `translate(${px} ${py})`,
            "data-point": s.name, "data-x": p.x, "data-y": p.y}));
        }
        targets.push({s, p, x: px, y: py});
      }
      if (p.over > 0) {
        group.append(el("svg:path", {d: marker(s.m), fill: stroke, transform: `translate(${px - 5} ${row})`,
          "data-diverged": s.name, "data-x": p.x, "data-count": p.over}));
        if (px - written > 20) {
          group.append(el("svg:text", {x: px + 3, y: row + 4, style: "font-size:11px"}, p.over));
          written = px;
        }
        targets.push({s, p, x: px, y: row});
      }
    }
    svg.append(group);
  }
  svg.append(pointer(svg, box, targets, spec));
  return svg;
}

/** Corners of a line; it goes to the edge where a median is infinite, and not along it. */
function joined(points, place) {
  return points.filter((p, i) => finite(p.y) || finite(points[i - 1]?.y) || finite(points[i + 1]?.y)).map(p => place(p).join(" "));
}

/** How fast K^(-1/2) and K^(-1) fall, from the largest value. */
function slopes(into, points, x, y, [from, to]) {
  const first = points.filter(p => p.x > 0 && finite(p.y) && p.y > 0).sort((p, q) => p.x - q.x || q.y - p.y)[0];
  if (!first) return;
  for (const [exponent, name] of [[-0.5, "slope −1/2"], [-1, "slope −1"]]) {
    const at = k => first.y * (k / first.x) ** exponent;
    into.append(el("svg:path", {class: "slope", d: `M${x(first.x)} ${y(at(first.x))}L${x(to)} ${y(at(to))}`}),
      el("svg:text", {class: "faint", x: x(to) - 4, y: y(at(to)) - 5, "text-anchor": "end", style: "font-size:11px"}, name));
  }
}

/** Shows the values of the nearest point, and chooses its setting when it is clicked. */
function pointer(svg, box, targets, spec) {
  const tip = byId("tip");
  const ring = el("svg:circle", {class: "hit", r: 8, visibility: "hidden"});
  svg.append(ring);
  const nearest = event => {
    const size = svg.getBoundingClientRect(), zoom = svg.viewBox.baseVal.width / size.width;
    const px = (event.clientX - size.left) * zoom, py = (event.clientY - size.top) * zoom;
    let best, least = 45 ** 2;
    for (const t of targets) {
      const d = (t.x - px) ** 2 + (t.y - py) ** 2;
      if (d < least) { least = d; best = t; }
    }
    return best;
  };
  const hide = () => { tip.hidden = true; ring.setAttribute("visibility", "hidden"); };
  return el("svg:rect", {class: "plot", x: box.left, y: 0, width: box.right - box.left, height: box.bottom,
    onmousemove: event => {
      const t = nearest(event);
      if (!t) return hide();
      ring.setAttribute("cx", t.x); ring.setAttribute("cy", t.y); ring.setAttribute("visibility", "visible");
      tip.replaceChildren(el("b", {}, t.s.name), t.p.note ?? `${spec.x.label} ${brief(t.p.x)}\n${spec.y.label} ${brief(t.p.y)}`);
      tip.hidden = false;
      tip.style.left = Math.min(event.clientX + 14, innerWidth - tip.offsetWidth - 8) + "px";
      tip.style.top = (event.clientY + 18 + tip.offsetHeight > innerHeight ? event.clientY - tip.offsetHeight - 12 : event.clientY + 18) + "px";
    },
    onmouseleave: hide,
    onclick: event => { const t = nearest(event); if (t?.p.pick) { hide(); t.p.pick(); } }});
}

// ---------------------------------------------------------------- what is shown

const section = () => data.sections[state.section];
const shown = m => !state.hidden.has(m);
const scoreName = s => s.replaceAll("_", " ");
const rateX = s => s.rate === null ? NaN : number(s.rate);

function settingsOf(m) { return section().settings.filter(s => s.method === m); }

/** The setting with the best median; of equals the first. */
function best(m) {
  const cost = s => section().moreIsBetter ? -number(s.median) : number(s.median);
  return settingsOf(m).reduce((b, s) => !b || cost(s) < cost(b) || (Number.isNaN(cost(b)) && !Number.isNaN(cost(s))) ? s : b, undefined);
}

/** The setting whose curves are shown. */
function chosen(m) {
  const text = state.rates.get(m);
  return settingsOf(m).find(s => s.rateText === text) ?? best(m);
}

const shownMethods = () => data.methods.map((_, m) => m).filter(m => shown(m) && settingsOf(m).length > 0);
const titled = s => `${data.methods[s.method]}, lr ${s.rateText}`;

function spread(s) {
  const lines = [`lr ${s.rateText}`, `median ${brief(number(s.median))}`];
  if (s.runs > 1) lines.push(`10–90% of runs ${brief(number(s.low))} … ${brief(number(s.high))}`);
  const diverged = s.status.diverged ?? 0;
  lines.push(diverged ? `${diverged} of ${count(s.runs, "run")} diverged` : count(s.runs, "run"));
  return lines.join("\n");
}

function stability() {
  const s = section();
  return chart("stability", {wide: true, title: "Learning-rate stability",
    about: `Final ${scoreName(s.score)} against learning rate: median over seeds, band from 10% to 90% of the runs. Runs that diverged count as worse than all others; `
      + "they stand at the top with their number. Click a point to see its curves below.",
    x: {label: "learning rate", log: true}, y: {label: "final " + scoreName(s.score), log: !s.moreIsBetter},
    none: "No method has a learning rate that is a number.",
    series: shownMethods().map(m => ({name: data.methods[m], m, marks: true, band: true, points: settingsOf(m).map(t => ({x: rateX(t),
      y: Number.isNaN(rateX(t)) ? NaN : number(t.median), low: number(t.low), high: number(t.high), over: t.status.diverged ?? 0, note: spread(t),
      pick: () => { state.rates.set(m, t.rateText); state.looked = m; draw(); }}))}))});
}

function rateChoice() {
  const texts = [...new Map(section().settings.map(s => [s.rateText, rateX(s)])).entries()].sort((a, b) => a[1] - b[1]).map(e => e[0]);
  const mixed = new Set([...state.rates.values()]);
  const now = mixed.size === 0 ? "" : mixed.size === 1 && state.rates.size === data.methods.length ? [...mixed][0] : "some";
  const select = el("select", {id: "rate", onchange: () => {
    state.rates = new Map(select.value === "" ? [] : data.methods.map((_, m) => [m, select.value]));
    draw();
  }}, el("option", {value: ""}, "best of each method"), ...texts.map(t => el("option", {value: t, selected: now === t}, t)),
    ...(now === "some" ? [el("option", {value: "some", selected: true}, "as clicked")] : []));
  return el("label", {}, "learning rate ", select);
}

function metricChoice() {
  const select = el("select", {id: "metric", onchange: () => { state.metric = select.value; delete state.axes.curves; draw(); }},
    ...section().metrics.map(n => el("option", {value: n, selected: n === state.metric}, scoreName(n))));
  return el("label", {}, "shows ", select);
}

function curve(m, metric) {
  const s = chosen(m), c = s?.curves?.[metric];
  if (!c) return {name: data.methods[m], m, points: []};
  return {name: titled(s), m, band: true, points: c.step.map((step, i) => {
    const y = number(c.median[i]), low = number(c.low[i]), high = number(c.high[i]);
    return {x: step, y, low, high, note: `step ${step}\nmedian ${brief(y)}` + (s.runs > 1 ? `\n10–90% of runs ${brief(low)} … ${brief(high)}` : "")};
  })};
}

function curves() {
  const fraction = /accuracy/.test(state.metric);
  return chart("curves", {title: "Training curves", picks: el("div", {class: "picks"}, metricChoice(), rateChoice()),
    about: "Median over seeds and band from 10% to 90% of the runs, at the learning rate chosen.",
    x: {label: "step", log: false}, y: {label: scoreName(state.metric), log: !fraction},
    series: shownMethods().map(m => curve(m, state.metric))});
}

function convergence() {
  const s = section();
  return chart("convergence", {title: "Convergence", about: `Median ${scoreName(s.score)} at the same learning rates` + (s.moreIsBetter ? "." : ", on log-log axes: a straight line is a power of the step."),
    x: {label: "step", log: true}, y: {label: scoreName(s.score), log: !s.moreIsBetter}, slopes: true,
    series: shownMethods().map(m => curve(m, s.score))});
}

function lookedAt() {
  const able = shownMethods().filter(m => chosen(m)?.steps);
  if (able.includes(state.looked)) return state.looked;
  const adaptive = able.filter(m => chosen(m).steps.term.some(v => v !== null));
  return adaptive[0] ?? able[0] ?? -1;
}

const ACTED = {"cap": ["cap (learning rate)", "var(--c0)"], "adaptive-term": ["adaptive term", "var(--c1)"],
  "model-at-bound": ["model at bound", "var(--c2)"], "noise-guard": ["noise guard", "var(--c5)"],
  "zero-direction": ["zero direction", "var(--faint)"], "learning-rate": ["learning rate alone", "var(--c4)"]};
const HATCH = {"cap": "", "adaptive-term": "M0 8L8 0", "model-at-bound": "M0 4H8", "noise-guard": "M4 0V8", "zero-direction": "M0 0L8 8", "learning-rate": ""};

function stepSizes() {
  const m = lookedAt(), s = m < 0 ? undefined : chosen(m), t = s?.steps;
  const select = el("select", {id: "looked", onchange: () => { state.looked = Number(select.value); draw(); }},
    ...shownMethods().map(i => el("option", {value: i, selected: i === m}, data.methods[i])));
  const series = (name, values, line, stroke, points) => ({name, m: 0, dash: line, colour: stroke, ...points,
    points: t ? t.k.map((k, i) => ({x: k, y: number(values(i)), note: `step ${k}: ${ACTED[data.acted[t.acted[i]]][0]} acted\nstep size ${brief(number(t.size[i]))}\ncap ${brief(number(t.cap[i]))}\nadaptive term ${brief(number(t.term[i]))}`})) : []});
  return chart("steps", {title: "Step size against cap", picks: el("div", {class: "picks"}, el("label", {}, "method ", select),
      ...(s ? [`lr ${s.rateText}, seed ${t?.seed ?? "–"}`] : [])),
    about: "The step size (grey) is the smaller of cap (dashed) and adaptive term (dotted).",
    x: {label: "step", log: false}, y: {label: "step size", log: true}, none: "No steps were kept of this setting.",
    series: t ? [series("step size", i => t.size[i], "", "var(--ink)", {soft: true}), series("cap", i => t.cap[i], "7 4", "var(--c0)"),
      series("adaptive term", i => t.term[i], "2 3", "var(--c1)")] : []});
}

/** For every learning rate of a method, which share of the steps each part decided. */
function shares() {
  const m = lookedAt(), width = WIDTH.half, height = 350, box = {left: 64, right: width - 14, top: 8, bottom: height - 44};
  const settings = (m < 0 ? [] : settingsOf(m)).filter(s => s.shares.some(n => n > 0));
  const host = el("section", {id: "shares"}, el("div", {class: "head"}, el("h2", {}, "Which acted")), el("p", {class: "about"},
    `${m < 0 ? "" : data.methods[m] + ": "}share of the steps in the journals in which each decided the step size.`));
  if (settings.length === 0) {
    host.append(el("p", {class: "empty"}, "No steps were kept."));
    return host;
  }
  const used = data.acted.map((name, i) => [name, i]).filter(([, i]) => settings.some(s => s.shares[i] > 0));
  host.append(el("div", {class: "picks"}, ...used.map(([name]) => el("span", {}, swatch(name), ACTED[name][0]))));
  const svg = el("svg:svg", {viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": "Which acted"});
  svg.append(el("svg:defs", {}, ...used.map(([name]) => hatch("bar", name))));
  for (const share of [0, 25, 50, 75, 100]) {
    const y = box.bottom - (box.bottom - box.top) * share / 100;
    svg.append(el("svg:path", {class: "grid", d: `M${box.left} ${y}H${box.right}`}),
      el("svg:text", {x: box.left - 7, y: y + 4, "text-anchor": "end"}, share + "%"));
  }
  const step = (box.right - box.left) / settings.length, many = settings.length > 30, bar = many ? step : Math.min(46, step * 0.74);
  const every = Math.ceil(settings.length / 10);
  settings.forEach((s, i) => {
    const all = s.shares.reduce((a, b) => a + b), x = box.left + step * (i + 0.5);
    let y = box.bottom;
    for (const [name, a] of used) {
      const tall = (box.bottom - box.top) * s.shares[a] / all;
      y -= tall;
      if (tall > 0) {
        svg.append(el("svg:rect", {x: x - bar / 2, y, width: bar, height: tall, fill: `url(#bar-${name})`, stroke: many ? "none" : "var(--card)", "data-acted": name,
          "data-rate": s.rateText, "data-count": s.shares[a]}, el("svg:title", {}, `lr ${s.rateText}: ${ACTED[name][0]} in ${brief(100 * s.shares[a] / all)}% of ${count(all, "step")}`)));
      }
    }
    if (i % every === 0) svg.append(el("svg:text", {x, y: box.bottom + 17, "text-anchor": "middle"}, rateLabel(s)));
  });
  svg.append(el("svg:text", {class: "label", x: (box.left + box.right) / 2, y: height - 5, "text-anchor": "middle"}, "learning rate"));
  host.append(svg);
  return host;
}

function rateLabel(s) {
  const x = rateX(s), e = Math.round(Math.log10(x));
  return finite(x) && Math.abs(x / 10 ** e - 1) < 1e-9 ? power(e) : brief(Number(x.toPrecision(2)));
}

/** A colour with lines of its own, so that it is told apart in grey. */
function hatch(prefix, name) {
  return el("svg:pattern", {id: `${prefix}-${name}`, width: 8, height: 8, patternUnits: "userSpaceOnUse"},
    el("svg:rect", {width: 8, height: 8, fill: ACTED[name][1]}), el("svg:path", {d: HATCH[name], stroke: "var(--card)", "stroke-width": 1.2, opacity: .6}));
}

function swatch(name) {
  const svg = el("svg:svg", {class: "swatch", viewBox: "0 0 30 12", "aria-hidden": "true"});
  svg.append(el("svg:defs", {}, hatch("key", name)), el("svg:rect", {width: 30, height: 12, rx: 2, fill: `url(#key-${name})`}));
  return svg;
}

function bounds() {
  const able = shownMethods().filter(m => chosen(m)?.steps?.bound.some(v => v !== null));
  const optimum = number(section().optimum);
  const below = state.below && finite(optimum);
  const select = el("select", {id: "below", onchange: () => { state.below = select.value === "below"; delete state.axes.bounds; draw(); }},
    el("option", {value: "bound"}, "lower bound"), el("option", {value: "below", selected: below}, "f* − lower bound"));
  return chart("bounds", {wide: true, height: 330, title: "Lower bounds",
    about: "What each method takes for the smallest value of the loss, at the learning rate chosen (first seed).",
    picks: el("div", {class: "picks"}, ...(finite(optimum) ? [el("label", {}, "shows ", select)] : [])),
    x: {label: "step", log: true}, y: {label: below ? "f* − lower bound" : "lower bound", log: below},
    none: "No method that is switched on uses a lower bound.",
    lines: finite(optimum) && !below ? [{y: optimum, name: "optimal value f*"}] : [],
    series: able.map(m => {
      const s = chosen(m);
      return {name: titled(s), m, points: s.steps.k.map((k, i) => {
        const bound = number(s.steps.bound[i]);
        return {x: k, y: below ? optimum - bound : bound, note: `step ${k}\nlower bound ${brief(bound)}\nloss ${brief(number(s.steps.loss[i]))}`};
      })};
    })});
}

// ---------------------------------------------------------------- tables

/** columns: {name, number, of(row), show(row)}; rows beyond the limit are shown on demand. */
function table(key, columns, rows, marked) {
  const sort = state.sort[key] ??= {column: -1, down: false};
  const host = el("div");
  let limit = 200;
  const fill = () => {
    let ordered = rows();
    const all = ordered.length;
    if (sort.column >= 0) {
      const of = columns[sort.column].of, sign = sort.down ? -1 : 1;
      ordered = ordered.toSorted((a, b) => sign * compare(of(a), of(b)));
    }
    const head = el("tr", {}, ...columns.map((c, i) => el("th", {class: c.number ? "number" : "",
      "aria-sort": sort.column !== i ? "none" : sort.down ? "descending" : "ascending"}, el("button", {onclick: () => {
        sort.down = sort.column === i && !sort.down;
        sort.column = i;
        fill();
      }}, c.name + (sort.column !== i ? "" : sort.down ? " ↓" : " ↑")))));
    const body = ordered.slice(0, limit).map(row => el("tr", {class: marked(row) ? "best" : "", ...columns.reduce((a, c) => c.key ? {...a, ["data-" + c.key]: c.of(row)} : a, {})},
      ...columns.map(c => el("td", {class: c.number ? "number" : "", "data-column": c.name, "data-value": c.of(row)}, ...[c.show ? c.show(row) : String(c.of(row))].flat()))));
    const more = all > limit ? [el("p", {class: "more"}, `${limit} of ${count(all, "row")} shown. `,
      el("button", {onclick: () => { limit += 1000; fill(); }}, "Show more"))] : [];
    host.replaceChildren(el("div", {class: "scroll"}, el("table", {}, el("thead", {}, head), el("tbody", {}, ...body))), ...more);
  };
  fill();
  return {host, fill};
}

function compare(a, b) {
  if (typeof a !== "number") return String(a).localeCompare(String(b), "en", {numeric: true});
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a < b ? -1 : a > b ? 1 : 0;
}

const badly = (n, text = n) => n ? el("span", {class: "bad"}, text) : "0";

function summary() {
  const bests = new Set(data.methods.map((_, m) => best(m)));
  const column = name => ({name, number: true, of: s => number(s[name]), show: s => brief(number(s[name]))});
  const made = table("summary", [
    {name: "method", key: "method", of: s => data.methods[s.method], show: s => [sample(s.method), data.methods[s.method]]},
    {name: "lr", key: "rate", number: true, of: s => Number.isNaN(rateX(s)) ? s.rateText : rateX(s), show: s => s.rateText},
    {name: "runs", number: true, of: s => s.runs},
    {name: "diverged", number: true, of: s => s.status.diverged ?? 0, show: s => badly(s.status.diverged ?? 0)},
    {name: "failed", number: true, of: s => s.status.failed ?? 0, show: s => badly(s.status.failed ?? 0)},
    column("median"), {...column("low"), name: "10%"}, {...column("high"), name: "90%"},
  ], () => section().settings.filter(s => shown(s.method)), s => bests.has(s));
  return el("section", {class: "wide", id: "summary"}, el("div", {class: "head"}, el("h2", {}, "Settings")), el("p", {class: "about"},
    `Final ${scoreName(section().score)} over the seeds of every setting; the best of each method in bold.`), made.host);
}

function runs() {
  const [NAME, METHOD, RATE, TEXT, SEED, STATUS, STEPS, SCORE, LOSS, SECONDS, REASON] = Array(11).keys();
  const value = (name, i) => ({name, number: true, of: r => number(r[i]), show: r => brief(number(r[i]))});
  const made = table("runs", [
    {name: "run", key: "run", of: r => r[NAME]}, {name: "method", of: r => data.methods[r[METHOD]]},
    {name: "lr", number: true, of: r => r[RATE] === null ? r[TEXT] : number(r[RATE]), show: r => r[TEXT]}, value("seed", SEED),
    {name: "status", of: r => r[STATUS], show: r => /diverged|failed|timed/.test(r[STATUS]) ? el("span", {class: "bad", title: r[REASON]}, r[STATUS]) : el("span", {title: r[REASON]}, r[STATUS])},
    value("steps", STEPS), value(scoreName(section().score), SCORE), ...(section().score === "train_loss" ? [] : [value("train loss", LOSS)]), value("seconds", SECONDS),
  ], () => {
    const words = state.filter.toLowerCase().split(/\s+/).filter(Boolean);
    return section().runs.filter(r => shown(r[METHOD]) && words.every(w => [r[NAME], data.methods[r[METHOD]], r[STATUS]].join(" ").toLowerCase().includes(w)));
  }, () => false);
  const search = el("input", {type: "search", id: "filter", placeholder: "filter: words of name, method, status", size: 34, value: state.filter,
    oninput: () => { state.filter = search.value; made.fill(); }});
  return el("section", {class: "wide", id: "runs"}, el("div", {class: "head"}, el("h2", {}, "Runs"), search), el("p", {class: "about"},
    "Every run with its last evaluation; a run that diverged is worse than any other. Click a heading to sort."), made.host);
}

// ---------------------------------------------------------------- start

function draw() {
  if (!section().metrics.includes(state.metric)) state.metric = section().score;
  byId("tabs").replaceChildren(...data.sections.map((s, i) => el("button", {role: "tab", "aria-selected": i === state.section,
    onclick: () => { state.section = i; state.rates.clear(); draw(); }}, s.name)));
  byId("legend").replaceChildren(...data.methods.map((name, m) => m).filter(m => settingsOf(m).length > 0).map(m => el("button", {"aria-pressed": shown(m),
    "data-method": data.methods[m], title: "switch on or off", onclick: () => { if (!state.hidden.delete(m)) state.hidden.add(m); draw(); }}, sample(m), data.methods[m])));
  byId("main").replaceChildren(stability(), curves(), convergence(), stepSizes(), shares(), bounds(), summary(), runs());
}

function facts() {
  const all = data.sections.flatMap(s => s.runs), STATUS = 5;
  const byStatus = new Map();
  for (const r of all) byStatus.set(r[STATUS], (byStatus.get(r[STATUS]) ?? 0) + 1);
  const parts = [...byStatus].map(([status, n]) => `${n.toLocaleString("en")} ${status}`);
  byId("facts").textContent = `${count(all.length, "run")} (${parts.join(", ")}) of ${count(data.methods.length, "method")} on ${count(data.sections.length, "objective")}`;
  byId("notes").replaceChildren(...data.notes.map(n => el("p", {}, n)));
}

facts();
if (data.sections.length > 0) draw();
else byId("main").append(el("p", {class: "empty"}, "No run has ended yet."));
})();
