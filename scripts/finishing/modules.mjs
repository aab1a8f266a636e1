// @ts-check
/**
 * Takes a folder of modules and entries among them, as JSON: sets that are each complete in themselves. Gives the folder
 * with as few and as short files as serve the entries, and what each of these brings along.
 */
import { rmSync, readdirSync, writeFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { rollup } from "@rollup/wasm-node";
import { minify } from "terser";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { folder, sets } = JSON.parse(Buffer.concat(chunks).toString("utf-8"));

/** @type {[string, string][]} */
const written = [];
/** @type {Record<string, string[]>} */
const brought = {};
for (const entries of sets) {
  const input = Object.fromEntries(entries.map((/** @type {string} */ entry) => [entry.replace(/\.js$/, ""), join(folder, entry)]));
  const bundle = await rollup({ input, onLog: (_, log) => { throw new Error(log.message); } });
  const { output } = await bundle.generate({ format: "es", entryFileNames: "[name].js", chunkFileNames: "shared/[name].js" });
  for (const one of output) {
    if (one.type !== "chunk") throw new Error(`${one.fileName} is no module.`);
    const { code } = await minify(one.code, { module: true, ecma: 2020, compress: { passes: 2 } });
    written.push([one.fileName, `${code}`]);
    brought[one.fileName] = one.imports;
  }
}
for (const name of readdirSync(folder, { recursive: true }).map(String)) {
  if (/^(?:fs|planner)\b.*\.js$/.test(name)) rmSync(join(folder, name));
}
for (const [name, code] of written) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), code);
}
process.stdout.write(JSON.stringify(brought));
