// @ts-check
/**
 * Takes Pyodide's WebAssembly as the build divided it: what a start and an advice call, and the rest. Gives an instance of
 * the first part, to which the rest is joined when it has come; whoever calls something of it before waits until it has.
 */
export class Divided {
  /** @type {WebAssembly.Imports} */
  #imports = {};
  /** @type {any} what the first part lends the rest: memory, tables, and whether it is there */
  #lent;
  #later;
  #now;

  /** @param {() => Promise<BufferSource>} later how the rest is brought @param {() => BufferSource} now how, while Python waits */
  constructor(later, now) {
    this.#later = later;
    this.#now = now;
  }

  /** @param {WebAssembly.Module} first @param {WebAssembly.Imports} imports what both parts ask of the page */
  async instantiate(first, imports) {
    this.#imports = imports;
    const join = () => this.#join(new WebAssembly.Module(this.#now()));
    const instance = await WebAssembly.instantiate(first, { ...imports, rest: { join } });
    this.#lent = instance.exports;
    return instance;
  }

  /** Join the rest, unless it is there. */
  async join() {
    if (!this.#there.value) this.#join(await WebAssembly.compile(await this.#later()));
  }

  get #there() {
    return this.#lent["rest.there"];
  }

  /** @param {WebAssembly.Module} rest */
  #join(rest) {
    if (this.#there.value) return; // called for while it was on its way
    new WebAssembly.Instance(rest, { ...this.#imports, first: this.#lent });
    this.#there.value = 1;
  }
}
