// @ts-check
/**
 * Takes the addresses of the runtime, and perhaps the memory of an earlier start; gives Python with the planner on its
 * path. No packages are loaded by name: an empty lock rules out any request to another host.
 *
 * Pyodide fetches its parts one after the other; here all are on their way before its first module has come, and
 * WebAssembly is compiled while it arrives.
 */

/** @typedef {import("./protocol.js").Runtime} Runtime */
/** @typedef {Map<string, Promise<Response>>} Asked what is on its way, by address */
/** @typedef {ReturnType<typeof prepare>} Coming */

/** The lock of a runtime without packages; these are the build's own names for itself. */
const LOCK = {
  info: { abi_version: "2026_0", arch: "wasm32", platform: "emscripten_5_0_3", python: "3.14.2" },
  packages: {},
};
const PAGE = 65_536; // of WebAssembly's memory, in bytes

/**
 * Set everything going that a start needs, whichever it will be.
 * @param {Runtime} runtime
 * @param {Asked} asked
 */
export function prepare(runtime, asked) {
  const coming = {
    runtime,
    asked,
    compiled: compile(fetched(runtime["pyodide.asm.wasm"], asked)),
    zip: fetched(runtime["planner.zip.txt"], asked).then(bytes),
    modules: Promise.all([import(runtime["pyodide.js"]), import(runtime["pyodide.asm.js"])]),
  };
  for (const part of [coming.compiled, coming.zip, coming.modules]) part.catch(() => undefined); // told where it is awaited
  return coming;
}

/**
 * @param {Coming} coming
 * @param {Uint8Array | null} memory of an earlier start of the same runtime, restored instead of a new start
 * @returns {Promise<any>} Python; its memory can be kept unless it was restored
 */
export async function startPython({ runtime, asked, compiled, zip, modules }, memory) {
  const [{ loadPyodide }] = await modules;
  const lent = lend(asked, runtime["pyodide.asm.wasm"], compiled, memory);
  try {
    const loaded = loadPyodide({
      indexURL: new URL(".", runtime["pyodide.js"]).href,
      stdLibURL: runtime["stdlib.zip.txt"],
      lockFileContents: LOCK,
      env: { HOME: "/home/pyodide", PYTHONPATH: "/planner.zip" },
      fsInit: async (/** @type {any} */ files) => files.writeFile("/planner.zip", new Uint8Array(await zip)),
      ...(memory ? { _loadSnapshot: memory } : { _makeSnapshot: true }),
    });
    // Pyodide only logs it when its WebAssembly cannot be had, and then waits for ever: this tells.
    return await Promise.race([loaded, compiled.then(() => loaded), lent.broken]);
  } finally {
    lent.end();
  }
}

/** Put one more zip on the path of modules. @param {any} python @param {string} name @param {ArrayBuffer} zip */
export function addZip(python, name, zip) {
  const sys = python.pyimport("sys");
  python.FS.writeFile(`/${name}.zip`, new Uint8Array(zip));
  sys.path.append(`/${name}.zip`);
  sys.destroy();
}

/** @param {Response} response */
export function bytes(response) {
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return response.arrayBuffer();
}

/** What is on its way, once; else a new request. @param {string} address @param {Asked} asked */
function fetched(address, asked) {
  const there = asked.get(address);
  asked.delete(address);
  return there ?? fetch(address);
}

/** It does without the media type `application/wasm`, which not every host sends. @param {Promise<Response>} source */
async function compile(source) {
  const response = await source;
  const typed = response.ok && response.headers.get("Content-Type")?.startsWith("application/wasm");
  return typed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await bytes(response));
}

/**
 * Lend Pyodide what is on its way: its own requests find it, and its module is the one being compiled. A restored
 * memory that has outgrown the one it comes to needs room before Pyodide looks at it.
 * @param {Asked} asked
 * @param {string} wasm
 * @param {Promise<WebAssembly.Module>} compiled
 * @param {Uint8Array | null} memory
 */
function lend(asked, wasm, compiled, memory) {
  const { fetch } = self;
  const { instantiateStreaming } = WebAssembly;
  /** @type {(error: unknown) => void} */
  let tell = () => undefined;
  const broken = new Promise((_, reject) => (tell = reject));
  broken.catch(() => undefined);
  Object.assign(self, {
    fetch: (/** @type {any} */ address, /** @type {any[]} */ ...rest) => {
      if (String(address) === wasm) return Promise.resolve(new Response());
      const there = asked.get(String(address));
      asked.delete(String(address));
      return there ?? fetch(address, ...rest);
    },
  });
  Object.assign(WebAssembly, {
    instantiateStreaming: async (/** @type {unknown} */ _, /** @type {any} */ imports) => {
      try {
        const module = await compiled;
        const instance = await WebAssembly.instantiate(module, imports);
        const own = /** @type {WebAssembly.Memory} */ (instance.exports.memory);
        const lacking = (memory?.length ?? 0) - own.buffer.byteLength;
        if (lacking > 0) own.grow(Math.ceil(lacking / PAGE));
        return { module, instance };
      } catch (error) {
        tell(error);
        throw error;
      }
    },
  });
  return { broken, end: () => (Object.assign(self, { fetch }), Object.assign(WebAssembly, { instantiateStreaming })) };
}
