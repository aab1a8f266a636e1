/**
 * Takes WebAssembly, what `called.mjs` says of it (as JSON on stdin), a target and which part to write there: the functions of
 * each part are told by their numbers, and the last part has all others. `divided.js` of the page names the parts and joins them.
 *
 * The parts call each other through a table that the first one lends. Where a function of another part would stand, there
 * are a few instructions that ask for that part unless it is there and then call it: so whatever is called is found, and
 * how well the numbers were chosen shows in time alone, but for what follows. Memory, tables, globals and tags are those of the first.
 *
 * What Python calls by its address alone, most of all there is, the second part brings in, for a kept start would compile
 * eight thousand such instructions and use none. Should it call one all the same, it fails, and a plain start follows. The
 * second part brings the constants that a kept start does not read, too.
 */
import { readFileSync, writeFileSync } from "node:fs";
import binaryen from "binaryen";
import { PARTS } from "../../overrides/assets/planner/divided.js";
import { functions } from "./watched.mjs";

const { i32, none } = binaryen;
const [source, target, part] = process.argv.slice(2);
const mine = PARTS.indexOf(part);
const LATER = [...PARTS.keys()].slice(1);
const called = JSON.parse(readFileSync(0, "utf8"));
const numbers = PARTS.slice(0, -1).map((name) => new Set(called[name]));
const { ReferenceTypes, MutableGlobals, BulkMemory, BulkMemoryOpt, ExceptionHandling, SignExt, NontrappingFPToInt, Multivalue } = binaryen.Features;
const CONSTANTS = "constants";
const TABLE = "parts.table";
const JOIN = "parts.join";
const there = (at) => `there.${PARTS[at]}`;

const module = binaryen.readBinary(readFileSync(source));
module.setFeatures(ReferenceTypes | MutableGlobals | BulkMemory | BulkMemoryOpt | ExceptionHandling | SignExt | NontrappingFPToInt | Multivalue);
const all = functions(module).map((info, number) => {
  const at = numbers.findIndex((ones) => ones.has(number));
  return { ...info, part: at < 0 ? PARTS.length - 1 : at };
});
const inOrder = all.toSorted((one, other) => one.part - other.part);
const places = new Map(inOrder.map(({ name }, place) => [name, place]));
const own = all.filter((info) => info.part === mine).map(({ name }) => name);

/** @param {string} kind @param {(one: any) => any} info */
function listed(kind, info) {
  return Array.from({ length: module[`getNum${kind}s`]() }, (_, at) => info(module[`get${kind}ByIndex`](at)));
}

/** A stretch of memory in pieces that are read by a kept start, or not. @param {{offset: number, data: ArrayBuffer}} segment */
function* cut({ offset, data }) {
  const end = offset + data.byteLength;
  for (let [at, next] = [offset, offset]; at < end; at = next) {
    const [from, to] = called.unread.find(([, to]) => to > at) ?? [end, end];
    next = Math.min(end, from > at ? from : to);
    yield { at, data: new Uint8Array(data, at - offset, next - at), part: from > at ? 0 : 1 };
  }
}

/** What this part lays into memory. */
function lay() {
  const { initial, max } = module.getMemoryInfo(memory.value);
  const segments = stretches.filter(({ part }) => part === mine).map(({ at, data }) => ({ offset: module.i32.const(at), data }));
  module.setMemory(initial, max, null, segments, false, false, memory.value);
}

const exported = listed("Export", binaryen.getExportInfo);
const tables = listed("Table", binaryen.getTableInfo);
const globals = listed("Global", binaryen.getGlobalInfo).filter(({ mutable }) => mutable);
const tags = exported.filter(({ kind }) => kind === binaryen.ExternalTag).map(({ value }) => binaryen.getTagInfo(module.getTag(value)));
const [memory] = exported.filter(({ kind }) => kind === binaryen.ExternalMemory);
const stretches = listed("DataSegment", (segment) => module.getDataSegmentInfo(segment)).flatMap((segment) => [...cut(segment)]);
const elements = listed("ElementSegment", binaryen.getElementSegmentInfo).map(({ name, table, offset, data }) => ({
  name, table, data, begin: binaryen.getExpressionInfo(offset).value,
}));

/** Put in the place of a function a call of the one in the table. @param {any} info */
function stand({ name, params, results, part }) {
  const given = binaryen.expandType(params).map((type, at) => module.local.get(at, type));
  const call = module.call_indirect(TABLE, module.i32.const(places.get(name)), given, params, results);
  const join = () => module.call(JOIN, [module.i32.const(part)], none);
  const before = part ? [module.if(module.i32.eqz(module.global.get(there(part), i32)), join())] : [];
  module.removeFunction(name);
  module.addFunction(name, params, results, [], module.block(null, [...before, call], results));
}

function lend() {
  const [, end] = called.unread.at(-1) ?? [0, 0]; // up to where a later part lays constants
  module.addGlobal(CONSTANTS, i32, false, module.i32.const(end));
  module.addGlobalExport(CONSTANTS, CONSTANTS);
  for (const at of LATER) {
    module.addGlobal(there(at), i32, true, module.i32.const(0));
    module.addGlobalExport(there(at), there(at));
  }
  for (const { name } of tables) module.addTableExport(name, `lent.table ${name}`);
  for (const { name } of globals) module.addGlobalExport(name, `lent.${name}`);
  for (const { name } of tags) module.addTagExport(name, `lent.${name}`);
  module.addTableExport(TABLE, TABLE);
}

function borrow() {
  for (const { name } of exported) module.removeExport(name);
  module.addMemoryImport(memory.value, "first", memory.name);
  for (const at of LATER) module.addGlobalImport(there(at), "first", there(at), i32, true);
  for (const { name } of tables) module.addTableImport(name, "first", `lent.table ${name}`);
  for (const { name, type } of globals) module.addGlobalImport(name, "first", `lent.${name}`, type, true);
  for (const { name, params, results } of tags) module.addTagImport(name, "first", `lent.${name}`, params, results);
  module.addTableImport(TABLE, "first", TABLE);
}

/** Have in a table, of the functions that have an address there, those that are to be. @param {(name: string) => boolean} wanted */
function address(wanted) {
  for (const { name, table, data, begin } of elements) {
    module.removeElementSegment(name);
    for (let from = 0, to = 0; from < data.length; from = to + 1) {
      for (to = from; to < data.length && wanted(data[to]); ) to += 1;
      if (to > from) module.addActiveElementSegment(table, `${name} ${from}`, data.slice(from, to), module.i32.const(begin + from));
    }
  }
}

lay();
module.addTable(TABLE, all.length, all.length);
module.addFunctionImport(JOIN, "parts", "join", i32, none);
mine ? borrow() : lend();
const partOf = new Map(all.map(({ name, part }) => [name, part]));
address((name) => (mine ? partOf.get(name) >= mine : partOf.get(name) === mine));
for (const info of all) if (info.part !== mine) stand(info);
const before = all.filter((info) => info.part < mine).length;
module.addActiveElementSegment(TABLE, "own", own, module.i32.const(before));
module.runPasses(["remove-unused-module-elements"]);
if (!module.validate()) throw new Error(`The ${part} part of WebAssembly is not valid. See scripts/pyodide/split.mjs.`);
writeFileSync(target, module.emitBinary());
