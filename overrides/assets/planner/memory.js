// @ts-check
/**
 * Takes the memory of a running Python; gives it packed: only what is not empty, in blocks. Takes that again; gives what
 * Pyodide restores, whose blocks go straight to their places.
 *
 * Packed are words of 32 bits: how many Pyodide's note has, how large the memory is, how many blocks there are, their numbers,
 * the note, the blocks. The note is what Pyodide writes before a memory, and where the memory begins is its second word.
 */
const WORD = 4;
const PAGE = 65_536; // of WebAssembly's memory, in bytes
const BLOCK = 4_096 / WORD;
const HEAD = 3;
/** What a start gives back in large pieces, about two megabytes: more would make the memory grow. */
const FREED = { pieces: 30, bytes: 65_536 };

/** A copy of the memory as it is now, and Pyodide's note before it. @param {any} python @returns {Uint8Array<ArrayBuffer>} */
export function copied(python) {
  wipe(python._module);
  return python.makeMemorySnapshot();
}

/** @param {Uint8Array<ArrayBuffer>} copy */
export function packed({ buffer }) {
  const begin = new Uint32Array(buffer, 0, 2)[1] / WORD;
  const [note, memory] = [new Uint32Array(buffer, 0, begin), new Uint32Array(buffer, begin * WORD)];
  const numbers = [...Array(memory.length / BLOCK).keys()].filter((at) => block(memory, at).some(Boolean));
  const words = new Uint32Array(HEAD + numbers.length + begin + numbers.length * BLOCK);
  words.set([begin, memory.length, numbers.length, ...numbers]);
  words.set(note, HEAD + numbers.length);
  numbers.forEach((number, at) => words.set(block(memory, number), HEAD + numbers.length + begin + at * BLOCK));
  return words;
}

/** Memory that has been given back still holds what stood in it: have it once more, emptied. @param {any} module */
function wipe({ _calloc, _free }) {
  for (const place of Array.from({ length: FREED.pieces }, () => _calloc(1, FREED.bytes))) _free(place);
}

/** @param {Uint32Array} words @param {number} at */
function block(words, at) {
  return words.subarray(at * BLOCK, (at + 1) * BLOCK);
}

export class Memory {
  #numbers;
  #blocks;
  #size;
  /** @type {any} of the instance of WebAssembly it goes to */
  #exports;

  /** @param {Uint32Array} words what was packed */
  constructor(words) {
    const [begin, size, count] = words;
    this.#size = size;
    this.#numbers = words.subarray(HEAD, HEAD + count);
    this.#blocks = words.subarray(HEAD + count + begin);
    const $memory = this;
    /** Pyodide cuts what it restores in two, reads the note and lays the rest down: that is the moment, and nothing is left. */
    this.note = new (class extends Uint8Array {
      /** @param {number} from @param {number} [to] */
      subarray(from, to) {
        if (from === this.length) $memory.#lay();
        return super.subarray(from, to);
      }
    })(words.slice(HEAD + count, HEAD + count + begin).buffer);
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
    memory.fill(0, 0, this.#exports.sbrk(0) / WORD);
    this.#numbers.forEach((number, at) => memory.set(block(this.#blocks, at), number * BLOCK));
  }
}
