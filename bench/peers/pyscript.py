"""Takes the page of PyScript; marks it ready once the planner has opened its words."""

import json

from js import document, fetch

from planner.bridge import handle

bundle = await (await fetch("bundle.json")).text()  # noqa: F704 - PyScript runs this file as a coroutine
answer = json.loads(handle("open", json.dumps({"bundle": bundle})))
setattr(document.documentElement.dataset, "ready" if answer["ok"] else "failed", "")
