// Takes the folder of the published wheel and lock; fails unless an ordinary Pyodide can load the planner from it.
import "./quiet.mjs";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { loadPyodide } from "pyodide";
import { indexURL } from "./home.mjs";

const folder = resolve(process.argv[2]);
const lockFileContents = JSON.parse(readFileSync(join(folder, "pyodide-lock.json"), "utf8"));
const python = await loadPyodide({ indexURL, lockFileContents, packageBaseUrl: `${folder}/`, packageCacheDir: folder });
await python.loadPackage("fairsteps-planner", { messageCallback() {} });
const opened = python.runPython(`
import json
from importlib.resources import files

from planner.bridge import handle

bundle = files("planner").joinpath("bundles/en.json").read_text(encoding="utf-8")
handle("open", json.dumps({"bundle": bundle}))
`);
if (!JSON.parse(opened).ok) throw new Error(opened);
