// @ts-check
/**
 * Takes a list in the form; gives its rows: made from the template, numbered, added and removed. A row that can be
 * folded is at first its summary alone; its body is made when somebody opens it, so that a long plan stays light.
 */
import { get, newId, set } from "./plan.js";
import { focus, h, say } from "./dom.js";
import { content } from "./templates.js";

let made = 0;

/** @type {WeakMap<any, number>} where each row stands among its like; asked for far more often than it changes */
const places = new WeakMap();
/** @type {WeakMap<any, {at: number, names: string[]}[]>} which elements of a template carry its number, and in what */
const numbered = new WeakMap();

/** @param {any} $list @returns {any[]} */
export function rowsOf($list) {
  return [...$list.children].filter(($child) => $child.hasAttribute("data-row"));
}

/** Where a row stands in its list. @param {any} $row @returns {number} */
export function placeOf($row) {
  return places.get($row) ?? -1;
}

/** The list's path in the plan, `actions[0].milestones`. @param {any} $list @returns {string} */
export function listPath($list) {
  const $row = $list.closest("[data-row]");
  return $row ? `${rowPath($row)}.${$list.dataset.list}` : $list.dataset.list;
}

/** @param {any} $row @returns {string} */
export function rowPath($row) {
  const $list = $row.parentElement;
  return `${listPath($list)}[${placeOf($row)}]`;
}

/** Give rows the page does not have yet; each copy of the template gets a number of its own. @param {any} $list @returns {any[]} */
export function makeRows($list, count = 1) {
  const $template = $list.querySelector(":scope > template[data-row-of]");
  return Array.from({ length: count }, () => {
    made += 1;
    const $row = copy($template, String(made)).firstElementChild;
    $row.dataset.made = String(made);
    return $row;
  });
}

/** A template's copy with a number in its ids. @param {any} $template @param {string} number */
export function copy($template, number) {
  const $made = /** @type {any} */ (content($template).cloneNode(true));
  const $all = $made.querySelectorAll("*");
  for (const { at, names } of marks($template)) {
    for (const name of names) $all[at].setAttribute(name, $all[at].getAttribute(name).replaceAll("__n__", number));
  }
  for (const $select of $made.querySelectorAll('select[data-type="country"]')) {
    const $first = document.querySelector('select[data-type="country"]');
    $select.append(...[...($first?.children ?? [])].slice(1).map(($option) => $option.cloneNode(true)));
  }
  return $made;
}

/** @param {any} $template */
function marks($template) {
  let found = numbered.get($template);
  if (found) return found;
  const names = (/** @type {Element} */ $one) => [...$one.attributes].filter((one) => one.value.includes("__n__")).map((one) => one.name);
  found = [...content($template).querySelectorAll("*")].map(($one, at) => ({ at, names: names($one) })).filter((one) => one.names.length);
  numbered.set($template, found);
  return found;
}

/** Make the body of a row, unless it is there. @param {any} $row @returns {boolean} whether it was made now */
export function makeBody($row) {
  const $body = $row.parentElement.querySelector(":scope > template[data-body]");
  if (!$body || $row.dataset.whole !== undefined) return false;
  $row.dataset.whole = "";
  $row.append(copy($body, $row.dataset.made));
  return true;
}

/** Put rows into their list, and number them all. @param {any} $list @param {any[]} $rows @param {number} [at] */
export function place($list, $rows, at = rowsOf($list).length) {
  const $next = rowsOf($list)[at] ?? $list.querySelector(":scope > [data-removed], :scope > .pl-add");
  const $all = document.createDocumentFragment();
  $all.append(...$rows);
  $list.insertBefore($all, $next);
  number($list, at);
}

/** @param {any} $list @param {number} [from] the first whose place is another now */
export function number($list, from = 0) {
  const label = $list.dataset.rowLabel;
  rowsOf($list).slice(from).forEach(($row, more) => {
    places.set($row, from + more);
    const name = say(label, { number: from + more + 1 });
    const $name = $row.querySelector("[data-row-name]");
    if ($name.textContent !== name) $name.textContent = name;
  });
}

/** A row of the plan, with an id of its own where rows have one. @param {any} $list */
export function newRecord($list) {
  return $list.hasAttribute("data-keyed") ? { id: newId() } : {};
}

/** Rows on the page that the plan lacks so far, such as the first empty one, enter it. @param {any} plan @param {any} $list @param {number} count @returns {any[]} */
export function materialise(plan, $list, count) {
  const $parent = $list.closest("[data-row]");
  if ($parent) materialise(plan, $parent.parentElement, placeOf($parent) + 1);
  const path = listPath($list);
  if (!Array.isArray(get(plan, path))) set(plan, path, []);
  const records = get(plan, path);
  while (records.length < count) records.push(newRecord($list));
  return records;
}

/** What a row is called when it is spoken of. @param {any} $row */
export function rowName($row) {
  const about = $row.querySelector("[data-row-about]")?.textContent.trim();
  const name = $row.querySelector("[data-row-name]").textContent;
  return about ? `${name}, ${about}` : name;
}

/**
 * Say that a row is gone and offer to bring it back; the offer takes the keyboard.
 * @param {any} $list
 * @param {string} name
 * @param {any} strings
 * @param {() => void} undo
 */
export function offerUndo($list, name, strings, undo) {
  $list.querySelector(":scope > [data-removed]")?.remove();
  const $undo = h("button", { type: "button", class: "pl-link", click: undo }, strings.buttons.undo);
  const $note = h("p", { "data-removed": true, class: "pl-note" }, `${say(strings.rows.removed, { name })} `, $undo);
  $list.insertBefore($note, $list.querySelector(":scope > .pl-add"));
  focus($undo);
}
