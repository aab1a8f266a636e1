// @ts-check
/**
 * Takes the search box; gives what is found below it while the reader types. The search itself is the theme's worker,
 * which is asked one question at a time: what was typed meanwhile is the next.
 */
import { entry } from "./found.js";

/** The worker's messages. */
const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
/** So many pages are drawn at once; the rest when somebody scrolls. */
const FIRST = 10;

let begun = false;

/** Starts the search, once. @param {HTMLElement} $search */
export async function begin($search) {
  if (begun) return;
  begun = true;
  const base = new URL(`${$search.dataset.base}/`, location.href);
  const worker = new Worker(new URL($search.dataset.worker ?? "", location.href));
  const box = new Box($search, base, (query) => worker.postMessage({ type: QUERY, data: query }));
  worker.addEventListener("message", ({ data: { type, data } }) => {
    if (type === READY) box.ready();
    if (type === RESULT) box.show(data.items);
  });
  const index = await (await fetch(new URL("search/search_index.json", base))).json();
  worker.postMessage({ type: SETUP, data: { ...index, options: { suggest: false } } });
}

class Box {
  #asking = true; // until the worker is ready
  #asked = "";

  /** @param {HTMLElement} $search @param {URL} base @param {(query: string) => void} ask */
  constructor($search, base, ask) {
    const find = (/** @type {string} */ selector) => /** @type {any} */ ($search.querySelector(selector));
    this.words = $search.dataset;
    this.base = base;
    this.ask = ask;
    this.$query = find(".md-search__input");
    this.$scroll = find(".md-search__scrollwrap");
    this.$told = find(".md-search-result__meta");
    this.$list = find(".md-search-result__list");
    this.$query.addEventListener("input", () => this.#next());
    this.$query.form.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
    this.$query.form.addEventListener("reset", () => (this.$query.focus(), setTimeout(() => this.#next())));
    $search.addEventListener("keydown", (event) => this.#key(event));
  }

  /** The worker can be asked. */
  ready() {
    this.#asking = false;
    this.#next();
    if (!this.#asking) this.$told.textContent = this.words.placeholder;
  }

  #next() {
    const query = this.$query.value;
    if (this.#asking || query === this.#asked) return;
    this.#asking = true;
    this.#asked = query;
    this.ask(query);
  }

  /** @param {import("./found.js").Section[][]} pages what is found, best first */
  show(pages) {
    const { placeholder, none, one, other } = this.words;
    const told = [this.#asked.trim() ? none : placeholder, one][pages.length] ?? other?.replace("#", String(pages.length));
    const drawn = pages.map((page) => () => entry(page, this.base, this.words));
    this.$told.textContent = told ?? "";
    this.$list.setAttribute("role", pages.length ? "list" : "presentation");
    this.$list.replaceChildren(...drawn.slice(0, FIRST).map((draw) => draw()));
    this.$scroll.scrollTo({ top: 0 });
    this.$scroll.onscroll = () => {
      this.$scroll.onscroll = null;
      this.$list.append(...drawn.slice(FIRST).map((draw) => draw()));
    };
    this.#asking = false;
    this.#next();
  }

  /** Arrows walk through what is found; Enter in the box opens the best. @param {KeyboardEvent} event */
  #key(event) {
    const $found = [...this.$list.querySelectorAll(":not(details) > a, summary, details[open] a")];
    if (event.key === "Enter" && event.target === this.$query) {
      event.preventDefault();
      const score = (/** @type {any} */ $link) => Number($link.firstElementChild.dataset.mdScore);
      $found.filter(($one) => $one.matches("li > :first-child")).sort((one, two) => score(two) - score(one))[0]?.click();
    }
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    const $stops = [this.$query, ...$found];
    const at = Math.max(0, $stops.indexOf(document.activeElement)) + (event.key === "ArrowUp" ? -1 : 1);
    $stops.at(at % $stops.length).focus();
  }
}
