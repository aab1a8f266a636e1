// @ts-check
// Takes a file of calls; gives on stdout how long each took, in milliseconds, and how many bytes came.
import "../scripts/pyodide/quiet.mjs";
import { readFileSync } from "node:fs";
import { door, start } from "../scripts/pyodide/shipped.mjs";

const { bundle, calls } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { python, add, divided } = await start();
const imported = clock(() => door(python));
const ask = imported.answer;
const opened = clock(() => ask("open", { bundle }));
await divided.join("rest");
add("documents");
add("workbook");

/** @param {() => any} work */
function clock(work) {
  const begun = performance.now();
  const answer = work();
  return { took: performance.now() - begun, answer };
}

/**
 * One call, as the page would ask it.
 * @param {{ call: string, body: any, back?: any }} one
 */
function measured({ call, body, back }) {
  const { took, answer } = clock(() => ask(call, body));
  if (!(answer instanceof Uint8Array)) {
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return { took, bytes: Buffer.byteLength(JSON.stringify(answer)) };
  }
  return { took, bytes: answer.length, ...(back && { back: clock(() => ask("read", back, answer)).took }) };
}

const found = calls.map(measured);
console.log(JSON.stringify({ imported: imported.took, opened: opened.took, found }));
