// @ts-check
/** Takes long work and the line that tells of it; shows how far it is and a way to cancel, once it has taken a while. */
import { Failed } from "./client.js";
import { focus, h, say } from "./dom.js";
import { failure } from "./protocol.js";

/** What is done sooner needs no bar, in milliseconds. */
const A_WHILE = 500;

/**
 * The line says once what is being done; the bar stands behind it, so that its steps are not read out one by one.
 * @template T
 * @param {any} $status a live region
 * @param {any} strings
 * @param {{name: string, told: string}} about what the bar is called, and what is said at once
 * @param {(ask: {signal: AbortSignal, tell: (done: number, of: number) => void}) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function working($status, strings, { name, told }, work) {
  const ending = new AbortController();
  const $bar = h("progress");
  const $cancel = h("button", { type: "button", class: "pl-link", click: () => ending.abort() }, strings.buttons.cancel, h("span", { class: "pl-aside" }, `: ${name}`));
  const $work = h("p", { class: "pl-work", "data-work": true }, h("label", {}, `${name} `, $bar), " ", $cancel);
  const tell = (/** @type {number} */ done, /** @type {number} */ of) => Object.assign($bar, { max: of, value: done });
  $status.textContent = told;
  const timer = setTimeout(() => $status.after($work), A_WHILE);
  const ended = new Promise((_, reject) => ending.signal.addEventListener("abort", () => reject(new Failed(failure("cancelled")))));
  try {
    return await Promise.race([work({ signal: ending.signal, tell }), /** @type {Promise<never>} */ (ended)]);
  } finally {
    clearTimeout(timer);
    const held = $work.contains(document.activeElement);
    $work.remove();
    if (held) focus($status);
  }
}

/** What a button does, once at a time: a second click meanwhile does nothing. @param {() => Promise<void>} act */
export function once(act) {
  let under = false;
  return async () => {
    if (under) return;
    under = true;
    await act().finally(() => (under = false));
  };
}

/** @param {any} error */
export function isCancelled(error) {
  return error instanceof Failed && error.failure.code === "cancelled";
}

/**
 * What is said at once of a file that was asked for.
 * @param {import("./client.js").Client} client @param {any} strings @param {string} format
 * @returns {string}
 */
export function soon({ state, busy }, { states }, format) {
  return state === "ready" && !busy ? states.working : say(states.waiting, { format });
}
