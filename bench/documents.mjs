// @ts-check
// Takes a file of calls; gives on stdout how long each took, in milliseconds, and how many bytes came.
import "../scripts/pyodide/quiet.mjs";
import { readFileSync } from "node:fs";
import { add, start } from "../scripts/pyodide/shipped.mjs";

const { bundle, calls } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const python = await start();
const imported = clock(() => python.pyimport("planner.bridge"));
const { ask } = imported.answer;
const text = new TextDecoder();
const opened = clock(() => asked("open", JSON.stringify({ bundle })));
add(python, "documents");
add(python, "workbook");

/** @param {() => any} work */
function clock(work) {
  const begun = performance.now();
  const answer = work();
  return { took: performance.now() - begun, answer };
}

/**
 * As the page asks: an answer crosses as bytes.
 * @param {...any} given
 */
function asked(...given) {
  const pair = ask(...given);
  const [isText, proxy] = [pair.get(0), pair.get(1)];
  const bytes = proxy.toJs();
  proxy.destroy();
  pair.destroy();
  return isText ? JSON.parse(text.decode(bytes)) : bytes;
}

/**
 * One call, as the page would ask it.
 * @param {{ call: string, body: any, back?: any }} one
 */
function measured({ call, body, back }) {
  const { took, answer } = clock(() => asked(call, JSON.stringify(body)));
  if (!(answer instanceof Uint8Array)) {
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return { took, bytes: Buffer.byteLength(JSON.stringify(answer)) };
  }
  if (!back) return { took, bytes: answer.length };
  const given = python.toPy(answer);
  const { took: read } = clock(() => asked("read", JSON.stringify(back), given));
  given.destroy();
  return { took, bytes: answer.length, back: read };
}

const found = calls.map(measured);
console.log(JSON.stringify({ imported: imported.took, opened: opened.took, found }));
