// @ts-check
/** Takes a tag, attributes and children; gives an element. Text goes in as text, so nothing typed becomes markup. */

import { drawAround } from "./pictures.js";

/** @typedef {Node | string | null | false | undefined} Child */

const SVG = new Set(["svg", "rect"]);

/**
 * @param {string} tag
 * @param {Record<string, any>} [attributes] functions become listeners; null and false are left out
 * @param {...Child} children
 * @returns {any}
 */
export function h(tag, attributes = {}, ...children) {
  const $element = SVG.has(tag) ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") $element.addEventListener(name, value);
    else $element.setAttribute(name, value === true ? "" : String(value));
  }
  $element.append(...children.filter((child) => child || child === "").map((child) => /** @type {any} */ (child)));
  return $element;
}

/**
 * Fill the placeholders of a string; a mapping is a plural and takes `count`.
 * @param {any} words
 * @param {Record<string, string | number>} [values]
 */
export function say(words, values = {}) {
  const text = typeof words === "string" ? words : words[values.count === 1 ? "one" : "other"];
  return text.replace(/\{(\w+)\}/g, (/** @type {string} */ all, /** @type {string} */ name) => values[name] ?? all);
}

/** A list under a line in bold; nothing where there is nothing to list. @param {string} title @param {string[]} [texts] @returns {any[]} */
export function listed(title, texts = []) {
  if (!texts.length) return [];
  return [h("p", {}, h("strong", {}, title)), h("ul", {}, ...texts.map((text) => h("li", {}, text)))];
}

/** English here writes the day before the month and counts to 24, as in the documents. @param {string} language */
export function locale(language) {
  return language === "en" ? "en-GB" : language;
}

/** @type {Map<string, any>} what writes dates, by language; it takes long to make */
const dates = new Map();

/** @param {string | null} iso @param {string} language */
export function longDate(iso, language) {
  if (!/^\d{4}-\d\d-\d\d$/.test(iso ?? "")) return iso ?? "";
  const day = new Date(`${iso}T12:00:00`);
  if (Number.isNaN(day.getTime())) return iso;
  if (!dates.has(language)) dates.set(language, new Intl.DateTimeFormat(locale(language), { day: "numeric", month: "long", year: "numeric" }));
  return dates.get(language).format(day);
}

/** Put the keyboard on a heading or message and bring it into view. @param {any} $element */
export function focus($element) {
  if (!$element) return;
  drawAround($element);
  if (!$element.matches("a[href], button, input, select, textarea, summary")) $element.setAttribute("tabindex", "-1");
  $element.focus({ preventScroll: true });
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  $element.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
}

/** Put it on the first question of a row. @param {any} $row */
export function focusFirst($row) {
  const $first = $row.querySelector("[data-path]");
  focus($first?.matches("fieldset") ? $first.querySelector("input") : $first);
}
