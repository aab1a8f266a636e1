// @ts-check
/** Takes the sections of the planner; shows one at a time, named in the address, so that Back works. */
import { asDates } from "./controls.js";
import { focus } from "./dom.js";
import { inPictures } from "./pictures.js";

export class Steps {
  /**
   * @param {any} $root
   * @param {any} strings
   * @param {(step: string) => void} shown
   */
  constructor($root, strings, shown) {
    this.$root = $root;
    this.strings = strings;
    this.shown = shown;
    this.$all = [...$root.querySelectorAll("[data-step]")];
    /** @type {NodeListOf<HTMLElement>} */
    this.$about = document.querySelectorAll(".pl-about > p"); // what the planner is stands above the first step only
    this.title = document.title;
    addEventListener("hashchange", () => this.#follow(true));
    this.#follow(false);
    $root.dataset.walk = ""; // until here the style sheet shows the step that the address names
  }

  /** @returns {string} id of the step on show */
  get current() {
    return this.$all.find(($step) => !$step.hidden).dataset.step;
  }

  /** The step that the address named has all its parts: show them, and what follows. */
  settled() {
    delete document.documentElement.dataset.linked;
  }

  /** Show a step now, with an entry in the history. @param {string} id */
  go(id) {
    if (id === this.current) return;
    history.pushState(null, "", `#${id}`);
    this.#show(id, true);
  }

  /** The step has been given another name. */
  named() {
    this.mark(document.title.startsWith(this.strings.errors.prefix));
  }

  /** Say in the title that something must be corrected. @param {boolean} wrong */
  mark(wrong) {
    const prefix = wrong ? `${this.strings.errors.prefix} ` : "";
    document.title = `${prefix}${this.#name(this.current)} – ${this.title}`;
  }

  /** @param {boolean} moved whether somebody asked for it, so that the keyboard goes there too */
  #follow(moved) {
    const wanted = location.hash.slice(1);
    const known = this.$all.some(($step) => $step.dataset.step === wanted);
    if (!known && moved && wanted) return;
    const id = known ? wanted : this.$all[0].dataset.step;
    this.#show(id, moved);
    if (moved) focus(this.$root.querySelector(`#${id}-title`));
  }

  /** @param {string} id @param {boolean} anew whether it has not been drawn before this script came */
  #show(id, anew) {
    if (anew) this.settled();
    for (const $about of this.$about) $about.hidden = id !== this.$all[0].dataset.step;
    for (const $step of this.$all) {
      if ($step.dataset.step === id) {
        asDates($step);
        if (anew) inPictures($step);
      }
      $step.hidden = $step.dataset.step !== id;
    }
    for (const $link of this.$root.querySelectorAll("[data-step-link]")) {
      if ($link.dataset.stepLink === id) $link.setAttribute("aria-current", "step");
      else $link.removeAttribute("aria-current");
    }
    this.mark(false);
    this.shown(id);
  }

  /** @param {string} id */
  #name(id) {
    return this.$root.querySelector(`#${id}-title`).textContent;
  }
}
