// @ts-check
/** Takes the "keep on this device" part of the page and the store; joins the two, with a sentence for every outcome. */
import { h, locale, say } from "./dom.js";
import { parsed } from "./plan.js";
import { Store } from "./store.js";

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

  /** @param {import("./store.js").News} news */
  #told(news) {
    this.#show();
    if (news === "saved") {
      const time = new Date().toLocaleTimeString(locale(this.language), { hour: "2-digit", minute: "2-digit" });
      this.$kept.textContent = say(this.words.saved, { time });
      this.$warning.replaceChildren();
      return;
    }
    const choices = ["other-tab", "other-plan"].includes(news) ? [this.#choice("take-other", () => this.#take()), this.#choice("keep-mine", () => this.#mine())] : [];
    this.$kept.textContent = "";
    this.$warning.replaceChildren(h("div", { class: "pl-warning" }, h("p", {}, this.words[news]), ...choices));
  }

  /** @param {string} word @param {() => void} click */
  #choice(word, click) {
    return h("button", { type: "button", class: "pl-button pl-button--quiet", click }, this.words[word]);
  }

  #take() {
    const text = this.store.read();
    const plan = parsed(text);
    this.$warning.replaceChildren();
    if (plan) this.page.set(plan);
    else if (text !== null) this.#read(text);
    this.#show();
  }

  #mine() {
    this.store.insist(this.#text());
    this.#show();
  }
}
