// Takes a folder with plans.json; gives answers.json in it: what the runtime the site ships answers to every call.
import "./quiet.mjs";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const folder = process.argv[2];
const shipped = resolve("build", "runtime", JSON.parse(readFileSync("build/runtime.json", "utf8")).path);
const { loadPyodide } = await import(pathToFileURL(join(shipped, "pyodide.mjs")));

const python = await loadPyodide({
  indexURL: shipped,
  stdLibURL: join(shipped, "stdlib.zip"),
  lockFileContents: {
    info: { abi_version: "2026_0", arch: "wasm32", platform: "emscripten_5_0_3", python: "3.14.2" },
    packages: {},
  },
  env: { HOME: "/home/pyodide", PYTHONPATH: "/planner.zip:/workbook.zip" },
  fsInit: async (FS) => FS.writeFile("/planner.zip", readFileSync(join(shipped, "planner.zip"))),
});
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
// The page fetches what reads workbooks when the first is opened, and no sooner.
python.FS.writeFile("/workbook.zip", readFileSync(join(shipped, "workbook.zip")));
const back = python.runPython("json.dumps(written(bring_back(handle, given)))");
writeFileSync(join(folder, "answers.json"), JSON.stringify({ ...JSON.parse(answers), ...JSON.parse(back) }));
