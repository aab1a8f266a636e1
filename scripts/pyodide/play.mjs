// Takes a folder with plans.json; gives answers.json in it: what the runtime the site ships answers to every call.
// Says how often a start and advice, in each language, called what a start leaves out of WebAssembly.
import "./quiet.mjs";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { advise, door, start } from "./shipped.mjs";

const folder = process.argv[2];
const given = JSON.parse(readFileSync(join(folder, "plans.json"), "utf8"));
let missing = 0;
for (const bundle of Object.values(given.bundles)) {
  const ask = door((await start({ missing: () => (missing += 1) })).python);
  ask("open", {}, new TextEncoder().encode(bundle));
  advise(ask, given);
}
console.log(JSON.stringify({ missing }));

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
