// @ts-check
/**
 * Takes requests; gives the planner's answers. Python lives here and nowhere else; the page is out of reach.
 *
 * Starting is three named steps: the runtime, the planner's own files, the bridge. No packages are loaded by
 * name: an empty lock rules out any request to another host, and everything the planner needs is in its zip.
 */
import { Sent } from "./pieces.mjs";
import { CALLS, failure } from "./protocol.mjs";

/** The lock of a runtime without packages; these are the build's own names for itself. */
const LOCK = {
  info: { abi_version: "2026_0", arch: "wasm32", platform: "emscripten_5_0_3", python: "3.14.2" },
  packages: {},
};

/** @type {any} the Python runtime */
let python = null;
/** @type {((call: string, body: string, file?: any, tell?: (done: number, of: number) => void) => any) | null} */
let handle = null;
/** What the page holds of the last advice. */
const sent = new Sent();
/** @type {Promise<void> | null} what reads workbooks, fetched with the first of them */
let workbooks = null;
/** @type {string} */
let workbookZip = "";

/** @param {import("./protocol.mjs").Stage} stage */
function tell(stage) {
  self.postMessage({ event: "stage", stage });
}

/**
 * @param {import("./protocol.mjs").Runtime} runtime
 * @returns {Promise<any>} the Python runtime with the planner on its path
 */
async function loadRuntime(runtime) {
  const zip = fetch(runtime.planner).then(bytes);
  zip.catch(() => undefined); // reported where it is awaited
  const broken = wasmFailure();
  const { loadPyodide } = await import(runtime.pyodide);
  const loaded = loadPyodide({
    indexURL: new URL(".", runtime.pyodide).href,
    stdLibURL: runtime.stdlib,
    lockFileContents: LOCK,
    env: { HOME: "/home/pyodide", PYTHONPATH: "/planner.zip:/workbook.zip" },
    fsInit: async (/** @type {any} */ files) => files.writeFile("/planner.zip", new Uint8Array(await zip)),
  });
  return Promise.race([loaded, broken]);
}

/**
 * Pyodide only logs it when its WebAssembly cannot be had, and then waits for ever: this tells. It also does without
 * the media type `application/wasm`, which not every host sends.
 * @returns {Promise<never>}
 */
function wasmFailure() {
  const { instantiateStreaming: streaming } = WebAssembly;
  return new Promise((_, reject) => {
    const watched = async (/** @type {Promise<Response>} */ source, /** @type {any} */ imports) => {
      try {
        const response = await source;
        const typed = response.ok && response.headers.get("Content-Type")?.startsWith("application/wasm");
        return typed ? await streaming(response, imports) : await WebAssembly.instantiate(await bytes(response), imports);
      } catch (error) {
        reject(error);
        throw error;
      }
    };
    Object.assign(WebAssembly, { instantiateStreaming: watched });
  });
}

/** @param {Response} response */
function bytes(response) {
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return response.arrayBuffer();
}

function importBridge() {
  const bridge = python.pyimport("planner.bridge");
  handle = bridge.handle.copy(); // a borrowed proxy would go with the module
  bridge.destroy();
}

/** @param {import("./protocol.mjs").Runtime} runtime */
async function start(runtime) {
  tell("runtime");
  workbookZip = runtime.workbook;
  python = await loadRuntime(runtime);
  tell("planner");
  importBridge();
  tell("ready");
  return null;
}

/** Fetch what reads workbooks, once; after a failure the next file tries again. */
function loadWorkbooks() {
  workbooks ??= fetch(workbookZip)
    .then(bytes)
    .then((zip) => python.FS.writeFile("/workbook.zip", new Uint8Array(zip)))
    .catch((error) => {
      workbooks = null;
      throw error;
    });
  return workbooks;
}

/**
 * Ask Python. Text comes back as text; a file as a proxy of bytes, which is copied out and let go.
 * @param {import("./protocol.mjs").Request} request
 */
async function ask({ id, call, body, file }) {
  if (!handle) return { ok: false, error: failure("not-started") };
  if (file) await loadWorkbooks();
  const given = file && python.toPy(file);
  const answer = handle(call, JSON.stringify(body), given, (done, of) => self.postMessage({ event: "done", id, done, of }));
  given?.destroy();
  if (typeof answer === "string") return call === "advise" ? inPieces(JSON.parse(answer)) : JSON.parse(answer);
  try {
    return { ok: true, body: answer.toJs() };
  } finally {
    answer.destroy();
  }
}

/** Advice on a long plan is long; each piece of it is a message of its own. @param {any} answer */
function inPieces(answer) {
  if (!answer.ok) return answer;
  for (const piece of sent.pieces(answer.body)) self.postMessage({ event: "piece", piece });
  return { ok: true, body: null, pieces: true };
}

/** @param {import("./protocol.mjs").Request} request */
async function reply(request) {
  const { id, call, body } = request;
  if (!CALLS.includes(call)) return { id, ok: false, error: failure("unknown-call") };
  try {
    if (call === "start") return { id, ok: true, body: await start(/** @type {any} */ (body)) };
    return { id, ...(await ask(request)) };
  } catch (error) {
    console.error(error);
    const broken = call === "start" || /** @type {Error} */ (error).name !== "PythonError";
    return { id, ok: false, error: failure(broken ? "crashed" : "unknown") };
  }
}

self.addEventListener("message", async ({ data }) => {
  self.postMessage({ event: "begun", id: data.id });
  const answer = await reply(data);
  const file = answer.body instanceof Uint8Array ? [answer.body.buffer] : [];
  self.postMessage(answer, { transfer: file });
});
