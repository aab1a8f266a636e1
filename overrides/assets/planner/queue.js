// @ts-check
/**
 * Takes what is asked of Python; gives one after the other. A check comes first, then what the reader waits for, then
 * what the page draws by itself; of the same thing asked twice only the newer is left.
 */

/**
 * @typedef {import("./protocol.js").Call} Call
 * @typedef {{call: Call, body: unknown, file?: Uint8Array, tell?: (done: number, of: number) => void, latest?: string,
 *   answer: Promise<any>, resolve: (value: any) => void, reject: (error: any) => void}} Asked
 */

/** @param {Asked} asked */
function rank({ call, latest }) {
  return call === "advise" ? 0 : latest ? 2 : 1;
}

export class Queue {
  /** @type {Asked[]} */
  #all = [];

  /** @param {Call} call @param {unknown} body @param {{file?: Uint8Array, tell?: Asked["tell"], latest?: string}} more @returns {Asked} */
  add(call, body, { file, tell, latest }) {
    const older = latest && this.#all.find((one) => one.latest === latest);
    if (older) return Object.assign(older, { body }); // whoever asked before gets the newer answer
    let [resolve, reject] = [(/** @type {any} */ _) => {}, (/** @type {any} */ _) => {}];
    const answer = new Promise((...both) => ([resolve, reject] = both));
    answer.catch(() => undefined); // reported where it is awaited
    const asked = { call, body, file, tell, latest, answer, resolve, reject };
    this.#all.push(asked);
    return asked;
  }

  /** The next one, which then waits no longer. @returns {Asked | null} */
  take() {
    const [next] = [...this.#all].sort((one, other) => rank(one) - rank(other));
    if (!next) return null;
    this.drop(next);
    return next;
  }

  /** @param {Asked} asked @returns {boolean} whether it was waiting */
  drop(asked) {
    const there = this.#all.includes(asked);
    this.#all = this.#all.filter((one) => one !== asked);
    return there;
  }

  /** Nothing of this can be answered. @param {any} error */
  empty(error) {
    for (const one of this.#all.splice(0)) one.reject(error);
  }
}
