/** Takes nothing; gives, as JSON, whether the sum is the WebAssembly its text says, and how many of its changes it misses. */
import { readFileSync } from "node:fs";
import binaryen from "binaryen";
import { summed } from "../../overrides/assets/planner/sum.js";

const text = readFileSync("overrides/assets/planner/sum.js", "utf8");
const [said] = text.match(/\(module[^]*?(?=\n \*\/)/);
const [, stands] = text.match(/MODULE = "([^"]+)"/);
const written = Buffer.from(binaryen.parseText(said.replaceAll("\n *", "\n")).emitBinary()).toString("base64");

const words = Uint32Array.from({ length: 40_000 }, (_, at) => Math.imul(at, 2_654_435_761));
const sum = summed(words);
let missed = 0;
for (let at = 0; at < words.length; at += 499) {
  const bit = 1 << at % 32;
  words[at] ^= bit;
  if (summed(words) === sum) missed += 1;
  words[at] ^= bit;
}
process.stdout.write(JSON.stringify({ same: written === stands, missed }));
