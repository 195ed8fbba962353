"""A search under way in a process of its own: look at what stands, wait for it, stop it."""

import os
import pickle
import subprocess
import sys
import threading
import time
from dataclasses import dataclass

from dashboard.paths import with_our_source
from dashboard.support.planner.instance import Instance
from dashboard.support.planner.search import Found

MOST_SECONDS = 600.0
GRACE_SECONDS = 60.0  # a step of the solver may end late; beyond this the process is ended


@dataclass(frozen=True)
class Standing:
    """What is known of a run: the plan that stands, whether more may come, and why it broke off if it did."""

    found: Found | None
    is_running: bool
    seconds: float
    is_stopped: bool = False
    is_broken: bool = False
    peak_memory_mib: float | None = None


class PlanRun:
    """One search. Safe to look at from any thread; forgetting it without `stop` lets it run to its end."""

    def __init__(self, instance: Instance, seconds: float) -> None:
        self.limit = min(seconds, MOST_SECONDS)
        self._began = time.monotonic()
        self._ended: float | None = None
        self._found: Found | None = None
        self._is_stopped = False
        self._memory: float | None = None
        self._child = subprocess.Popen(
            [sys.executable, "-m", "dashboard.support.planner.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=with_our_source(os.environ),
        )
        self._reader = threading.Thread(target=self._listen, args=(instance,), daemon=True)
        self._reader.start()

    def standing(self) -> Standing:
        """What stands now."""
        is_running = self._reader.is_alive()
        seconds = (self._ended or time.monotonic()) - self._began
        is_broken = not is_running and not self._is_stopped and self._memory is None
        return Standing(self._found, is_running, seconds, self._is_stopped, is_broken, self._memory)

    def stop(self) -> Standing:
        """End the search; the best plan found so far stays."""
        if self._reader.is_alive():
            self._is_stopped = True
            self._child.kill()
            self._reader.join()
        return self.standing()

    def wait(self) -> Standing:
        """Until it ends by itself."""
        self._reader.join(self.limit + GRACE_SECONDS)
        return self.stop()

    def _listen(self, instance: Instance) -> None:
        late = threading.Timer(self.limit + GRACE_SECONDS, self._child.kill)
        late.daemon = True
        late.start()
        try:
            self._converse(instance)
        except (EOFError, OSError, pickle.UnpicklingError):
            pass  # stopped, killed or out of memory: `standing` says which
        finally:
            late.cancel()
            self._child.kill()
            self._child.wait()
            self._ended = time.monotonic()

    def _converse(self, instance: Instance) -> None:
        questions, answers = self._child.stdin, self._child.stdout
        assert questions is not None
        assert answers is not None
        with questions, answers:
            pickle.dump((instance, self.limit), questions)
            questions.flush()
            while isinstance(answer := pickle.load(answers), Found):
                self._found = answer
            self._memory = float(answer)
