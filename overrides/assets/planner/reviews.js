// @ts-check
/** Takes the follow-ups that took place; shows the form of each kind of follow-up, and records a new one. */
import { focus, h, say } from "./dom.js";
import { newest } from "./newest.js";
import { get, today } from "./plan.js";
import { copy, rowName, rowPath, rowsOf } from "./rows.js";
import { once, working } from "./working.js";

export class Reviews {
  /**
   * @param {any} $root
   * @param {any} config
   * @param {import("./form.js").Form} form
   * @param {import("./client.js").Client} client
   * @param {{set: (plan: any) => Promise<void>, version: () => number, sentence: (error: any) => string}} page
   */
  constructor($root, config, form, client, page) {
    this.$root = $root;
    this.strings = config.strings;
    this.form = form;
    this.client = client;
    this.page = page;
    /** @type {any} the plan as it was when it was opened, or last recorded */
    this.base = null;
    this.$type = $root.querySelector("[data-record-type]");
    this.$by = $root.querySelector("[data-record-by]");
    this.$told = $root.querySelector("[data-recorded]");
    $root.querySelector("[data-record-now]").addEventListener("click", once(() => this.#record()));
  }

  /** From here on changes count. @param {any} plan */
  begin(plan) {
    this.base = structuredClone(plan);
  }

  /** Show the questions of the chosen kind of follow-up; answers to others stay in the plan. @param {any} $row */
  showForm($row) {
    const $place = $row?.querySelector("[data-answers]");
    if (!$place) return;
    const record = get(this.form.plan, rowPath($row)) ?? {};
    const type = record.type ?? "";
    if ($place.dataset.form === type) return;
    $place.dataset.form = type;
    const $template = this.$root.querySelector(`template[data-form="${CSS.escape(type)}"]`);
    $place.replaceChildren(...($template ? [copy($template, $row.dataset.made)] : []));
    this.form.fill($place);
    const asked = new Set([...$place.querySelectorAll("[data-path]")].map(($one) => $one.dataset.path.replace("answers.", "")));
    const others = Object.entries(record.answers ?? {}).filter(([id, answer]) => !asked.has(id) && answer);
    if (others.length) $place.append(h("dl", {}, ...others.flatMap(([id, answer]) => [h("dt", {}, id), h("dd", {}, String(answer))])));
  }

  async #record() {
    const about = { name: this.strings.buttons.record, told: this.strings.states.working };
    try {
      const body = () => ({ plan: this.form.plan, base: this.base, day: today(), type: this.$type.value, by: this.$by.value.trim() || null });
      const record = (/** @type {any} */ ask) => newest(this.page.version, () => this.client.ask("record", body, ask));
      const { plan, review } = await working(this.$told, this.strings, about, record);
      await this.page.set(plan);
      const $list = this.$root.querySelector('[data-list="reviews"]');
      const $row = rowsOf($list)[review.index];
      this.form.whole($row);
      $row.open = true;
      this.$told.textContent = say(this.strings.reviews.recorded, { name: rowName($row) });
      focus($row.querySelector("summary"));
    } catch (error) {
      this.$told.textContent = this.page.sentence(error);
    }
  }
}
