// @ts-check
/** Takes the client's state; says it in words, and offers ways on when the planner could not start. */
import { Failed } from "./client.js";
import { focus, h } from "./dom.js";
import { failure } from "./protocol.js";

/** Of the blank templates, those that people fill in by hand. */
const BLANKS = ["docx", "xlsx", "html"];

export class Status {
  /**
   * @param {any} $root
   * @param {any} config
   * @param {{retry: () => void, save: ($status: any) => void, kind: () => string}} ways
   */
  constructor($root, config, ways) {
    this.$root = $root;
    this.$status = $root.querySelector("[data-status]");
    this.$help = $root.querySelector("[data-state-help]");
    this.config = config;
    this.ways = ways;
  }

  /** @param {import("./client.js").Client["state"]} state @param {boolean} quiet whether the reader knows why */
  show(state, quiet) {
    this.$root.dataset.planner = state;
    this.$status.textContent = (!quiet && this.config.strings.states[state]) || "";
    this.$help.hidden = state !== "failed";
    if (state === "failed") this.$help.replaceChildren(...this.#ways());
  }

  /** @param {string} sentence */
  say(sentence) {
    this.$status.textContent = sentence;
  }

  /** Say why something could not be done: Python's own sentence where there is one. @param {any} error @returns {string} */
  sentence(error) {
    const { errors, states } = this.config.strings;
    if (!(error instanceof Failed)) console.error(error);
    const { code, sentence } = error.failure ?? failure("unknown");
    if (sentence) return sentence;
    if (code === "cancelled") return errors.cancelled;
    if (this.$root.dataset.planner === "failed") return errors.start;
    const known = /** @type {Record<string, string>} */ ({ timeout: errors.timeout, stopped: errors.timeout, crashed: states.restarted, "not-fetched": errors.fetch });
    return known[code] ?? errors.unknown;
  }

  #ways() {
    const { strings, terms, blanks, language } = this.config;
    const $saved = h("p", { role: "status" });
    const retry = () => {
      this.ways.retry();
      focus(this.$status); // the button has gone
    };
    const button = (/** @type {string} */ word, /** @type {() => void} */ click) =>
      h("button", { type: "button", class: "pl-button pl-button--quiet", click }, word);
    const links = BLANKS.map((format) => {
      const href = `${blanks}${this.ways.kind()}.${language}.${format}`;
      return h("li", {}, h("a", { href, download: true }, terms.formats[format]));
    });
    return [
      h("p", {}, strings.states["failed-help"]),
      h("p", {}, button(strings.buttons.retry, retry), " ", button(strings.buttons["save-typed"], () => this.ways.save($saved))),
      $saved,
      h("p", {}, strings.page.blanks),
      h("ul", {}, ...links),
    ];
  }
}
