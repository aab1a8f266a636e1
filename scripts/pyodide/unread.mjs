/**
 * Takes how a kept start goes when stretches of memory are empty, and where to look; gives those stretches without which it goes
 * as ever: they need not be there when it begins.
 *
 * Nothing is guessed from what is read. A stretch counts as unread if, with it empty, the start calls the same functions in
 * the same order, gives the same answer and leaves the stretch empty; and at the end, with all of them empty, it must do so once
 * more. Whether it leaves the same memory elsewhere is not compared: after starts that failed no other does. What comes of it
 * is: `tests/pyodide` asks the same advice after a kept start and after the one it was kept from.
 */

/** In bytes: half as much would leave out a tenth more, but nothing around what is read. */
const BLOCK = 16_384;

/** @typedef {[from: number, to: number]} Stretch in bytes */

/**
 * @param {(empty: Stretch[]) => Promise<string>} goes what it called and answered
 * @param {Stretch[]} within in order
 * @returns {Promise<Stretch[]>} in order
 */
export async function unread(goes, within) {
  const usual = await goes([]);
  /** @type {Stretch[]} */
  const found = [];
  /** @param {number} from @param {number} to */
  const search = async (from, to) => {
    if ((await goes([[from, to]])) === usual) {
      if (found.at(-1)?.[1] === from) found[found.length - 1][1] = to;
      else found.push([from, to]);
    } else if (to - from > BLOCK) {
      const middle = from + Math.ceil((to - from) / BLOCK / 2) * BLOCK;
      await search(from, middle);
      await search(middle, to);
    }
  };
  for (const [from, to] of within) await search(from, to);
  if ((await goes(found)) !== usual) throw new Error("A kept start does not go without the constants it does not read. See scripts/pyodide/unread.mjs.");
  return found;
}
