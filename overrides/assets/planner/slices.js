// @ts-check
/** Takes work that can pause at every `yield`; does it in slices short enough that typing never waits for it. */

/** A slice, in milliseconds: what is begun in it takes as long again, and on a device four times slower nobody notices. */
const SLICE = 4;

/**
 * @param {Iterable<unknown>} work
 * @param {() => boolean} [current] whether it is still wanted
 * @returns {Promise<boolean>} whether it came to its end
 */
export async function inSlices(work, current = () => true) {
  let begun = performance.now();
  for (const _ of work) {
    if (performance.now() - begun < SLICE) continue;
    await turn();
    if (!current()) return false;
    begun = performance.now();
  }
  return true;
}

/** Do it at once, for what is about to be read. @param {Iterable<unknown>} work */
export function done(work) {
  for (const _ of work);
}

/** Let whatever waits have its turn, Python's answers too: `scheduler.yield` would go on before them. @returns {Promise<void>} */
export function turn() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (port1.close(), resolve());
    port2.postMessage(null);
  });
}

/** Let the browser draw what has been made so far; a page nobody looks at draws nothing and goes on. @returns {Promise<void>} */
export function drawn() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 200);
  });
}
