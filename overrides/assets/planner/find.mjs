// @ts-check
/** Takes a path of the plan; gives the element on the page that asks for it, and makes the rows on the way to it. */
import { placed } from "./plan.mjs";
import { listPath, rowPath, rowsOf } from "./rows.mjs";

/**
 * The element a remark's path means: its question, else its list, else its row.
 * @param {import("./form.mjs").Form} form
 * @param {string} path
 * @returns {any}
 */
export function find(form, path) {
  const $row = rowAt(form, path);
  const $scope = $row ?? form.$form;
  const $control = [...$scope.querySelectorAll("[data-path]")].find(($one) => form.pathOf($one) === path);
  if ($control) return $control.matches("fieldset") ? $control.querySelector("input:checked, input") ?? $control : $control;
  const $list = [...$scope.querySelectorAll("[data-list]")].find(($one) => listPath($one) === path);
  if ($list) return $list.querySelector(":scope > .pl-add > [data-add]");
  if ($row) return $row.querySelector("summary, input, select, textarea");
  return fixed(form, path)?.querySelector("summary") ?? null;
}

/** The innermost row on the way to a path, whole. @param {import("./form.mjs").Form} form @param {string} path */
function rowAt(form, path) {
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

/** An area, or the first of them. @param {import("./form.mjs").Form} form @param {string} path */
function fixed(form, path) {
  const $lists = [...form.$form.querySelectorAll("[data-fixed]")];
  const $list = $lists.find(($one) => path === $one.dataset.fixed || path.startsWith(`${$one.dataset.fixed}[`));
  const $areas = $list ? [...$list.querySelectorAll(":scope > [data-area]")] : [];
  return $areas.find(($one) => placed(form.plan, `${$list.dataset.fixed}[#${$one.dataset.area}]`) === path) ?? $areas[0];
}
