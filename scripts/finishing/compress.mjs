// @ts-check
/**
 * Takes on stdin a JSON list of {source, target, quality}; gives target.br and target.gz of each, two at a time.
 * A file is complete or not there: what is killed half way leaves nothing that would be taken for the whole.
 */
import { readFile, rename, writeFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const AT_ONCE = 2;
const waiting = JSON.parse(await text(process.stdin));

/** @param {Buffer} bytes @param {number} quality */
function brotli(bytes, quality) {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: quality, [BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return promisify(brotliCompress)(bytes, { params });
}

/** @param {string} path @param {Uint8Array} bytes */
async function write(path, bytes) {
  const part = `${path}.${process.pid}.part`; // two copies of the site may be finished at once
  await writeFile(part, bytes);
  await rename(part, path);
}

async function work() {
  for (let one = waiting.shift(); one; one = waiting.shift()) {
    const bytes = await readFile(one.source);
    await write(`${one.target}.br`, await brotli(bytes, one.quality));
    await write(`${one.target}.gz`, await promisify(gzip)(bytes, { level: 9 }));
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, work));
