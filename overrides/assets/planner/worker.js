// @ts-check
/**
 * Takes requests; gives the planner's answers. Python lives here and nowhere else; the page is out of reach.
 *
 * The start is an answer nobody asked for, with the number 0: Python is there and has opened the words of the page.
 */
import { ALONE, BEGIN, CALLS, failure } from "./protocol.js";
import { addZip, bytes, layLibraries, startPython } from "./python.js";
import { forget, restore, take } from "./snapshot.js";

/** @typedef {import("./protocol.js").Addresses} Addresses */

/** @type {any} the Python runtime */
let python = null;
/** @type {import("./divided.js").Divided} its WebAssembly */
let divided;
/** @type {((call: string, body: string, file?: any, tell?: (done: number, of: number) => void) => any) | null} */
let door = null;
/** @type {Addresses} */
let addresses;
/** What a call may need that the first answer did not. One after the other: what is needed first shall not share the processor. */
const LATER = /** @type {const} */ (["start", "libraries", "rest", "documents"]);
/** @type {Map<string, Promise<void>>} what comes after the start, by name */
const parts = new Map();

/**
 * Begin: called once, by the few lines the page starts this worker with.
 * @param {Addresses} given
 * @param {import("./python.js").Coming} coming what those lines have set going
 */
export async function begin(given, coming) {
  addresses = given;
  try {
    if (given.fresh) await forget(given);
    if (!(await restored(coming))) await started(coming);
    self.postMessage({ id: BEGIN, ok: true, body: null });
  } catch (error) {
    console.error(error);
    self.postMessage({ id: BEGIN, ok: false, error: failure("crashed") });
    return;
  }
  try {
    for (const name of LATER) await part(name);
  } catch {
    // asked for again when it is needed, and with it what comes after it
  }
}

/** Python as it was kept; whatever is wrong with that, it starts anew. @param {import("./python.js").Coming} coming */
async function restored(coming) {
  try {
    const memory = await restore(coming.kept);
    if (!memory) return false;
    ({ python, divided } = await startPython(addresses.runtime, coming, memory));
    importBridge();
    if (!opened(call("opened", "{}")).ok) throw new Error("The kept start has no words.");
    return true;
  } catch {
    await forget(addresses);
    return false;
  }
}

/** Python from the beginning; its memory is taken before any plan has come. @param {import("./python.js").Coming} coming */
async function started(coming) {
  const bundle = fetch(addresses.bundle).then(bytes);
  bundle.catch(() => undefined); // reported where it is awaited
  const begun = await startPython(addresses.runtime, coming, null);
  ({ python, divided } = begun);
  for (const name of ["start", "libraries"]) parts.set(name, Promise.resolve());
  importBridge();
  const answer = opened(call("open", "{}", new Uint8Array(await bundle)));
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  const keep = take(python, begun.fresh, addresses);
  setTimeout(async () => (await keep()) && self.postMessage({ event: "kept" }), addresses.calm);
}

function importBridge() {
  const bridge = python.pyimport("planner.bridge");
  door = bridge.ask.copy(); // a borrowed proxy would go with the module
  bridge.destroy();
}

/** @typedef {"libraries" | "start" | "rest" | "documents" | "workbook"} Part */

/** Fetch a part that comes after the start, once; after a failure the next call tries again. @param {Part} name */
function part(name) {
  const there = parts.get(name);
  if (there) return there;
  const { runtime } = addresses;
  const zip = async () => addZip(python, name, await fetch(runtime[`${name}.zip.txt`]).then(bytes));
  const join = () => divided.join(/** @type {import("./divided.js").Later} */ (name));
  const bring = { libraries: () => layLibraries(python, runtime), start: join, rest: join, documents: zip, workbook: zip };
  const coming = bring[name]();
  parts.set(name, coming);
  coming.catch(() => parts.delete(name));
  return coming;
}

/** What a call cannot do without: what was on its way already, and fails just then, is fetched once more. @param {Part[]} names */
function need(...names) {
  return Promise.all(names.map((name) => part(name).catch(() => part(name))));
}

/**
 * Ask Python. A file is lent to it for the call; what comes is bytes, of a text or of a file, copied out and let go.
 * @param {string} name
 * @param {string} body
 * @param {Uint8Array} [file]
 * @param {(done: number, of: number) => void} [tell] hears how far a long one is
 */
function call(name, body, file, tell) {
  const given = file && python.toPy(file);
  let pair;
  try {
    pair = door?.(name, body, given, tell);
  } finally {
    given?.destroy();
  }
  const [isText, proxy] = [pair.get(0), pair.get(1)];
  const answer = proxy.toJs();
  proxy.destroy();
  pair.destroy();
  return isText ? new TextDecoder().decode(answer) : answer;
}

/** What Python answers, opened. @param {string | Uint8Array} answer */
function opened(answer) {
  return typeof answer === "string" ? JSON.parse(answer) : { ok: true, body: answer };
}

/** @param {import("./protocol.js").Request} request */
async function ask({ id, call: name, body, file }) {
  if (!door) return { ok: false, error: failure("not-started") };
  try {
    await need("start", "libraries");
    if (!ALONE.includes(name)) await need("rest", "documents");
    if (file) await need("workbook");
  } catch {
    return { ok: false, error: failure("not-fetched") }; // the browser has said what; Python is well
  }
  const tell = (/** @type {number} */ done, /** @type {number} */ of) => self.postMessage({ event: "done", id, done, of });
  if (name === "advise") return inPieces(call(name, JSON.stringify({ .../** @type {any} */ (body), only_changed: true })));
  return opened(call(name, JSON.stringify(body), file, tell));
}

/** Advice on a long plan is long; each piece of it, a line, is a message of its own. A failure is one line. @param {string} answer */
function inPieces(answer) {
  const lines = answer.split("\n");
  if (lines.length === 1) return opened(answer);
  for (const line of lines.slice(1, -1)) self.postMessage({ event: "piece", piece: JSON.parse(line.replace(/,$/, "")) });
  return { ok: true, body: null, pieces: true };
}

/** @param {import("./protocol.js").Request} request */
async function reply(request) {
  const { id } = request;
  if (!CALLS.includes(request.call)) return { id, ok: false, error: failure("unknown-call") };
  try {
    return { id, ...(await ask(request)) };
  } catch (error) {
    console.error(error);
    const broken = /** @type {Error} */ (error).name !== "PythonError";
    return { id, ok: false, error: failure(broken ? "crashed" : "unknown") };
  }
}

self.addEventListener("message", async ({ data }) => {
  self.postMessage({ event: "begun", id: data.id });
  const answer = await reply(data);
  const file = answer.body instanceof Uint8Array ? [answer.body.buffer] : [];
  self.postMessage(answer, { transfer: file });
});
