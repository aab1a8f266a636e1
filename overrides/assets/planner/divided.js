// @ts-check
/**
 * Takes Pyodide's WebAssembly as the build divided it; gives an instance of the first part, to which the others are joined
 * when they have come. Whoever calls something of a part before waits until it has. Only a kept start goes without the
 * second: that brings constants such a start does not read, and all that is called by its address alone.
 */

/** What a kept start calls, what a start from the beginning and advice call besides, and all else. */
export const PARTS = /** @type {const} */ (["first", "start", "rest"]);

/** @typedef {"start" | "rest"} Later */

export class Divided {
  /** @type {WebAssembly.Imports} */
  #imports = {};
  /** @type {any} what the first part lends the others: memory, tables, and whether each is there */
  #lent;
  #later;
  #now;

  /** @param {(part: Later) => Promise<BufferSource>} later how a part is brought @param {(part: Later) => BufferSource} now how, while Python waits */
  constructor(later, now) {
    this.#later = later;
    this.#now = now;
  }

  /** @param {WebAssembly.Module} first @param {WebAssembly.Imports} imports what all parts ask of the page */
  async instantiate(first, imports) {
    const join = (/** @type {number} */ at) => {
      const parts = /** @type {Later[]} */ (PARTS.slice(1, at + 1)); // the second has constants for the third
      for (const part of parts) if (!this.#has(part)) this.#join(part, new WebAssembly.Module(this.#now(part)));
    };
    this.#imports = { ...imports, parts: { join } };
    const instance = await WebAssembly.instantiate(first, this.#imports);
    this.#lent = instance.exports;
    return instance;
  }

  /** Join a part, unless it is there. @param {Later} part @param {Promise<WebAssembly.Module | undefined>} [coming] */
  async join(part, coming) {
    if (!this.#has(part)) this.#join(part, (await coming) ?? (await WebAssembly.compile(await this.#later(part))));
  }

  /** WebAssembly that nobody has divided has everything. @param {Later} part */
  #has(part) {
    return this.#lent[`there.${part}`]?.value ?? true;
  }

  /** @param {Later} part @param {WebAssembly.Module} module */
  #join(part, module) {
    if (this.#has(part)) return; // called for while it was on its way
    new WebAssembly.Instance(module, { ...this.#imports, first: this.#lent });
    this.#lent[`there.${part}`].value = 1;
  }
}
