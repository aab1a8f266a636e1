// Takes a working folder and watched WebAssembly; gives the numbers of the functions that a kept start calls, and those that
// a start from the beginning and advice call besides, and the constants a kept start does not read: what `split.mjs` needs to know.
import "./quiet.mjs";
import { world } from "./still.mjs";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Memory, brought, copied, packed } from "../../overrides/assets/planner/memory.js";
import { advise, door, start } from "./shipped.mjs";
import { unread } from "./unread.mjs";

const [folder, watched] = process.argv.slice(2);
const given = JSON.parse(readFileSync(join(folder, "plans.json"), "utf8"));
const module = await WebAssembly.compile(readFileSync(watched));
const called = new Set();
/** More than that table has places for (4,096). */
const NAMES = 5000;
/** The order of all calls, as a number, and how many there were; what goes wrong shall not go on for ever. */
let [order, count, most] = [0, 0, Infinity];
const watch = {
  called: (/** @type {number} */ number) => {
    called.add(number);
    order = (Math.imul(order, 31) + number) | 0;
    if (++count > most) throw new Error("This start goes another way.");
  },
};

/** @param {object} options @param {(exports: any) => void} placed */
async function begin(options, placed) {
  const instantiate = async (_, imports) => ({ module, instance: await WebAssembly.instantiate(module, { ...imports, watch }) });
  const { python } = await start({ home: resolve(folder, "out"), instantiate, placed, options });
  return { python, ask: door(python) };
}

/** @type {Set<number>} */
const first = new Set();
/** @type {Set<number>} */
const besides = new Set();
/** @type {[number, number][] | undefined} */
let constants;
// Where what has no order lies is another matter at every start: what one does not need another may.
for (world.number = 0; world.number < 3; world.number++) {
  called.clear();
  most = Infinity;
  let fresh;
  const { python, ask } = await begin({ _makeSnapshot: true }, (exports) => (fresh = brought(exports)));
  ask("open", {}, new TextEncoder().encode(Object.values(given.bundles)[0]));
  const kept = packed(copied(python), fresh);
  for (const number of called) besides.add(number);

  /** A kept start in which stretches of memory are empty. @param {[number, number][]} empty */
  const again = async (empty) => {
    called.clear();
    [order, count] = [0, 0];
    const memory = new Memory(kept);
    /** @type {any} */
    let exports;
    const bytes = () => new Uint8Array(exports.memory.buffer);
    const { python, ask } = await begin({ _loadSnapshot: memory.note }, (given) => {
      memory.into((exports = given));
      for (const [from, to] of empty) bytes().fill(0, from, to);
    });
    const { body } = ask("opened", {});
    const written = empty.some(([from, to]) => bytes().subarray(from, to).some(Boolean));
    return { python, ask, went: JSON.stringify([order, count, body, written]) };
  };

  const usual = await again([]);
  const twice = 2 * count;
  // A name that only Python's table of names looked up last still holds is given up when another takes its place there: chance
  // decides at which starts. Here so many are looked up that some must be, at every start.
  const bridge = usual.python.pyimport("planner.bridge");
  for (let at = 0; at < NAMES; at++) {
    bridge[`name ${at}`] = at;
    delete bridge[`name ${at}`];
  }
  bridge.destroy();
  for (const number of called) first.add(number);
  advise(usual.ask, given);
  for (const number of called) besides.add(number);
  most = twice;
  const goes = (/** @type {[number, number][]} */ empty) => again(empty).then(({ went }) => went, (error) => `not: ${error}`);
  constants = await unread(goes, constants ?? [[0, new Memory(kept).constants]]);
}
const inOrder = (/** @type {Iterable<number>} */ numbers) => [...numbers].sort((one, other) => one - other);
const later = inOrder(besides).filter((number) => !first.has(number));
console.log(JSON.stringify({ first: inOrder(first), start: later, unread: constants }));
process.exit(); // what went wrong on purpose may still have plans
