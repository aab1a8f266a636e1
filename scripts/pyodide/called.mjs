// Takes a working folder and watched WebAssembly; gives the numbers of the functions that a kept start calls, and those that
// a start from the beginning and advice call besides, and the constants a kept start does not read: what `split.mjs` needs to know.
import "./quiet.mjs";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Memory, brought, copied, packed } from "../../overrides/assets/planner/memory.js";
import { advise, door, start } from "./shipped.mjs";
import { unread } from "./unread.mjs";

const [folder, watched] = process.argv.slice(2);
const given = JSON.parse(readFileSync(join(folder, "plans.json"), "utf8"));
const module = await WebAssembly.compile(readFileSync(watched));
const called = new Set();
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

let fresh;
const { python, ask } = await begin({ _makeSnapshot: true }, (exports) => (fresh = brought(exports)));
ask("open", {}, new TextEncoder().encode(Object.values(given.bundles)[0]));
const kept = packed(copied(python), fresh);
const begun = [...called];

/** A kept start in which stretches of memory are empty. @param {[number, number][]} empty */
async function again(empty) {
  called.clear();
  [order, count] = [0, 0];
  const memory = new Memory(kept);
  /** @type {any} */
  let exports;
  const bytes = () => new Uint8Array(exports.memory.buffer);
  const { ask } = await begin({ _loadSnapshot: memory.note }, (given) => {
    memory.into((exports = given));
    for (const [from, to] of empty) bytes().fill(0, from, to);
  });
  const { body } = ask("opened", {});
  const written = empty.some(([from, to]) => bytes().subarray(from, to).some(Boolean));
  return { ask, went: JSON.stringify([order, count, body, written]) };
}

const usual = await again([]);
const first = new Set(called);
most = 2 * count;
const goes = (/** @type {[number, number][]} */ empty) => again(empty).then(({ went }) => went, (error) => `not: ${error}`);
const constants = await unread(goes, 0, new Memory(kept).constants);
called.clear();
most = Infinity;
advise(usual.ask, given);
const besides = new Set([...begun, ...called].filter((number) => !first.has(number)));
const inOrder = (/** @type {Set<number>} */ numbers) => [...numbers].sort((one, other) => one - other);
console.log(JSON.stringify({ first: inOrder(first), start: inOrder(besides), unread: constants }));
process.exit(); // what went wrong on purpose may still have plans
