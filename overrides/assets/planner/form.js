// @ts-check
/**
 * Takes the form and a plan; keeps the two the same. What is typed goes into the plan at once; a plan that is opened
 * is shown. Words of the library appear in empty fields without entering the plan until somebody edits them.
 */
import { isChosen, isEmpty, read, write } from "./controls.js";
import { focusFirst, say } from "./dom.js";
import { entered, filled, made, reveal } from "./filling.js";
import { showFixed } from "./fixed.js";
import { get, placed, set } from "./plan.js";
import { makeRows, materialise, newRecord, number, offerUndo, place, placeOf, rowName, rowPath, rowsOf } from "./rows.js";
import { done, inSlices, turn } from "./slices.js";

export class Form {
  /** @type {import("./plan.js").Plan} */
  plan = {};
  /** @type {Record<string, any>} the library's words by path, for fields nobody has filled in */
  texts = {};

  /**
   * @param {any} $form
   * @param {any} strings
   * @param {{changed: ($row: any, path: string) => void, made: ($row: any) => void, tell: (sentence: string) => void}} page
   *   is told of every change to the plan, of every row whose body has been made, and what to say to everyone
   */
  constructor($form, strings, page) {
    this.$form = $form;
    this.strings = strings;
    this.page = page;
    $form.addEventListener("input", (/** @type {any} */ event) => this.#typed(event.target));
    $form.addEventListener("click", (/** @type {any} */ event) => this.#clicked(event.target));
    $form.addEventListener("toggle", (/** @type {any} */ event) => event.target.open && inSlices(made(this, event.target)), true);
    $form.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
  }

  /** What was typed and chosen before this script ran. @param {import("./plan.js").Plan} plan @returns {boolean} whether anything was */
  adopt(plan) {
    this.plan = plan;
    const $typed = [...this.$form.querySelectorAll("[data-path]")].filter(($one) => ($one.dataset.path === "kind" ? isChosen($one) : !isEmpty(read($one))));
    const typed = $typed.map(($one) => [$one.dataset.path, read($one)]);
    for (const [path, value] of typed) set(plan, path, value);
    return typed.length > 0;
  }

  /** Show a plan, with room for the reader between; nothing of another one is left. @param {import("./plan.js").Plan} plan */
  async show(plan) {
    this.plan = plan;
    this.texts = {};
    showFixed(this.$form, plan);
    await turn();
    await inSlices(this.#steps(), () => this.plan === plan); // until another one is opened
  }

  /** What is on show first. */
  *#steps() {
    const $all = [...this.$form.querySelectorAll("[data-step]")].sort((one, other) => one.hidden - other.hidden);
    for (const $step of $all) yield* filled(this, $step);
  }

  /** Show the plan in one part of the form: its questions, and the lists within it. @param {any} $scope */
  fill($scope) {
    done(filled(this, $scope));
  }

  /** Make the body of a row or an area at once, for what is about to go there. @param {any} $row */
  whole($row) {
    done(made(this, $row));
  }

  /** @param {any} $target */
  #typed($target) {
    const $control = $target.closest("[data-path]");
    if (!$control) return;
    delete $control.dataset.library;
    const $row = $control.closest("[data-row]");
    if ($row) materialise(this.plan, $row.parentElement, placeOf($row) + 1);
    const path = this.pathOf($control);
    set(this.plan, path, read($control));
    if ($row) reveal($row);
    this.page.changed($row, path);
  }

  /** @param {any} $target */
  #clicked($target) {
    if ($target.closest("summary")) inSlices(made(this, $target.closest("details")));
    else if ($target.closest("[data-add]")) this.addRow($target.closest("[data-list]"));
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
    const [$row] = makeRows($list);
    place($list, [$row]);
    done(entered(this, $row, !record));
    if (!record) focusFirst($row);
    this.page.changed($row, "");
    return $row;
  }

  /** @param {any} $row */
  #remove($row) {
    const $list = $row.parentElement;
    const [at, name] = [placeOf($row), rowName($row)];
    const records = materialise(this.plan, $list, rowsOf($list).length);
    const [record] = records.splice(at, 1);
    $row.remove();
    number($list, at);
    offerUndo($list, name, this.strings, () => {
      $list.querySelector(":scope > [data-removed]")?.remove();
      materialise(this.plan, $list, 0).splice(at, 0, record);
      const [$back] = makeRows($list);
      place($list, [$back], at);
      done(entered(this, $back, true));
      focusFirst($back);
      this.page.tell(say(this.strings.rows.restored, { name }));
      this.page.changed($back, "");
    });
    this.page.changed(null, "");
  }

  /** @param {any} $control @returns {string} */
  pathOf($control) {
    const $row = $control.closest("[data-row]");
    return $row ? `${rowPath($row)}.${$control.dataset.path}` : placed(this.plan, $control.dataset.path);
  }

  /** Show the library's words where the plan has none and nobody is typing. @param {Record<string, any>} texts */
  *showTexts(texts) {
    this.texts = texts;
    for (const $row of this.$form.querySelectorAll("[data-row]")) yield this.library($row.querySelectorAll("[data-path]"));
  }

  /** The same for some questions. @param {Iterable<any>} $controls */
  library($controls) {
    for (const $control of $controls) {
      const path = this.pathOf($control);
      if (!isEmpty(get(this.plan, path))) continue;
      const text = this.texts[path];
      const isTyping = $control === document.activeElement && !("library" in $control.dataset);
      if (isTyping || (isEmpty(text) && !("library" in $control.dataset))) continue;
      write($control, text ?? null);
      if (isEmpty(text)) delete $control.dataset.library;
      else $control.dataset.library = "";
    }
  }
}
