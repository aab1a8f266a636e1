// @ts-check
/**
 * Takes the plan; keeps it on this device, and only when the reader says so. The key carries the site's base path, so
 * that two copies on one origin keep apart. Another tab is never overwritten: whoever notices a change stops and asks.
 */

/** @typedef {"saved" | "full" | "blocked" | "other-tab" | "other-plan" | "other-deleted"} News */

export class Store {
  /** @type {string | null} what this tab last read or wrote */
  #known = null;
  /** @type {boolean} whether what was last to be written could not be */
  #failed = false;
  /** @type {boolean} */
  keeping = false;
  /** @type {boolean} a change in another tab waits for the reader's choice */
  stopped = false;

  /**
   * @param {string} base path of the site's root
   * @param {(news: News) => void} tell
   */
  constructor(base, tell) {
    this.key = `planner:${base}`;
    this.tell = tell;
    addEventListener("storage", (event) => {
      if (event.key !== this.key && event.key !== null) return;
      if (this.keeping && event.newValue !== this.#known) this.#stop(event.newValue, "other-tab");
    });
  }

  /** Whether every change is kept. */
  get holds() {
    return this.keeping && !this.stopped && !this.#failed;
  }

  /** Give what was kept, as text; null if nothing was. @returns {string | null} */
  read() {
    try {
      this.#known = localStorage.getItem(this.key);
    } catch {
      this.#known = null;
    }
    this.keeping = this.#known !== null;
    this.stopped = false;
    return this.#known;
  }

  /** Begin to keep: the reader has just said so. A plan that stands there already waits for a choice. @param {string} text */
  begin(text) {
    this.keeping = true;
    this.stopped = false;
    this.#try(() => {
      const there = localStorage.getItem(this.key);
      if (there === null) this.#write(text);
      else this.#stop(there, "other-plan");
    });
  }

  /** Keep over whatever stands there: the reader has chosen. @param {string} text */
  insist(text) {
    this.keeping = true;
    this.stopped = false;
    this.#try(() => this.#write(text));
  }

  /** Keep a change. @param {string} text */
  save(text) {
    if (!this.keeping || this.stopped || text === this.#known) return;
    this.#try(() => {
      const there = localStorage.getItem(this.key);
      if (there === this.#known) this.#write(text);
      else this.#stop(there, "other-tab");
    });
  }

  /** Stop keeping, and leave alone what another tab keeps. */
  leave() {
    this.keeping = false;
    this.stopped = false;
  }

  /** Delete from this device and stop keeping. */
  forget() {
    this.leave();
    this.#try(() => localStorage.removeItem(this.key));
  }

  /** @param {string} text */
  #write(text) {
    localStorage.setItem(this.key, text);
    this.#known = text;
    this.#failed = false;
    this.tell("saved");
  }

  /** @param {() => void} act what the browser may refuse */
  #try(act) {
    try {
      act();
    } catch (error) {
      const isFull = /** @type {Error} */ (error).name === "QuotaExceededError";
      this.#failed = true;
      this.keeping = isFull && this.keeping; // where nothing can ever be kept, the box must not say so
      this.tell(isFull ? "full" : "blocked");
    }
  }

  /** @param {string | null} there @param {News} news */
  #stop(there, news) {
    this.stopped = true;
    if (there === null) this.keeping = false;
    this.tell(there === null ? "other-deleted" : news);
  }
}
