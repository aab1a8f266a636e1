// Takes a folder with plans.json; gives answers.json in it: what the runtime the site ships answers to every call.
// Says of a start, a kept one and then advice, in each language, how often they called a part of WebAssembly that was not there,
// and how often advice after a kept start was other than after the one it was kept from.
import "./quiet.mjs";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Memory, brought, copied, packed } from "../../overrides/assets/planner/memory.js";
import { advise, door, start } from "./shipped.mjs";

const folder = process.argv[2];
const given = JSON.parse(readFileSync(join(folder, "plans.json"), "utf8"));
let [missed, different] = [0, 0];
const missing = () => (missed += 1);
for (const bundle of Object.values(given.bundles)) {
  let fresh;
  const first = await start({ missing, placed: (exports) => (fresh = brought(exports)), options: { _makeSnapshot: true } });
  const askFirst = door(first.python);
  askFirst("open", {}, new TextEncoder().encode(bundle));
  const memory = new Memory(packed(copied(first.python), fresh));
  const placed = (exports) => memory.into(exports);
  const kept = await start({ missing, placed, options: { _loadSnapshot: memory.note } });
  const ask = door(kept.python);
  ask("opened", {});
  await kept.divided.join("start");
  if (JSON.stringify(advise(ask, given)) !== JSON.stringify(advise(askFirst, given))) different += 1;
}
console.log(JSON.stringify({ missing: missed, different }));

const { python, add } = await start();
add("documents");
python.FS.writeFile("/plans.json", readFileSync(join(folder, "plans.json")));
python.runPython(readFileSync(new URL("play.py", import.meta.url), "utf8"));
const answers = python.runPython(`
import binascii
from planner.bridge import handle

given = json.load(open("/plans.json", encoding="utf-8"))
def written(answers):
    return {
        name: answer if isinstance(answer, str) else [binascii.b2a_base64(answer).decode()]
        for name, answer in answers
    }

json.dumps(written(play(handle, given)))
`);
add("workbook");
const back = python.runPython("json.dumps(written(bring_back(handle, given)))");
writeFileSync(join(folder, "answers.json"), JSON.stringify({ ...JSON.parse(answers), ...JSON.parse(back) }));
