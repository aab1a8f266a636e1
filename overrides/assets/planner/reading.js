// @ts-check
/** Takes the content of a file and the plan on the page; gives what Python finds in it. */
import { today } from "./plan.js";

/**
 * Let Python read a file beside the plan it may be a copy of.
 * @param {import("./client.js").Client} client
 * @param {string | Uint8Array} content
 * @param {any} plan
 * @param {any} ask what cancels it
 */
export function readFile(client, content, plan, ask) {
  const body = { plan, day: today() };
  return typeof content === "string" ? client.ask("read", { ...body, text: content }, ask) : client.ask("read", body, { ...ask, file: content });
}
