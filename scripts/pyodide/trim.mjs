/**
 * Takes the folder of Pyodide and a target; gives pyodide.asm.js and pyodide.asm.wasm there without what no page of ours
 * can reach, and watched.wasm, the same that tells what it calls.
 *
 * Pyodide is linked so that a package may ask for anything: all of Python's C functions, OpenGL, sound, windows. The page
 * loads no package, so what remains is what script and WebAssembly ask of each other. What a new Pyodide writes
 * differently stops the build here.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import binaryen from "binaryen";
import { minify } from "terser";
import { watch } from "./watched.mjs";

const [folder, target] = process.argv.slice(2);
/** What the script finds by a name it puts together, or not by name. */
const ALWAYS = new Set(["memory", "main", "__main_argc_argv", "__indirect_function_table", "__wasm_call_ctors", "__wasm_apply_data_relocs"]);

/** @param {string} text @param {RegExp} pattern @param {(...found: string[]) => string} change @param {string} what */
function replaced(text, pattern, change, what) {
  if (text.search(pattern) < 0) throw new Error(`pyodide.asm.mjs no longer has ${what}. See scripts/pyodide/trim.mjs.`);
  return text.replace(pattern, change);
}

/** How often each word stands in a text. @param {string} text */
function counted(text) {
  const count = new Map();
  for (const [word] of text.matchAll(/\w+/g)) count.set(word, (count.get(word) ?? 0) + 1);
  return count;
}

/** What is put on the module for packages and asked of it by nobody else. @param {string} text @param {string} around */
function withoutOffers(text, around) {
  const [own, others] = [counted(text), counted(around)];
  const short = replaced(text, /(\w+)=Module\["(\w+)"\]=wasmExports\["\w+"\](?:\.value>>>0)?(?=[;}])/g,
    (all, name, same) => (name === same && own.get(name) === 3 && !others.has(name) ? "0" : all), "offers of what WebAssembly exports");
  const asked = new Set([...text.matchAll(/(?:\.|Module\[")(\w+)(?!"\]=)/g)].map(([, name]) => name));
  for (const [, names] of text.matchAll(/\{([\w,:$ ]+)\}=/g)) names.split(",").forEach((name) => asked.add(name.split(":")[0].trim()));
  return replaced(short, /Module\["(\w+)"\]=(\w+);/g,
    (all, name, value) => (name === value && !asked.has(name) && !others.has(name) ? "" : all), "offers of its functions");
}

/** WebAssembly with no more exports than the script asks for, and nothing that only served those; and watched. @param {Uint8Array} bytes @param {string} text */
function withoutExports(bytes, text) {
  const asked = new Set([...text.matchAll(/wasmExports(?:\.|\[")(\w+)/g)].map(([, name]) => name));
  const module = binaryen.readBinary(bytes);
  for (const { name, kind } of WebAssembly.Module.exports(new WebAssembly.Module(bytes))) {
    if (kind !== "tag" && !asked.has(name) && !ALWAYS.has(name)) module.removeExport(name);
  }
  module.runPasses(["remove-unused-module-elements"]);
  const wasm = module.emitBinary();
  watch(module);
  return { wasm, watched: module.emitBinary() };
}

/** The script with no more imports than WebAssembly asks for. @param {string} text @param {Uint8Array} bytes */
function withoutImports(text, bytes) {
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(bytes));
  if (imports.some(({ module }) => module.startsWith("GOT"))) throw new Error("WebAssembly now links at run time. See scripts/pyodide/trim.mjs.");
  const asked = new Set(imports.map(({ name }) => name));
  const listed = replaced(text, /var wasmImports=\{([^}]*)\}/,
    (_, all) => `var wasmImports={${all.split(",").filter((one) => asked.has(one.trim().split(":")[0]))}}`, "a list of imports");
  return replaced(listed, /\w+\.sig="[^"]*";/g, () => "", "signatures, which only linking at run time needs");
}

/**
 * The script without what it gets ready at every start in case something is linked at run time: a place for each function
 * that WebAssembly exports, and to find those, an object for each of the thousands of functions in its table.
 * @param {string} text
 */
function withoutLinking(text) {
  const short = replaced(text, /updateGOT\(origExports\);/, () => "", "places of what may be linked");
  return replaced(short, /updateTableMap\(0,wasmTable\.length\)/, () => "", "a list of the functions in its table");
}

/**
 * The script that asks modules for what they are, instead of having Python read and run sentences: for four short ones its
 * whole parser would be woken at every start. A restored memory has imported the core already.
 * @param {string} text
 */
function withoutSentences(text) {
  const changes = [
    [/(API\.finalizeBootstrap=function\((\w+),\w+\)\{[^;]*;let\[\w+,\w+\]=)(?=API\.rawRun\("import _pyodide_core"\))/, (_, start, kept) => `${start}${kept}?[0]:`],
    [/API\.runPythonInternal_dict=API\._pyodide\._base\.eval_code\("\{\}"\),/, () => ""],
    [/API\.runPythonInternal=function\((\w+)\)\{return API\._pyodide\._base\.eval_code\(\1,API\.runPythonInternal_dict\)\};/, () => ""],
    [/API\.runPythonInternal\("import importlib; importlib"\)/, () => 'API._pyodide._base.import_module("importlib")'],
    [/API\.runPythonInternal\("import (__main__|builtins); \1\.__dict__"\)/g, (_, module) => `API.importlib.import_module("${module}").__dict__`],
  ];
  return changes.reduce((short, [pattern, change]) => replaced(short, pattern, change, `its start as ${pattern}`), text);
}

const script = readFileSync(join(folder, "pyodide.asm.mjs"), "utf8");
const offered = withoutOffers(script, readFileSync(join(folder, "pyodide.mjs"), "utf8"));
const { wasm, watched } = withoutExports(readFileSync(join(folder, "pyodide.asm.wasm")), offered);
const text = replaced(withoutSentences(withoutLinking(withoutImports(offered, wasm))), /(?<![\w.$])eval\(/g, () => "(0,globalThis.eval)(", "eval, which might use any name");
const { code } = await minify(text, {
  module: true,
  ecma: 2020,
  mangle: false, // Python calls some of it by name
  compress: { inline: false, reduce_funcs: false, reduce_vars: false, collapse_vars: false, sequences: false },
});
mkdirSync(target, { recursive: true });
writeFileSync(join(target, "pyodide.asm.js"), `${code}`);
writeFileSync(join(target, "pyodide.asm.wasm"), wasm);
writeFileSync(join(target, "watched.wasm"), watched);
