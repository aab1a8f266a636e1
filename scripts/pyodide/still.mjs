// Imported before Pyodide: chance, the time and what is thrown away are the same at every start, so that the same comes of it.
import { createRequire } from "node:module";

const crypto = createRequire(import.meta.url)("node:crypto");

/** With another number chance and the time are other ones. */
export const world = { number: 0 };

crypto.randomFillSync = (/** @type {Uint8Array} */ view) => {
  view.forEach((_, at) => (view[at] = (world.number + 1) * (at + 89) * 151));
  return view;
};
Date.now = () => 1_767_225_600_000 + world.number * 86_399_123;
performance.now = () => 1234.5 + world.number * 77.7;
/** Else an object of an earlier start calls into a later one when it is collected, which is never at the same time. */
globalThis.FinalizationRegistry = /** @type {any} */ (
  class {
    register() {}
    unregister() {}
  }
);
