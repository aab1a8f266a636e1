"""Takes the built site; gives bench/hosts.md: what nginx and Caddy carry of it, from the configuration of the build.

Beside each file the same server sends, without any of our configuration, a file of as many zeros: what is left is what
headers and the choice of the compressed form cost. wrk runs on the same machine and takes its share of it.
"""

from __future__ import annotations

import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.servers import running

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"
SERVERS = {"nginx": "nginx", "caddy": "Caddy"}
FILES = {
    "start of the guide": "en/index.html",
    "page of the planner": "en/planner/index.html",
    "script of the planner": "assets/*/planner/page.js",
    "Pyodide, WebAssembly": "planner/*/pyodide.asm.wasm",
}
ROUNDS, SECONDS, CONNECTIONS, THREADS = 3, 5, 32, 1
UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0}
LATENCY = r"^\s+%s%%\s+([\d.]+)(us|ms|s)$"


@dataclass(frozen=True)
class Load:
    """What one run has carried: answers in a second, and milliseconds."""

    rate: float
    half: float
    most: float


def main() -> None:
    """Measure and write the table."""
    files = {title: next(SITE.glob(pattern)) for title, pattern in FILES.items()}
    rows = [row for server in SERVERS for row in measured(server, files)]
    text = f"""# Hosts

How many answers a second a server gives that is told what the build wrote for it, and how long one takes (half of them,
and all but one in a hundred), beside the same server, told nothing, sending as many zero bytes. Files go out as Brotli.
{CONNECTIONS} connections ask again as soon as they have been answered, over loopback: the machine that sends also asks.

| | bytes | answers/s | MB/s | 50 % | 99 % | zeros: answers/s | 50 % | 99 % | ratio of answers/s |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
{chr(10).join(rows)}

{", ".join(version(name) for name in SERVERS)}. {os.cpu_count()} cores, {platform.system()} {platform.machine()}. \
{ROUNDS} rounds of {SECONDS} s, taking turns; medians. Measure again with `nox -s bench`.
"""
    (ROOT / "bench" / "hosts.md").write_text(text, encoding="utf-8")
    print(text)


def measured(server: str, files: dict[str, Path]) -> list[str]:
    """A row for each file."""
    with tempfile.TemporaryDirectory() as made:
        zeros = Path(made)
        for path in files.values():
            (zeros / f"{path.name}.bin").write_bytes(bytes(sent(path)))
        with running(server, SITE) as ours, running(server, zeros, plain=True) as plain:
            loads = defaultdict[tuple[str, str], list[Load]](list)
            for turn in range(ROUNDS):
                for title, path in files.items():
                    there = path.relative_to(SITE).as_posix().removesuffix("index.html")
                    addresses = {"ours": ours + there, "zeros": f"{plain}{path.name}.bin"}
                    for which, address in addresses.items():
                        loads[title, which].append(loaded(address))
                    print(f"{turn + 1}/{ROUNDS} {server}: {title}", flush=True)
    return [
        row(server, title, sent(path), loads[title, "ours"], loads[title, "zeros"]) for title, path in files.items()
    ]


def sent(path: Path) -> int:
    """The bytes a browser is sent."""
    return path.with_name(f"{path.name}.br").stat().st_size


def loaded(address: str) -> Load:
    """One run of wrk; an answer that is none counts as a failure of the run."""
    shape = [f"--threads={THREADS}", f"--connections={CONNECTIONS}", f"--duration={SECONDS}s", "--latency"]
    command = [os.environ["FAIRSTEPS_WRK"], *shape, "--header", "Accept-Encoding: br", address]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        raise RuntimeError(f"{address}:\n{said}")
    rate = re.search(r"^Requests/sec:\s+([\d.]+)$", said, re.MULTILINE)
    times = [re.search(LATENCY % share, said, re.MULTILINE) for share in (50, 99)]
    if not rate or not all(times):
        raise RuntimeError(f"wrk says something else than it did:\n{said}")
    half, most = (float(time[1]) * UNITS[time[2]] for time in times if time)
    return Load(float(rate[1]), half, most)


def row(server: str, title: str, size: int, ours: list[Load], zeros: list[Load]) -> str:
    """Medians of the rounds."""
    our, zero = (
        Load(
            *(
                statistics.median(values)
                for values in zip(*((one.rate, one.half, one.most) for one in loads), strict=True)
            )
        )
        for loads in (ours, zeros)
    )
    cells = (
        f"{SERVERS[server]}: {title}",
        f"{size:,}",
        f"{our.rate:,.0f}",
        f"{our.rate * size / 1e6:,.0f}",
        *(f"{time:.1f} ms" for time in (our.half, our.most)),
        f"{zero.rate:,.0f}",
        *(f"{time:.1f} ms" for time in (zero.half, zero.most)),
        f"{our.rate / zero.rate:.2f}",
    )
    return f"| {' | '.join(cells)} |"


def version(server: str) -> str:
    """What the server calls itself."""
    option = {"nginx": "-v", "caddy": "version"}[server]
    said = subprocess.run(
        [os.environ[f"FAIRSTEPS_{server.upper()}"], option], capture_output=True, text=True, check=True
    )
    found = re.search(r"\d+\.\d+\.\d+", said.stdout + said.stderr)
    return f"{SERVERS[server]} {found[0] if found else ''}".strip()


if __name__ == "__main__":
    main()
