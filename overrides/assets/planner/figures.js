// @ts-check
/** Takes the planner's figures and dates; draws progress, counts, timeline and follow-ups as lists people can read. */
import { h, say } from "./dom.js";

/** @typedef {{date: string, text: string, kind: string, number: string | null, title: string, done: boolean, late: boolean}} Event */

/** Lanes of the timeline, from the top. */
const KINDS = ["due", "milestone", "follow-up", "effectiveness"];

/** @param {any} $place @param {any} figures @param {Event[]} timeline @param {any} strings @param {any} terms */
export function showFigures($place, figures, timeline, strings, terms) {
  const words = strings.figures;
  const counted = (/** @type {any} */ by, /** @type {any} */ names, /** @type {string} */ other) =>
    Object.entries(by ?? {}).filter(([, count]) => count).map(([id, count]) => [names[id] ?? other, count]);
  const counts = [
    ...(figures.findings ? [[words.findings, figures.findings]] : []),
    [words.actions, figures.actions],
    [words.done, figures.done],
    [words.late, figures.late],
    ...counted(figures.by_level, terms.levels, strings.level.unrated),
    ...counted(figures.by_standing, terms.standings, strings.areas.unknown),
    ...counted(figures.by_light, terms.lights, ""),
  ];
  const $counts = counts.map(([name, count]) => h("div", {}, h("dt", {}, name), h("dd", {}, String(count))));
  const label = `${words.progress}: ${figures.percent} %`;
  const $bar = h(
    "svg",
    { viewBox: "0 0 100 4", class: "pl-bar", role: "img", "aria-label": label, preserveAspectRatio: "none" },
    h("rect", { width: 100, height: 4, class: "pl-bar-all" }),
    h("rect", { width: figures.percent, height: 4, class: "pl-bar-done" }),
  );
  const open = Boolean($place.querySelector("details")?.open);
  const $timeline = timeline.length ? [lanes(timeline, words), list(timeline, words, strings.check.more, open)] : [h("p", { class: "pl-note" }, words["no-timeline"])];
  $place.replaceChildren(h("dl", { class: "pl-counts" }, ...$counts), h("p", {}, label), $bar, h("h4", {}, words.timeline), ...$timeline);
}

/** The picture: for the eye alone, since the list says the same in words. @param {Event[]} timeline @param {any} words */
function lanes(timeline, words) {
  const day = (/** @type {string} */ iso) => Date.parse(`${iso}T12:00:00Z`);
  const [first, last] = [timeline[0], timeline[timeline.length - 1]];
  const span = Math.max(day(last.date) - day(first.date), 1);
  const kinds = KINDS.filter((kind) => timeline.some((event) => event.kind === kind));
  const $lanes = kinds.map((kind) => {
    // Marks that would lie on each other are one.
    const own = new Map(timeline.filter((event) => event.kind === kind).map((event) => [`${event.date} ${event.done} ${event.late}`, event]));
    const $marks = [...own.values()].map((event) => {
      const $mark = h("span", { class: `pl-mark pl-mark--${kind} ${event.done ? "pl-mark--is-done" : event.late ? "pl-mark--is-late" : ""}` });
      $mark.style.left = `${((day(event.date) - day(first.date)) / span) * 100}%`;
      return $mark;
    });
    return h("div", { class: "pl-lane" }, h("span", {}, words.event[kind]), h("div", { class: "pl-track" }, ...$marks));
  });
  const $span = h("div", { class: "pl-span" }, h("span", {}, first.text), h("span", {}, last.text));
  return h("div", { class: "pl-lanes", "aria-hidden": "true" }, ...$lanes, $span);
}

/** @param {Event[]} timeline @param {any} words @param {string} more @param {boolean} open */
function list(timeline, words, more, open) {
  const $summary = h("summary", {}, say(more, { count: timeline.length }));
  const $list = h("ol", { class: "pl-timeline" });
  const fill = () => $list.firstChild || $list.append(...timeline.map((event) => point(event, words)));
  if (open) fill();
  return h("details", { class: "pl-fold", open, toggle: fill }, $summary, $list);
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
