// @ts-check
/** Takes the planner's suggestions; shows them by finding, each with its reason, and turns one into an action. */
import { focus, h, longDate, say } from "./dom.mjs";
import { newId } from "./plan.mjs";
import { badge, short } from "./names.mjs";

/**
 * @typedef {{finding: string, measure: string, side: string, nature: string, due: string, because: string[],
 *   title: string, how: string, check: string, why: string, milestones: {id: string, due: string, text: string}[],
 *   verification: string, unit: string | null, target: number | null, safeguard: string | null,
 *   effectiveness: string}} Suggestion
 */

/** The library's words stay out of the plan: no text, so that they are shown in the reader's language. @param {Suggestion} one */
export function toAction(one) {
  const indicator = { name: null, unit: one.unit, baseline: null, target: one.target, readings: [] };
  return {
    id: newId(),
    findings: [one.finding],
    measure: one.measure,
    text: null,
    side: one.side,
    nature: one.nature,
    owner: null,
    due: one.due,
    milestones: one.milestones.map(({ id, due }) => ({ id, text: null, due, done: null })),
    indicators: one.unit ? [indicator] : [],
    verification: one.verification,
    status: "proposed",
    effectiveness: { due: one.effectiveness },
  };
}

export class Suggestions {
  /**
   * @param {any} $root
   * @param {any} config
   * @param {(actions: ReturnType<typeof toAction>[], told: string) => void} add takes them, with a sentence that says so
   */
  constructor($root, config, add) {
    this.$list = $root.querySelector("[data-suggestion-list]");
    this.$title = $root.querySelector("#suggestions");
    this.config = config;
    this.add = add;
    /** @type {Suggestion[]} */
    this.all = [];
    this.drawn = "";
    this.told = { sentence: "", next: "" };
  }

  /**
   * @param {Suggestion[]} all
   * @param {import("./names.mjs").FindingAdvice[]} findings
   * @param {any[]} records the plan's findings
   * @param {any[]} actions the plan's actions; a finding that has some shows the rest on demand
   */
  show(all, findings, records, actions) {
    const answered = new Set(actions.flatMap((one) => one.findings ?? []));
    const drawn = JSON.stringify([all, findings, records.map((one) => [one.id, one.text])]);
    if (drawn === this.drawn) return; // what has not changed keeps the reader's place and open details
    this.drawn = drawn;
    this.all = all;
    const folds = [...this.$list.querySelectorAll("details")].map(($one) => [$one.dataset.key, $one.open]);
    const open = new Map(/** @type {[string, boolean][]} */ (folds));
    const held = this.$list.contains(document.activeElement) ? handle(document.activeElement) : null;
    const { strings } = this.config;
    const groups = findings.map((one) => this.#group(one, records[one.index], answered)).filter(Boolean);
    const chosen = records.some((one) => one.topic);
    const empty = chosen && findings.length ? strings.suggestions["all-added"] : strings.suggestions.none;
    this.$list.replaceChildren(...(groups.length ? groups : [h("p", { class: "pl-note" }, empty)]));
    for (const $one of this.$list.querySelectorAll("details")) $one.open = open.get($one.dataset.key) ?? $one.open;
    this.#tell();
    if (held) (this.$list.querySelector(held) ?? this.$title).focus({ preventScroll: true });
  }

  /** @param {import("./names.mjs").FindingAdvice} finding @param {any} record @param {Set<string>} answered */
  #group(finding, record, answered) {
    const { strings } = this.config;
    const own = this.all.filter((one) => one.finding === record?.id);
    if (!own.length) return null;
    const name = [finding.number, short(record.text ?? "")].filter(Boolean).join(" · ");
    const id = `suggest-${finding.index}`;
    const $title = h("h4", { id }, name, " ", badge(finding.level, finding.level ? finding.title : strings.level.unrated));
    const take = () => this.#take(own);
    const all = { type: "button", class: "pl-button pl-button--quiet", "aria-describedby": id, "data-all": id, click: take };
    return h(
      "section",
      { class: "pl-suggested", "aria-labelledby": id },
      h("div", { class: "pl-suggested-head" }, $title, own.length > 1 && h("button", all, strings.buttons["add-all"])),
      h(
        "details",
        { class: "pl-more", "data-key": id, open: !answered.has(record.id) },
        h("summary", {}, say(strings.suggestions.count, { count: own.length }), h("span", { class: "pl-aside" }, `: ${name}`)),
        h("ul", { class: "pl-cards" }, ...own.map((one) => this.#card(one))),
      ),
    );
  }

  /** @param {Suggestion} one */
  #card(one) {
    const { strings, terms, language } = this.config;
    const words = strings.suggestions;
    const id = `card-${one.finding}-${one.measure}`;
    const facts = [terms.sides[one.side], terms.natures[one.nature], `${words.due}: ${longDate(one.due, language)}`];
    const steps = one.milestones.map((step) => h("li", {}, `${step.text} (${longDate(step.due, language)})`));
    const add = { type: "button", class: "pl-button", "aria-describedby": id, "data-take": id, click: () => this.#take([one]) };
    const $how = h(
      "details",
      { "data-key": id },
      h("summary", {}, words.how, h("span", { class: "pl-aside" }, `: ${one.title}`)),
      h("p", {}, one.how),
      h("p", {}, h("strong", {}, words.milestones)),
      h("ul", {}, ...steps),
      h("p", {}, h("strong", {}, words.verification, ": "), terms.verification[one.verification] ?? one.verification),
      h("p", {}, one.check),
    );
    const $what = h(
      "div",
      {},
      h("p", { class: "pl-card-title", id }, one.title),
      h("p", { class: "pl-facts" }, facts.join(" · ")),
      h("p", { class: "pl-facts" }, one.why),
      one.safeguard && h("p", { class: "pl-safeguard" }, h("strong", {}, words.safeguard, ": "), one.safeguard),
      $how,
    );
    return h("li", { class: "pl-card" }, $what, h("button", add, strings.buttons.add));
  }

  /** Add, draw the rest at once, and leave the keyboard at the next one. @param {Suggestion[]} taken */
  #take(taken) {
    const buttons = [...this.$list.querySelectorAll("[data-take]")];
    const last = `card-${taken.at(-1)?.finding}-${taken.at(-1)?.measure}`;
    const next = buttons[buttons.findIndex(($one) => $one.dataset.take === last) + 1]?.dataset.take;
    const { rows, suggestions } = this.config.strings;
    const one = taken.length === 1;
    const sentence = one ? say(rows.added, { name: taken[0].title }) : say(suggestions["added-count"], { count: taken.length });
    this.told = { sentence, next: next ?? "" };
    this.add(taken.map(toAction), sentence);
    for (const one of taken) this.$list.querySelector(`[data-take="card-${one.finding}-${one.measure}"]`)?.closest("li").remove();
    for (const $group of this.$list.querySelectorAll(".pl-suggested")) if (!$group.querySelector("[data-take]")) $group.remove();
    this.drawn = "";
    this.#tell();
    const $next = next && this.$list.querySelector(`[data-take="${next}"]`);
    if (!$next) return focus(this.$title);
    $next.focus({ preventScroll: true }); // it moves to where the one before it was
    $next.scrollIntoView({ block: "nearest" });
  }

  /** Say where it was that something has been added; the status above may be out of sight. */
  #tell() {
    const { sentence, next } = this.told;
    const $next = next && this.$list.querySelector(`[data-take="${next}"]`)?.closest("li");
    if ($next) $next.before(h("li", { class: "pl-note" }, sentence));
  }
}

/** How to find what had the keyboard once the list is drawn anew. @param {any} $element */
function handle($element) {
  const { take, all } = $element.dataset;
  if (take) return `[data-take="${take}"]`;
  return all ? `[data-all="${all}"]` : `[data-key="${$element.parentElement.dataset.key}"] > summary`;
}
