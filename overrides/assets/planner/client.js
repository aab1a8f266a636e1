// @ts-check
/**
 * Takes calls; gives promises of the planner's answers. Owns the worker: starts it, and ends and restarts it when
 * it hangs or the reader cancels. The page holds the plan and what waits, so nothing is lost with a worker.
 */
import { Received } from "./pieces.js";
import { ACKNOWLEDGED, ASLEEP, BEGIN, PATIENCE, failure } from "./protocol.js";
import { Queue } from "./queue.js";

/** @typedef {import("./protocol.js").Call} Call */
/** @typedef {(done: number, of: number) => void} Tell */
/** @typedef {{worker: Worker, url: string, said: any[]}} Live */
/** @typedef {{call: Call | "begin", resolve: (value: any) => void, reject: (error: any) => void, timer: number, tell?: Tell}} Waiting */

/** What could not be done, as an error that carries a failure. */
export class Failed extends Error {
  /** @param {import("./protocol.js").Failure} failed */
  constructor(failed) {
    super(failed.sentence ?? failed.code);
    this.failure = failed;
  }
}

export class Client extends EventTarget {
  state = /** @type {"loading" | "ready" | "failed"} */ ("loading");
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  /** @type {Live | null} */
  #live = null;
  /** @type {Promise<void> | null} */
  #ready = null;
  #last = BEGIN;
  #queue = new Queue();
  /** @type {import("./queue.js").Asked | null} what Python works on; it does one thing at a time */
  #running = null;
  #received = new Received();

  /**
   * @param {(fresh: boolean) => Live} spawn gives a worker that begins; fresh: without what an earlier visit kept
   * @param {Live | null} first one that has begun already
   */
  constructor(spawn, first) {
    super();
    this.spawn = spawn;
    if (first) this.#follow(first);
  }

  /** Start, unless that has begun. */
  begin() {
    if (!this.#ready) this.start();
  }

  /** Start, or start again; after a failure without what an earlier visit kept. */
  start({ fresh = false } = {}) {
    this.#end();
    this.#follow(this.spawn(fresh));
  }

  /** @param {Live} live */
  #follow(live) {
    this.#ready = this.#boot(live);
    this.#ready.catch(() => undefined); // told where it is awaited
  }

  /** @param {Live} live */
  async #boot(live) {
    this.#live = live;
    this.#become("loading");
    try {
      const begun = this.#hear(BEGIN, "begin", PATIENCE.begin);
      live.worker.onmessage = ({ data }) => this.#heard(live.worker, data);
      live.worker.onerror = () => this.#fail(live.worker, "crashed");
      for (const data of live.said.splice(0)) this.#heard(live.worker, data);
      await begun;
      URL.revokeObjectURL(live.url);
      this.#become("ready");
    } catch (error) {
      if (this.#live !== live) throw error; // a newer start has taken over
      this.#end();
      this.#become("failed");
      this.#queue.empty(error);
      throw error;
    }
  }

  /**
   * Ask once the planner is ready and free. An answer that takes too long ends the worker; a new one takes its place.
   * @param {Call} call
   * @param {unknown} body or a function that gives it when its turn comes
   * @param {{file?: Uint8Array, tell?: Tell, signal?: AbortSignal, latest?: string}} [more] bytes of a file the call reads;
   *   who hears how far it is; what cancels it; and the name under which a newer question takes the place of one that waits
   */
  async ask(call, body, more = {}) {
    if (this.state === "failed") await this.#ready;
    const asked = this.#queue.add(call, body, more);
    more.signal?.aborted ? this.#cancel(asked) : more.signal?.addEventListener("abort", () => this.#cancel(asked));
    this.#next();
    return asked.answer;
  }

  /** Whether Python works on something the reader has asked for, so that what is asked now waits. */
  get busy() {
    return this.#running !== null && !this.#running.latest;
  }

  async #next() {
    if (this.state !== "ready" || this.#running) return;
    const asked = (this.#running = this.#queue.take());
    if (!asked) return;
    try {
      const body = typeof asked.body === "function" ? asked.body() : asked.body;
      asked.resolve(await this.#post(asked.call, body, asked.file, asked.tell));
    } catch (error) {
      asked.reject(error);
      if (error instanceof Failed && ["timeout", "crashed"].includes(error.failure.code)) {
        this.start({ fresh: true });
        this.dispatchEvent(new CustomEvent("restarted"));
      }
    }
    if (this.#running === asked) this.#running = null;
    this.#next();
  }

  /** What waits is dropped; what runs can only be ended with its worker. @param {import("./queue.js").Asked} asked */
  #cancel(asked) {
    asked.reject(new Failed(failure("cancelled")));
    if (this.#queue.drop(asked) || this.#running !== asked) return;
    this.dispatchEvent(new CustomEvent("cancelled"));
    this.start();
  }

  /** @param {Call} call @param {unknown} body @param {Uint8Array} [file] @param {Tell} [tell] @returns {Promise<any>} */
  #post(call, body, file, tell) {
    const id = ++this.#last;
    this.#live?.worker.postMessage({ id, call, body, file });
    return this.#hear(id, call, ACKNOWLEDGED, tell);
  }

  /** @param {number} id @param {Call | "begin"} call @param {number} patience @param {Tell} [tell] @returns {Promise<any>} */
  #hear(id, call, patience, tell) {
    return new Promise((resolve, reject) => (this.#waiting.set(id, { call, resolve, reject, timer: 0, tell }), this.#wait(id, patience)));
  }

  /** Wait for the next sign of life. @param {number} id @param {number} patience */
  #wait(id, patience) {
    const one = this.#waiting.get(id);
    if (!one) return;
    clearTimeout(one.timer);
    const since = Date.now();
    const over = () => (Date.now() - since > patience + ASLEEP ? this.#wait(id, patience) : this.#answer(id, ({ reject }) => reject(new Failed(failure("timeout")))));
    one.timer = window.setTimeout(over, patience);
  }

  /** @param {Worker} worker @param {any} data */
  #heard(worker, data) {
    if (worker !== this.#live?.worker) return;
    for (const [id, { call }] of this.#waiting) this.#wait(id, PATIENCE[call]);
    if (data.event === "kept") this.dispatchEvent(new CustomEvent("kept"));
    else if (data.event === "done") this.#waiting.get(data.id)?.tell?.(data.done, data.of);
    else if (data.event === "piece") this.#received.take(data.piece);
    else if (data.event) return;
    else if (data.ok) this.#answer(data.id, (one) => one.resolve(data.pieces ? this.#received.whole() : data.body));
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
    this.#running = null;
    this.#received = new Received();
  }

  /** @param {Client["state"]} state */
  #become(state) {
    this.state = state;
    this.dispatchEvent(new CustomEvent("state", { detail: state }));
    if (state === "ready") this.#next();
  }
}
