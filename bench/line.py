"""Takes the speed of a line; gives the same over all connections of a server, whatever the browser."""

from __future__ import annotations

import threading
import time

PIECE = 8192


class Line:
    """So many bits a second and so many seconds for a request to come back; nothing of both is no limit.

    A browser's own throttle leaves out its workers in some versions and engines; here nobody gets past it.
    """

    def __init__(self, bits: float = 0, latency: float = 0) -> None:
        self.seconds_per_byte, self.latency = 8 / bits if bits else 0, latency
        self._free, self._lock = 0.0, threading.Lock()

    def wait(self) -> None:
        """The way there and back: of a request, and of opening a connection."""
        if self.latency:
            time.sleep(self.latency)

    def take(self, size: int) -> None:
        """Wait until so many bytes have gone through, behind those of other connections."""
        if not self.seconds_per_byte:
            return
        with self._lock:
            self._free = max(self._free, time.monotonic()) + size * self.seconds_per_byte
            until = self._free
        time.sleep(max(0.0, until - time.monotonic()))
