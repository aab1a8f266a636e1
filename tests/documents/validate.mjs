// Takes Word and Excel files; prints what the Open XML SDK finds wrong with each, as JSON.
import { readFileSync } from "node:fs";
import { extname } from "node:path";
import validate from "@ooxml-tools/validate";

const found = {};
for (const path of process.argv.slice(2)) {
  found[path] = await validate(new Uint8Array(readFileSync(path)), extname(path).slice(1), "Microsoft365");
}
process.stdout.write(JSON.stringify(found), () => process.exit());
