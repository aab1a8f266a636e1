// @ts-check
/**
 * Takes the memory of a running Python; gives it packed: only what is neither empty nor brought by WebAssembly. Takes that
 * again; gives what Pyodide restores, whose pieces go straight to their places.
 *
 * Packed are words of 32 bits: how many Pyodide's note has, how large the memory is, where the constants end, how many pieces
 * there are, from where to where each goes, the note, the pieces. The note is what Pyodide writes before a memory, and where
 * the memory begins is its second word.
 */
const WORD = 4;
const PAGE = 65_536; // of WebAssembly's memory, in bytes
const BLOCK = 4_096 / WORD;
const HEAD = 4;
/** What a start gives back in large pieces, about two megabytes: more would make the memory grow. */
const FREED = { pieces: 30, bytes: 65_536 };
/** How far constants are looked for: Pyodide's, a quarter of what would be kept, end at 3.1 MB. */
const CONSTANTS = 4_194_304;

/** @typedef {Uint32Array<ArrayBuffer>} Words */

/** What WebAssembly brings with it, before anything has run. @param {any} exports of a new instance @returns {Words} */
export function brought({ memory }) {
  return new Uint32Array(memory.buffer.slice(0, CONSTANTS));
}

/** A copy of the memory as it is now, and Pyodide's note before it. @param {any} python @returns {Uint8Array<ArrayBuffer>} */
export function copied(python) {
  wipe(python._module);
  return python.makeMemorySnapshot();
}

/**
 * What nothing has written to from the birth of the instance until now is constant: the next instance brings it.
 * @param {Uint8Array<ArrayBuffer>} copy
 * @param {Words} fresh what the same instance brought
 */
export function packed({ buffer }, fresh) {
  const begin = new Uint32Array(buffer, 0, 2)[1] / WORD;
  const [note, memory] = [new Uint32Array(buffer, 0, begin), new Uint32Array(buffer, begin * WORD)];
  const written = fresh.findIndex((word, at) => word !== memory[at]);
  const constant = written < 0 ? fresh.length : written - (written % BLOCK);
  const pieces = filled(memory, constant);
  const ends = HEAD + pieces.length * 2 + begin;
  const words = new Uint32Array(ends + pieces.reduce((sum, [from, to]) => sum + to - from, 0));
  words.set([begin, memory.length, constant, pieces.length, ...pieces.flat()]);
  words.set(note, ends - begin);
  let at = ends;
  for (const [from, to] of pieces) {
    words.set(memory.subarray(from, to), at);
    at += to - from;
  }
  return words;
}

/** From where to where a memory is not empty. @param {Words} memory @param {number} begin @returns {[number, number][]} */
function filled(memory, begin) {
  /** @type {[number, number][]} */
  const pieces = [];
  for (let at = begin; at < memory.length; at += BLOCK) {
    if (!memory.subarray(at, at + BLOCK).some(Boolean)) continue;
    const last = pieces.at(-1);
    if (last?.[1] === at) last[1] += BLOCK;
    else pieces.push([at, at + BLOCK]);
  }
  return pieces;
}

/** Memory that has been given back still holds what stood in it: have it once more, emptied. @param {any} module */
function wipe({ _calloc, _free }) {
  for (const place of Array.from({ length: FREED.pieces }, () => _calloc(1, FREED.bytes))) _free(place);
}

export class Memory {
  #size;
  #constant;
  #places;
  #pieces;
  /** @type {any} of the instance of WebAssembly it goes to */
  #exports;

  /** @param {Words} words what was packed */
  constructor(words) {
    const [begin, size, constant, count] = words;
    const ends = HEAD + count * 2;
    this.#size = size;
    this.#constant = constant;
    this.#places = words.subarray(HEAD, ends);
    this.#pieces = words.subarray(ends + begin);
    const $memory = this;
    /** Pyodide cuts what it restores in two, reads the note and lays the rest down: that is the moment, and nothing is left. */
    this.note = new (class extends Uint8Array {
      /** @param {number} from @param {number} [to] */
      subarray(from, to) {
        if (from === this.length) $memory.#lay();
        return super.subarray(from, to);
      }
    })(words.slice(ends, ends + begin).buffer);
  }

  /** Say where it goes, and make room there. @param {WebAssembly.Exports} exports of a new instance */
  into(exports) {
    this.#exports = exports;
    const own = /** @type {WebAssembly.Memory} */ (exports.memory);
    const short = this.#size * WORD - own.buffer.byteLength;
    if (short > 0) own.grow(Math.ceil(short / PAGE));
  }

  /** What is new is empty but for what WebAssembly brought and has done, and that ends where the next memory would be given. */
  #lay() {
    const memory = new Uint32Array(this.#exports.memory.buffer);
    memory.fill(0, this.#constant, this.#exports.sbrk(0) / WORD);
    let at = 0;
    for (let place = 0; place < this.#places.length; place += 2) {
      const [from, to] = this.#places.subarray(place, place + 2);
      memory.set(this.#pieces.subarray(at, (at += to - from)), from);
    }
  }
}
