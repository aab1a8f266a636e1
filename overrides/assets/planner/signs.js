// @ts-check
/** Takes the list of risk signs; finds one by its words, and starts a finding from it. */
import { focus, say } from "./dom.js";
import { holds } from "./filter.js";
import { newId } from "./plan.js";
import { rowsOf } from "./rows.js";
import { content } from "./templates.js";

export class Signs {
  /**
   * @param {any} $root
   * @param {any} strings
   * @param {import("./form.js").Form} form
   * @param {(finding: any, told: string) => any} add takes a finding and a sentence that says so; gives its row
   */
  constructor($root, strings, form, add) {
    this.$place = $root.querySelector("[data-signs]");
    this.$list = $root.querySelector('[data-list="findings"]');
    this.strings = strings;
    this.form = form;
    this.add = add;
    this.#open();
    this.$place.addEventListener("toggle", () => this.#open());
    this.$place.addEventListener("input", () => this.#find());
    this.$place.addEventListener("click", (/** @type {any} */ event) => {
      const $sign = event.target.closest("[data-sign]");
      if ($sign) this.#start($sign);
    });
  }

  /** The list is made when it is first read. */
  #open() {
    const $template = this.$place.open && this.$place.querySelector(":scope > template");
    if ($template) $template.replaceWith(content($template));
  }

  /** Start a finding; it takes the place of the empty one, if nothing has been typed there yet. @param {any} $sign */
  #start($sign) {
    const text = $sign.textContent;
    const [$first, ...$others] = rowsOf(this.$list);
    const typed = (this.form.plan.findings ?? [])[0] ?? {};
    if ($first && !$others.length && Object.entries(typed).every(([name, value]) => name === "id" || value === null)) {
      $first.remove();
      this.form.plan.findings = [];
    }
    const at = rowsOf(this.$list).length;
    this.form.texts = { ...this.form.texts, [`findings[${at}].text`]: text }; // until Python gives them
    const $row = this.add(this.#finding($sign), say(this.strings.rows.added, { name: text }));
    this.form.whole($row);
    $row.open = true;
    focus($row.querySelector("summary"));
  }

  #find() {
    const typed = this.$place.querySelector("[data-sign-filter]").value.trim();
    let [count, all] = [0, 0];
    for (const $topic of this.$place.querySelectorAll("[data-sign-topic]")) {
      const $signs = [...$topic.querySelectorAll("li")];
      const title = $topic.querySelector("summary").textContent;
      for (const $sign of $signs) $sign.hidden = !holds(`${title} ${$sign.textContent}`, typed);
      const found = $signs.filter(($sign) => !$sign.hidden).length;
      [count, all] = [count + found, all + $signs.length];
      $topic.hidden = !found;
      $topic.open = Boolean(typed) && found > 0;
    }
    const $told = this.$place.querySelector("[data-sign-told]");
    $told.textContent = !typed ? "" : count ? say(this.strings.rows.shown, { count, all }) : this.strings.signs.none;
  }

  /** The sign's words stay out of the plan: its id is enough, so that each reader has them in the own language. @param {any} $sign */
  #finding($sign) {
    const { sign, state, urgent } = $sign.dataset;
    const topic = $sign.closest("[data-sign-topic]").dataset.signTopic;
    return { id: newId(), topic, sign, text: null, state, ...(urgent === undefined ? {} : { life_or_freedom: "yes" }) };
  }
}
