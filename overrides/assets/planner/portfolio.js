// @ts-check
/** Takes several plan files; shows them together, opens one of them, and starts a follow-up programme from all. */
import { focus, h, say } from "./dom.js";
import { contentOf } from "./files.js";
import { badge } from "./names.js";
import { today } from "./plan.js";
import { readFile } from "./reading.js";
import { isCancelled, working } from "./working.js";

/** @typedef {{name: string, plan: any}} Opened */

export class Portfolio {
  /**
   * @param {any} $root
   * @param {any} config
   * @param {import("./client.js").Client} client
   * @param {{open: (plan: any, told: string) => void, sentence: (error: any) => string}} page
   */
  constructor($root, config, client, page) {
    this.$place = $root.querySelector("[data-portfolio]");
    this.config = config;
    this.client = client;
    this.page = page;
  }

  /** A broken file among them gets its sentence; the others still show. @param {File[]} files */
  async open(files) {
    const { strings } = this.config;
    const $status = h("p", { role: "status" });
    this.$place.replaceChildren($status);
    const about = { name: strings.portfolio.title, told: this.client.state === "ready" ? strings.states.working : strings.files.wait };
    const $parts = await working($status, strings, about, (ask) => this.#parts(files, ask)).catch((error) => {
      this.$place.replaceChildren();
      throw error;
    });
    this.$place.replaceChildren(h("h3", { id: "portfolio", tabindex: "-1" }, strings.portfolio.title), ...$parts);
    focus(this.$place.querySelector("h3"));
  }

  /** @param {File[]} files @param {{signal: AbortSignal, tell: (done: number, of: number) => void}} ask */
  async #parts(files, ask) {
    /** @type {Opened[]} */
    const plans = [];
    const broken = [];
    for (const [at, file] of files.entries()) {
      ask.tell(at, files.length + 1); // the last part is putting them together
      try {
        const { plan } = await readFile(this.client, await contentOf(file, this.config.strings), null, { signal: ask.signal });
        plans.push({ name: file.name, plan });
      } catch (error) {
        if (isCancelled(error)) throw error;
        broken.push({ name: file.name, sentence: this.page.sentence(error) });
      }
    }
    ask.tell(files.length, files.length + 1);
    const $parts = broken.length ? [this.#broken(broken)] : [];
    if (!plans.length) return $parts;
    try {
      return [...$parts, ...this.#panel(plans, await this.client.ask("portfolio", { plans, day: today() }, { signal: ask.signal }))];
    } catch (error) {
      if (isCancelled(error)) throw error;
      return [...$parts, h("p", { class: "pl-warning" }, this.page.sentence(error))];
    }
  }

  /** @param {{name: string, sentence: string}[]} broken */
  #broken(broken) {
    const lines = broken.map((one) => h("li", {}, h("strong", {}, one.name), `: ${one.sentence}`));
    return h("div", { class: "pl-summary" }, h("h4", {}, this.config.strings.portfolio.unopened), h("ul", {}, ...lines));
  }

  /** @param {Opened[]} plans @param {any} found */
  #panel(plans, found) {
    const { portfolio: words, buttons } = this.config.strings;
    const titles = new Map(found.rows.map((/** @type {any} */ one) => [one.name, one.title || one.supplier || one.name]));
    const named = (/** @type {any} */ one) => titles.get(one.plan) ?? one.plan;
    const line = (/** @type {any} */ one) => {
      const what = [one.number, one.title].filter(Boolean).join(" ");
      const when = [one.due_text ?? one.due, one.owner].filter(Boolean).join(", ");
      return `${named(one)}: ${what}${when && ` (${when})`}`;
    };
    const start = () => this.page.open(found.programme, words.started);
    const $start = h("button", { type: "button", class: "pl-button", click: start }, buttons.programme);
    return [
      this.#table(plans, found.rows),
      h("h4", {}, words.late),
      this.#list(found.late, line),
      h("h4", {}, words.deviations),
      this.#list(found.deviations, line),
      found.programme && h("p", {}, $start),
    ].filter(Boolean);
  }

  /** @param {Opened[]} plans @param {any[]} rows */
  #table(plans, rows) {
    const { portfolio: words } = this.config.strings;
    const names = ["plan", "light", "progress", "late", "open", "next"];
    const $head = h("tr", {}, ...names.map((name) => h("th", { scope: "col" }, words.columns[name])));
    const $rows = rows.map((row, at) => this.#row(row, plans.find((one) => one.name === row.name) ?? plans[at], at));
    const $table = h("table", {}, h("caption", {}, words.caption), h("thead", {}, $head), h("tbody", {}, ...$rows));
    return h("div", { class: "pl-scroll", tabindex: "0", role: "region", "aria-label": words.caption }, $table);
  }

  /** @param {any} row @param {Opened} opened @param {number} at */
  #row(row, opened, at) {
    const { buttons, files } = this.config.strings;
    const id = `plan-${at}`; // a file's name may have spaces
    const open = () => this.page.open(opened.plan, say(files.opened, { name: opened.name }));
    const $open = h("button", { type: "button", class: "pl-link", "aria-describedby": id, click: open }, buttons.open);
    const about = [row.kind_title, row.supplier].filter(Boolean).join(" · ");
    const $name = h("th", { scope: "row" }, h("span", { id }, row.title || row.name), h("span", { class: "pl-explained" }, about), $open);
    const $light = row.light ? badge(row.light, row.light_title) : "";
    const cells = [$light, `${row.percent} %`, String(row.late), String(row.open), row.next_text ?? row.next ?? ""];
    return h("tr", {}, $name, ...cells.map((cell) => h("td", {}, cell)));
  }

  /** @param {any[]} found @param {(one: any) => string} line */
  #list(found, line) {
    if (!found?.length) return h("p", {}, this.config.strings.portfolio.none);
    return h("ul", {}, ...found.map((one) => h("li", {}, line(one), one.late && " ", one.late && badge("late", this.config.strings.figures.late))));
  }
}
