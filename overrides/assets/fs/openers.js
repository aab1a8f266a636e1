// @ts-check
/** Takes the theme's hidden checkboxes that open menu and search; gives real buttons that work by key. */

/**
 * @param {string} id of the checkbox
 * @param {() => any} first what gets the focus once open
 * @returns {((open: boolean) => void) | null} opens or closes it
 */
function opener(id, first) {
  const $box = /** @type {HTMLInputElement | null} */ (document.getElementById(id));
  if (!$box) return null;
  const $buttons = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(`[data-fs-toggle="${id}"]`)]);
  const $opener = $buttons.find(($button) => $button.hasAttribute("aria-expanded"));
  const show = (/** @type {boolean} */ open) => {
    if ($box.checked !== open) $box.click();
    $opener?.setAttribute("aria-expanded", String(open));
    if (open) first()?.focus();
    else if ($opener?.offsetParent) $opener.focus();
    else if (document.activeElement === first()) first().blur();
  };
  for (const $button of $buttons) $button.addEventListener("click", () => show(!$box.checked));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && $box.checked) show(false);
  });
  addEventListener("hashchange", () => $box.checked && $box.click());
  $box.addEventListener("change", () => $opener?.setAttribute("aria-expanded", String($box.checked)));
  return show;
}

/** The menu, which keeps the Tab key inside while it covers the page. */
export function menu() {
  const $menu = document.getElementById("fs-menu");
  const $box = /** @type {HTMLInputElement | null} */ (document.getElementById("__drawer"));
  opener("__drawer", () => $menu?.querySelector("a"));
  $menu?.addEventListener("keydown", (event) => {
    if (event.key !== "Tab" || !$box?.checked) return;
    const $stops = /** @type {HTMLElement[]} */ ([...$menu.querySelectorAll("a, button")]).filter(($one) => $one.offsetParent);
    const $edge = event.shiftKey ? $stops[0] : $stops.at(-1);
    if (document.activeElement !== $edge) return;
    event.preventDefault();
    (event.shiftKey ? $stops.at(-1) : $stops[0])?.focus();
  });
}

/** The search: what it needs is fetched when somebody turns to it. It closes when the focus goes elsewhere. */
export function search() {
  const $search = /** @type {HTMLElement | null} */ (document.querySelector(".md-search"));
  const $query = /** @type {HTMLInputElement | null} */ (document.querySelector(".md-search__input"));
  const $box = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));
  if (!$search || !$query || !$box) return;
  const $told = /** @type {HTMLElement} */ ($search.querySelector("[role=status]"));
  const show = opener("__search", () => $query);
  const turnedTo = () => {
    if (!$box.checked) show?.(true);
    import("./search.js").then(({ begin }) => begin($search)).catch(() => ($told.textContent = $search.dataset.failed ?? ""));
  };
  $query.addEventListener("focus", turnedTo);
  $query.addEventListener("input", turnedTo);
  $search.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !$search.contains(relatedTarget) && $box.checked) $box.click();
  });
  if (document.activeElement === $query) turnedTo();
}
