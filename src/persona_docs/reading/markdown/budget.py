"""The time one file may cost.

Python cannot interrupt a function from outside, so whatever may take long asks at each step whether to go on.
"""

from __future__ import annotations

import time


class Overrun(Exception):  # noqa: N818 - it is not an error of anybody's program
    """A text costs more than it may; its message says what was too much.

    Attributes:
        line: the source line it was about, 0 where there is none.
    """

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


class Budget:
    """Seconds of this thread's processor time, so that a busy machine does not change what is published."""

    __slots__ = ("_calls", "_earliest", "_end", "seconds")

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.thread_time() + seconds
        self._earliest = time.perf_counter() + seconds
        self._calls = 0

    def check(self) -> None:
        """Go on, or stop; looks at the clock at every sixteenth call, which is cheap enough for inner loops.

        Raises:
            Overrun: the time is used up.
        """
        self._calls += 1
        if not self._calls & 15 and self.spent:
            raise Overrun(f"Rendering takes longer than {self.seconds:g} s")

    @property
    def spent(self) -> bool:
        """Whether the time is used up. The clock on the wall is cheaper to look at, and is never behind."""
        return time.perf_counter() > self._earliest and time.thread_time() > self._end
