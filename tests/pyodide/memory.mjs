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
/** Whether a stretch of memory is as it was. @param {number} from @param {number} to */
function same(from, to) {
  const before = was.subarray(note.length);
  return Buffer.compare(before.subarray(from, to), new Uint8Array(exports.memory.buffer, from, to - from)) === 0;
}

/** Pyodide lays the memory down when it cuts off the note; nothing has run in it then. */
note.subarray = (from, to) => {
  const rest = cut(from, to);
  if (from === note.length) {
    const { length } = new Uint8Array(exports.memory.buffer);
    told = { kept: words.byteLength, was: was.length - from, is: length, same: same(memory.constants, length) };
  }
  return rest;
};
const placed = (/** @type {any} */ given) => memory.into((exports = given));
const { python, divided } = await start({ options: { _loadSnapshot: note }, placed, missing: () => (missing += 1) });
const { ok } = door(python)("opened", {});
const lacking = !same(0, memory.constants);
await divided.join("start");
process.stdout.write(JSON.stringify({ ...told, ok, missing, lacking, constants: same(0, memory.constants) }));
process.exit();
