// Takes nothing; gives the runtime the site ships, started under Node as the page's worker starts it.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const home = resolve("build", "runtime", JSON.parse(readFileSync("build/runtime.json", "utf8")).path);
const zip = (name) => readFileSync(join(home, name));

export async function start() {
  const { loadPyodide } = await import(pathToFileURL(join(home, "pyodide.mjs")));
  return loadPyodide({
    indexURL: home,
    stdLibURL: join(home, "stdlib.zip"),
    lockFileContents: {
      info: { abi_version: "2026_0", arch: "wasm32", platform: "emscripten_5_0_3", python: "3.14.2" },
      packages: {},
    },
    env: { HOME: "/home/pyodide", PYTHONPATH: "/planner.zip:/workbook.zip" },
    fsInit: async (FS) => FS.writeFile("/planner.zip", zip("planner.zip")),
  });
}

/** The page fetches what reads workbooks when the first is opened, and no sooner. */
export function addWorkbooks(python) {
  python.FS.writeFile("/workbook.zip", zip("workbook.zip"));
}
