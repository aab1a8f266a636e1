// @ts-check
/** Takes what the page began before its modules came; gives a client of it, and the words the build left in the page. */
import { Client } from "./client.js";

const { addresses, spawn, first } = /** @type {any} */ (globalThis).planner;

export const { base } = addresses;

export const client = new Client(spawn, first);

export function readConfig() {
  const config = JSON.parse(/** @type {any} */ (document.getElementById("planner-config")).textContent);
  return { ...config, root: addresses.root };
}
