// @ts-check
/**
 * Takes an answer of many parts; gives what has changed in it since the one before, in pieces so small that reading one
 * never holds up the page, and puts them together on the other side. What has not changed stays the same object there.
 *
 * @typedef {{part: string, kind: "list" | "mapping" | "value", size: number, anew: boolean, entries: [string, any][]}} Piece
 */

/** Characters of a piece. */
const MOST = 60_000;

/** @param {any} value @returns {Piece["kind"]} */
function kindOf(value) {
  return Array.isArray(value) ? "list" : value && typeof value === "object" ? "mapping" : "value";
}

export class Sent {
  /** @type {Map<string, {kind: string, texts: Map<string, string>}>} what the other side holds, as text */
  #parts = new Map();

  /** @param {Record<string, any>} answer @returns {Generator<Piece>} */
  *pieces(answer) {
    for (const [part, value] of Object.entries(answer)) {
      const kind = kindOf(value);
      /** @type {[string, any][]} */
      const entries = kind === "value" ? [["", value]] : Object.entries(value);
      const texts = new Map(entries.map(([key, one]) => [key, JSON.stringify(one)]));
      const before = this.#parts.get(part);
      this.#parts.set(part, { kind, texts });
      const anew = before?.kind !== kind || (kind === "mapping" && [...before.texts.keys()].some((key) => !texts.has(key)));
      const changed = anew ? entries : entries.filter(([key]) => before.texts.get(key) !== texts.get(key));
      if (!anew && !changed.length && before.texts.size === texts.size) continue;
      const about = { part, kind, size: entries.length };
      let [piece, size, first] = [/** @type {[string, any][]} */ ([]), 0, true];
      for (const entry of changed) {
        piece.push(entry);
        size += texts.get(entry[0])?.length ?? 0;
        if (size < MOST) continue;
        yield { ...about, anew: anew && first, entries: piece };
        [piece, size, first] = [[], 0, false];
      }
      if (piece.length || first) yield { ...about, anew: anew && first, entries: piece };
    }
  }
}

export class Received {
  /** @type {Record<string, any>} */
  #now = {};
  /** @type {Piece[]} */
  #pieces = [];

  /** @param {Piece} piece */
  take(piece) {
    this.#pieces.push(piece);
  }

  /** The answer, now that all its pieces are here. */
  whole() {
    const now = { ...this.#now };
    const fresh = new Set();
    for (const { part, kind, size, anew, entries } of this.#pieces.splice(0)) {
      if (!fresh.has(part)) now[part] = kind === "list" ? (anew ? [] : now[part].slice(0, size)) : anew ? {} : { ...now[part] };
      fresh.add(part);
      if (kind === "value") now[part] = entries[0][1];
      else for (const [key, value] of entries) now[part][key] = value;
    }
    this.#now = now;
    return now;
  }
}
