/** Takes the runtime of the last build; gives, as JSON, how a memory that is kept and laid back compares with what it was. */
import { readFileSync } from "node:fs";
import { Memory, brought, copied, packed } from "../../overrides/assets/planner/memory.js";
import { door, start } from "../../scripts/pyodide/shipped.mjs";

let missing = 0;
/** @type {any} */
let exports;
/** @type {any} */
let fresh;
const first = await start({
  options: { _makeSnapshot: true },
  placed: (given) => (fresh = brought(given)),
  missing: () => (missing += 1),
});
door(first.python)("open", {}, new Uint8Array(readFileSync("planner/bundles/en.json")));
const was = copied(first.python);
const words = packed(was, fresh);

const memory = new Memory(words);
const { note } = memory;
const cut = note.subarray.bind(note);
let told = {};
/** Pyodide lays the memory down when it cuts off the note; nothing has run in it then. */
note.subarray = (from, to) => {
  const rest = cut(from, to);
  if (from === note.length) {
    const [before, after] = [was.subarray(from), new Uint8Array(exports.memory.buffer)];
    told = { kept: words.byteLength, was: before.length, is: after.length, same: Buffer.compare(before, after) === 0 };
  }
  return rest;
};
const placed = (/** @type {any} */ given) => memory.into((exports = given));
const { python } = await start({ options: { _loadSnapshot: note }, placed, missing: () => (missing += 1) });
const { ok } = door(python)("opened", {});
process.stdout.write(JSON.stringify({ ...told, ok, missing }));
process.exit();
