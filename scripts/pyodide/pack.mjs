// Takes a working folder and "trimmed" or "untrimmed"; gives the zips of out/ in it, by pack.py.
import "./quiet.mjs";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { loadPyodide } from "pyodide";

const [folder, mode] = process.argv.slice(2);
const python = await loadPyodide({ env: { HOME: "/home/pyodide", PYTHONHASHSEED: "0" } });
python.FS.mkdir("/checkout");
python.FS.mount(python.FS.filesystems.NODEFS, { root: resolve(folder) }, "/checkout");
python.runPython(readFileSync(new URL("pack.py", import.meta.url), "utf8"));
console.log(python.runPython(`main(untrimmed=${mode === "untrimmed" ? "True" : "False"})`));
