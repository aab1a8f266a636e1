// @ts-check
/**
 * Takes the pieces in which Python sends what has changed since the advice before; gives the advice, put together again. What
 * has not changed stays the same object. `planner/reply/changed.py` has the other side.
 *
 * @typedef {{part: string, kind: "list" | "mapping" | "value", size: number, gone: string[], entries: [any, any][]}} Piece
 */

export class Received {
  /** @type {Record<string, any>} */
  #now = {};
  /** @type {Piece[]} */
  #pieces = [];

  /** @param {Piece} piece */
  take(piece) {
    this.#pieces.push(piece);
  }

  /** The advice, now that all its pieces are here. */
  whole() {
    const now = { ...this.#now };
    const fresh = new Set();
    for (const { part, kind, size, gone, entries } of this.#pieces.splice(0)) {
      if (kind === "value") {
        now[part] = entries[0][1];
        continue;
      }
      if (!fresh.has(part)) now[part] = kind === "list" ? (now[part] ?? []).slice(0, size) : { ...now[part] };
      fresh.add(part);
      for (const key of gone) delete now[part][key];
      for (const [key, value] of entries) now[part][key] = value;
    }
    this.#now = now;
    return now;
  }
}
