// @ts-check
/**
 * Takes what the page set going for a start, and perhaps the memory of an earlier one; gives Python with the planner on its
 * path. No packages are loaded by name: an empty lock rules out any request to another host.
 *
 * Pyodide fetches its parts one after the other; here they are on their way together, and WebAssembly is compiled while it
 * arrives.
 */

import { Divided } from "./divided.js";
import { brought } from "./memory.js";

/** @typedef {import("./protocol.js").Runtime} Runtime */
/**
 * @typedef {{compiled: Promise<WebAssembly.Module>, start: Promise<WebAssembly.Module | undefined>, modules: Promise<any[]>,
 *   kept: Promise<import("./snapshot.js").Kept>}} Coming what is on its way
 */

/** The lock of a runtime without packages; these are the build's own names for itself. */
export const LOCK = {
  info: { abi_version: "2026_0", arch: "wasm32", platform: "emscripten_5_0_3", python: "3.14.2" },
  packages: {},
};

/** Where a start lays its libraries. A restored memory knows them already and reads in them only later. */
const LIBRARIES = /** @type {const} */ ({ "stdlib.zip.txt": "/lib/python314.zip", "planner.zip.txt": "/planner.zip" });

/**
 * @param {Runtime} runtime
 * @param {Coming} coming
 * @param {import("./memory.js").Memory | null} memory of an earlier start of the same runtime, restored instead of a new start
 * @returns {Promise<{python: any, divided: Divided, fresh: import("./memory.js").Words | null}>} its memory can be kept, with
 *   what it was when fresh, unless it was restored: then libraries and the second part of WebAssembly are yet to come, too
 */
export async function startPython(runtime, coming, memory) {
  const { compiled } = coming;
  const zip = memory ? null : fetch(runtime["planner.zip.txt"]).then(bytes);
  zip?.catch(() => undefined); // told where it is awaited
  const [{ loadPyodide }] = await coming.modules;
  const address = (/** @type {import("./divided.js").Later} */ part) => runtime[`pyodide.${part}.wasm`];
  const divided = new Divided((part) => fetch(address(part)).then(bytes), (part) => bytesNow(address(part)));
  /** @type {import("./memory.js").Words | null} */
  let fresh = null;
  const lacking = [runtime["pyodide.asm.wasm"], ...(memory ? [runtime["stdlib.zip.txt"]] : [])];
  const lent = lend(lacking, compiled, async (module, imports) => {
    const instance = await divided.instantiate(module, imports);
    if (memory) memory.into(instance.exports);
    else {
      await divided.join("start", coming.start); // first, for most constants come with it
      fresh = brought(instance.exports);
    }
    return instance;
  });
  try {
    const loaded = loadPyodide({
      indexURL: new URL(".", runtime["pyodide.js"]).href,
      stdLibURL: runtime["stdlib.zip.txt"],
      lockFileContents: LOCK,
      env: { HOME: "/home/pyodide", PYTHONPATH: LIBRARIES["planner.zip.txt"] },
      fsInit: async (/** @type {any} */ files) => zip && files.writeFile(LIBRARIES["planner.zip.txt"], new Uint8Array(await zip)),
      ...(memory ? { _loadSnapshot: memory.note } : { _makeSnapshot: true }),
    });
    // Pyodide only logs it when its WebAssembly cannot be had, and then waits for ever: this tells.
    const python = await Promise.race([loaded, compiled.then(() => loaded), lent.broken]);
    return { python, divided, fresh };
  } finally {
    lent.end();
  }
}

/** Lay the libraries where a restored memory looks for them. @param {any} python @param {Runtime} runtime */
export async function layLibraries(python, runtime) {
  const laid = Object.entries(LIBRARIES).map(async ([name, path]) => {
    const zip = await fetch(runtime[name]).then(bytes);
    python.FS.writeFile(path, new Uint8Array(zip));
  });
  await Promise.all(laid);
}

/** Put one more zip on the path of modules. @param {any} python @param {string} name @param {ArrayBuffer} zip */
export function addZip(python, name, zip) {
  const sys = python.pyimport("sys");
  python.FS.writeFile(`/${name}.zip`, new Uint8Array(zip));
  sys.path.append(`/${name}.zip`);
  sys.destroy();
}

/** @param {Response} response @returns {Promise<ArrayBuffer>} */
export function bytes(response) {
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return response.arrayBuffer();
}

/** While Python waits: it has called something and cannot go on without. @param {string} address @returns {ArrayBuffer} */
function bytesNow(address) {
  const request = new XMLHttpRequest();
  request.open("GET", address, false);
  request.responseType = "arraybuffer";
  request.send();
  if (request.status !== 200) throw new Error(`${request.status} ${address}`);
  return request.response;
}

/** Stands for a file that Pyodide asks for and need not have. An empty response of the browser's is read by the busy page's thread. */
const NOTHING = { ok: true, arrayBuffer: async () => new ArrayBuffer(0) };

/**
 * Lend Pyodide the module being compiled in place of its own, and nothing for what it need not have.
 * @param {string[]} lacking what Pyodide asks for and need not have: the module, and libraries a restored memory knows
 * @param {Promise<WebAssembly.Module>} compiled
 * @param {(module: WebAssembly.Module, imports: WebAssembly.Imports) => Promise<WebAssembly.Instance>} instantiate
 */
function lend(lacking, compiled, instantiate) {
  const { fetch } = self;
  const { instantiateStreaming } = WebAssembly;
  /** @type {(error: unknown) => void} */
  let tell = () => undefined;
  const broken = new Promise((_, reject) => (tell = reject));
  broken.catch(() => undefined);
  Object.assign(self, {
    fetch: (/** @type {any} */ address, /** @type {any[]} */ ...rest) => {
      return lacking.includes(String(address)) ? Promise.resolve(NOTHING) : fetch(address, ...rest);
    },
  });
  Object.assign(WebAssembly, {
    instantiateStreaming: async (/** @type {unknown} */ _, /** @type {any} */ imports) => {
      try {
        const module = await compiled;
        return { module, instance: await instantiate(module, imports) };
      } catch (error) {
        tell(error);
        throw error;
      }
    },
  });
  return { broken, end: () => (Object.assign(self, { fetch }), Object.assign(WebAssembly, { instantiateStreaming })) };
}
