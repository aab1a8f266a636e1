// @ts-check
/**
 * Takes a page of the guide; gives its buttons their work: print, menu, search, colours; what an address names is open.
 * Everything here is comfort: without it the page reads, links and prints the same.
 */
import { ahead } from "./ahead.js";
import { follow } from "./contents.js";
import { menu, search } from "./openers.js";
import { scheme } from "./scheme.js";

/** Shows the print buttons, which do nothing without this script. */
function printing() {
  for (const $button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-fs-print]"))) {
    $button.hidden = false;
    $button.addEventListener("click", () => window.print());
  }
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(".md-content details:not([open]):not(.fs-contents)")].map(($one) => /** @type {any} */ ($one));
    for (const $part of opened) $part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const $part of opened) $part.open = false;
  });
}

/** What the address names is shown, even inside a part that is folded. */
function reveal() {
  const $target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const $folded = /** @type {HTMLDetailsElement[]} */ ([]);
  for (let $one = $target?.closest("details"); $one; $one = $one.parentElement?.closest("details")) {
    if (!$one.open) $folded.push($one);
  }
  for (const $one of $folded) $one.open = true;
  if ($folded.length) $target?.scrollIntoView();
}

/** The mark behind a heading is for copying its address by mouse; by key and ear the contents lead to the same places. */
function headingLinks() {
  for (const $link of document.querySelectorAll(".headerlink")) {
    $link.setAttribute("tabindex", "-1");
    $link.setAttribute("aria-hidden", "true");
  }
}

/** A table wider than the screen scrolls by key as well, and says what it is. */
function tables() {
  const label = document.getElementById("fs-site")?.dataset.scroll ?? "";
  const watcher = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const heads = [...target.querySelectorAll("th")].slice(0, 2).map(($head) => $head.textContent);
      const wide = target.scrollWidth > target.clientWidth;
      for (const [name, value] of [["tabindex", "0"], ["role", "group"], ["aria-label", `${heads.join(", ")}. ${label}`]]) {
        if (wide) target.setAttribute(name, value);
        else target.removeAttribute(name);
      }
    }
  });
  for (const $table of document.querySelectorAll(".md-typeset__scrollwrap")) watcher.observe($table);
}

/** The planner's own page begins by itself; on the others it is fetched ahead. */
function fetchAhead() {
  const { planner = "", root = "", ahead: files = "" } = document.getElementById("fs-site")?.dataset ?? {};
  const at = root.replace(/\/?$/, "/");
  ahead(planner, files.split(" ").map((path) => at + path));
}

printing();
scheme();
menu();
search();
headingLinks();
follow();
tables();
reveal();
fetchAhead();
addEventListener("hashchange", reveal);
if (document.querySelector(".fs-checklist")) import("./checklists.js").then(({ checklists }) => checklists());
