// @ts-check
/** Takes the plan; shows in the fixed lists, such as the areas of a policy, what each row's answer is. */
import { h } from "./dom.js";
import { get } from "./plan.js";
import { content } from "./templates.js";

/** Areas of a newer library get a place of their own, called by their id. @param {any} $form @param {any} plan */
export function showFixed($form, plan) {
  for (const $old of $form.querySelectorAll("[data-strange]")) $old.remove();
  for (const $list of $form.querySelectorAll("[data-fixed]")) {
    const known = new Set([...$list.querySelectorAll(":scope > [data-area]")].map(($one) => $one.dataset.area));
    const records = get(plan, $list.dataset.fixed);
    for (const { id } of Array.isArray(records) ? records : []) if (!known.has(id)) $list.append(strange($list, id));
  }
}

/** @param {any} $list @param {string} id */
function strange($list, id) {
  const $made = copy($list, id, id);
  $made.dataset.strange = $made.dataset.whole = "";
  return $made;
}

/** Make the questions of an area, unless they are there. @param {any} $area @returns {boolean} whether they were made now */
export function makeArea($area) {
  if ($area.dataset.whole !== undefined) return false;
  $area.dataset.whole = "";
  const $made = copy($area.parentElement, $area.dataset.area, $area.querySelector("[data-area-title]").textContent);
  $area.append(...[...$made.children].filter(($one) => !$one.matches("summary")));
  return true;
}

/** The list's template for one area. @param {any} $list @param {string} id @param {string} title */
function copy($list, id, title) {
  const $made = /** @type {any} */ (content($list.querySelector(":scope > template")).firstElementChild?.cloneNode(true));
  for (const $element of [$made, ...$made.querySelectorAll("*")]) {
    for (const attribute of $element.attributes) attribute.value = attribute.value.replaceAll("__area__", id);
    const [$text] = $element.childNodes;
    if ($text?.nodeType === Node.TEXT_NODE) $text.data = $text.data.replaceAll("__area__", title);
  }
  return $made;
}

/**
 * Say in each summary where the area stands, and by which actions it is answered.
 * @param {any} $form
 * @param {any} plan
 * @param {{id: string, number: string, actions: string[]}[]} advice
 * @param {any} config
 */
export function nameFixed($form, plan, advice, config) {
  const { strings, terms } = config;
  for (const $area of $form.querySelectorAll("[data-area]")) {
    const { area } = $area.dataset;
    const standing = get(plan, `${$area.parentElement.dataset.fixed}[#${area}].standing`);
    const found = advice.find((one) => one.id === area);
    const actions = found?.actions.length ? `${strings.areas.actions}: ${found.actions.join(", ")}` : "";
    const said = standing ? (terms.standings[standing] ?? standing) : strings.areas.unknown;
    const told = JSON.stringify([said, found?.number, actions]);
    if ($area.dataset.told === told) continue;
    $area.dataset.told = told;
    const $standing = h("span", { class: `pl-badge pl-badge--${standing ?? "unknown"}` }, said);
    const $number = found?.number && h("span", { class: "pl-number" }, found.number);
    $area.querySelector("[data-area-about]").replaceChildren($standing, " ", ...($number ? [$number, " "] : []), actions);
  }
}

/** What an area is called. @param {any} $form @returns {Map<string, string>} */
export function areaTitles($form) {
  return new Map([...$form.querySelectorAll("[data-area]")].map(($one) => [$one.dataset.area, $one.querySelector("[data-area-title]").textContent]));
}
