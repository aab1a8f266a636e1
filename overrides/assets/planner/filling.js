// @ts-check
/**
 * Takes the form and a part of it; shows there what the plan says: its questions, and the rows of its lists. It can pause
 * after each, so that typing never waits; what the reader takes away meanwhile is left alone.
 */
import { read, write } from "./controls.js";
import { makeArea } from "./fixed.js";
import { inPictures } from "./pictures.js";
import { get } from "./plan.js";
import { makeBody, makeRows, place, rowPath, rowsOf } from "./rows.js";

/** @typedef {import("./form.js").Form} Form */

/** @param {Form} form @param {any} $scope a step, a row or an area @returns {Generator<void>} */
export function* filled(form, $scope) {
  const $own = $scope.closest("[data-row]");
  const value = (/** @type {string} */ path) => get(form.plan, $own ? `${rowPath($own)}.${path}` : path);
  for (const $control of $scope.querySelectorAll("[data-path]")) {
    if (!$scope.isConnected) return;
    if ($control.closest("[data-row]") !== $own) continue;
    delete $control.dataset.library;
    write($control, value($control.dataset.path));
    yield;
  }
  for (const $list of $scope.querySelectorAll("[data-list]")) {
    if (!$scope.isConnected) return;
    if ($list.closest("[data-row]") !== $own) continue;
    $list.querySelector(":scope > [data-removed]")?.remove();
    for (const $row of rowsOf($list)) $row.remove();
    const records = value($list.dataset.list) ?? [];
    const count = Math.max(Array.isArray(records) ? records.length : 0, Number($list.dataset.first ?? 0));
    const $rows = makeRows($list, count);
    place($list, $rows, 0);
    // Many rows are a list to choose from; a single one is read.
    for (const $row of $rows) yield* entered(form, $row, count === 1);
  }
  reveal($scope);
}

/**
 * What a new row shows: everything, or its summary until it is opened.
 * @param {Form} form @param {any} $row @param {boolean} open @returns {Generator<void>}
 */
export function* entered(form, $row, open) {
  if ($row.matches("details")) {
    $row.open = open;
    if (open) yield* made(form, $row);
  } else yield* shown(form, $row);
}

/** Make the body of a row or an area that is about to be read. @param {Form} form @param {any} $row @returns {Generator<void>} */
export function* made(form, $row) {
  if ($row.hasAttribute("data-row") && makeBody($row)) {
    inPictures($row);
    yield;
    yield* shown(form, $row);
  }
  if ($row.hasAttribute("data-area") && makeArea($row)) yield* filled(form, $row);
}

/** @param {Form} form @param {any} $row @returns {Generator<void>} */
function* shown(form, $row) {
  yield* filled(form, $row);
  if (!$row.isConnected) return;
  form.library($row.querySelectorAll("[data-path]"));
  yield;
  form.page.made($row);
}

/** Hide a question that another answer of the same row has made pointless. @param {any} $scope */
export function reveal($scope) {
  for (const $field of $scope.querySelectorAll("[data-unless]")) {
    const [name, value] = $field.dataset.unless.split("=");
    const $other = $field.closest("[data-row]")?.querySelector(`[data-path="${name}"]`);
    $field.hidden = $other ? read($other) === value : false;
  }
}
