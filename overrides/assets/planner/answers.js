// @ts-check
/** Takes the form; offers what the plan holds as answers to "which findings does this answer?". */
import { read, write } from "./controls.js";
import { h } from "./dom.js";
import { areaTitles } from "./fixed.js";
import { isShown } from "./kinds.js";
import { short } from "./names.js";
import { get } from "./plan.js";
import { rowName, rowsOf } from "./rows.js";

/** Choices that lie in one part of a long list: what is out of view costs nothing. */
const MANY = 20;

/** @type {WeakMap<any, string>} what has been offered in a group already */
const offered = new WeakMap();

/** What an action can answer in this plan, by id. @param {import("./form.js").Form} form @returns {Map<string, Map<string, string>>} */
function subjects({ $form, plan }) {
  const found = new Map();
  for (const list of ["findings", "chain.risks"]) {
    const $list = $form.querySelector(`[data-list="${list}"]`);
    const records = isShown($list) ? get(plan, list) ?? [] : [];
    const $rows = rowsOf($list);
    found.set(list, new Map(records.map((/** @type {any} */ one, /** @type {number} */ at) => [one.id, $rows[at] ? rowName($rows[at]) : one.id])));
  }
  const titles = areaTitles($form);
  const $fixed = [...$form.querySelectorAll("[data-fixed]")].filter(isShown);
  const areas = $fixed.flatMap(($list) => [...$list.querySelectorAll(":scope > [data-area]")].map(($one) => $one.dataset.area));
  found.set("areas", new Map(areas.map((id) => [id, titles.get(id)])));
  const followed = isShown($form.querySelector('[data-list="programme.follow_ups"]')) ? get(plan, "programme.follow_ups") ?? [] : [];
  const deviations = followed.flatMap((/** @type {any} */ one) =>
    (one.deviations ?? []).map((/** @type {any} */ each) => [each.id, [one.supplier, short(each.text ?? "")].filter(Boolean).join(": ") || each.id]),
  );
  found.set("deviations", new Map(deviations));
  return found;
}

/**
 * Offer the plan's findings, areas, risks and deviations in the rows that are open to be read.
 * @param {import("./form.js").Form} form
 * @param {any} $scope
 */
export function offerSubjects(form, $scope) {
  const $groups = [...$scope.querySelectorAll('[data-type="findings"]')];
  if (!$groups.length) return;
  const all = subjects(form);
  for (const $group of $groups) {
    const labels = $group.dataset.of ? all.get($group.dataset.of) : new Map([...all.values()].flatMap((each) => [...each]));
    offer($group, labels ?? new Map(), get(form.plan, form.pathOf($group)) ?? []);
  }
}

/** @param {any} $group @param {Map<string, string>} labels @param {string[]} kept */
function offer($group, labels, kept) {
  const told = JSON.stringify([...labels, kept.filter((id) => !labels.has(id))]);
  if (offered.get($group) === told) return;
  offered.set($group, told);
  const ids = [...new Set([...labels.keys(), ...kept, ...read($group)])];
  const $choices = ids.map((id, place) => {
    const input = place ? `${$group.dataset.id}-${place}` : $group.dataset.id;
    return h("div", { class: "pl-choice" }, h("input", { type: "checkbox", id: input, value: id }), h("label", { for: input }, labels.get(id) ?? id));
  });
  $group.querySelector(".pl-offered")?.remove();
  const $parts = [];
  while ($choices.length) $parts.push(h("div", {}, ...$choices.splice(0, MANY)));
  $group.append(h("div", { class: $parts.length > 1 ? "pl-offered pl-offered--many" : "pl-offered" }, ...$parts));
  write($group, kept);
}
