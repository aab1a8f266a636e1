// @ts-check
/**
 * Takes the addresses the build left in this script's tag; gives a client that starts at once, before the page has been
 * read to its end: Python gets ready while the browser is still busy with the form.
 */
import { Client } from "./client.js";

const { dataset } = /** @type {HTMLElement} */ (document.getElementById("planner-begin"));
const root = new URL(`${dataset.root}`.replace(/\/?$/, "/"), document.baseURI).href;
const at = (/** @type {string} */ path) => root + path;
const files = JSON.parse(`${dataset.files}`);

export const client = new Client({
  worker: new URL("./worker.js", import.meta.url).href,
  runtime: Object.fromEntries(Object.entries(files).map(([name, path]) => [name, at(String(path))])),
  bundle: at(`${dataset.bundle}`),
  base: new URL(root).pathname,
});
client.start().catch(() => undefined); // its state is what the page shows

/** The words the build left in the page, once it has been read. */
export function readConfig() {
  const config = JSON.parse(/** @type {any} */ (document.getElementById("planner-config")).textContent);
  return { ...config, root };
}
