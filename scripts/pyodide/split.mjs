/**
 * Takes WebAssembly, the numbers of the functions a start calls (as JSON on stdin), a target and which part to write there:
 * "first", with these functions, or "rest", with all others. `rest.js` of the page joins them.
 *
 * The parts call each other through a table that the first part lends. Where a function of the rest would stand, the first
 * part has a few instructions that ask for the rest unless it is there and then call it: so whatever is called is found,
 * and how well the numbers were chosen shows in nothing but time. Memory, tables, globals and tags are those of the first.
 */
import { readFileSync, writeFileSync } from "node:fs";
import binaryen from "binaryen";
import { functions } from "./watched.mjs";

const [source, target, part] = process.argv.slice(2);
const isFirst = part === "first";
const called = new Set(JSON.parse(readFileSync(0, "utf8")));
const { ReferenceTypes, MutableGlobals, BulkMemory, BulkMemoryOpt, ExceptionHandling, SignExt, NontrappingFPToInt, Multivalue } = binaryen.Features;
const TABLE = "rest.table";
const THERE = "rest.there";

const module = binaryen.readBinary(readFileSync(source));
module.setFeatures(ReferenceTypes | MutableGlobals | BulkMemory | BulkMemoryOpt | ExceptionHandling | SignExt | NontrappingFPToInt | Multivalue);
const all = functions(module);
const first = all.filter((_, number) => called.has(number));
const rest = all.filter((_, number) => !called.has(number));
const places = new Map([...first, ...rest].map(({ name }, place) => [name, place]));

/** @param {string} kind @param {(one: any) => any} info */
function listed(kind, info) {
  return Array.from({ length: module[`getNum${kind}s`]() }, (_, at) => info(module[`get${kind}ByIndex`](at)));
}
const exported = listed("Export", binaryen.getExportInfo);
const tables = listed("Table", binaryen.getTableInfo);
const globals = listed("Global", binaryen.getGlobalInfo).filter(({ mutable }) => mutable);
const tags = exported.filter(({ kind }) => kind === binaryen.ExternalTag).map(({ value }) => binaryen.getTagInfo(module.getTag(value)));
const [memory] = exported.filter(({ kind }) => kind === binaryen.ExternalMemory);
const elements = listed("ElementSegment", binaryen.getElementSegmentInfo);

module.addTable(TABLE, all.length, all.length);

/** Put in the place of a function a call of the one in the table. @param {any} info @param {any[]} before what is done first */
function stand({ name, params, results }, before) {
  const given = binaryen.expandType(params).map((type, at) => module.local.get(at, type));
  const call = module.call_indirect(TABLE, module.i32.const(places.get(name)), given, params, results);
  module.removeFunction(name);
  module.addFunction(name, params, results, [], module.block(null, [...before, call], results));
}

function keepFirst() {
  const { i32, none } = binaryen;
  module.addFunctionImport("rest.join", "rest", "join", none, none);
  module.addGlobal(THERE, i32, true, module.i32.const(0));
  for (const info of rest) {
    const isMissing = module.i32.eqz(module.global.get(THERE, i32));
    stand(info, [module.if(isMissing, module.call("rest.join", [], none))]);
  }
  module.addActiveElementSegment(TABLE, "first", first.map(({ name }) => name), module.i32.const(0));
  module.addGlobalExport(THERE, THERE);
  for (const { name } of tables) module.addTableExport(name, `rest.table ${name}`);
  for (const { name } of globals) module.addGlobalExport(name, `rest.${name}`);
  for (const { name } of tags) module.addTagExport(name, `rest.${name}`);
  module.addTableExport(TABLE, TABLE);
}

function keepRest() {
  for (const info of first) stand(info, []);
  for (const { name } of exported) module.removeExport(name);
  for (const { name } of elements) module.removeElementSegment(name);
  const { initial, max } = module.getMemoryInfo(memory.value);
  module.setMemory(initial, max, null, [], false, false, memory.value);
  module.addMemoryImport(memory.value, "first", memory.name);
  for (const { name } of tables) module.addTableImport(name, "first", `rest.table ${name}`);
  for (const { name, type } of globals) module.addGlobalImport(name, "first", `rest.${name}`, type, true);
  for (const { name, params, results } of tags) module.addTagImport(name, "first", `rest.${name}`, params, results);
  module.addTableImport(TABLE, "first", TABLE);
  module.addActiveElementSegment(TABLE, "rest", rest.map(({ name }) => name), module.i32.const(first.length));
}

isFirst ? keepFirst() : keepRest();
module.runPasses(["remove-unused-module-elements"]);
if (!module.validate()) throw new Error(`The ${part} part of WebAssembly is not valid. See scripts/pyodide/split.mjs.`);
writeFileSync(target, module.emitBinary());
