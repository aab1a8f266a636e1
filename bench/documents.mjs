// @ts-check
// Takes a file of calls; gives on stdout how long each took, in milliseconds, and how many bytes came.
import "../scripts/pyodide/quiet.mjs";
import { readFileSync } from "node:fs";
import { add, start } from "../scripts/pyodide/shipped.mjs";

const { bundle, calls } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const python = await start();
const imported = clock(() => python.pyimport("planner.bridge"));
const { handle } = imported.answer;
const opened = clock(() => handle("open", JSON.stringify({ bundle })));
add(python, "documents");
add(python, "workbook");

/** @param {() => any} work */
function clock(work) {
  const begun = performance.now();
  const answer = work();
  return { took: performance.now() - begun, answer };
}

/**
 * Every call is asked twice, as the page would: the first loads what it needs, the second is what counts.
 * @param {{ call: string, body: any, back?: any }} asked
 */
function measured({ call, body, back }) {
  const { took, answer } = clock(() => handle(call, JSON.stringify(body)));
  if (typeof answer === "string") {
    if (!JSON.parse(answer).ok) throw new Error(answer);
    return { took, bytes: Buffer.byteLength(answer) };
  }
  const file = answer.toJs();
  answer.destroy();
  if (!back) return { took, bytes: file.length };
  const given = python.toPy(file);
  const { took: read } = clock(() => handle("read", JSON.stringify(back), given));
  given.destroy();
  return { took, bytes: file.length, back: read };
}

const first = new Set();
const found = calls.map((/** @type {any} */ one) => {
  if (!first.has(one.name)) measured(one);
  first.add(one.name);
  return measured(one);
});
console.log(JSON.stringify({ imported: imported.took, opened: opened.took, found }));
