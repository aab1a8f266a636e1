// Takes a folder with plans.json; gives answers.json in it: what the runtime the site ships answers to every call.
import "./quiet.mjs";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { add, start } from "./shipped.mjs";

const folder = process.argv[2];
const python = await start();
add(python, "documents");
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
add(python, "workbook");
const back = python.runPython("json.dumps(written(bring_back(handle, given)))");
writeFileSync(join(folder, "answers.json"), JSON.stringify({ ...JSON.parse(answers), ...JSON.parse(back) }));
