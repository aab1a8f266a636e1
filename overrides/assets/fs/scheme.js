// @ts-check
/** Takes the button of the header; gives light or dark: the system's until the reader chooses. Only a choice is kept. */

/** Makes the button work. The colours themselves were settled before anything was drawn. */
export function scheme() {
  const $button = /** @type {HTMLButtonElement | null} */ (document.querySelector(".fs-scheme"));
  const system = matchMedia("(prefers-color-scheme: dark)");
  const { dataset } = document.body;
  const key = dataset.fsScheme;
  if (!$button || !key) return;
  const kept = () => {
    try { return localStorage.getItem(key); } catch { return null; }
  };
  const show = (/** @type {boolean} */ dark) => {
    dataset.mdColorScheme = dark ? "slate" : "default";
    $button.title = (dark ? $button.dataset.fsLight : $button.dataset.fsDark) ?? "";
    $button.setAttribute("aria-label", $button.title);
  };
  show(dataset.mdColorScheme === "slate");
  $button.hidden = false;
  $button.addEventListener("click", () => {
    show(dataset.mdColorScheme !== "slate");
    try { localStorage.setItem(key, dataset.mdColorScheme ?? ""); } catch { /* lasts for this page */ }
  });
  system.addEventListener("change", () => kept() ?? show(system.matches));
}
