"""The planner on a real server, below a sub-path."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scripts.servers import running
from tests.browser.copies import COPIES, visited
from tests.browser.watch import watched

BASE = "/guide/"


@pytest.mark.parametrize("server", ["nginx", "caddy"])
def test_the_planner_starts_and_is_kept(server: str, browser: Browser, sites: dict[str, Path]) -> None:
    """It answers, lays by what it needs without network, and nothing breaks its policy: the device would tell."""
    site = sites[BASE]
    with running(server, site, BASE) as address, watched(browser, service_workers="allow") as device:
        page = visited(device, address, "da", site)

        assert len(page.evaluate(COPIES)) == 1
