// @ts-check
/** Takes the check step and the client; gives the preview and the files, waiting for Python where it is not ready. */
import { Failed } from "./client.js";
import { asTyped, fileName, handOver } from "./files.js";
import { known } from "./kinds.js";
import { Letters } from "./letters.js";
import { today } from "./plan.js";
import { Preview } from "./preview.js";
import { failure } from "./protocol.js";
import { soon, working } from "./working.js";

export class Downloads {
  /** @type {Map<string, Promise<string>>} */
  #bundles = new Map();

  /**
   * @param {any} $root
   * @param {any} config
   * @param {import("./client.js").Client} client
   * @param {{get: () => import("./plan.js").Plan, version: () => number, share: () => void, saved: (version: number) => void, sentence: (error: any) => string}} page
   *   is told that this revision leaves the planner, and which version of the plan itself has been handed over
   */
  constructor($root, config, client, page) {
    this.config = config;
    this.client = client;
    this.page = page;
    this.letters = new Letters($root, config, client, { ...page, second: () => this.#words() });
    this.$second = $root.querySelector("[data-second]");
    this.$audience = $root.querySelector("[data-audience]");
    this.$status = $root.querySelector("[data-downloaded]");
    const get = () => this.#export("html", { latest: "preview" });
    this.shown = new Preview($root.querySelector("[data-preview]"), get, (error) => (this.$status.textContent = page.sentence(error)));
    for (const $button of $root.querySelectorAll("[data-download]")) {
      $button.addEventListener("click", () => this.#download($button.dataset.download));
    }
    for (const $choice of [this.$second, this.$audience]) $choice.addEventListener("change", () => this.preview());
    $root.querySelector("[data-print]").addEventListener("click", () => this.shown.print());
  }

  /** @param {string} format @param {any} more @returns {Promise<Uint8Array>} */
  async #export(format, more) {
    const audience = this.$audience.value || null; // who will read it has been said, however long the file waits
    const second = await this.#words();
    const body = () => ({ plan: this.page.get(), format, day: today(), second, audience });
    return this.client.ask("export", body, more);
  }

  /** The words of the second language; none where there is but one. */
  async #words() {
    const language = this.$second.value;
    return language ? this.#bundle(language) : null;
  }

  /** @param {string} language */
  #bundle(language) {
    let bundle = this.#bundles.get(language);
    if (!bundle) {
      bundle = text(this.config.root + this.config.bundles[language]);
      bundle.catch(() => this.#bundles.delete(language));
      this.#bundles.set(language, bundle);
    }
    return bundle;
  }

  /** @param {string} format */
  async #download(format) {
    const { strings, terms } = this.config;
    const whole = !this.$audience.value;
    const name = this.#name(format, whole ? null : this.$audience.selectedOptions[0].textContent);
    if (format === "json" && whole && this.client.state === "failed") return this.saveTyped(this.$status); // a copy for others takes Python
    this.page.share();
    const version = this.page.version(); // what is typed while the file is made may miss it
    const about = { name: terms.formats[format], told: soon(this.client, strings, terms.formats[format]) };
    try {
      const file = await working(this.$status, strings, about, (ask) => this.#export(format, ask));
      handOver(/** @type {any} */ (file), name, format, this.$status, strings);
      if (format === "json" && whole) this.page.saved(version); // a copy for others lacks what is the buyer's own
    } catch (error) {
      this.$status.textContent = this.page.sentence(error);
    }
  }

  /** Save the plan without Python. @param {any} $status */
  saveTyped($status) {
    this.page.share();
    handOver(asTyped(this.page.get()), this.#name("json", null), "json", $status, this.config.strings);
    this.page.saved(this.page.version());
  }

  /** @param {string} format @param {string | null} reader */
  #name(format, reader) {
    const { kind, supplier } = this.page.get();
    return fileName(this.config.kinds[known(this.config, kind)].file, supplier?.organisation ?? null, reader, format);
  }

  /** The plan has changed, or who reads it: show it as it will look, and the letters that fit. */
  preview() {
    this.letters.show().catch(() => undefined); // what went wrong is said where a file is asked for
    this.shown.changed();
  }
}

/** @param {string} address */
async function text(address) {
  try {
    const response = await fetch(address);
    if (response.ok) return await response.text();
  } catch {
    // the same as a host that has it not
  }
  throw new Failed(failure("not-fetched"));
}
