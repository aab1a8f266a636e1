// @ts-check
/**
 * Takes calls; gives promises of the planner's answers. Owns the worker: starts it, and ends and restarts it when
 * it hangs. The page holds the plan, so nothing is lost with a worker.
 */
import { PATIENCE, failure } from "./protocol.mjs";

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

/**
 * The worker begins as a blob so that it lives under the page's content security policy, header or not.
 * @param {string} address of worker.mjs
 */
function spawn(address) {
  const source = new Blob([`import ${JSON.stringify(address)};`], { type: "text/javascript" });
  const url = URL.createObjectURL(source);
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
  #last = 0;

  /** @param {{worker: string, runtime: import("./protocol.mjs").Runtime, bundle: string}} addresses absolute */
  constructor(addresses) {
    super();
    this.addresses = addresses;
    this.#ready.catch(() => undefined);
  }

  /** Start, or start again after a failure. */
  start() {
    this.#end();
    this.#ready = this.#boot();
    this.#ready.catch(() => undefined);
    return this.#ready;
  }

  async #boot() {
    const live = (this.#live = spawn(this.addresses.worker));
    this.#become("loading");
    try {
      live.worker.addEventListener("message", ({ data }) => this.#heard(live.worker, data));
      live.worker.addEventListener("error", () => this.#fail(live.worker, "crashed"));
      const bundle = text(this.addresses.bundle);
      bundle.catch(() => undefined); // reported where it is awaited
      await this.#post("start", this.addresses.runtime);
      await this.#post("open", { bundle: await bundle });
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
        this.start().catch(() => undefined);
        this.dispatchEvent(new CustomEvent("restarted"));
      }
      throw error;
    }
  }

  /** @param {Call} call @param {unknown} body @param {Uint8Array} [file] @returns {Promise<any>} */
  #post(call, body, file) {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      const late = () => this.#answer(id, (one) => one.reject(new Failed(failure("timeout"))));
      this.#waiting.set(id, { resolve, reject, timer: window.setTimeout(late, PATIENCE[call]) });
      this.#live?.worker.postMessage({ id, call, body, file });
    });
  }

  /** @param {Worker} worker @param {any} data */
  #heard(worker, data) {
    if (worker !== this.#live?.worker) return;
    if (data.event === "stage") this.dispatchEvent(new CustomEvent("stage", { detail: data.stage }));
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
