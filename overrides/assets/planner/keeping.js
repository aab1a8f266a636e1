// @ts-check
/** Takes the "keep on this device" part of the page and the store; joins the two, with a sentence for every outcome. */
import { focus, h, locale, say } from "./dom.js";
import { parsed } from "./plan.js";
import { Store } from "./store.js";

/** @typedef {import("./store.js").News} News */

const PAUSE = 500;

export class Keeping {
  /** @type {number | undefined} */
  #timer;
  /** @type {string | null} what was found and is not of this page's schema */
  #strange = null;

  /**
   * @param {any} $root
   * @param {any} config
   * @param {string} base path of the site's root
   * @param {{get: () => import("./plan.js").Plan, set: (plan: import("./plan.js").Plan) => Promise<void>, read: (text: string) => Promise<void>, sentence: (error: any) => string}} page
   *   reads with Python what is of another schema, and shows it
   */
  constructor($root, config, base, page) {
    this.words = config.strings.store;
    this.undo = config.strings.buttons.undo;
    this.language = config.language;
    this.page = page;
    this.$keep = $root.querySelector("[data-keep]");
    this.$forget = $root.querySelector("[data-forget]");
    this.$kept = $root.querySelector("[data-kept]");
    this.$warning = $root.querySelector("[data-warning]");
    this.wanted = this.$keep.checked; // before this script ran
    this.store = new Store(base, (news) => this.#told(news));
    this.$keep.addEventListener("change", () => (this.$keep.checked ? this.store.begin(this.#text()) : this.#unticked()));
    this.$forget.addEventListener("click", () => this.#forget());
    addEventListener("pagehide", () => this.#save());
  }

  /** Give the plan kept on this device, if this page can read it. */
  found() {
    const text = this.store.read();
    this.#show();
    if (text !== null) this.$kept.textContent = this.words.found;
    const plan = parsed(text);
    if (!plan) this.#strange = text;
    return plan;
  }

  /** A plan is on the page; keep it if the reader has said so meanwhile, and read what was found and is for Python to read. */
  begin() {
    if (this.#strange !== null) this.#read(this.#strange);
    else if (this.wanted && !this.store.keeping) this.store.begin(this.#text());
    this.#show();
  }

  /** Until it has been read it is not ours to write over. @param {string} text */
  async #read(text) {
    this.store.keeping = false;
    try {
      await this.page.read(text);
      this.store.keeping = true;
      this.changed();
    } catch (error) {
      this.$kept.textContent = this.page.sentence(error);
    }
    this.#show();
  }

  #text() {
    return JSON.stringify(this.page.get());
  }

  /** The plan has changed; keep it once the typing pauses. */
  changed() {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#save(), PAUSE);
  }

  #save() {
    clearTimeout(this.#timer);
    if (this.store.keeping) this.store.save(this.#text()); // a long plan is long to write down
  }

  /** Another tab's plan is not deleted by not keeping one's own. */
  #unticked() {
    if (!this.store.stopped) return this.#forget();
    this.store.leave();
    this.#show();
    this.$warning.replaceChildren();
  }

  #forget() {
    this.store.forget();
    this.#show();
    this.$warning.replaceChildren();
    this.$kept.textContent = this.words.deleted;
    this.$keep.focus();
  }

  #show() {
    this.$keep.checked = this.store.keeping;
    this.$forget.hidden = !this.store.keeping;
  }

  /** @param {News} news */
  #told(news) {
    this.#show();
    if (news === "saved") {
      const time = new Date().toLocaleTimeString(locale(this.language), { hour: "2-digit", minute: "2-digit" });
      this.$kept.textContent = say(this.words.saved, { time });
      this.$warning.querySelector(".pl-warning")?.remove();
      return;
    }
    const ways = [this.#choice("take-other", () => this.#take(news)), this.#choice("keep-mine", () => this.#mine())];
    const choices = ["other-tab", "other-plan"].includes(news) ? ways : [];
    this.$kept.textContent = "";
    this.$warning.replaceChildren(h("div", { class: "pl-warning" }, h("p", {}, this.words[news]), ...choices));
  }

  /** @param {string} word @param {() => void} click */
  #choice(word, click) {
    return h("button", { type: "button", class: "pl-button pl-button--quiet", click }, this.words[word]);
  }

  /** Show the plan of the other tab; the way back leads to the choice. @param {News} news why there was one */
  async #take(news) {
    const mine = this.page.get();
    const text = this.store.read();
    const plan = parsed(text);
    this.$warning.replaceChildren();
    this.#show();
    if (!plan) return text !== null && this.#read(text); // which offers a way back of its own
    await this.page.set(plan);
    const undo = () => {
      this.store.stopped = true;
      this.page.set(mine);
      this.#told(news);
      focus(this.$warning.firstElementChild);
    };
    this.#note(this.words.taken, h("button", { type: "button", class: "pl-link", click: undo }, this.undo));
  }

  #mine() {
    this.store.insist(this.#text());
    this.#show();
    if (this.store.holds) this.#note(this.$kept.textContent);
  }

  /** Say what has come of a choice where it was made: its buttons are gone. @param {string} text @param {...any} more */
  #note(text, ...more) {
    const $note = h("p", { class: "pl-note" }, `${text} `, ...more);
    this.$warning.replaceChildren($note);
    focus($note);
  }
}
