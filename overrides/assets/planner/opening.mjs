// @ts-check
/** Takes the files the reader picks; gives the plan in one, several together. On any failure the plan stays as it is. */
import { focus, h, say } from "./dom.mjs";
import { textOf } from "./files.mjs";
import { Portfolio } from "./portfolio.mjs";

export class Opening {
  /**
   * @param {any} $root
   * @param {any} config
   * @param {import("./client.mjs").Client} client
   * @param {{get: () => import("./plan.mjs").Plan, set: (plan: import("./plan.mjs").Plan) => void, sentence: (error: any) => string}} page
   */
  constructor($root, config, client, page) {
    this.$input = $root.querySelector("[data-open]");
    this.$place = $root.querySelector("[data-opened]");
    this.strings = config.strings;
    this.client = client;
    this.page = page;
    const open = (/** @type {any} */ plan, /** @type {string} */ told) => this.#take(plan, told, []);
    this.portfolio = new Portfolio($root, config, client, { open, sentence: page.sentence });
    this.$input.addEventListener("change", () => this.#picked());
  }

  async #picked() {
    const files = [...this.$input.files];
    const [file] = files;
    if (!file) return;
    this.$place.replaceChildren();
    try {
      if (files.length > 1) await this.portfolio.open(files);
      else await this.open(await textOf(file, this.strings), file.name);
    } catch (error) {
      this.#refuse(this.page.sentence(error), error);
    }
    this.$input.value = "";
  }

  /** @param {string} text @param {string} name */
  async open(text, name) {
    if (this.client.state !== "ready") this.$place.replaceChildren(h("p", { role: "status" }, this.strings.files.wait));
    const { plan, remarks } = await this.client.ask("read", { text });
    this.#take(plan, say(this.strings.files.opened, { name }), remarks);
  }

  /** Put a plan in the place of the one on the page, and offer the way back. @param {any} plan @param {string} told @param {any[]} remarks */
  #take(plan, told, remarks) {
    const { buttons } = this.strings;
    const before = this.page.get();
    this.page.set(plan);
    const undo = () => {
      this.page.set(before);
      this.$place.replaceChildren();
      focus(this.$input);
    };
    const $undo = h("button", { type: "button", class: "pl-link", click: undo }, buttons.undo);
    const notes = remarks.map((/** @type {any} */ one) => h("li", {}, one.sentence));
    const $said = h("div", { class: "pl-note" }, h("p", {}, `${told} `, $undo), notes.length > 0 && h("ul", {}, ...notes));
    this.$place.replaceChildren($said);
    focus($said);
  }

  /** @param {string} sentence @param {any} error */
  #refuse(sentence, error) {
    const places = (error.failure?.places ?? []).map((/** @type {string} */ one) => h("li", {}, one));
    const $summary = h(
      "div",
      { class: "pl-summary" },
      h("h4", {}, this.strings.errors.title),
      h("p", {}, sentence),
      places.length > 0 && h("ul", {}, ...places),
    );
    this.$place.replaceChildren($summary);
    focus($summary);
  }
}
