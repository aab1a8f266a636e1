// @ts-check
/**
 * Takes the plan; keeps it on this device, and only when the reader says so. The key carries the site's base path, so
 * that two copies on one origin keep apart. Another tab is never overwritten: whoever notices a change stops and asks.
 */

/** @typedef {"saved" | "full" | "blocked" | "other-tab" | "other-deleted"} News */

export class Store {
  /** @type {string | null} what this tab last read or wrote */
  #known = null;
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
      if (this.keeping && event.newValue !== this.#known) this.#stop(event.newValue);
    });
  }

  /** Whether every change is kept. */
  get holds() {
    return this.keeping && !this.stopped;
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

  /** Begin to keep, over whatever stands there: the reader has just said so. @param {string} text */
  begin(text) {
    this.keeping = true;
    this.stopped = false;
    this.#write(text);
  }

  /** Keep a change. @param {string} text */
  save(text) {
    if (!this.keeping || this.stopped || text === this.#known) return;
    try {
      const there = localStorage.getItem(this.key);
      if (there !== this.#known) return this.#stop(there);
    } catch {
      return this.tell("blocked");
    }
    this.#write(text);
  }

  /** Delete from this device and stop keeping. */
  forget() {
    this.keeping = false;
    this.stopped = false;
    this.#known = null;
    try {
      localStorage.removeItem(this.key);
    } catch {
      this.tell("blocked");
    }
  }

  /** @param {string} text */
  #write(text) {
    try {
      localStorage.setItem(this.key, text);
      this.#known = text;
      this.tell("saved");
    } catch (error) {
      const isFull = /** @type {Error} */ (error).name === "QuotaExceededError";
      this.keeping = isFull && this.keeping; // where nothing can ever be kept, the box must not say so
      this.tell(isFull ? "full" : "blocked");
    }
  }

  /** @param {string | null} there */
  #stop(there) {
    this.stopped = true;
    if (there === null) this.keeping = false;
    this.tell(there === null ? "other-deleted" : "other-tab");
  }
}
