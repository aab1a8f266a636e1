// @ts-check
/**
 * Takes one question's element; gives its value as the plan holds it, and shows a value in it.
 * Nothing typed is null. What a control does not offer, an id or a date in words, is kept and shown as text.
 */

const DAY = /^\d{4}-\d\d-\d\d$/;

/** @param {any} $control @returns {any} */
export function read($control) {
  switch ($control.dataset.type) {
    case "radios":
    case "kind":
      return checked($control)[0] || null;
    case "scale":
      return score(checked($control)[0]);
    case "choices":
    case "findings":
      return checked($control);
    case "lines":
      return $control.value.split("\n").map((/** @type {string} */ line) => line.trim()).filter(Boolean);
    case "number":
      return number($control.value);
    case "percent":
      return $control.value === "" ? null : Math.round(Number($control.value));
    default:
      return $control.value.trim() === "" ? null : $control.value;
  }
}

/** @param {any} $control @param {any} value */
export function write($control, value) {
  switch ($control.dataset.type) {
    case "radios":
    case "kind":
    case "scale":
      return check($control, [value ?? ""]);
    case "choices":
    case "findings":
      return check($control, Array.isArray(value) ? value : []);
    case "lines":
      return put($control, Array.isArray(value) ? value.join("\n") : value);
    case "choice":
    case "country":
      offer($control, value);
      return put($control, value);
    case "number":
      return put($control, typeof value === "number" ? inWords(value) : value);
    case "date":
      if (value && !DAY.test(value)) $control.type = "text";
      return put($control, value);
    default:
      return put($control, value);
  }
}

/** Make fields for dates of those in what is about to be shown, but of a date in words. @param {any} $scope */
export function asDates($scope) {
  for (const $control of $scope.querySelectorAll('input[type="text"][data-type="date"]')) {
    if (!$control.value || DAY.test($control.value)) $control.type = "date";
  }
}

/** Tell whether a value says nothing, so that the library's words may show. @param {any} value */
export function isEmpty(value) {
  return value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}

/** Tell whether somebody has chosen another than the page came with. @param {any} $group */
export function isChosen($group) {
  return inputs($group).some(($one) => $one.checked !== $one.defaultChecked);
}

/** @param {any} $control @param {any} value */
function put($control, value) {
  const text = value === null || value === undefined ? "" : String(value);
  if ($control.value !== text) $control.value = text;
}

/** @param {any} $group @returns {string[]} */
function checked($group) {
  return [...$group.querySelectorAll("input:checked")].map((/** @type {any} */ $input) => $input.value);
}

/** @param {any} $group @param {any[]} values */
function check($group, values) {
  const wanted = new Set(values.map(String));
  const $offered = inputs($group);
  const strange = [...wanted].filter((value) => !$offered.some(($input) => $input.value === value));
  for (const value of strange) addChoice($group, value);
  for (const $input of strange.length ? inputs($group) : $offered) $input.checked = wanted.has($input.value);
}

/** @param {any} $group @returns {any[]} */
function inputs($group) {
  return [...$group.querySelectorAll("input")];
}

/** An id this version has no words for: one more choice, with the id as its text. @param {any} $group @param {string} value */
function addChoice($group, value) {
  const $last = $group.querySelector(".pl-choice:last-of-type");
  if (!$last) return;
  const $choice = $last.cloneNode(true);
  const $input = $choice.querySelector("input");
  $input.id = `${$group.dataset.id}-more-${inputs($group).length}`;
  $input.value = value;
  $input.removeAttribute("aria-describedby");
  $choice.querySelector(".pl-explained")?.remove();
  const $label = $choice.querySelector("label");
  $label.htmlFor = $input.id;
  $label.textContent = value;
  $last.before($choice);
}

/** @param {any} $select @param {any} value */
function offer($select, value) {
  if (isEmpty(value) || [...$select.options].some(($option) => $option.value === String(value))) return;
  $select.append(new Option(String(value), String(value)));
}

/** A number as people write it, `1 250,5` or `20 %`; anything else stays text. @param {string} text */
function number(text) {
  const typed = text.trim();
  if (!typed) return null;
  if (/^\d{1,3}([.,]\d{3})+$/.test(typed)) return typed; // thousands or decimals? Only the writer knows
  const plain = typed.replace(/\s|%$/g, "").replace(",", ".");
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : typed;
}

/** With the decimal sign of the page's language, as the documents write it; the browser's own way takes long to begin. @param {number} value */
function inWords(value) {
  const { decimal = "." } = /** @type {HTMLElement} */ (document.querySelector("action-planner")).dataset;
  return String(value).replace(".", decimal);
}

/** @param {string | undefined} text */
function score(text) {
  return text ? (/^\d+$/.test(text) ? Number(text) : text) : null;
}
