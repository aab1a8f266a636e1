// @ts-check
/**
 * Takes the links that lead to the planner; once a reader turns to one, has the browser fetch what the planner starts
 * with. The click then finds most of it there. Who saves data, or never turns to the planner, fetches nothing.
 */

/** @param {string} planner address of its page @param {string[]} files what it starts with */
export function ahead(planner, files) {
  const { pathname } = new URL(planner, location.href);
  if (location.pathname === pathname || /** @type {any} */ (navigator).connection?.saveData) return;
  const turns = ["pointerover", "focusin", "touchstart"];
  const turn = (/** @type {any} */ { target }) => {
    if (target.closest?.("a[href]")?.pathname !== pathname) return;
    for (const type of turns) removeEventListener(type, turn);
    for (const href of [planner, ...files]) document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href }));
  };
  for (const type of turns) addEventListener(type, turn, { passive: true });
}
