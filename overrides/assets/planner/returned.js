// @ts-check
/**
 * Takes what came back in a copy; lists it beside what was sent and what the plan says now, and takes over what the reader
 * chooses. What nobody else has touched and the supplier was asked for is chosen beforehand; the rest waits for the reader.
 */
import { focus, h, listed, say } from "./dom.js";
import { newest } from "./newest.js";
import { today } from "./plan.js";
import { once, working } from "./working.js";

/**
 * @typedef {{path: string, row: string, number: string, name: string, label: string, kind: "changed" | "added" | "removed",
 *   sent: string | null, came: string | null, mine: string | null, clash: boolean, misfit: boolean, unasked: boolean}} Change
 */

let last = 0;

export class Returned {
  /**
   * @param {any} $place where the list is shown
   * @param {any} config
   * @param {import("./client.js").Client} client
   * @param {{get: () => any, version: () => number, take: (plan: any, told: string) => Promise<void>, sentence: (error: any) => string}} page
   */
  constructor($place, config, client, page) {
    this.$place = $place;
    this.words = config.strings.returned;
    this.strings = config.strings;
    this.client = client;
    this.page = page;
  }

  /** @param {string} name @param {{plan: any, sent: any, changes: Change[], remarks: any[]}} answer */
  show(name, { plan, sent, changes, remarks }) {
    const { words } = this;
    const notes = listed(words.remarks, remarks.map((one) => one.sentence));
    const intro = changes.length ? say(words.intro, { name, count: changes.length, revision: sent.revision }) : say(words.nothing, { name });
    const $title = h("h4", {}, words.title);
    const $panel = h("section", { class: "pl-returned", "aria-label": words.title }, $title, h("p", {}, intro));
    if (changes.length) $panel.append(...this.#choices(changes, plan, sent));
    $panel.append(...notes);
    this.$place.replaceChildren($panel);
    focus($title);
  }

  /** @param {Change[]} changes @param {any} came @param {any} sent */
  #choices(changes, came, sent) {
    const { words } = this;
    const $list = h("div", {}, ...this.#groups(changes));
    const $boxes = () => /** @type {any[]} */ ([...$list.querySelectorAll("input")]);
    const tick = (/** @type {boolean} */ on) => () => $boxes().forEach(($box) => ($box.checked = on));
    const $told = h("p", { role: "status" });
    const chosen = () => $boxes().filter(($box) => $box.checked).map(($box) => $box.value);
    const accept = () => this.#accept(chosen(), came, sent, $told);
    const leave = () => {
      this.$place.replaceChildren(h("p", { class: "pl-note", role: "status" }, words.left));
      focus(this.$place.firstElementChild);
    };
    return [
      h("p", {}, link(words.all, tick(true)), " ", link(words.none, tick(false))),
      $list,
      h("p", {}, button(words.accept, once(accept)), " ", button(words.leave, leave, "pl-button--quiet")),
      $told,
    ];
  }

  /** Changes of one row stand together under its name. @param {Change[]} changes */
  #groups(changes) {
    const rows = new Map();
    for (const change of changes) rows.set(change.row, [...(rows.get(change.row) ?? []), change]);
    return [...rows.values()].map((found) => {
      const id = `returned-${(last += 1)}`;
      const $items = found.map((/** @type {Change} */ one) => this.#item(one));
      return h("div", { role: "group", "aria-labelledby": id, class: "pl-returned-row" }, h("h5", { id }, `${found[0].number} ${found[0].name}`.trim()), ...$items);
    });
  }

  /** @param {Change} change */
  #item(change) {
    const { words } = this;
    const id = `returned-${(last += 1)}`;
    const box = { type: "checkbox", id, value: change.path, "aria-describedby": `${id}-x`, checked: !change.clash && !change.misfit && !change.unasked };
    const name = [change.kind === "changed" ? "" : words[change.kind], change.label].filter(Boolean).join(": ") || words.take;
    const warnings = [change.misfit && words.misfit, change.clash && words.clash, change.unasked && words.unasked].filter(Boolean);
    const values = [
      ["sent", change.sent],
      ["came", change.came],
      ...(change.clash ? [["mine", change.mine]] : []),
    ];
    const $values = values.map(([label, value]) =>
      h("div", {}, h("dt", {}, words[/** @type {string} */ (label)]), h("dd", {}, value ?? h("span", { class: "pl-explained" }, words.empty))),
    );
    return h(
      "div",
      { class: "pl-returned-item" },
      h("div", { class: "pl-choice" }, h("input", box), h("label", { for: id }, name)),
      h("dl", { class: "pl-beside", id: `${id}-x` }, ...$values),
      ...warnings.map((text) => h("p", { class: "pl-warning" }, text)),
    );
  }

  /** @param {string[]} accepted @param {any} came @param {any} sent @param {any} $told */
  async #accept(accepted, came, sent, $told) {
    const about = { name: this.words.accept, told: this.strings.states.working };
    try {
      const body = () => ({ plan: this.page.get(), sent, came, accepted, day: today() });
      const accept = (/** @type {any} */ ask) => newest(this.page.version, () => this.client.ask("accept", body, ask));
      const { plan } = await working($told, this.strings, about, accept);
      await this.page.take(plan, say(this.words.accepted, { count: accepted.length }));
    } catch (error) {
      $told.textContent = this.page.sentence(error);
    }
  }
}

/** @param {string} text @param {() => void} click */
function link(text, click) {
  return h("button", { type: "button", class: "pl-link", click }, text);
}

/** @param {string} text @param {() => void} click @param {string} [more] */
function button(text, click, more = "") {
  return h("button", { type: "button", class: `pl-button ${more}`.trim(), click }, text);
}
