// @ts-check
/** Takes the check step and the client; offers the letters that fit the plan, and hands over the one asked for. */
import { h } from "./dom.js";
import { fileName, handOver } from "./files.js";
import { today } from "./plan.js";
import { soon, working } from "./working.js";

/** @typedef {{id: string, title: string, use: string, about: {number: string | null, title: string | null}[]}} Letter */

export class Letters {
  /** @type {Letter[]} */
  #letters = [];
  #asked = 0;

  /**
   * @param {any} $root
   * @param {any} config
   * @param {import("./client.js").Client} client
   * @param {{get: () => import("./plan.js").Plan, second: () => Promise<string | null>, sentence: (error: any) => string}} page
   */
  constructor($root, config, client, page) {
    this.config = config;
    this.client = client;
    this.page = page;
    this.$choices = $root.querySelector("[data-letters]");
    this.$letter = $root.querySelector("[data-letter]");
    this.$use = $root.querySelector("[data-letter-use]");
    this.$about = $root.querySelector("[data-letter-about]");
    this.$status = $root.querySelector("[data-lettered]");
    this.$letter.addEventListener("change", () => this.#chosen());
    $root.querySelector("[data-letter-get]").addEventListener("click", () => this.#download());
  }

  /** Ask which letters fit the plan as it is now; only the newest answer counts. */
  async show() {
    const asked = ++this.#asked;
    const { letters } = await this.client.ask("letters", () => ({ plan: this.page.get(), day: today() }), { latest: "letters" });
    if (asked !== this.#asked) return;
    this.#letters = letters;
    this.$choices.hidden = !letters.length;
    this.$choices.parentElement.hidden = !letters.length; // a heading over nothing helps nobody
    refill(this.$letter, letters.map((/** @type {Letter} */ one) => [one.id, one.title]));
    this.#chosen();
  }

  /** Say when to send the letter, and ask what it is about where it can be about several things. */
  #chosen() {
    const { use = "", about = [] } = this.#letter() ?? {};
    this.$use.textContent = use;
    const named = about.map(({ number, title }) => [number ?? "", number ? [number, title].filter(Boolean).join(" ") : this.config.strings.letters.all]);
    refill(this.$about, named);
    this.$about.closest(".pl-field").hidden = about.length < 2;
  }

  #letter() {
    return this.#letters.find((one) => one.id === this.$letter.value);
  }

  async #download() {
    const { strings, terms } = this.config;
    const letter = this.#letter();
    if (!letter) return;
    const plan = this.page.get();
    const name = fileName(strings.letters.file, plan.supplier?.organisation ?? null, letter.title, "docx");
    try {
      const second = await this.page.second();
      const body = { plan, letter: letter.id, about: this.$about.value || null, day: today(), second };
      const about = { name: letter.title, told: soon(this.client, strings, terms.formats.docx) };
      const file = await working(this.$status, strings, about, (ask) => this.client.ask("letter", body, ask));
      handOver(file, name, "docx", this.$status, strings);
    } catch (error) {
      this.$status.textContent = this.page.sentence(error);
    }
  }
}

/** Give a list of choices other entries, and keep what was chosen if it is still there. @param {any} $select @param {string[][]} entries */
function refill($select, entries) {
  const before = $select.value;
  $select.replaceChildren(...entries.map(([value, title]) => h("option", { value }, title)));
  if (entries.some(([value]) => value === before)) $select.value = before;
}
