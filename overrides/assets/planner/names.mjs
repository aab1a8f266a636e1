// @ts-check
/** Takes the form, the plan and the advice; shows what each row is about, how severe it is, and what is asked. */
import { read, write } from "./controls.mjs";
import { h } from "./dom.mjs";
import { get } from "./plan.mjs";
import { rowsOf } from "./rows.mjs";

/** @typedef {{index: number, number: string, level: string | null, title: string, why: string[], asked: string[]}} FindingAdvice */

/** @param {any} $form @param {string} name @returns {any[]} */
function rows($form, name) {
  return rowsOf($form.querySelector(`[data-list="${name}"]`));
}

/** @param {string} text */
export function short(text) {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 70 ? `${line.slice(0, 69).trimEnd()}…` : line;
}

/** A level by its word and its shape, not by colour alone. @param {string | null} level @param {string} title */
export function badge(level, title) {
  return h("span", { class: `pl-badge pl-badge--${level ?? "unrated"}` }, title);
}

/**
 * Name the rows in their summaries.
 * @param {any} $form
 * @param {FindingAdvice[]} findings
 * @param {any} strings
 */
export function nameRows($form, findings, strings) {
  rows($form, "findings").forEach(($row, at) => {
    const found = findings.find((one) => one.index === at);
    const text = short($row.querySelector('[data-path="text"]').value) || topic($row);
    const $badge = found ? badge(found.level, found.level ? found.title : strings.level.unrated) : null;
    about($row, text || strings.rows.untitled, found?.number, $badge);
  });
  rows($form, "actions").forEach(($row) => {
    about($row, short($row.querySelector('[data-path="text"]').value) || strings.rows.untitled);
  });
}

/** @param {any} $row */
function topic($row) {
  const $topic = $row.querySelector('[data-path="topic"]');
  return $topic.value ? $topic.selectedOptions[0].textContent : "";
}

/** @param {any} $row @param {string} text @param {string} [number] @param {any} [$badge] */
function about($row, text, number, $badge) {
  const $number = number ? h("span", { class: "pl-number" }, number) : null;
  const parts = [text, $number && " ", $number, $badge && " ", $badge].filter(Boolean);
  $row.querySelector("[data-row-about]").replaceChildren(...parts);
}

/**
 * Offer the plan's findings as answers to "which does this action answer?".
 * @param {any} $form
 * @param {import("./plan.mjs").Plan} plan
 */
export function offerFindings($form, plan) {
  const known = /** @type {any[]} */ (plan.findings ?? []);
  const labels = rows($form, "findings").map(($row) => short($row.querySelector("summary").textContent));
  const signature = JSON.stringify(known.map((one, at) => [one.id, labels[at]]));
  rows($form, "actions").forEach(($row, at) => {
    const $group = $row.querySelector('[data-type="findings"]');
    if ($group.dataset.offered === signature) return;
    $group.dataset.offered = signature;
    const chosen = new Set([...(get(plan, `actions[${at}].findings`) ?? []), ...read($group)]);
    const ids = [...new Set([...known.map((one) => one.id), ...chosen])];
    $group.querySelectorAll(".pl-choice").forEach((/** @type {any} */ $one) => $one.remove());
    ids.forEach((id, place) => {
      const input = place ? `${$group.dataset.id}-${place}` : $group.dataset.id;
      const $label = h("label", { for: input }, labels[place] ?? id);
      $group.append(h("div", { class: "pl-choice" }, h("input", { type: "checkbox", id: input, value: id }), $label));
    });
    write($group, get(plan, `actions[${at}].findings`) ?? []);
  });
}

/**
 * Show under each finding how severe it is, why, and what is asked of whom.
 * @param {any} $form
 * @param {FindingAdvice[]} findings
 * @param {any} strings
 */
export function showLevels($form, findings, strings) {
  rows($form, "findings").forEach(($row, at) => {
    const $place = $row.querySelector("[data-advice]");
    const found = findings.find((one) => one.index === at);
    $place.hidden = !found?.level;
    if (!found?.level) return;
    const list = (/** @type {string[]} */ texts) => h("ul", {}, ...texts.map((text) => h("li", {}, text)));
    $place.replaceChildren(
      h("p", {}, h("strong", {}, strings.level.title, ": "), badge(found.level, found.title)),
      h("p", {}, h("strong", {}, strings.level.why)),
      list(found.why),
      ...(found.asked.length ? [h("p", {}, h("strong", {}, strings.level.asked)), list(found.asked)] : []),
    );
  });
}
