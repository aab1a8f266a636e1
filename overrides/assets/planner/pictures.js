// @ts-check
/**
 * Takes what comes into view at once; draws the first of it now and the rest from picture to picture, so that a long
 * list does not hold up the step it stands in. Each keeps its room meanwhile, so nothing moves.
 */
import { drawn } from "./slices.js";

/** As many as a screen holds, more or less; the browser lays out some five screens beforehand. */
const MANY = 10;
const NEAR = 60;

/** @type {Set<any>} */
let waiting = new Set();

/** @param {any[]} $all in their order on the page */
export async function inPictures($all) {
  for (const $one of waiting) draw($one);
  const $later = $all.slice(MANY);
  const mine = (waiting = new Set($later));
  for (const $one of $later) $one.classList.add("pl-later");
  while (mine === waiting && $later.length) {
    await drawn();
    for (const $one of $later.splice(0, $all.length - $later.length < NEAR ? MANY : $later.length)) draw($one);
  }
}

/** Draw what the keyboard is about to go to. @param {any} $element */
export function drawAround($element) {
  draw($element.closest(".pl-later"));
}

/** @param {any} $one */
function draw($one) {
  $one?.classList.remove("pl-later");
}
