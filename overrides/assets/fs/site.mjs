/**
 * Takes a page of the guide; gives its buttons their work: print, menu, search, and tables that can be scrolled by key.
 * Everything here is comfort: without it the page reads, links and prints the same.
 */

import { checklists } from "./checklists.mjs";

/** Shows the print buttons, which do nothing without this script. */
function printing() {
  for (const button of document.querySelectorAll("[data-fs-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(".md-content details:not([open]):not(.fs-contents)")];
    for (const part of opened) part.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const part of opened) part.open = false;
  });
}

/**
 * Menu and search are opened by the theme's hidden checkboxes; this makes real buttons of them.
 * @param {string} id of the checkbox
 * @param {() => HTMLElement | null} first what gets the focus once open
 */
function toggle(id, first) {
  const box = /** @type {HTMLInputElement | null} */ (document.getElementById(id));
  if (!box) return;
  const buttons = [...document.querySelectorAll(`[data-fs-toggle="${id}"]`)];
  const opener = buttons.find((button) => button.hasAttribute("aria-expanded"));
  const show = (open) => {
    if (box.checked !== open) box.click();
    opener?.setAttribute("aria-expanded", String(open));
    if (open) first()?.focus();
    else opener?.focus();
  };
  for (const button of buttons) button.addEventListener("click", () => show(!box.checked));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && box.checked) show(false);
  });
  box.addEventListener("change", () => opener?.setAttribute("aria-expanded", String(box.checked)));
}

/** Keeps the Tab key inside the menu while the menu covers the page. */
function keepInside() {
  const menu = document.getElementById("fs-menu");
  const box = /** @type {HTMLInputElement | null} */ (document.getElementById("__drawer"));
  menu?.addEventListener("keydown", (event) => {
    if (event.key !== "Tab" || !box?.checked) return;
    const stops = [...menu.querySelectorAll("a, button")].filter((each) => each.offsetParent);
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (document.activeElement !== edge) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  });
}

/** The mark behind a heading is for copying its address by mouse; by key and ear the contents lead to the same places. */
function headingLinks() {
  for (const link of document.querySelectorAll(".headerlink")) {
    link.setAttribute("tabindex", "-1");
    link.setAttribute("aria-hidden", "true");
  }
}

/** A table wider than the screen scrolls by key as well, and says what it is. */
function tables() {
  const label = document.getElementById("fs-site")?.dataset.scroll ?? "";
  const check = (entries) => {
    for (const { target } of entries) {
      const heads = [...target.querySelectorAll("th")].slice(0, 2).map((head) => head.textContent);
      const wide = target.scrollWidth > target.clientWidth;
      for (const [name, value] of [["tabindex", "0"], ["role", "group"], ["aria-label", `${heads.join(", ")}. ${label}`]]) {
        if (wide) target.setAttribute(name, value);
        else target.removeAttribute(name);
      }
    }
  };
  const watcher = new ResizeObserver(check);
  for (const table of document.querySelectorAll(".md-typeset__scrollwrap")) watcher.observe(table);
}

/** Light or dark: the system's until the reader chooses; only a choice is kept, on this device. */
function scheme() {
  const button = /** @type {HTMLButtonElement | null} */ (document.querySelector(".fs-scheme"));
  const system = matchMedia("(prefers-color-scheme: dark)");
  const { dataset } = document.body;
  if (!button || !dataset.fsScheme) return;
  const kept = () => {
    try { return localStorage.getItem(dataset.fsScheme ?? ""); } catch { return null; }
  };
  const show = (dark) => {
    dataset.mdColorScheme = dark ? "slate" : "default";
    button.title = (dark ? button.dataset.fsLight : button.dataset.fsDark) ?? "";
    button.setAttribute("aria-label", button.title);
  };
  show(dataset.mdColorScheme === "slate");
  button.hidden = false;
  button.addEventListener("click", () => {
    show(dataset.mdColorScheme !== "slate");
    try { localStorage.setItem(dataset.fsScheme ?? "", dataset.mdColorScheme ?? ""); } catch { /* lasts for this page */ }
  });
  system.addEventListener("change", () => kept() ?? show(system.matches));
}

/** The theme turns pages on single letters, which people who dictate or mistype set off by accident (WCAG 2.1.4). */
function noLetterKeys() {
  const writing = "input, select, textarea, [contenteditable]";
  addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (plain && event.key.length === 1 && event.key !== " " && !event.target.closest?.(writing)) event.stopPropagation();
  }, { capture: true });
}

printing();
checklists();
scheme();
noLetterKeys();
toggle("__drawer", () => document.querySelector("#fs-menu a"));
toggle("__search", () => document.querySelector(".md-search__input"));
keepInside();
headingLinks();
addEventListener("load", tables);
