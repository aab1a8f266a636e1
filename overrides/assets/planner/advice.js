// @ts-check
/** Takes what Python answers to the plan; shows it in its places, and again where a row is opened later. */
import { Agenda } from "./agenda.js";
import { offerSubjects } from "./answers.js";
import { besideRow, showBeside } from "./beside.js";
import { showDates, showFigures } from "./figures.js";
import { nameFixed } from "./fixed.js";
import { countRows, nameRow, nameRows } from "./names.js";
import { inSlices } from "./slices.js";
import { Suggestions } from "./suggestions.js";

/** What is shown before there is an answer. */
const NOTHING = { findings: [], suggestions: [], measures: {}, texts: {}, follow_ups: [] };

/** A finding with what is said of its topic, and of the first hours if they count. @param {any} found @param {any} advice */
function onTopic(found, { topics, first_hours }) {
  const topic = topics[found.topic];
  return { ...found, ...topic, urgent: found.urgent ? { ...first_hours, first: topic.first, avoid: topic.avoid } : null };
}

export class Advice {
  /** @type {any} */
  #now = NOTHING;
  /** @type {any} what has been shown of it to the end */
  #told = NOTHING;
  /** Rises whenever there is something newer to show. */
  #shown = 0;

  /**
   * @param {any} $root
   * @param {any} config
   * @param {import("./form.js").Form} form
   * @param {(actions: any[], told: string) => void} add takes actions that were suggested
   */
  constructor($root, config, form, add) {
    this.$root = $root;
    this.config = config;
    this.form = form;
    this.suggestions = new Suggestions($root, config, add);
    this.agenda = new Agenda($root, config.strings);
  }

  /** Another plan is on the page. */
  forget() {
    this.#now = this.#told = NOTHING;
  }

  /** @param {any} now @returns {Promise<boolean>} whether it was shown before something newer came */
  show(now) {
    this.#now = now = { ...now, findings: now.findings.map((/** @type {any} */ one) => onTopic(one, now)) };
    return this.#inSlices(this.#parts(now, this.#told));
  }

  /** Name all rows and areas, and offer what actions can answer. */
  name() {
    this.#inSlices(this.#names());
  }

  /** @param {Iterable<unknown>} work */
  #inSlices(work) {
    const shown = ++this.#shown;
    return inSlices(work, () => shown === this.#shown);
  }

  /** What has not changed since the last answer is the same object still. @param {any} now @param {any} before */
  *#parts(now, before) {
    const { strings, terms } = this.config;
    yield* this.form.showTexts(now.texts);
    yield* this.#names();
    yield* showBeside(this.form, now, this.config);
    yield* this.suggestions.show(now, this.form.plan);
    yield this.agenda.show(now.agenda ?? []);
    if (now.follow_ups !== before.follow_ups) yield showDates(this.$root.querySelector("[data-dates]"), now.follow_ups, strings);
    if (now.figures !== before.figures || now.timeline !== before.timeline) {
      showFigures(this.$root.querySelector("[data-figures]"), now.figures, now.timeline, strings, terms);
    }
    this.#told = now;
  }

  *#names() {
    yield* nameRows(this.form, this.#now, this.config);
    countRows(this.form.$form, this.config.strings);
    nameFixed(this.form.$form, this.form.plan, this.#now.areas ?? [], this.config);
    offerSubjects(this.form, this.form.$form);
  }

  /** @param {any} $row */
  nameOne($row) {
    nameRow(this.form, $row, this.#now, this.config);
  }

  /** A row has been opened for the first time. @param {any} $row */
  made($row) {
    this.nameOne($row);
    offerSubjects(this.form, $row);
    besideRow(this.form, $row, this.#now, this.config);
  }
}
