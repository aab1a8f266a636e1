// @ts-check
/** Takes a path of the plan; gives the element on the page that asks for it, and makes the rows on the way to it. */
import { placed } from "./plan.js";
import { listPath, rowPath, rowsOf } from "./rows.js";

/**
 * The element a remark's path means: its question, else its list, else its row.
 * @param {import("./form.js").Form} form
 * @param {string} path
 * @returns {any}
 */
export function find(form, path) {
  const $row = rowAt(form, path);
  const $areas = $row ? [] : areas(form, path);
  const $area = $areas.find(($one) => isWithin(path, placed(form.plan, `${$one.parentElement.dataset.fixed}[#${$one.dataset.area}]`)));
  if ($area) form.whole($area);
  const $scope = $row ?? form.$form;
  const $control = [...$scope.querySelectorAll("[data-path]")].find(($one) => form.pathOf($one) === path);
  if ($control) return $control.matches("fieldset") ? $control.querySelector("input:checked, input") ?? $control : $control;
  const $list = [...$scope.querySelectorAll("[data-list]")].find(($one) => listPath($one) === path);
  if ($list) return $list.querySelector(":scope > .pl-add > [data-add]");
  if ($row) return $row.querySelector("summary, input, select, textarea");
  return ($area ?? $areas[0])?.querySelector("summary") ?? null;
}

/** The innermost row on the way to a path, whole. @param {import("./form.js").Form} form @param {string} path */
function rowAt(form, path) {
  /** @type {any} */
  let $found = null;
  const steps = [...path.matchAll(/\[(\d+)\]/g)];
  for (const step of steps) {
    const list = path.slice(0, step.index);
    const $lists = [...($found ?? form.$form).querySelectorAll("[data-list]")];
    const $list = $lists.find(($one) => listPath($one) === list);
    const $row = $list ? rowsOf($list)[Number(step[1])] : null;
    if (!$row) break;
    form.whole($row);
    $found = $row;
  }
  return $found && path.startsWith(rowPath($found)) ? $found : null;
}

/** The areas of the list that a path leads into. @param {import("./form.js").Form} form @param {string} path @returns {any[]} */
function areas(form, path) {
  const $lists = [...form.$form.querySelectorAll("[data-fixed]")];
  const $list = $lists.find(($one) => path === $one.dataset.fixed || path.startsWith(`${$one.dataset.fixed}[`));
  return $list ? [...$list.querySelectorAll(":scope > [data-area]")] : [];
}

/** @param {string} path @param {string} whole */
function isWithin(path, whole) {
  return path === whole || path.startsWith(`${whole}.`);
}
