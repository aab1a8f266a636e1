// @ts-check
/**
 * Takes the form in the page; makes it the planner. Holds the plan, which every other part only borrows, and asks
 * Python for advice whenever typing pauses. Everything works before Python is there; only advice and files wait.
 */
import { Check } from "./check.mjs";
import { Client } from "./client.mjs";
import { Downloads } from "./downloads.mjs";
import { showDates, showFigures } from "./figures.mjs";
import { Form } from "./form.mjs";
import { Keeping } from "./keeping.mjs";
import { nameRows, offerFindings, showLevels } from "./names.mjs";
import { Opening } from "./opening.mjs";
import { SCHEMA, newId, newPlan, today } from "./plan.mjs";
import { Status } from "./status.mjs";
import { Steps } from "./steps.mjs";
import { Suggestions } from "./suggestions.mjs";

/** Typing has paused when nothing came for so long, in milliseconds. */
const PAUSE = 350;

class Page {
  /** Rises with every change; an answer to an older plan is dropped, for a newer question is on its way. */
  #version = 0;
  /** @type {number | undefined} */
  #timer;
  /** @type {import("./names.mjs").FindingAdvice[]} */
  #findings = [];
  #unsaved = false;

  /** @param {any} $root the element the form lies in */
  constructor($root) {
    const config = JSON.parse(/** @type {any} */ (document.getElementById("planner-config")).textContent);
    config.root = new URL(config.root.replace(/\/?$/, "/"), document.baseURI).href;
    this.$root = $root;
    this.config = config;
    this.client = this.#client();
    const { strings } = config;
    const sentence = (/** @type {any} */ error) => this.status.sentence(error);
    this.form = new Form($root.querySelector("form"), strings, () => this.#changed(), (told) => this.status.say(told));
    this.status = new Status($root, config, { retry: () => this.client.start(), save: ($status) => this.downloads.saveTyped($status) });
    this.downloads = new Downloads($root, config, this.client, () => this.form.plan, sentence, () => (this.#unsaved = false));
    this.opening = new Opening($root, config, this.client, { get: () => this.form.plan, set: (plan) => this.#set(plan), sentence });
    this.suggestions = new Suggestions($root, config, (actions, told) => this.#add(actions, told));
    this.keeping = new Keeping($root, config, {
      text: () => JSON.stringify(this.form.plan),
      open: (text) => this.#openKept(text),
      base: new URL(config.root).pathname,
    });
    this.#begin();
    this.steps = new Steps($root, strings, (step) => this.#shown(step));
    this.check = new Check($root.querySelector("[data-remarks]"), this.form, this.steps, strings);
    addEventListener("beforeunload", (event) => this.#leaving(event));
    this.client.start().catch(() => undefined);
  }

  #client() {
    const { root, runtime, bundles, language } = this.config;
    const at = (/** @type {string} */ name) => root + runtime[name];
    const client = new Client({
      worker: new URL("./worker.mjs", import.meta.url).href,
      runtime: { pyodide: at("pyodide.mjs"), stdlib: at("stdlib.zip"), planner: at("planner.zip") },
      bundle: root + bundles[language],
    });
    let restarted = false;
    client.addEventListener("restarted", () => (restarted = true));
    client.addEventListener("state", () => {
      this.status.show(client.state);
      if (client.state !== "ready") return;
      if (restarted) this.status.say(this.config.strings.states.restarted);
      else this.#advise();
      restarted = false;
    });
    return client;
  }

  /** The plan kept on this device, else a new one; what was typed before this script ran goes on top. */
  #begin() {
    const kept = this.keeping.found();
    const plan = parsed(kept) ?? newPlan("supplier-improvement", this.config.language);
    this.form.adopt(plan);
    const topic = new URLSearchParams(location.search).get("topic");
    if (topic && !plan.findings?.length) plan.findings = [{ id: newId(), topic }];
    this.form.show(plan);
    this.#names();
    if (kept !== null && !parsed(kept)) {
      this.keeping.store.keeping = false; // not ours to overwrite before it could be read
      this.#openKept(kept);
    }
  }

  /** @param {string} text */
  #openKept(text) {
    const plan = parsed(text);
    if (plan) this.#set(plan);
    else this.opening.open(text, "").catch((error) => (this.keeping.$kept.textContent = this.status.sentence(error)));
  }

  /** @param {import("./plan.mjs").Plan} plan */
  #set(plan) {
    this.form.show(plan);
    this.#changed();
  }

  #changed() {
    this.#version += 1;
    this.#unsaved = true;
    this.keeping.changed();
    this.#names();
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#advise(), PAUSE);
  }

  /** @param {any[]} actions @param {string} told */
  #add(actions, told) {
    const $list = this.$root.querySelector('[data-list="actions"]');
    for (const action of actions) this.form.addRow($list, action);
    this.status.say(told);
  }

  #names() {
    nameRows(this.form.$form, this.#findings, this.config.strings);
    offerFindings(this.form.$form, this.form.plan);
  }

  async #advise() {
    clearTimeout(this.#timer);
    if (this.client.state !== "ready") return;
    const version = this.#version;
    try {
      const advice = await this.client.ask("advise", { plan: this.form.plan, day: today() });
      if (version === this.#version) this.#show(advice);
    } catch (error) {
      this.status.say(this.status.sentence(error));
    }
  }

  /** @param {any} advice */
  #show(advice) {
    const { strings, terms } = this.config;
    this.#findings = advice.findings;
    this.form.showTexts(advice.texts);
    showLevels(this.form.$form, advice.findings, strings);
    this.#names();
    this.suggestions.show(advice.suggestions, advice.findings, this.form.plan.findings ?? [], this.form.plan.actions ?? []);
    showDates(this.$root.querySelector("[data-dates]"), advice.follow_ups, strings);
    showFigures(this.$root.querySelector("[data-figures]"), advice.figures, advice.timeline, strings, terms.levels);
    this.check.show(advice.remarks);
    if (this.steps.current === "check") this.downloads.preview();
  }

  /** @param {string} step */
  async #shown(step) {
    if (this.client.state === "ready") this.status.say(""); // what was said belonged to the step before
    if (step !== "check") return;
    await this.#advise();
    this.check.arrive();
  }

  /** @param {BeforeUnloadEvent} event */
  #leaving(event) {
    if (this.#unsaved && !(this.keeping.store.keeping && !this.keeping.store.stopped)) event.preventDefault();
  }
}

/** A plan of this schema, or nothing: older and stranger ones are read by Python. @param {string | null} text */
function parsed(text) {
  try {
    const plan = JSON.parse(text ?? "null");
    return plan?.schema === SCHEMA && typeof plan.id === "string" ? plan : null;
  } catch {
    return null;
  }
}

class ActionPlanner extends HTMLElement {
  /** @type {Page | undefined} */
  page;

  connectedCallback() {
    this.page ??= new Page(this);
  }
}

customElements.define("action-planner", ActionPlanner);
