// @ts-check
/**
 * Takes advice as Python writes it, a line for each row; gives the rows that have changed since the advice before, in
 * pieces so small that reading one never holds up the page, and puts them together on the other side. What has not changed
 * stays the same object there.
 *
 * @typedef {{part: string, kind: "list" | "mapping" | "value", size: number, gone: string[], entries: [string, any][]}} Piece
 */

/** Characters of a piece. */
const MOST = 60_000;

const END = /^[\]}],?$/;
const KINDS = /** @type {Record<string, "list" | "mapping">} */ ({ "[": "list", "{": "mapping" });

/**
 * The parts of the advice, a line for each row still as text.
 * @param {string} text @returns {Generator<[string, Piece["kind"], Map<string, string>]>}
 */
function* parts(text) {
  const lines = text.split("\n");
  for (let at = 1; at < lines.length - 1; at += 1) {
    const [part, value] = entry(lines[at]);
    const kind = KINDS[value];
    if (!kind) {
      yield [JSON.parse(part), "value", new Map([["", value]])];
      continue;
    }
    const first = at + 1;
    while (!END.test(lines[at + 1])) at += 1;
    const rows = lines.slice(first, at + 1);
    yield [JSON.parse(part), kind, new Map(kind === "list" ? rows.map((row, place) => [String(place), whole(row)]) : rows.map(entry))];
    at += 1;
  }
}

/** A line without the comma behind it. @param {string} line */
function whole(line) {
  return line.endsWith(",") ? line.slice(0, -1) : line;
}

/** `"name": value`, with or without a comma behind it. @param {string} line @returns {[string, string]} */
function entry(line) {
  const end = line.indexOf('": ') + 1;
  return [line.slice(0, end), whole(line.slice(end + 2))];
}

export class Sent {
  /** @type {Map<string, Map<string, string>>} the lines of each part that the other side holds */
  #parts = new Map();

  /** @param {string} text @returns {Generator<Piece>} */
  *pieces(text) {
    for (const [part, kind, rows] of parts(text)) {
      const before = this.#parts.get(part);
      this.#parts.set(part, rows);
      const changed = [...rows].filter(([key, row]) => before?.get(key) !== row);
      const gone = kind === "mapping" && before ? [...before.keys()].filter((key) => !rows.has(key)).map((key) => JSON.parse(key)) : [];
      if (before && !changed.length && before.size === rows.size) continue;
      const about = { part, kind, size: rows.size };
      let [entries, size] = [/** @type {[string, any][]} */ ([]), 0];
      for (const [key, row] of changed) {
        entries.push([kind === "mapping" ? JSON.parse(key) : key, JSON.parse(row)]);
        size += row.length;
        if (size < MOST) continue;
        yield { ...about, gone: [], entries };
        [entries, size] = [[], 0];
      }
      yield { ...about, gone, entries };
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
