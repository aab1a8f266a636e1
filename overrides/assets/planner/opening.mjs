// @ts-check
/** Takes the file the reader picks; gives the plan in it. On any failure the current plan stays as it is. */
import { focus, h, say } from "./dom.mjs";
import { textOf } from "./files.mjs";

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
    this.$input.addEventListener("change", () => this.#picked());
  }

  async #picked() {
    const [file] = this.$input.files;
    if (!file) return;
    try {
      await this.open(await textOf(file, this.strings), file.name);
    } catch (error) {
      this.#refuse(this.page.sentence(error), error);
    }
    this.$input.value = "";
  }

  /** @param {string} text @param {string} name */
  async open(text, name) {
    const { files, buttons } = this.strings;
    if (this.client.state !== "ready") this.$place.replaceChildren(h("p", { role: "status" }, files.wait));
    const { plan, remarks } = await this.client.ask("read", { text });
    const before = this.page.get();
    this.page.set(plan);
    const undo = () => {
      this.page.set(before);
      this.$place.replaceChildren();
      focus(this.$input);
    };
    const $undo = h("button", { type: "button", class: "pl-link", click: undo }, buttons.undo);
    const notes = remarks.map((/** @type {any} */ one) => h("li", {}, one.sentence));
    const $said = h("div", { class: "pl-note" }, h("p", {}, `${say(files.opened, { name })} `, $undo), notes.length > 0 && h("ul", {}, ...notes));
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
