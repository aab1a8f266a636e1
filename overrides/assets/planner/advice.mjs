// @ts-check
/** Takes what Python answers to the plan; shows it in its places, and again where a row is opened later. */
import { Agenda } from "./agenda.mjs";
import { offerSubjects } from "./answers.mjs";
import { besideRow, showBeside } from "./beside.mjs";
import { showDates, showFigures } from "./figures.mjs";
import { nameFixed } from "./fixed.mjs";
import { countRows, nameRow, nameRows } from "./names.mjs";
import { Suggestions } from "./suggestions.mjs";

/** What is shown before there is an answer. */
const NOTHING = { findings: [], suggestions: [], texts: {}, follow_ups: [] };

export class Advice {
  /** @type {any} */
  #now = NOTHING;

  /**
   * @param {any} $root
   * @param {any} config
   * @param {import("./form.mjs").Form} form
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
    this.#now = NOTHING;
  }

  /** @param {any} now */
  show(now) {
    const { strings, terms } = this.config;
    this.#now = now;
    this.form.showTexts(now.texts);
    this.name();
    showBeside(this.form, now, this.config);
    this.suggestions.show(now.suggestions, now.findings, this.form.plan);
    this.agenda.show(now.agenda ?? []);
    showDates(this.$root.querySelector("[data-dates]"), now.follow_ups, strings);
    showFigures(this.$root.querySelector("[data-figures]"), now.figures, now.timeline, strings, terms);
  }

  /** Name all rows and areas, and offer what actions can answer. */
  name() {
    nameRows(this.form, this.#now, this.config);
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
