// @ts-check
/** Takes bytes or text; gives files to the reader, and reads the one the reader picks. */
import { Failed } from "./client.js";
import { h, say } from "./dom.js";
import { today } from "./plan.js";
import { failure } from "./protocol.js";

/** Bytes. Files of the planner are far smaller; whatever is larger is something else. */
export const LARGEST = 50_000_000;

/** @type {WeakMap<any, string>} what holds the last file in memory, by the line that leads to it */
const addresses = new WeakMap();
const TYPES = /** @type {Record<string, string>} */ ({
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ics: "text/calendar;charset=utf-8",
  csv: "text/csv;charset=utf-8",
  html: "text/html;charset=utf-8",
  json: "application/json",
  zip: "application/zip",
});

/**
 * `improvement-plan-northwind-for-the-supplier-2026-11-22.docx`: a copy for somebody else says so.
 * @param {string} stem
 * @param {string | null} supplier
 * @param {string | null} reader whose copy it is, in words; nobody's for the whole plan
 * @param {string} format
 */
export function fileName(stem, supplier, reader, format) {
  return `${[stem, slug(supplier), slug(reader), today()].filter(Boolean).join("-")}.${format}`;
}

/** @param {string | null} words */
function slug(words) {
  const plain = (words ?? "").normalize("NFC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "");
  return [...plain].slice(0, 40).join("").replace(/-+$/, "");
}

/**
 * Hand over a file, and leave a link to it in case the browser asked first.
 * @param {BlobPart} content
 * @param {string} name
 * @param {string} format
 * @param {any} $status a live region
 * @param {any} strings
 */
export function handOver(content, name, format, $status, strings) {
  URL.revokeObjectURL(addresses.get($status) ?? "");
  const url = URL.createObjectURL(new Blob([content], { type: TYPES[format] }));
  addresses.set($status, url);
  const $link = h("a", { href: url, download: name }, name);
  const [before, after] = say(strings.check.done, { name: "\u0000" }).split("\u0000");
  $status.replaceChildren(before, $link, after);
  $link.click();
}

/** The plan as this page holds it: the way out when Python is not there. @param {import("./plan.js").Plan} plan */
export function asTyped(plan) {
  return `${JSON.stringify(plan, null, 2)}\n`;
}

/**
 * Give the content of a picked file: text of a planner file, bytes of all that begins as no text of ours does. A sentence
 * where it cannot be one of ours.
 * @param {File} file
 * @param {any} strings
 * @returns {Promise<string | Uint8Array>}
 */
export async function contentOf(file, strings) {
  if (file.size > LARGEST) throw new Failed(failure("too-large", strings.files["too-large"]));
  try {
    const content = new Uint8Array(await file.arrayBuffer());
    return isPacked(content) ? content : new TextDecoder().decode(content);
  } catch {
    throw new Failed(failure("unreadable", strings.files.unreadable));
  }
}

/** Workbooks and their kin are zip files, or the older containers of Office. @param {Uint8Array} content */
function isPacked(content) {
  const [first, second] = content;
  return (first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf);
}
