// @ts-check
/** Takes the planner's figures and dates; draws progress, counts, timeline and follow-ups as lists people can read. */
import { h } from "./dom.mjs";

/** @typedef {{date: string, text: string, kind: string, number: string | null, title: string, done: boolean, late: boolean}} Event */

/** @param {any} $place @param {any} figures @param {Event[]} timeline @param {any} strings @param {any} levels */
export function showFigures($place, figures, timeline, strings, levels) {
  const words = strings.figures;
  const counts = [
    [words.findings, figures.findings],
    [words.actions, figures.actions],
    [words.done, figures.done],
    [words.late, figures.late],
    ...Object.entries(figures.by_level).map(([level, count]) => [levels[level] ?? strings.level.unrated, count]),
  ];
  const $counts = counts.map(([name, count]) => h("div", {}, h("dt", {}, name), h("dd", {}, String(count))));
  const label = `${words.progress}: ${figures.percent} %`;
  const $bar = h(
    "svg",
    { viewBox: "0 0 100 4", class: "pl-bar", role: "img", "aria-label": label, preserveAspectRatio: "none" },
    h("rect", { width: 100, height: 4, class: "pl-bar-all" }),
    h("rect", { width: figures.percent, height: 4, class: "pl-bar-done" }),
  );
  const $timeline = timeline.length
    ? h("ol", { class: "pl-timeline" }, ...timeline.map((event) => point(event, words)))
    : h("p", { class: "pl-note" }, words["no-timeline"]);
  $place.replaceChildren(h("dl", { class: "pl-counts" }, ...$counts), h("p", {}, label), $bar, h("h4", {}, words.timeline), $timeline);
}

/** @param {Event} event @param {any} words */
function point(event, words) {
  const state = event.done ? "done" : event.late ? "late" : "open";
  const told = [event.number, event.title].filter(Boolean).join(" ");
  const kind = words.event[event.kind] ?? event.kind;
  const said = event.done && event.kind !== "follow-up" ? words.done : event.late ? words.late : "";
  return h(
    "li",
    { class: `pl-point pl-point--${state}` },
    h("time", { datetime: event.date }, event.text),
    h("span", {}, kind, told && `: ${told}`, said && ` (${said.toLowerCase()})`),
  );
}

/** @param {any} $place @param {{date: string, text: string}[]} dates @param {any} strings */
export function showDates($place, dates, strings) {
  const $dates = dates.map((one) => h("li", {}, h("time", { datetime: one.date }, one.text)));
  $place.replaceChildren($dates.length ? h("ul", { class: "pl-dates" }, ...$dates) : h("p", { class: "pl-note" }, strings.dates.none));
}
