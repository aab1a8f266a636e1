// @ts-check
/** Takes nothing; gives "ready" once the WebAssembly of the runtime is compiled and instantiated: less cannot be had. */
import { loadPyodide } from "./pyodide/pyodide.mjs";

// loadPyodide knows what the module imports; the moment it is instantiated is all that is asked of it.
const { instantiateStreaming } = WebAssembly;
WebAssembly.instantiateStreaming = async (source, imports) => {
  const made = await instantiateStreaming(source, imports);
  self.postMessage("ready");
  await new Promise(() => undefined);
  return made;
};
const info = { abi_version: "2026_0", arch: "wasm32", platform: "emscripten_5_0_3", python: "3.14.2" };
await loadPyodide({ lockFileContents: { info, packages: {} }, stdLibURL: "data:application/zip," });
