// @ts-check
/** Takes a kind of plan; shows the questions that belong to it and hides the others, with all that was typed in them. */

/** A kind this version knows; another is treated as the first, as Python does. @param {any} config @param {any} kind @returns {string} */
export function known(config, kind) {
  return Object.hasOwn(config.kinds, kind) ? kind : Object.keys(config.kinds)[0];
}

/** @param {any} $scope @param {string} kind */
export function showKind($scope, kind) {
  for (const $part of $scope.querySelectorAll("[data-kinds]")) {
    const belongs = $part.dataset.kinds.split(" ").includes(kind);
    $part.hidden = !belongs;
    if (!$part.matches("option")) continue;
    $part.disabled = !belongs; // not every browser hides an option
    if (!belongs && $part.selected) $part.selected = false;
  }
  for (const $select of $scope.querySelectorAll("select")) {
    if ($select.selectedOptions[0]?.disabled) $select.value = [...$select.options].find(($one) => !$one.disabled)?.value ?? "";
  }
}

/** Call the steps what they are in this kind of plan. @param {any} $root @param {any} config @param {string} kind */
export function nameSteps($root, config, kind) {
  for (const [id, words] of Object.entries(config.strings.steps)) {
    const { title, intro } = { ...words, ...config.kinds[kind].steps[id] };
    $root.querySelector(`#${id}-title`).textContent = title;
    $root.querySelector(`#${id} > .pl-intro`).textContent = intro;
    $root.querySelector(`[data-step-link="${id}"] > span`).textContent = title;
  }
}

/** Whether a part of the form belongs to the plan on show. @param {any} $part */
export function isShown($part) {
  return Boolean($part) && !$part.closest("[data-kinds][hidden]");
}
