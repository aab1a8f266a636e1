// @ts-check
/** Takes a search box and what lies below it; hides what lacks the words typed, and says how much is left. */
import { say } from "./dom.js";
import { rowsOf } from "./rows.js";

/** A list this long gets a box to find a row by its words. */
const LONG = 10;

/** @param {string} text @param {string} typed */
export function holds(text, typed) {
  const plain = text.toLocaleLowerCase();
  return typed.toLocaleLowerCase().split(/\s+/).every((word) => plain.includes(word));
}

export class Filters {
  /** @param {any} $form @param {any} strings */
  constructor($form, strings) {
    this.strings = strings;
    this.$all = [...$form.querySelectorAll("[data-filter]")];
    for (const $one of this.$all) $one.querySelector("[data-filter-box]").addEventListener("input", () => this.#apply($one));
  }

  /** Show a box where a list has grown long; show every row where its box has gone. */
  show() {
    for (const $one of this.$all) {
      const hidden = rowsOf($one.parentElement).length <= LONG;
      if (hidden && !$one.hidden) this.#clear($one);
      $one.hidden = hidden;
    }
  }

  /** Show the row that is asked for, whatever has been typed. @param {any} $row */
  reveal($row) {
    if ($row?.hidden) this.#clear($row.parentElement.querySelector(":scope > [data-filter]"));
  }

  /** @param {any} $one */
  #clear($one) {
    $one.querySelector("[data-filter-box]").value = "";
    this.#apply($one);
  }

  /** @param {any} $one */
  #apply($one) {
    const typed = $one.querySelector("[data-filter-box]").value.trim();
    const $rows = rowsOf($one.parentElement);
    for (const $row of $rows) $row.hidden = !holds($row.querySelector("summary").textContent, typed);
    const count = $rows.filter(($row) => !$row.hidden).length;
    $one.querySelector("[data-filter-told]").textContent = typed ? say(this.strings.rows.shown, { count, all: $rows.length }) : "";
  }
}
