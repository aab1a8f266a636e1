// @ts-check
/** Takes the "keep on this device" part of the page and the store; joins the two, with a sentence for every outcome. */
import { h, locale, say } from "./dom.js";
import { Store } from "./store.js";

const PAUSE = 500;

export class Keeping {
  /** @type {number | undefined} */
  #timer;

  /**
   * @param {any} $root
   * @param {any} config
   * @param {{text: () => string, open: (text: string) => void, base: string}} plan
   */
  constructor($root, config, plan) {
    this.words = config.strings.store;
    this.language = config.language;
    this.plan = plan;
    this.$keep = $root.querySelector("[data-keep]");
    this.$forget = $root.querySelector("[data-forget]");
    this.$kept = $root.querySelector("[data-kept]");
    this.$warning = $root.querySelector("[data-warning]");
    this.wanted = this.$keep.checked; // before this script ran
    this.store = new Store(plan.base, (news) => this.#told(news));
    this.$keep.addEventListener("change", () => (this.$keep.checked ? this.store.begin(plan.text()) : this.#forget()));
    this.$forget.addEventListener("click", () => this.#forget());
    addEventListener("pagehide", () => this.#save());
  }

  /** Give the plan kept on this device, as text. */
  found() {
    const text = this.store.read();
    this.#show();
    if (text !== null) this.$kept.textContent = this.words.found;
    return text;
  }

  /** The plan is on the page; keep it if the reader has said so meanwhile. */
  begin() {
    if (!this.wanted || this.store.keeping) return;
    this.store.begin(this.plan.text());
    this.#show();
  }

  /** The plan has changed; keep it once the typing pauses. */
  changed() {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#save(), PAUSE);
  }

  #save() {
    clearTimeout(this.#timer);
    if (this.store.keeping) this.store.save(this.plan.text()); // a long plan is long to write down
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
    const choices = news === "other-tab" ? [this.#choice("take-other", () => this.#take()), this.#choice("keep-mine", () => this.#mine())] : [];
    this.$kept.textContent = "";
    this.$warning.replaceChildren(h("div", { class: "pl-warning" }, h("p", {}, this.words[news]), ...choices));
  }

  /** @param {string} word @param {() => void} click */
  #choice(word, click) {
    return h("button", { type: "button", class: "pl-button pl-button--quiet", click }, this.words[word]);
  }

  #take() {
    const text = this.store.read();
    this.$warning.replaceChildren();
    this.#show();
    if (text !== null) this.plan.open(text);
  }

  #mine() {
    this.store.begin(this.plan.text());
    this.#show();
  }
}
