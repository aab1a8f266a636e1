// Takes nothing; gives the runtime the site ships, started under Node as the page's worker starts it.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const home = resolve("build", "runtime", JSON.parse(readFileSync("build/runtime.json", "utf8")).path);
const zip = (name) => readFileSync(join(home, `${name}.zip.txt`));

export async function start() {
  const { loadPyodide } = await import(pathToFileURL(join(home, "pyodide.js")));
  return loadPyodide({
    indexURL: home,
    stdLibURL: join(home, "stdlib.zip.txt"),
    lockFileContents: {
      info: { abi_version: "2026_0", arch: "wasm32", platform: "emscripten_5_0_3", python: "3.14.2" },
      packages: {},
    },
    env: { HOME: "/home/pyodide", PYTHONPATH: "/planner.zip" },
    fsInit: async (FS) => FS.writeFile("/planner.zip", zip("planner")),
  });
}

/** The page fetches what writes documents once it has started, and what reads workbooks with the first of them. */
export function add(python, name) {
  python.FS.writeFile(`/${name}.zip`, zip(name));
  python.pyimport("sys").path.append(`/${name}.zip`);
}
