"""The benchmark of documents asks the runtime the site ships as the page does."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

from bench.documents import DAY, plan
from scripts.yamlfile import ROOT


def test_what_is_timed_is_answered(tmp_path: Path) -> None:
    """A check, a workbook and its way back: each took some time and gave some bytes."""
    asked = {"plan": plan(3), "day": DAY}
    export = {"call": "export", "body": {**asked, "format": "xlsx"}, "back": asked}
    given = tmp_path / "calls.json"
    bundle = (ROOT / "planner" / "bundles" / "en.json").read_text(encoding="utf-8")
    given.write_text(json.dumps({"bundle": bundle, "calls": [{"call": "advise", "body": asked}, export]}), "utf-8")
    command = [os.environ["FAIRSTEPS_NODE"], "bench/documents.mjs", str(given)]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr[-2000:]
    check, workbook = json.loads(done.stdout)["found"]
    assert min(check["took"], check["bytes"], workbook["took"], workbook["bytes"], workbook["back"]) > 0
