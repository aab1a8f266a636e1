// @ts-check
/**
 * Takes the files the reader picks; gives the plan in one, several together, or the changes in a copy that came back. On any
 * failure the plan stays as it is, and nothing older takes the place of something newer unless the reader says so.
 */
import { focus, h, say } from "./dom.js";
import { contentOf } from "./files.js";
import { newest } from "./newest.js";
import { newId } from "./plan.js";
import { Portfolio } from "./portfolio.js";
import { readFile } from "./reading.js";
import { Returned } from "./returned.js";
import { isCancelled, working } from "./working.js";

export class Opening {
  #picks = 0;

  /**
   * @param {any} $root
   * @param {any} config
   * @param {import("./client.js").Client} client
   * @param {{get: () => import("./plan.js").Plan, set: (plan: import("./plan.js").Plan) => Promise<void>, version: () => number, sentence: (error: any) => string}} page
   */
  constructor($root, config, client, page) {
    this.$input = $root.querySelector("[data-open]");
    this.$place = $root.querySelector("[data-opened]");
    this.strings = config.strings;
    this.client = client;
    this.page = page;
    const take = (/** @type {any} */ plan, /** @type {string} */ told) => this.#take(plan, told, []);
    this.portfolio = new Portfolio($root, config, client, { open: take, sentence: page.sentence });
    this.returned = new Returned(this.$place, config, client, { ...page, take });
    this.$input.addEventListener("change", () => this.#picked());
  }

  /** A file may have been picked before this script ran. */
  begin() {
    if (this.$input.files.length) this.#picked();
  }

  async #picked() {
    const files = [...this.$input.files];
    const [file] = files;
    if (!file) return;
    const pick = ++this.#picks;
    this.$place.replaceChildren();
    try {
      if (files.length > 1) await this.portfolio.open(files);
      else await this.open(await contentOf(file, this.strings), file.name, pick);
    } catch (error) {
      if (pick === this.#picks) this.#refuse(this.page.sentence(error), error);
    }
    if (pick === this.#picks) this.$input.value = "";
  }

  /** @param {string | Uint8Array} content @param {string} name @param {number} pick whoever has picked another file since wants that one */
  async open(content, name, pick = ++this.#picks) {
    if (pick !== this.#picks) return;
    const { files, states } = this.strings;
    const $status = h("p", { role: "status" });
    this.$place.replaceChildren($status);
    const about = { name: name || files.title, told: this.client.state === "ready" ? states.working : files.wait };
    const answer = await working($status, this.strings, about, (ask) => readFile(this.client, content, this.page.get(), ask));
    if (pick !== this.#picks) return;
    const opened = () => this.#take(answer.plan, say(files.opened, { name }), answer.remarks);
    if (answer.relation === "copy") this.returned.show(name, answer);
    else if (answer.relation === "same") this.#tell(say(files.same, { name }));
    else if (answer.relation === "older") this.#older(name, answer.plan, opened);
    else await opened();
  }

  /** Put a plan in the place of the one on the page, and offer the way back. @param {any} plan @param {string} told @param {any[]} remarks */
  async #take(plan, told, remarks) {
    const { buttons, files } = this.strings;
    const before = this.page.get();
    await this.page.set(plan);
    const undo = () => this.#take(before, files.undone, []); // what was typed since has its way back too
    const $undo = h("button", { type: "button", class: "pl-link", click: undo }, buttons.undo);
    const notes = remarks.map((/** @type {any} */ one) => h("li", {}, one.sentence));
    const copy = plan.copy_of?.audience === "supplier" ? this.#copy(plan) : [];
    this.#tell(`${told} `, $undo, ...copy, notes.length > 0 && h("ul", {}, ...notes));
  }

  /** A copy tells its reader what to do with it. @param {any} plan */
  #copy(plan) {
    const { files } = this.strings;
    const another = async () => {
      try {
        const body = () => ({ plan: this.page.get(), id: newId() });
        const made = await newest(this.page.version, () => this.client.ask("another", body));
        await this.#take(made.plan, files["another-made"], []);
      } catch (error) {
        this.#refuse(this.page.sentence(error), error);
      }
    };
    const $another = h("button", { type: "button", class: "pl-link", click: another }, files.another);
    return [h("p", {}, say(files["copy-alone"], { revision: plan.copy_of.revision })), h("p", {}, $another)];
  }

  /** @param {string} name @param {any} plan @param {() => void} open */
  #older(name, plan, open) {
    const { files } = this.strings;
    const told = say(files.older, { name, found: plan.revision, here: this.page.get().revision });
    this.#tell(`${told} `, h("button", { type: "button", class: "pl-link", click: open }, files["older-open"]));
  }

  /** @param {string} text @param {...any} more */
  #tell(text, ...more) {
    const [$first, ...rest] = more;
    const $said = h("div", { class: "pl-note" }, h("p", {}, text, $first), ...rest);
    this.$place.replaceChildren($said);
    focus($said);
  }

  /** @param {string} sentence @param {any} error */
  #refuse(sentence, error) {
    if (isCancelled(error)) return this.#tell(sentence);
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
