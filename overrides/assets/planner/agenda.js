// @ts-check
/** Takes the agenda of the next follow-up; shows it, and copies it as text. */
import { h } from "./dom.js";

/** @typedef {{kind: string, title: string, number: string | null, text: string | null, date: string | null, date_text: string | null}} Item */

export class Agenda {
  /** @param {any} $root @param {any} strings */
  constructor($root, strings) {
    this.words = strings.agenda;
    this.$list = $root.querySelector("[data-agenda-list]");
    this.$copy = $root.querySelector("[data-copy]");
    this.$copied = $root.querySelector("[data-copied]");
    /** @type {Item[] | null} */
    this.items = null;
    this.drawn = "";
    this.$copy.addEventListener("click", () => this.#copy());
  }

  /** @param {Item[]} items */
  show(items) {
    if (items === this.items) return;
    this.items = items;
    const drawn = JSON.stringify(items);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    this.$copied.textContent = "";
    this.$copy.hidden = !items.length || !navigator.clipboard; // only secure origins have one
    const $none = h("p", { class: "pl-note" }, this.words.none);
    const $all = [h("ol", { class: "pl-agenda" }, ...items.map((one) => this.#item(one))), h("p", { class: "pl-hint" }, this.words.document)];
    this.$list.replaceChildren(...(items.length ? $all : [$none]));
  }

  /** @param {Item} one */
  #item(one) {
    const told = [one.number, one.text].filter(Boolean).join(" ");
    const $title = h("strong", {}, one.title);
    return h("li", { class: one.kind === "late" ? "pl-late" : null }, $title, told && `: ${told}`, one.date_text && ` (${one.date_text})`);
  }

  async #copy() {
    const lines = [...this.$list.querySelectorAll("li")].map(($one, at) => `${at + 1}. ${$one.textContent}`);
    try {
      await navigator.clipboard.writeText(lines.join("\n"));
      this.$copied.textContent = this.words.copied;
    } catch {
      this.$copied.textContent = this.words.document;
    }
  }
}
