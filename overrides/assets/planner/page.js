// @ts-check
/**
 * Takes the form in the page; makes it the planner. Holds the plan, which every other part only borrows, and asks
 * Python for advice whenever typing pauses. Everything works before Python is there; only advice and files wait.
 */
import { Advice } from "./advice.js";
import { Check } from "./check.js";
import { base, client, readConfig } from "./connect.js";
import { Downloads } from "./downloads.js";
import { read } from "./controls.js";
import { Filters } from "./filter.js";
import { Form } from "./form.js";
import { Keeping } from "./keeping.js";
import { isShown, known, nameSteps, showKind } from "./kinds.js";
import { Opening } from "./opening.js";
import { newPlan, revise, share, today } from "./plan.js";
import { asked, given, preset } from "./preset.js";
import { Reviews } from "./reviews.js";
import { Signs } from "./signs.js";
import { drawn, turn } from "./slices.js";
import { Status } from "./status.js";
import { Steps } from "./steps.js";
import { arrived } from "./templates.js";

const PAUSE = 350; // milliseconds without a key: typing has paused

class Page {
  /** Rises with every change; an answer to an older plan is dropped, for a newer question is on its way. */
  #version = 0;
  #timer = 0;
  #kind = "";
  #saved = 0; // the version of the plan that was last handed over
  /** @type {Steps} */ steps;
  /** @type {Check} */ check;

  /** @param {any} $root the element the form lies in @param {any} config */
  constructor($root, config) {
    const { strings } = (this.config = config);
    this.$root = $root;
    const sentence = (/** @type {any} */ error) => this.status.sentence(error);
    this.form = new Form($root.querySelector("form"), strings, {
      changed: ($row, path) => (revise(this.form.plan), this.#changed($row, path)),
      made: ($row) => this.#made($row),
      tell: (told) => this.status.say(told),
    });
    this.advice = new Advice($root, config, this.form, (actions, told) => this.#add("actions", actions, told));
    this.status = new Status($root, config, { retry: () => client.start({ fresh: true }), save: ($at) => this.downloads.saveTyped($at), kind: () => this.#kind });
    const page = { get: () => this.form.plan, set: (/** @type {any} */ plan) => this.#put(plan), version: () => this.#version, sentence };
    this.downloads = new Downloads($root, config, client, { ...page, share: () => (share(this.form.plan), this.keeping.changed()), saved: (version) => (this.#saved = version) });
    this.opening = new Opening($root, config, client, page);
    this.reviews = new Reviews($root, config, this.form, client, page);
    this.filters = new Filters(this.form.$form, strings);
    this.signs = new Signs($root, strings, this.form, (finding, told) => this.#add("findings", [finding], told)[0]);
    this.keeping = new Keeping($root, config, base, { ...page, read: (text) => this.opening.open(text, "") });
    addEventListener("beforeunload", (event) => this.#version > this.#saved && !this.keeping.store.holds && event.preventDefault());
    this.begun = this.#show();
    this.#follow();
  }

  /** Show the plan to begin with, with room for the reader between. */
  async #show() {
    await turn();
    const plan = this.#begin();
    this.steps = new Steps(this.$root, this.config.strings, (step) => this.#shown(step));
    this.check = new Check(this.$root.querySelector("[data-remarks]"), this.form, this.steps, this.config.strings, ($row) => this.filters.reveal($row));
    this.opening.begin();
    await this.form.show(plan);
    if (this.steps.current !== "check") this.steps.settled(); // the check has its parts from Python
    this.#name();
    drawn().then(() => client.begin());
  }

  /** Show how the planner fares; at a repeat visit it began before this page did. */
  #follow() {
    let again = "";
    const show = () => {
      this.status.show(client.state, again === "cancelled" && client.state !== "failed");
      if (client.state === "failed") this.begun.then(() => this.steps.settled());
      if (client.state !== "ready") return;
      const restarted = again === "restarted"; // perhaps by this very question: it is asked again with the next change
      if (restarted) this.status.say(this.config.strings.states.restarted);
      (restarted ? this.begun : this.#advise()).then(() => this.steps.settled());
      again = "";
    };
    for (const why of ["restarted", "cancelled"]) client.addEventListener(why, () => (again = why));
    client.addEventListener("kept", () => (this.$root.dataset.snapshot = "kept"));
    client.addEventListener("state", show);
    show();
  }

  /** The plan kept on this device, else a new one; what was typed before this script ran goes on top. */
  #begin() {
    const kept = this.keeping.found();
    const kind = asked("kind") ?? read(this.$root.querySelector('[data-path="kind"]'));
    const plan = kept ?? newPlan(known(this.config, kind), this.config.language);
    const typed = this.form.adopt(plan);
    this.#showKind();
    const added = isShown(this.$root.querySelector('[data-list="findings"]')) && preset(plan) && kept;
    this.reviews.begin(plan);
    if (added) revise(plan);
    if (typed || added) this.#changed(null, "");
    this.keeping.begin();
    return this.form.plan;
  }

  #name() {
    this.advice.name();
    this.filters.show();
  }

  /** Show another plan. @param {import("./plan.js").Plan} plan */
  async #put(plan) {
    const shown = this.form.show(plan);
    this.advice.forget();
    this.#showKind();
    this.#changed(null, "");
    await turn();
    this.reviews.begin(plan);
    await shown;
    this.#name();
  }

  /** @param {any} $row whose row has changed @param {string} path */
  #changed($row, path) {
    this.#version += 1;
    this.keeping.changed();
    if (path === "kind") this.#showKind();
    for (let $one = $row; $one; $one = $one.parentElement.closest("[data-row]")) this.advice.nameOne($one);
    if ($row && path.endsWith(".type")) this.reviews.showForm($row);
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => (given(), this.#name(), this.#advise()), PAUSE);
  }

  /** A row has been opened for the first time. @param {any} $row */
  #made($row) {
    showKind($row, known(this.config, this.form.plan.kind));
    this.reviews.showForm($row);
    this.advice.made($row);
  }

  #showKind() {
    const kind = known(this.config, this.form.plan.kind);
    if (kind === this.#kind) return;
    this.#kind = kind;
    showKind(this.$root, kind);
    nameSteps(this.$root, this.config, kind);
    this.steps?.named();
  }

  /** @param {string} list @param {any[]} records @param {string} told */
  #add(list, records, told) {
    this.status.say(told);
    return records.map((record) => this.form.addRow(this.$root.querySelector(`[data-list="${list}"]`), record));
  }

  async #advise() {
    clearTimeout(this.#timer);
    await this.begun;
    if (client.state !== "ready") return;
    let version = -1;
    const body = () => ((version = this.#version), { plan: this.form.plan, day: today() });
    const waits = client.busy;
    if (waits) this.status.say(this.config.strings.states.behind);
    try {
      const advice = await client.ask("advise", body, { latest: "advise" });
      if (version !== this.#version) return; // a newer question is on its way, or has been answered
      if (waits) this.status.say("");
      this.check.show(advice);
      if (!(await this.advice.show(advice))) return;
      if (this.steps.current === "check") this.downloads.preview();
    } catch (error) {
      this.status.say(this.status.sentence(error));
    }
  }

  /** @param {string} step */
  #shown(step) {
    if (client.state === "ready") this.status.say(""); // what was said belonged to the step before
    if (step === "check") this.#arrive();
  }

  /** The reader may have gone on before the advice comes. */
  async #arrive() {
    await null; // until the keyboard is at the heading
    const $at = document.activeElement;
    await this.#advise();
    if (this.steps.current === "check") this.check.arrive($at === document.activeElement);
  }
}

class ActionPlanner extends HTMLElement {
  async connectedCallback() {
    const config = readConfig();
    await arrived(() => (/** @type {any} */ (this.querySelector("[data-status]")).textContent = config.strings.states.failed));
    new Page(this, config);
  }
}

customElements.define("action-planner", ActionPlanner);
