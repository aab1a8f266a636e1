// @ts-check
/**
 * Takes Python that has just opened the words; keeps its memory in the browser, and gives it back at the next visit,
 * which then starts in a fraction of the time. Nothing a reader typed is in it: it is taken before the first plan comes.
 *
 * A snapshot belongs to one build, one language and one browser version, and is only ever a help: what is missing,
 * damaged or foreign is null, and what cannot be kept is let go.
 */

/** @typedef {{base: string, bundle: string, runtime: import("./protocol.js").Runtime}} Place */

const MADE_BY = "X-Made-By";
const SUM = "X-Sum";
const WHOLE = "X-Whole"; // bytes, with the empty end that is not kept
const FIRST = 2_166_136_261;
const FACTOR = 16_777_619; // FNV-1a over words of 32 bits: a fault of the disk shows, at a few milliseconds

/** One cache for each copy of the site. @param {Place} place */
function store({ base }) {
  return caches.open(`planner:${base} start`);
}

/** The key: the runtime's folder and the words are named by their content. @param {Place} place */
function key({ bundle, runtime }) {
  return `${new URL(".", runtime["pyodide.js"]).href}memory?${bundle.split("/").slice(-2).join("/")}`;
}

/** @param {Place} place @returns {Promise<Uint8Array | null>} */
export async function find(place) {
  try {
    const kept = await (await store(place)).match(key(place));
    if (!kept || kept.headers.get(MADE_BY) !== navigator.userAgent) return null;
    const used = new Uint8Array(await kept.arrayBuffer());
    if (kept.headers.get(SUM) !== String(sum(used))) throw new Error("damaged");
    const memory = new Uint8Array(Number(kept.headers.get(WHOLE)));
    memory.set(used);
    return memory;
  } catch {
    await forget(place); // damaged; or there is no store, and nothing to forget
  }
  return null;
}

/**
 * Give what keeps the memory as it is now; the copy is made here, the writing later, when there is time.
 * @param {Place} place
 * @param {any} python
 * @returns {() => Promise<boolean>} whether it has been kept
 */
export function take(place, python) {
  /** @type {Uint8Array} */
  let memory;
  try {
    if (!("caches" in self)) return async () => false;
    memory = python.makeMemorySnapshot();
  } catch {
    return async () => false; // a start is a start, kept or not
  }
  return async () => {
    try {
      const cache = await store(place);
      const folder = new URL(".", key(place)).href;
      for (const { url } of await cache.keys()) if (!url.startsWith(folder)) await cache.delete(url); // of other builds
      const used = /** @type {any} */ (memory.subarray(0, end(memory)));
      const headers = { [MADE_BY]: navigator.userAgent, [SUM]: `${sum(used)}`, [WHOLE]: `${memory.length}` };
      await cache.put(key(place), new Response(used, { headers }));
      return true;
    } catch {
      return false; // the disk is full, or the browser keeps nothing
    }
  };
}

/** @param {Place} place */
export async function forget(place) {
  try {
    await (await store(place)).delete(key(place));
  } catch {
    // nothing can have been kept
  }
}

/** @param {Uint8Array} memory */
function sum(memory) {
  const words = new Uint32Array(memory.buffer, memory.byteOffset, memory.byteLength >>> 2);
  let found = FIRST;
  for (let at = 0; at < words.length; at++) found = Math.imul(found ^ words[at], FACTOR);
  return found >>> 0;
}

/** Where the empty end begins, in whole words. @param {Uint8Array} memory */
function end(memory) {
  let at = memory.length;
  while (at && !memory[at - 1]) at--;
  return Math.ceil(at / 4) * 4;
}
