// @ts-check
/** Takes nothing; gives "ready" once the planner has opened its words in a stock Pyodide, else "failed". */
import { loadPyodide } from "./pyodide/pyodide.mjs";

try {
  const bundle = fetch("bundle.json").then((response) => response.text());
  const python = await loadPyodide({ packages: ["fairsteps-planner"] });
  const { handle } = python.pyimport("planner.bridge");
  const answer = JSON.parse(handle("open", JSON.stringify({ bundle: await bundle })));
  self.postMessage(answer.ok ? "ready" : "failed");
} catch (error) {
  console.error(error);
  self.postMessage("failed");
}
