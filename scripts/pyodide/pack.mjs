// Takes a working folder and "trimmed" or "untrimmed"; gives the zips of out/ in it, by pack.py.
import "./quiet.mjs";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { loadPyodide } from "pyodide";
import { indexURL } from "./home.mjs";
import { advise } from "./shipped.mjs";

const [folder, mode] = process.argv.slice(2);
const given = JSON.parse(readFileSync(resolve(folder, "plans.json"), "utf8"));

async function start() {
  // Where in a line something failed nobody sees in a page, and bytecode is smaller without.
  const env = { HOME: "/home/pyodide", PYTHONHASHSEED: "0", PYTHONPATH: "/checkout/packages", PYTHONNODEBUGRANGES: "1" };
  const fsInit = async (FS) => {
    FS.mkdir("/checkout");
    FS.mount(FS.filesystems.NODEFS, { root: resolve(folder) }, "/checkout");
  };
  return loadPyodide({ indexURL, env, fsInit, stdLibURL: resolve(folder, "stdlib.zip") });
}

/** The modules there are once the page has its first advice, started as the page starts: that is all a start needs. */
async function first() {
  const python = await start();
  const { handle } = python.pyimport("planner.bridge");
  const ask = (call, body) => handle(call, JSON.stringify(body));
  ask("open", { bundle: Object.values(given.bundles)[0] });
  ask("opened", {});
  advise(ask, given);
  const modules = python.pyimport("sys").modules;
  return [...modules.keys()];
}

const modules = await first();
const python = await start();
python.FS.writeFile("/first.json", JSON.stringify(modules));
python.runPython(readFileSync(new URL("pack.py", import.meta.url), "utf8"));
console.log(python.runPython(`main(untrimmed=${mode === "untrimmed" ? "True" : "False"})`));
