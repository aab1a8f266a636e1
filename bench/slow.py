"""Takes a group of processes; gives it a processor so many times slower: it runs a slice of the time, and stands else.

The throttle in Chromium's tools slows down the main thread alone; Python runs in a worker. This one slows down every
thread of every process of a browser alike, and works in every browser.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

SLICE = 0.005


@contextmanager
def slowed(group: int, times: float) -> Iterator[None]:
    """Stop and go while the block runs; 1 is not slowed at all."""
    if times <= 1:
        yield
        return
    over = threading.Event()

    def beat() -> None:
        ran, begun = 0.0, time.monotonic()
        while not over.is_set():
            os.killpg(group, signal.SIGCONT)
            went = time.monotonic()
            time.sleep(SLICE)
            os.killpg(group, signal.SIGSTOP)
            stopped = time.monotonic()
            ran += stopped - went
            # On a busy machine a slice grows; the pause grows with it, so that the share stays.
            time.sleep(max(0.0, ran * times - (stopped - begun)))

    thread = threading.Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
        os.killpg(group, signal.SIGCONT)
