// Takes pyodide.asm.mjs, its .wasm, pyodide.mjs and a target; gives the first without what nothing here can reach.
//
// Emscripten links JavaScript for all that a package of Pyodide could ask for: OpenGL, sound, windows. Of these the page
// loads none, so what remains is what WebAssembly itself imports. Whatever a new Pyodide writes differently stops this.
import { readFileSync, writeFileSync } from "node:fs";
import { minify } from "terser";

const [script, wasm, outer, target] = process.argv.slice(2);
const NO_BROWSER = /^(?:emscripten_)?(?:gl[A-Z]|webgl|alc?[A-Z]|egl[A-Z]|SDL_|glfw|glut|glew)/;

/** @param {string} text @param {RegExp} pattern @param {(...found: string[]) => string} change @param {string} what */
function replaced(text, pattern, change, what) {
  if (text.search(pattern) < 0) throw new Error(`pyodide.asm.mjs no longer has ${what}; see scripts/pyodide/trim.mjs.`);
  return text.replace(pattern, change);
}

const imports = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(wasm)));
const needed = new Set(imports.filter(({ module, kind }) => kind !== "global" || module === "GOT.func").map(({ name }) => name));
let text = readFileSync(script, "utf8");
const around = readFileSync(outer, "utf8");

text = replaced(text, /var wasmImports=\{([^}]*)\}/, (_, listed) => {
  const entries = listed.split(",").map((entry) => entry.trim().split(":"));
  const kept = entries.filter(([name]) => needed.has(name));
  const written = kept.map(([name, value = name]) => `${name}:${NO_BROWSER.test(name) ? "absent" : value}`);
  return `function absent(){throw new Error("Left out of this page.")}absent.sig="v";var wasmImports={${written}}`;
}, "a list of imports");

// What is put on the module for others to use, and nobody uses.
const uses = new Map();
for (const [, dotted, quoted] of text.matchAll(/Module(?:\.(\w+)|\["(\w+)"\])/g)) uses.set(dotted ?? quoted, (uses.get(dotted ?? quoted) ?? 0) + 1);
const read = new Set([...`${text}${around}`.matchAll(/\.(\w+)/g)].map(([, name]) => name));
for (const [, names] of `${text}${around}`.matchAll(/\{([\w,:$ ]+)\}=/g)) {
  for (const name of names.split(",")) read.add(name.split(":")[0].trim());
}
text = replaced(text, /Module\["(\w+)"\]=(\w+);/g, (all, name, value) => {
  const isItself = [name, `_${name}`].includes(value) || name === `_${value}`;
  return isItself && uses.get(name) === 1 && !read.has(name) ? "" : all;
}, "values put on its module");
text = replaced(text, /(\w+)\.sig="[^"]*";/g, (all, name) =>
  name === "absent" || needed.has(name) || needed.has(name.replace(/^_/, "")) ? all : "", "signatures of its functions");
text = replaced(text, /(?<![\w.$])eval\(/g, () => "(0,globalThis.eval)(", "an eval"); // a direct one might use any variable

const { code } = await minify(text, {
  module: true,
  ecma: 2020,
  mangle: false, // EM_JS code is text with names in it
  compress: { inline: false, reduce_funcs: false, reduce_vars: false, collapse_vars: false, sequences: false },
});
writeFileSync(target, code);
