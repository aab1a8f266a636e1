// @ts-check
/**
 * Takes Python that has just opened the words; keeps its memory in the browser, and gives it back at the next visit,
 * which then starts in a fraction of the time. Nothing a reader typed is in it: it is taken before the first plan comes.
 *
 * A snapshot belongs to one build, one language and one browser version, and is only ever a help: what is missing or foreign
 * is null, what is damaged an error here or while Pyodide lays it down, and what cannot be kept is let go.
 */

import { Memory, copied, packed } from "./memory.js";

/** @typedef {import("./protocol.js").Addresses} Addresses */
/** @typedef {{made: Headers, bytes: ArrayBuffer} | undefined} Kept */

const MADE_BY = "X-Made-By";

/** @param {Promise<Kept>} kept @returns {Promise<Memory | null>} */
export async function restore(kept) {
  const found = await kept;
  return found?.made.get(MADE_BY) === navigator.userAgent ? new Memory(new Uint32Array(found.bytes)) : null;
}

/**
 * Give what keeps the memory as it is now; the copy is made here, the writing later, when there is time.
 * @param {any} python
 * @param {import("./memory.js").Words | null} fresh its memory when nothing had run in it
 * @param {Addresses} addresses
 * @returns {() => Promise<boolean>} whether it has been kept
 */
export function take(python, fresh, { store, key }) {
  /** @type {Uint8Array<ArrayBuffer>} */
  let copy;
  try {
    if (!fresh || !("caches" in self)) return async () => false;
    copy = copied(python);
  } catch {
    return async () => false; // a start is a start, kept or not
  }
  return async () => {
    try {
      const cache = await caches.open(store);
      const build = key.slice(0, key.lastIndexOf("/") + 1); // the address names the words too: only the language may differ
      for (const { url } of await cache.keys()) if (!url.startsWith(build)) await cache.delete(url);
      await cache.put(key, new Response(packed(copy, fresh), { headers: { [MADE_BY]: navigator.userAgent } }));
      return true;
    } catch {
      return false; // the disk is full, or the browser keeps nothing
    }
  };
}

/** @param {Addresses} addresses */
export async function forget({ store, key }) {
  try {
    await (await caches.open(store)).delete(key);
  } catch {
    // nothing can have been kept
  }
}
