// @ts-check
/** Takes the planner's suggestions; shows them by what they answer, each with its reason, and turns one into an action. */
import { focus, h, longDate, say } from "./dom.js";
import { newId } from "./plan.js";
import { badge, short } from "./names.js";

/**
 * @typedef {{side: string, nature: string, unit: string | null, target: number | null, title: string, how: string,
 *   check: string, safeguard: string | null, milestones: Record<string, string>}} Measure wherever it is suggested
 * @typedef {{measure: string, due: string, milestones: {id: string, due: string}[], verification: string,
 *   effectiveness: string, why: string}} Suggested where it is suggested
 * @typedef {{finding: string, number: string, subject: string, measures: Suggested[]}} Group what one finding, area, risk or
 *   deviation calls for
 * @typedef {Omit<Suggested, "measure"> & {finding: string, id: string, measure: Measure}} Suggestion
 */

/** With more groups than this, each stays folded until it is asked for. */
const FEW = 3;

/** The library's words stay out of the plan: no text, so that they are shown in the reader's language. @param {Suggestion} one */
function toAction(one) {
  const { side, nature, unit, target } = one.measure;
  return {
    id: newId(),
    findings: [one.finding],
    measure: one.id,
    text: null,
    side,
    nature,
    owner: null,
    due: one.due,
    milestones: one.milestones.map(({ id, due }) => ({ id, text: null, due, done: null })),
    indicators: unit ? [{ name: null, unit, baseline: null, target, readings: [] }] : [],
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
    /** @type {Map<string, {drawn: any[], $group: any}>} the groups on show, by what they answer, and what each was drawn from */
    this.groups = new Map();
    this.told = { sentence: "", next: "" };
  }

  /**
   * Show them group by group; what has not changed keeps the reader's place and open details.
   * @param {{suggestions: Group[], measures: Record<string, Measure>, findings: any[]}} advice
   * @param {any} plan
   */
  *show({ suggestions, measures, findings }, plan) {
    const answered = new Set((plan.actions ?? []).flatMap((/** @type {any} */ one) => one.findings ?? []));
    const judged = new Map(findings.map((one) => [one.number, one]));
    const groups = new Map();
    for (const group of suggestions) {
      const id = group.finding;
      const level = judged.get(group.number);
      const drawn = [group, level?.level];
      const old = this.groups.get(id);
      const open = suggestions.length <= FEW && !answered.has(id);
      groups.set(id, isSame(old?.drawn, drawn) ? old : { drawn, $group: this.#group(group, measures, level, old?.$group, open) });
      yield;
    }
    const held = this.$list.contains(document.activeElement) ? handle(document.activeElement) : null;
    this.groups = groups;
    const empty = answered.size ? this.config.strings.suggestions["all-added"] : this.config.strings.suggestions.none;
    const $groups = [...groups.values()].map((one) => one.$group);
    const $now = [...this.$list.children];
    const $wanted = $groups.length ? $groups : [h("p", { class: "pl-note" }, empty)];
    if ($now.length !== $wanted.length || $wanted.some(($one, at) => $one !== $now[at])) this.$list.replaceChildren(...$wanted);
    this.#tell();
    if (held && !this.$list.contains(document.activeElement)) (this.$list.querySelector(held) ?? this.$title).focus({ preventScroll: true });
  }

  /**
   * The cards are made when the group is opened.
   * @param {Group} group @param {Record<string, Measure>} all @param {any} judged @param {any} $old @param {boolean} open
   */
  #group({ finding, number, subject, measures }, all, judged, $old, open) {
    const { strings } = this.config;
    const id = `suggest-${finding}`;
    const name = [number, short(subject)].filter(Boolean).join(" · ");
    const own = measures.map((one) => ({ ...one, finding, id: one.measure, measure: all[one.measure] }));
    const $badge = judged && badge(judged.level, judged.level ? judged.title : strings.level.unrated);
    const $title = h("h4", { id }, name, " ", $badge);
    const every = { type: "button", class: "pl-button pl-button--quiet", "aria-describedby": id, "data-all": id, click: () => this.#take(own) };
    const was = new Map([...($old?.querySelectorAll("details") ?? [])].map(($one) => [$one.dataset.key, $one.open]));
    const $cards = h("ul", { class: "pl-cards" });
    const fill = () => {
      if ($fold.open && !$cards.firstChild) $cards.append(...own.map((one) => this.#card(one)));
    };
    const $fold = h(
      "details",
      { class: "pl-more", "data-key": id, open: was.get(id) ?? open, toggle: fill },
      h("summary", {}, say(strings.suggestions.count, { count: own.length }), h("span", { class: "pl-aside" }, `: ${name}`)),
      $cards,
    );
    fill();
    for (const $one of $cards.querySelectorAll("details")) $one.open = was.get($one.dataset.key) ?? false;
    const $head = h("div", { class: "pl-suggested-head" }, $title, own.length > 1 && h("button", every, strings.buttons["add-all"]));
    return h("section", { class: "pl-suggested", "aria-labelledby": id }, $head, $fold);
  }

  /** @param {Suggestion} one */
  #card(one) {
    const { strings, terms, language } = this.config;
    const { measure } = one;
    const words = strings.suggestions;
    const id = `card-${one.finding}-${one.id}`;
    const facts = [terms.sides[measure.side], terms.natures[measure.nature], `${words.due}: ${longDate(one.due, language)}`];
    const steps = one.milestones.map((step) => h("li", {}, `${measure.milestones[step.id]} (${longDate(step.due, language)})`));
    const add = { type: "button", class: "pl-button", "aria-describedby": id, "data-take": id, click: () => this.#take([one]) };
    const $how = h(
      "details",
      { "data-key": id },
      h("summary", {}, words.how, h("span", { class: "pl-aside" }, `: ${measure.title}`)),
      h("p", {}, measure.how),
      h("p", {}, h("strong", {}, words.milestones)),
      h("ul", {}, ...steps),
      h("p", {}, h("strong", {}, words.verification, ": "), terms.verification[one.verification] ?? one.verification),
      h("p", {}, measure.check),
    );
    const $what = h(
      "div",
      {},
      h("p", { class: "pl-card-title", id }, measure.title),
      h("p", { class: "pl-facts" }, facts.join(" · ")),
      h("p", { class: "pl-facts" }, one.why),
      measure.safeguard && h("p", { class: "pl-safeguard" }, h("strong", {}, words.safeguard, ": "), measure.safeguard),
      $how,
    );
    return h("li", { class: "pl-card" }, $what, h("button", add, strings.buttons.add));
  }

  /** Add, draw the rest at once, and leave the keyboard at the next one. @param {Suggestion[]} taken */
  #take(taken) {
    const buttons = [...this.$list.querySelectorAll("[data-take]")];
    const last = `card-${taken.at(-1)?.finding}-${taken.at(-1)?.id}`;
    const next = buttons[buttons.findIndex(($one) => $one.dataset.take === last) + 1]?.dataset.take;
    const { rows, suggestions } = this.config.strings;
    const one = taken.length === 1;
    const sentence = one ? say(rows.added, { name: taken[0].measure.title }) : say(suggestions["added-count"], { count: taken.length });
    this.told = { sentence, next: next ?? "" };
    this.add(taken.map(toAction), sentence);
    for (const each of taken) this.$list.querySelector(`[data-take="${CSS.escape(`card-${each.finding}-${each.id}`)}"]`)?.closest("li").remove();
    for (const id of new Set(taken.map((one) => one.finding))) {
      const group = this.groups.get(id);
      if (!group) continue;
      group.drawn = [];
      if (!one || !group.$group.querySelector("[data-take]")) group.$group.remove();
    }
    this.#tell();
    const $next = next && this.$list.querySelector(`[data-take="${CSS.escape(next)}"]`);
    if (!$next) return focus(this.$title);
    $next.focus({ preventScroll: true }); // it moves to where the one before it was
    $next.scrollIntoView({ block: "nearest" });
  }

  /** Say where it was that something has been added; the status above may be out of sight. */
  #tell() {
    const { sentence, next } = this.told;
    for (const $old of this.$list.querySelectorAll("li.pl-note")) $old.remove();
    const $next = next && this.$list.querySelector(`[data-take="${CSS.escape(next)}"]`)?.closest("li");
    if ($next) $next.before(h("li", { class: "pl-note" }, sentence));
  }
}

/** Suggestions that have not changed are the same objects, unless the planner was started again. @param {any[] | undefined} before @param {any[]} now */
function isSame(before, now) {
  return before?.length === now.length && now.every((one, at) => one === before[at]);
}

/** How to find what had the keyboard once the list is drawn anew. @param {any} $element */
function handle($element) {
  const { take, all } = $element.dataset;
  if (take) return `[data-take="${CSS.escape(take)}"]`;
  return all ? `[data-all="${CSS.escape(all)}"]` : `[data-key="${CSS.escape($element.parentElement.dataset.key)}"] > summary`;
}
