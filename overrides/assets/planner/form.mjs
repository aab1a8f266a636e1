// @ts-check
/**
 * Takes the form and a plan; keeps the two the same. What is typed goes into the plan at once; a plan that is opened
 * is shown. Words of the library appear in empty fields without entering the plan until somebody edits them.
 */
import { isEmpty, read, write } from "./controls.mjs";
import { focus, say } from "./dom.mjs";
import { get, set } from "./plan.mjs";
import { listPath, makeRow, materialise, newRecord, number, offerUndo, place, rowName, rowPath, rowsOf } from "./rows.mjs";

export class Form {
  /** @type {import("./plan.mjs").Plan} */
  plan = {};

  /**
   * @param {any} $form
   * @param {any} strings
   * @param {() => void} changed called after every change to the plan
   * @param {(sentence: string) => void} tell says something to everyone, screen readers included
   */
  constructor($form, strings, changed, tell) {
    this.$form = $form;
    this.strings = strings;
    this.changed = changed;
    this.tell = tell;
    $form.addEventListener("input", (/** @type {any} */ event) => this.#typed(event.target));
    $form.addEventListener("click", (/** @type {any} */ event) => this.#clicked(event.target));
    $form.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
  }

  /** What stood in the form before this script ran. @param {import("./plan.mjs").Plan} plan */
  adopt(plan) {
    this.plan = plan;
    const typed = [...this.$form.querySelectorAll("[data-path]")].map(($one) => [$one.dataset.path, read($one)]);
    for (const [path, value] of typed) if (!isEmpty(value)) set(plan, path, value);
  }

  /** Show a plan; whatever the form showed before is gone from it. @param {import("./plan.mjs").Plan} plan */
  show(plan) {
    this.plan = plan;
    this.#fill(this.$form, "");
  }

  /** @param {any} $scope @param {string} prefix */
  #fill($scope, prefix) {
    const $own = $scope.closest("[data-row]");
    for (const $control of $scope.querySelectorAll("[data-path]")) {
      if ($control.closest("[data-row]") !== $own) continue;
      delete $control.dataset.library;
      write($control, get(this.plan, prefix + $control.dataset.path));
    }
    for (const $list of $scope.querySelectorAll("[data-list]")) {
      if ($list.closest("[data-row]") !== $own) continue;
      const records = get(this.plan, prefix + $list.dataset.list) ?? [];
      $list.querySelector(":scope > [data-removed]")?.remove();
      for (const $row of rowsOf($list)) $row.remove();
      const count = Math.max(records.length, Number($list.dataset.first ?? 0));
      for (let at = 0; at < count; at += 1) {
        const $row = this.#insert($list, at);
        if (count > 1) $row.open = false; // many rows are a list to choose from; a single one is read
      }
    }
    this.#reveal($scope);
  }

  /** @param {any} $list @param {number} at */
  #insert($list, at) {
    const $row = makeRow($list);
    place($list, $row, at);
    this.#fill($row, `${rowPath($row)}.`);
    return $row;
  }

  /** @param {any} $target */
  #typed($target) {
    const $control = $target.closest("[data-path]");
    if (!$control) return;
    delete $control.dataset.library;
    const $row = $control.closest("[data-row]");
    if ($row) materialise(this.plan, $row.parentElement, rowsOf($row.parentElement).indexOf($row) + 1);
    set(this.plan, this.pathOf($control), read($control));
    this.#reveal($row ?? this.$form);
    this.changed();
  }

  /** Hide a question that another answer of the same row has made pointless. @param {any} $scope */
  #reveal($scope) {
    for (const $field of $scope.querySelectorAll("[data-unless]")) {
      const [name, value] = $field.dataset.unless.split("=");
      const $other = $field.closest("[data-row]")?.querySelector(`[data-path="${name}"]`);
      $field.hidden = $other ? read($other) === value : false;
    }
  }

  /** @param {any} $target */
  #clicked($target) {
    if ($target.closest("[data-add]")) this.addRow($target.closest("[data-list]"));
    else if ($target.closest("[data-remove]")) this.#remove($target.closest("[data-row]"));
  }

  /**
   * Add a row; the keyboard goes to its first question.
   * @param {any} $list
   * @param {any} [record] what it holds, where the page knows already
   */
  addRow($list, record) {
    const records = materialise(this.plan, $list, rowsOf($list).length);
    records.push(record ?? newRecord($list));
    const $row = this.#insert($list, records.length - 1);
    if (record) $row.open = false;
    else focusFirst($row);
    this.changed();
    return $row;
  }

  /** @param {any} $row */
  #remove($row) {
    const $list = $row.parentElement;
    const [at, name] = [rowsOf($list).indexOf($row), rowName($row)];
    const records = materialise(this.plan, $list, rowsOf($list).length);
    const [record] = records.splice(at, 1);
    $row.remove();
    number($list);
    offerUndo($list, name, this.strings, () => {
      $list.querySelector(":scope > [data-removed]")?.remove();
      materialise(this.plan, $list, 0).splice(at, 0, record);
      focusFirst(this.#insert($list, at));
      this.tell(say(this.strings.rows.restored, { name }));
      this.changed();
    });
    this.changed();
  }

  /** @param {any} $control @returns {string} */
  pathOf($control) {
    const $row = $control.closest("[data-row]");
    return $row ? `${rowPath($row)}.${$control.dataset.path}` : $control.dataset.path;
  }

  /** Show the library's words where the plan has none and nobody is typing. @param {Record<string, any>} texts */
  showTexts(texts) {
    for (const $control of this.$form.querySelectorAll("[data-path]")) {
      const path = this.pathOf($control);
      if (!isEmpty(get(this.plan, path))) continue;
      const text = texts[path];
      const isTyping = $control === document.activeElement && !("library" in $control.dataset);
      if (isTyping || (isEmpty(text) && !("library" in $control.dataset))) continue;
      write($control, text ?? null);
      if (isEmpty(text)) delete $control.dataset.library;
      else $control.dataset.library = "";
    }
  }

  /** The element a remark's path means: its question, else its list, else its row. @param {string} path */
  find(path) {
    const $controls = [...this.$form.querySelectorAll("[data-path]")];
    const $control = $controls.find(($one) => this.pathOf($one) === path);
    if ($control) return $control.matches("fieldset") ? $control.querySelector("input") ?? $control : $control;
    const $lists = [...this.$form.querySelectorAll("[data-list]")];
    const $list = $lists.find(($one) => listPath($one) === path);
    if ($list) return $list.querySelector(":scope > .pl-add > [data-add]");
    const $rows = [...this.$form.querySelectorAll("[data-row]")];
    const $row = $rows.find(($one) => rowPath($one) === path);
    return $row ? $row.querySelector("summary, input, select, textarea") : null;
  }
}

/** @param {any} $row */
function focusFirst($row) {
  const $first = $row.querySelector("[data-path]");
  focus($first?.matches("fieldset") ? $first.querySelector("input") : $first);
}
