// Gives a runtime as the site ships it, started under Node as the page's worker starts it.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Divided } from "../../overrides/assets/planner/divided.js";
import { LOCK } from "../../overrides/assets/planner/python.js";

/** The runtime of the last build. */
const published = () => resolve("build", "runtime", JSON.parse(readFileSync("build/runtime.json", "utf8")).path);

/** A browser has no program with a path and no files for streams; Python asks of those what the page never calls. */
const IN_A_BROWSER = { _sysExecutable: "./this.program", stdin: () => null, stdout: console.error, stderr: console.error };

/**
 * Give Python, what adds a zip to it, and its WebAssembly.
 * @param {{home?: string, missing?: () => void, placed?: (exports: any) => void, options?: object,
 *   instantiate?: (bytes: Uint8Array, imports: any) => Promise<WebAssembly.WebAssemblyInstantiatedSource>}} [given] missing hears
 *   of a call that needs a part which is not there, placed of a new instance, which instantiate may make; options are Pyodide's
 */
export async function start({ home = published(), missing = () => {}, placed = () => {}, instantiate, options = {} } = {}) {
  const read = (name) => readFileSync(join(home, name));
  const part = (name) => read(`pyodide.${name}.wasm`);
  const divided = new Divided(async (name) => part(name), (name) => (missing(), part(name)));
  const inParts = async (bytes, imports) => {
    const module = await WebAssembly.compile(bytes);
    const instance = await divided.instantiate(module, imports);
    if (!options._loadSnapshot) await divided.join("start");
    return { module, instance };
  };
  const own = WebAssembly.instantiate;
  WebAssembly.instantiate = async (bytes, imports) => {
    if (!imports?.env) return own(bytes, imports); // Pyodide's little helpers
    WebAssembly.instantiate = own;
    const made = await (instantiate ?? inParts)(bytes, imports);
    placed(made.instance.exports);
    return made;
  };
  const { loadPyodide } = await import(pathToFileURL(join(home, "pyodide.js")));
  const python = await loadPyodide({
    ...IN_A_BROWSER,
    indexURL: home,
    stdLibURL: join(home, "stdlib.zip.txt"),
    lockFileContents: LOCK,
    env: { HOME: "/home/pyodide", PYTHONPATH: "/planner.zip" },
    fsInit: async (FS) => FS.writeFile("/planner.zip", read("planner.zip.txt")),
    ...options,
  });
  /** The page fetches what writes documents once it has started, and what reads workbooks with the first of them. */
  const add = (name) => {
    python.FS.writeFile(`/${name}.zip`, read(`${name}.zip.txt`));
    python.pyimport("sys").path.append(`/${name}.zip`);
  };
  return { python, add, divided };
}

/** The planner's door, which asks as the page's worker does. @param {any} python */
export function door(python) {
  const bridge = python.pyimport("planner.bridge");
  const ask = bridge.ask.copy();
  bridge.destroy();
  return (/** @type {string} */ call, /** @type {any} */ body, /** @type {Uint8Array} */ file) => {
    const lent = file && python.toPy(file);
    const pair = ask(call, JSON.stringify(body), lent);
    const [isText, proxy] = [pair.get(0), pair.get(1)];
    const answer = proxy.toJs();
    for (const one of [proxy, pair, lent]) one?.destroy();
    return isText ? JSON.parse(new TextDecoder().decode(answer)) : answer;
  };
}

/** Ask advice on every story, and on every plan that is one, as the page does; give what is answered. @param {(call: string, body: any) => any} ask @param {any} given by `rehearsal` */
export function advise(ask, given) {
  const plans = Object.values(given.stories);
  for (const text of Object.values(given.plans)) {
    try {
      plans.push(JSON.parse(text));
    } catch {
      // broken on purpose
    }
  }
  return plans.map((plan) => ask("advise", { plan, day: given.day, only_changed: true }));
}
