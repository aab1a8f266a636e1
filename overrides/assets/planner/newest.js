// @ts-check
/**
 * Takes a call that gives a plan made of the one on the page; gives its answer to the plan as it is. What was typed while
 * Python worked would be lost with an older one, so it is asked again.
 */

/**
 * @template T
 * @param {() => number} version of the plan on the page
 * @param {() => Promise<T>} ask
 * @returns {Promise<T>}
 */
export async function newest(version, ask) {
  for (;;) {
    const asked = version();
    const answer = await ask();
    if (version() === asked) return answer;
  }
}
