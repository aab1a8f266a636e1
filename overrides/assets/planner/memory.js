// @ts-check
/**
 * Takes the memory of a running Python; gives it packed: only what is neither empty nor brought by WebAssembly. Takes that
 * again; gives what Pyodide restores, whose pieces go straight to their places.
 *
 * Packed are words of 32 bits: the sum of all that follow (two words), how many Pyodide's note has, how large the memory is,
 * where the constants end, how many pieces there are, from where to where each goes, the note, the pieces. The note is what
 * Pyodide writes before a memory, and where the memory begins is its second word.
 */
import { summed, summing } from "./sum.js";

const WORD = 4;
const PAGE = 65_536; // of WebAssembly's memory, in bytes
const BLOCK = 4_096 / WORD;
const SUM = 2;
const HEAD = 6;
/** What a start gives back in large pieces, about two megabytes: more would make the memory grow. */
const FREED = { pieces: 30, bytes: 65_536 };
/** How far constants are looked for: Pyodide's, a quarter of what would be kept, end at 3.1 MB. */
const CONSTANTS = 4_194_304;

/** @typedef {Uint32Array<ArrayBuffer>} Words */

/** What WebAssembly brings with it, before anything has run. @param {any} exports of a new instance, its second part joined @returns {Words} */
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
  const noted = HEAD + pieces.length * 2;
  let at = even(noted + begin);
  const words = new Uint32Array(at + pieces.reduce((sum, [from, to]) => sum + to - from, 0));
  words.set([begin, memory.length, constant, pieces.length, ...pieces.flat()], SUM);
  words.set(note, noted);
  for (const [from, to] of pieces) {
    words.set(memory.subarray(from, to), at);
    at += to - from;
  }
  new BigInt64Array(words.buffer, 0, 1).set([summed(words.subarray(SUM))]);
  return words;
}

/** A sum goes over two words at a time. @param {number} words */
function even(words) {
  return words + (words % 2);
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
  #head;
  #sum;
  #size;
  #constant;
  #places;
  #pieces;
  /** @type {any} of the instance of WebAssembly it goes to */
  #exports;

  /** @param {Words} words what was packed */
  constructor(words) {
    const [begin, size, constant, count] = words.subarray(SUM);
    const noted = HEAD + count * 2;
    const pieces = even(noted + begin);
    if (words[noted + 1] !== begin * WORD) throw new Error("The kept memory has no note."); // nor would it ever be laid
    this.#sum = new BigInt64Array(words.buffer, 0, 1)[0];
    this.#head = words.subarray(SUM, pieces);
    this.#size = size;
    this.#constant = constant;
    this.#places = words.subarray(HEAD, noted);
    this.#pieces = words.subarray(pieces);
    const $memory = this;
    /** Pyodide cuts what it restores in two, reads the note and lays the rest down: that is the moment, and nothing is left. */
    this.note = new (class extends Uint8Array {
      /** @param {number} from @param {number} [to] */
      subarray(from, to) {
        if (from === this.length) $memory.#lay();
        return super.subarray(from, to);
      }
    })(words.slice(noted, noted + begin).buffer);
  }

  /** Up to where memory is as WebAssembly brings it, in bytes. */
  get constants() {
    return this.#constant * WORD;
  }

  /** Say where it goes, and make room there. @param {any} exports of a new instance */
  into(exports) {
    if (exports.constants?.value > this.constants) throw new Error("A part that is yet to come would be laid over what was kept.");
    this.#exports = exports;
    const own = /** @type {WebAssembly.Memory} */ (exports.memory);
    const short = this.#size * WORD - own.buffer.byteLength;
    if (short > 0) own.grow(Math.ceil(short / PAGE));
  }

  /**
   * What is new is empty but for what WebAssembly brought and has done: before its stack, where nothing runs now, and behind
   * it as far as memory has been given. Of the stack, ten megabytes, no page is touched that need not be.
   */
  #lay() {
    const { memory, emscripten_stack_get_end: end, emscripten_stack_get_base: base, sbrk } = this.#exports;
    const words = new Uint32Array(memory.buffer);
    words.fill(0, this.#constant, end() / WORD);
    words.fill(0, base() / WORD, sbrk(0) / WORD);
    const sumUp = summing(memory);
    let [at, sum] = [0, summed(this.#head)];
    for (let place = 0; place < this.#places.length; place += 2) {
      const [from, to] = this.#places.subarray(place, place + 2);
      words.set(this.#pieces.subarray(at, (at += to - from)), from);
      sum = sumUp(from * WORD, to * WORD, sum);
    }
    if (sum !== this.#sum) throw new Error("The kept memory is damaged.");
  }
}
