"""What tests of servers share: a port to serve on, and the patience to wait for what they say."""

from __future__ import annotations

import socket
import time
import urllib.request

import pytest

PATIENCE = 30
"""Seconds; a reload takes one or two."""


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str, words: str, *, without: str = "") -> None:
    """Ask for a page until it says these words, and others no more."""
    end = time.monotonic() + PATIENCE
    said = ""
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                said = answer.read().decode()
        except OSError as error:
            said = str(error)
        if words in said and not (without and without in said):
            return
        time.sleep(0.1)
    pytest.fail(f"{address} does not say {words!r} after {PATIENCE} s, but: {said[-2000:]}")
