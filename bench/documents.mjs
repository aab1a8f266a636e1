// Takes a file of calls; gives on stdout how long each took, in milliseconds, and how many bytes came.
import "../scripts/pyodide/quiet.mjs";
import { readFileSync } from "node:fs";
import { add, start } from "../scripts/pyodide/shipped.mjs";

const { bundle, calls } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const python = await start();
add(python, "documents");
add(python, "workbook");
const { handle } = python.pyimport("planner.bridge");
handle("open", JSON.stringify({ bundle }));

function timed(...given) {
  const begun = performance.now();
  const answer = handle(...given);
  return { took: performance.now() - begun, answer };
}

const found = calls.map(({ plan, day, format }) => {
  const { took, answer } = timed("export", JSON.stringify({ plan, day, format, audience: "supplier" }));
  const file = answer.toJs();
  answer.destroy();
  const bytes = file.length;
  if (format !== "xlsx") return { took, bytes };
  const given = python.toPy(file);
  const { took: back } = timed("read", JSON.stringify({ plan, day }), given);
  given.destroy();
  return { took, bytes, back };
});
console.log(JSON.stringify(found));
