// @ts-check
/**
 * Takes Python that has just opened the words; keeps its memory in the browser, and gives it back at the next visit,
 * which then starts in a fraction of the time. Nothing a reader typed is in it: it is taken before the first plan comes.
 *
 * A snapshot belongs to one build, one language and one browser version, and is only ever a help: what is missing,
 * damaged or foreign is null, and what cannot be kept is let go.
 */

/** @typedef {import("./protocol.js").Addresses} Addresses */
/** @typedef {{made: Headers, bytes: ArrayBuffer} | undefined} Kept */

const MADE_BY = "X-Made-By";
const SUM = "X-Sum";
const FIRST = 2_166_136_261;
const FACTOR = 16_777_619; // FNV-1a over words of 32 bits: a fault of the disk shows, at a few milliseconds
/** Half of the memory is empty; what is kept are the blocks that are not, behind a list of their numbers. */
const BLOCK = 16_384;
const WORD = 4;

/** @param {Promise<Kept>} kept @param {Addresses} addresses @returns {Promise<Uint8Array | null>} */
export async function restore(kept, addresses) {
  const found = await kept;
  if (!found || found.made.get(MADE_BY) !== navigator.userAgent) return null;
  const words = new Uint32Array(found.bytes, 0, Math.floor(found.bytes.byteLength / WORD));
  if (found.made.get(SUM) === String(sum(words))) return unpacked(words);
  await forget(addresses);
  return null;
}

/**
 * Give what keeps the memory as it is now; the copy is made here, the writing later, when there is time.
 * @param {any} python
 * @param {Addresses} addresses
 * @returns {() => Promise<boolean>} whether it has been kept
 */
export function take(python, { store, key }) {
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
      const cache = await caches.open(store);
      const folder = new URL(".", key).href;
      for (const { url } of await cache.keys()) if (!url.startsWith(folder)) await cache.delete(url); // of other builds
      const words = packed(memory);
      await cache.put(key, new Response(words, { headers: { [MADE_BY]: navigator.userAgent, [SUM]: String(sum(words)) } }));
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

/** Its size, how many blocks there are, their numbers, the blocks. @param {Uint8Array} memory */
function packed(memory) {
  const whole = new Uint32Array(memory.buffer, memory.byteOffset, memory.byteLength / WORD);
  const size = BLOCK / WORD;
  const numbers = [...Array(Math.ceil(whole.length / size)).keys()].filter((at) => whole.subarray(at * size, (at + 1) * size).some(Boolean));
  const words = new Uint32Array(2 + numbers.length + numbers.length * size);
  words.set([memory.byteLength, numbers.length, ...numbers]);
  numbers.forEach((number, at) => words.set(whole.subarray(number * size, (number + 1) * size), 2 + numbers.length + at * size));
  return words;
}

/** @param {Uint32Array} words */
function unpacked(words) {
  const size = BLOCK / WORD;
  const [bytes, count] = words;
  const whole = new Uint32Array(bytes / WORD);
  for (let at = 0; at < count; at++) {
    const begin = words[2 + at] * size;
    const block = words.subarray(2 + count + at * size, 2 + count + (at + 1) * size);
    whole.set(begin + size > whole.length ? block.subarray(0, whole.length - begin) : block, begin);
  }
  return new Uint8Array(whole.buffer);
}

/** @param {Uint32Array} words */
function sum(words) {
  let found = FIRST;
  for (let at = 0; at < words.length; at++) found = Math.imul(found ^ words[at], FACTOR);
  return found >>> 0;
}
