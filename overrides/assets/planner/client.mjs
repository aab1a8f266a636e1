// @ts-check
/**
 * Takes calls; gives promises of the planner's answers. Owns the worker: starts it, and ends and restarts it when
 * it hangs. The page holds the plan, so nothing is lost with a worker.
 */
import { BEGIN, PATIENCE, failure } from "./protocol.mjs";

/** @typedef {import("./protocol.mjs").Call} Call */
/** @typedef {{resolve: (value: any) => void, reject: (error: any) => void, timer: number}} Waiting */

/** What could not be done, as an error that carries a failure. */
export class Failed extends Error {
  /** @param {import("./protocol.mjs").Failure} failed */
  constructor(failed) {
    super(failed.sentence ?? failed.code);
    this.failure = failed;
  }
}

/** What a start needs at once, whether its memory was kept or not. */
const FIRST = ["pyodide.asm.wasm", "stdlib.zip.txt", "planner.zip.txt"];
/** How long the page is left alone before a start is kept, in milliseconds. */
const CALM = 1500;

/**
 * The worker begins as a blob so that it lives under the page's content security policy, header or not; and so that
 * its requests are on their way before its first module has come.
 * @param {import("./protocol.mjs").Addresses} addresses
 */
function spawn(addresses) {
  const first = FIRST.map((name) => addresses.runtime[name]);
  const source = `
    const asked = new Map(${JSON.stringify(first)}.map((address) => [address, fetch(address)]));
    for (const early of asked.values()) early.catch(() => undefined);
    import(${JSON.stringify(addresses.worker)}).then(({ begin }) => begin(${JSON.stringify(addresses)}, asked)).catch(reportError);
  `;
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  return { worker: new Worker(url, { type: "module", name: "planner" }), url };
}

export class Client extends EventTarget {
  /** @type {"idle" | "loading" | "ready" | "failed"} */
  state = "idle";
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  /** @type {{worker: Worker, url: string} | null} */
  #live = null;
  /** @type {Promise<void>} */
  #ready = Promise.reject(new Failed(failure("not-started")));
  #last = BEGIN;

  /** @param {Omit<import("./protocol.mjs").Addresses, "calm" | "fresh">} addresses absolute */
  constructor(addresses) {
    super();
    this.addresses = addresses;
    this.#ready.catch(() => undefined);
  }

  /** Start, or start again after a failure: then without what an earlier visit kept. */
  start({ fresh = false } = {}) {
    this.#end();
    this.#ready = this.#boot(fresh);
    this.#ready.catch(() => undefined);
    return this.#ready;
  }

  /** @param {boolean} fresh */
  async #boot(fresh) {
    const live = (this.#live = spawn({ ...this.addresses, calm: CALM, fresh }));
    this.#become("loading");
    try {
      live.worker.addEventListener("message", ({ data }) => this.#heard(live.worker, data));
      live.worker.addEventListener("error", () => this.#fail(live.worker, "crashed"));
      await this.#wait(BEGIN, PATIENCE.begin);
      URL.revokeObjectURL(live.url);
      this.#become("ready");
    } catch (error) {
      if (this.#live !== live) throw error; // a newer start has taken over
      this.#end();
      this.#become("failed");
      throw error;
    }
  }

  /**
   * Ask once the planner is ready. An answer that takes too long ends the worker; a new one takes its place.
   * @param {Call} call
   * @param {unknown} body
   * @param {Uint8Array} [file] bytes of a file the call reads
   */
  async ask(call, body, file) {
    await this.#ready;
    try {
      return await this.#post(call, body, file);
    } catch (error) {
      if (error instanceof Failed && ["timeout", "crashed"].includes(error.failure.code)) {
        this.start({ fresh: true }).catch(() => undefined);
        this.dispatchEvent(new CustomEvent("restarted"));
      }
      throw error;
    }
  }

  /** @param {Call} call @param {unknown} body @param {Uint8Array} [file] @returns {Promise<any>} */
  #post(call, body, file) {
    const id = ++this.#last;
    this.#live?.worker.postMessage({ id, call, body, file });
    return this.#wait(id, PATIENCE[call]);
  }

  /** @param {number} id of the answer @param {number} patience in milliseconds @returns {Promise<any>} */
  #wait(id, patience) {
    return new Promise((resolve, reject) => {
      const late = () => this.#answer(id, (one) => one.reject(new Failed(failure("timeout"))));
      this.#waiting.set(id, { resolve, reject, timer: window.setTimeout(late, patience) });
    });
  }

  /** @param {Worker} worker @param {any} data */
  #heard(worker, data) {
    if (worker !== this.#live?.worker) return;
    if (data.event) this.dispatchEvent(new CustomEvent(data.event));
    else if (data.ok) this.#answer(data.id, (one) => one.resolve(data.body));
    else this.#answer(data.id, (one) => one.reject(new Failed(data.error)));
  }

  /** @param {Worker} worker @param {string} code */
  #fail(worker, code) {
    if (worker !== this.#live?.worker) return;
    for (const id of [...this.#waiting.keys()]) this.#answer(id, (one) => one.reject(new Failed(failure(code))));
  }

  /** @param {number} id @param {(one: Waiting) => void} give */
  #answer(id, give) {
    const one = this.#waiting.get(id);
    if (!one) return;
    this.#waiting.delete(id);
    clearTimeout(one.timer);
    give(one);
  }

  #end() {
    const live = this.#live;
    if (!live) return;
    this.#fail(live.worker, "stopped");
    live.worker.terminate();
    URL.revokeObjectURL(live.url);
    this.#live = null;
  }

  /** @param {Client["state"]} state */
  #become(state) {
    this.state = state;
    this.dispatchEvent(new CustomEvent("state", { detail: state }));
  }
}

/** @param {string} address */
export async function text(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Failed(failure("crashed"));
  return response.text();
}
