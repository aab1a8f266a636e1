// @ts-check
/**
 * Takes what comes into view at once; draws the first of it now and the rest from picture to picture, so that a long
 * step does not hold up what is read first. Rows keep their room meanwhile, so nothing moves.
 */
import { drawn } from "./slices.js";

/** So many rows are one picture, a little more than a screen; so is every other part. */
const MANY = 10;
/** The browser lays out some five screens; what lies further on costs next to nothing. */
const NEAR = 40;
const FAR = 300;

const LATER = ":scope > :is(.pl-group, .pl-remarks) ~ :is(.pl-group, .pl-fold), .pl-suggested, .pl-list > details.pl-row:not([open])";

/** @param {any} $scope a step or a row that is about to be shown */
export async function inPictures($scope) {
  const $later = [...$scope.querySelectorAll(LATER)].slice($scope.querySelector(LATER)?.matches(".pl-group, .pl-fold") ? 0 : MANY);
  for (const $one of $later) $one.classList.add("pl-later");
  for (let drawnRows = 0; $later.length; ) {
    await drawn();
    const part = $later.findIndex(($one) => $one.matches(".pl-group, .pl-fold"));
    if (part === 0) drawnRows = 0;
    const most = drawnRows < NEAR ? MANY : FAR;
    const $now = $later.splice(0, part === 0 ? 1 : part > 0 ? Math.min(part, most) : most);
    drawnRows += $now.length;
    for (const $one of $now) $one.classList.remove("pl-later");
  }
}

/** Draw what the keyboard is about to go to. @param {any} $element */
export function drawAround($element) {
  for (let $one = $element.closest(".pl-later"); $one; $one = $one.closest(".pl-later")) $one.classList.remove("pl-later");
}
