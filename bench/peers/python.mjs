// @ts-check
/** Takes nothing; gives "ready" once a stock Pyodide without packages has added one and one. */
import { loadPyodide } from "./pyodide/pyodide.mjs";

const info = { abi_version: "2026_0", arch: "wasm32", platform: "emscripten_5_0_3", python: "3.14.2" };
const python = await loadPyodide({ lockFileContents: { info, packages: {} } });
self.postMessage(python.runPython("1 + 1") === 2 ? "ready" : "failed");
