// @ts-check
/** Takes what the page says of itself; gives its settings, and a client that knows where the planner lies. */
import { Client } from "./client.mjs";

/** The words and addresses the build left in the page. */
export function readConfig() {
  const config = JSON.parse(/** @type {any} */ (document.getElementById("planner-config")).textContent);
  config.root = new URL(config.root.replace(/\/?$/, "/"), document.baseURI).href;
  return config;
}

/** @param {any} config */
export function connect({ root, runtime, bundles, language }) {
  const at = (/** @type {string} */ name) => root + runtime[name];
  return new Client({
    worker: new URL("./worker.mjs", import.meta.url).href,
    runtime: { pyodide: at("pyodide.mjs"), stdlib: at("stdlib.zip"), planner: at("planner.zip"), workbook: at("workbook.zip") },
    bundle: root + bundles[language],
  });
}
