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

/** @type {Box | null} */
let box = null;
let begun = false;

/** Starts the search, once. What could not be fetched is an error, and fetched again the next time. @param {HTMLElement} $search */
export async function begin($search) {
  if (begun) return;
  begun = true;
  box ??= new Box($search);
  try {
    await box.connect();
  } catch (error) {
    begun = false;
    box.end();
    throw error;
  }
}

class Box {
  #asking = true; // until the worker is ready
  #asked = "";
  /** @type {Worker | null} */
  #worker = null;

  /** @param {HTMLElement} $search */
  constructor($search) {
    const find = (/** @type {string} */ selector) => /** @type {any} */ ($search.querySelector(selector));
    this.words = $search.dataset;
    this.base = new URL(`${$search.dataset.base}/`, location.href);
    this.$query = find(".md-search__input");
    this.$scroll = find(".md-search__scrollwrap");
    this.$told = find(".md-search-result__meta");
    this.$list = find(".md-search-result__list");
    this.$query.addEventListener("input", () => this.#next());
    this.$query.form.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
    this.$query.form.addEventListener("reset", () => (this.$query.focus(), setTimeout(() => this.#next())));
    $search.addEventListener("keydown", (event) => this.#key(event));
  }

  /** Settles when the worker can be asked. */
  async connect() {
    const worker = (this.#worker = new Worker(new URL(this.words.worker ?? "", location.href)));
    const ready = new Promise((resolve, reject) => {
      worker.onerror = reject;
      worker.onmessage = ({ data: { type, data } }) => {
        if (type === READY) resolve(this.#ready());
        if (type === RESULT) this.#show(data.items);
      };
    });
    await Promise.all([ready, this.#index().then((data) => worker.postMessage({ type: SETUP, data }))]);
  }

  /** All sections of the pages in this language, without the guesses of words that the theme could add. */
  async #index() {
    const response = await fetch(new URL("search/search_index.json", this.base));
    if (!response.ok) throw new Error(`${response.status} ${response.url}`);
    return { ...(await response.json()), options: { suggest: false } };
  }

  end() {
    this.#worker?.terminate();
  }

  #ready() {
    this.#asking = false;
    this.#next();
    if (!this.#asking) this.$told.textContent = this.words.placeholder;
  }

  #next() {
    const query = this.$query.value;
    if (this.#asking || query === this.#asked) return;
    this.#asking = true;
    this.#asked = query;
    this.#worker?.postMessage({ type: QUERY, data: query });
  }

  /** @param {import("./found.js").Section[][]} pages what is found, best first */
  #show(pages) {
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
