// @ts-check
/** Takes the planner's remarks; shows them by weight, each a link to its question. It blocks nothing. */
import { focus, h, say } from "./dom.js";
import { find } from "./find.js";

/** @typedef {import("./protocol.js").Remark} Remark */

const SHOWN = 10;
const WEIGHTS = /** @type {const} */ (["error", "missing", "advice"]);

export class Check {
  /**
   * @param {any} $place
   * @param {import("./form.js").Form} form
   * @param {import("./steps.js").Steps} steps
   * @param {any} strings
   * @param {($row: any) => void} reveal shows a row that a filter has hidden
   */
  constructor($place, form, steps, strings, reveal) {
    this.$place = $place;
    this.form = form;
    this.steps = steps;
    this.strings = strings;
    this.reveal = reveal;
    /** @type {Remark[]} */
    this.remarks = [];
    /** @type {Record<string, import("./protocol.js").Rule>} */
    this.rules = {};
    /** @type {Set<string>} */
    this.unfolded = new Set();
    this.seen = false;
    this.told = "";
  }

  /** @param {{remarks: Remark[], rules: Record<string, import("./protocol.js").Rule>}} advice */
  show({ remarks, rules }) {
    this.rules = rules;
    if (remarks === this.remarks) return this.#inline();
    const told = JSON.stringify(remarks);
    if (this.told === told) return this.#inline();
    this.told = told;
    this.remarks = remarks;
    this.#draw();
  }

  #draw() {
    const words = this.strings.check;
    const groups = WEIGHTS.map((weight) => this.#group(weight, words)).filter(Boolean);
    const none = h("p", { class: "pl-note" }, words.none);
    this.$place.replaceChildren(h("h3", { tabindex: "-1" }, words.title), ...(groups.length ? groups : [none]));
    this.#inline();
  }

  /** On arriving at the check: errors take the keyboard, as they do after a form is sent. @param {boolean} still whether it has not gone on */
  arrive(still) {
    this.seen = true;
    this.#inline();
    const $errors = this.$place.querySelector(".pl-summary");
    this.steps.mark(Boolean($errors));
    if ($errors && still) focus($errors);
  }

  /** @param {typeof WEIGHTS[number]} weight @param {any} words */
  #group(weight, words) {
    const own = this.remarks.filter((one) => one.weight === weight);
    if (!own.length) return null;
    const shown = weight === "error" || this.unfolded.has(weight) ? own : own.slice(0, SHOWN);
    const more = { type: "button", class: "pl-link", click: () => this.#unfold(weight) };
    return h(
      "div",
      { class: weight === "error" ? "pl-summary" : "pl-remark-group", tabindex: weight === "error" ? "-1" : null },
      h("h4", {}, weight === "error" ? this.strings.errors.title : words[weight]),
      h("ul", {}, ...shown.map((one) => h("li", {}, this.#line(one), this.#proposal(one), this.#basis(one)))),
      shown.length < own.length && h("p", {}, h("button", more, say(words.more, { count: own.length }))),
    );
  }

  /** @param {Remark} remark */
  #line(remark) {
    if (!remark.path) return remark.sentence;
    const follow = (/** @type {Event} */ event) => {
      event.preventDefault();
      this.#open(remark);
    };
    return h("a", { href: `#${remark.step}`, click: follow }, remark.sentence);
  }

  /** What to do instead. @param {Remark} remark */
  #proposal(remark) {
    if (!remark.proposal) return null;
    return h("p", { class: "pl-proposal" }, h("strong", {}, this.strings.judge.proposal), ` ${remark.proposal}`);
  }

  /** The rule a remark follows, explained, and the standards it rests on. @param {Remark} remark */
  #basis(remark) {
    const rule = remark.rule ? this.rules[remark.rule] : null;
    const basis = remark.references.join(", ");
    if (!rule) return basis ? h("span", { class: "pl-basis" }, ` ${basis}`) : null;
    const $summary = h("summary", {}, say(this.strings.judge.why, { title: rule.title }));
    return h("details", { class: "pl-more" }, $summary, h("p", {}, rule.text), h("p", { class: "pl-basis" }, basis));
  }

  /** @param {Remark} remark */
  #open(remark) {
    const $target = find(this.form, remark.path);
    const step = $target?.closest("[data-step]").dataset.step ?? remark.step;
    this.steps.go(step);
    for (let $row = $target?.closest("[data-row]"); $row; $row = $row.parentElement.closest("[data-row]")) this.reveal($row);
    for (let $fold = $target?.closest("details"); $fold; $fold = $fold.parentElement.closest("details")) $fold.open = true;
    focus($target ?? document.getElementById(`${step}-title`));
  }

  /** @param {string} weight */
  #unfold(weight) {
    this.unfolded.add(weight);
    const place = WEIGHTS.filter((one) => this.remarks.some((remark) => remark.weight === one)).indexOf(/** @type {any} */ (weight));
    this.#draw();
    focus(this.$place.querySelectorAll("ul")[place]?.children[SHOWN]?.querySelector("a"));
  }

  /** Errors stand at their questions too, in the same words, once the check has been seen. */
  #inline() {
    for (const $old of this.form.$form.querySelectorAll(".pl-error")) {
      const $control = this.form.$form.querySelector(`[data-error="${$old.id}"]`);
      if ($control) describe($control, $old.id, false);
      $old.remove();
    }
    for (const remark of this.remarks.filter((one) => this.seen && one.weight === "error")) {
      const $control = find(this.form, remark.path);
      if (!$control?.id || $control.dataset.error) continue;
      const id = `${$control.id}-error`;
      describe($control, id, true);
      const $message = h("p", { class: "pl-error", id }, h("strong", {}, `${this.strings.errors.prefix} `), remark.sentence);
      ($control.closest("fieldset")?.querySelector(".pl-choice") ?? $control).before($message);
    }
  }
}

/** Tie a message to its question, or untie it. @param {any} $control @param {string} id @param {boolean} wrong */
function describe($control, id, wrong) {
  const others = ($control.getAttribute("aria-describedby") ?? "").split(" ").filter((/** @type {string} */ one) => one && one !== id);
  $control.setAttribute("aria-describedby", (wrong ? [...others, id] : others).join(" "));
  if (wrong) $control.setAttribute("aria-invalid", "true");
  else $control.removeAttribute("aria-invalid");
  if (wrong) $control.dataset.error = id;
  else delete $control.dataset.error;
}
