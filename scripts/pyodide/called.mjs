// Takes a working folder and watched WebAssembly; gives the numbers of the functions that a kept start calls, and those that
// a start from the beginning and advice call besides: what `split.mjs` needs to know.
import "./quiet.mjs";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Memory, brought, copied, packed } from "../../overrides/assets/planner/memory.js";
import { advise, door, start } from "./shipped.mjs";

const [folder, watched] = process.argv.slice(2);
const given = JSON.parse(readFileSync(join(folder, "plans.json"), "utf8"));
const called = new Set();
const watch = { called: (/** @type {number} */ number) => called.add(number) };

/** @param {object} options @param {(exports: any) => void} placed */
async function begin(options, placed) {
  const instantiate = (_, imports) => WebAssembly.instantiate(readFileSync(watched), { ...imports, watch });
  const { python } = await start({ home: resolve(folder, "out"), instantiate, placed, options });
  return { python, ask: door(python) };
}

let fresh;
const { python, ask } = await begin({ _makeSnapshot: true }, (exports) => (fresh = brought(exports)));
ask("open", {}, new TextEncoder().encode(Object.values(given.bundles)[0]));
const memory = new Memory(packed(copied(python), fresh));
const begun = [...called];
called.clear();
const kept = await begin({ _loadSnapshot: memory.note }, (exports) => memory.into(exports));
kept.ask("opened", {});
const first = new Set(called);
advise(kept.ask, given);
const besides = new Set([...begun, ...called].filter((number) => !first.has(number)));
const inOrder = (/** @type {Set<number>} */ numbers) => [...numbers].sort((one, other) => one - other);
console.log(JSON.stringify({ first: inOrder(first), start: inOrder(besides) }));
