// @ts-check
/**
 * All that page and worker share: what may be asked, what may be told, and how a failure looks.
 *
 * page → worker  {id, call, body, file}    file is the bytes of one the call reads
 * worker → page  {id, ok: true, body}    body is a JSON value or, for a file, a Uint8Array (transferred)
 *                {id, ok: false, error}  a plain object, because Safari does not clone every Error
 *                {id: 0, ok, …}          unasked: the planner has begun, or could not
 *                {event: "kept"}         the next visit starts from this one's memory
 *                {event: "begun", id}    at once: a worker that does not say so hangs or has died
 *                {event: "done", id, done, of}  so much of so much; every message is a sign of life
 *                {event: "piece", piece}  of the advice, before its answer: see pieces.js
 *
 * @typedef {"advise" | "export" | "read" | "accept" | "another" | "record" | "portfolio" | "letters" | "letter"} Call
 * @typedef {{code: string, where: string | null, sentence: string | null, places: string[]}} Failure
 * @typedef {{id: number, call: Call, body: unknown, file?: Uint8Array}} Request
 * @typedef {{id: number, ok: true, body: any, pieces?: true} | {id: number, ok: false, error: Failure}} Answer
 * @typedef {{code: string, path: string, step: string, weight: "missing" | "advice" | "error",
 *   sentence: string, references: string[], proposal?: string | null, rule?: string | null}} Remark rule is the id of one
 * @typedef {{title: string, text: string}} Rule
 * @typedef {Record<string, string>} Runtime absolute addresses by the names of the files
 * @typedef {{root: string, base: string, runtime: Runtime, bundle: string, worker: string, store: string, key: string,
 *   calm: number, copied: boolean, fresh: boolean}} Addresses absolute; base is the path of the root; store and key are those
 *   of the kept start, which is not trusted when fresh; calm is how long the page is left alone before it is kept, in
 *   milliseconds; copied says that there is a copy for use without network
 */

/** The number of the answer that says the planner has begun. */
export const BEGIN = 0;

/** Calls the planner answers. */
export const CALLS = /** @type {const} */ (["advise", "export", "read", "accept", "another", "record", "portfolio", "letters", "letter"]);

/** Calls that need nothing but what the start brought. */
export const ALONE = /** @type {readonly Call[]} */ (["advise"]);

/** How long the worker may take to say that it has begun, in milliseconds: nothing is asked of it while it works. */
export const ACKNOWLEDGED = 10_000;

/** A clock that rings so much too late, in milliseconds, stood still, and so did the worker: the device slept. */
export const ASLEEP = 5_000;

/**
 * How long there may be no sign of life after that. Waiting costs the reader little, for the page goes on and a long wait
 * can be cancelled; an answer that a slow device was about to give costs more. A slow line gets its time for the start.
 */
export const PATIENCE = {
  begin: 120_000,
  advise: 60_000,
  export: 120_000,
  read: 120_000,
  accept: 60_000,
  another: 60_000,
  record: 60_000,
  portfolio: 120_000,
  letters: 60_000,
  letter: 60_000,
};

/**
 * Make a failure that can be posted and shown.
 * @param {string} code
 * @param {string | null} [sentence] in the reader's language, when Python wrote one
 * @returns {Failure}
 */
export function failure(code, sentence = null) {
  return { code, where: null, sentence, places: [] };
}
