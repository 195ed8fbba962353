"""python -m bench.torture: kills and spoilt files, so many as asked for; exit code 1 where anything broke."""

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from bench.torture.kills import Kills, kill_often
from bench.torture.mutants import Mutants, torment

DEFAULT_SEED = 20261111


def main() -> None:
    """Run both parts, print what held and what did not."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="torture-") as folder:
        began = time.monotonic()
        kills = kill_often(Path(folder), options.kills, options.seed, _tell)
        _report_kills(kills, time.monotonic() - began)
        began = time.monotonic()
        mutants = torment(Path(folder), options.files, options.seed, _tell)
        _report_mutants(mutants, time.monotonic() - began)
    faults = [*kills.faults, *mutants.faults]
    print("\n".join(["", "Everything held." if not faults else f"{len(faults)} FAULTS:", *faults]))
    sys.exit(1 if faults else 0)


def _report_kills(kills: Kills, seconds: float) -> None:
    print(f"\nkill -9, {kills.kills_count} times (seed {kills.seed}), in {seconds:.0f} s")
    print(f"  acknowledged before a kill: {_listed(kills.acknowledged)}")
    print(f"  taken in again at the next start: {kills.taken_in_again_count}")
    print(f"  the kill fell: {_listed(kills.moments)}")


def _report_mutants(mutants: Mutants, seconds: float) -> None:
    print(f"\nspoilt files: {mutants.files_count} (seed {mutants.seed}), in {seconds:.0f} s")
    print(f"  kinds: {_listed(mutants.kinds)}\n  spoilt by: {_listed(mutants.ways)}")
    print(f"  became: {_listed(mutants.statuses)}")
    print(f"  rules that spoke: {len(mutants.rules)}; most often {_listed(mutants.rules, 5)}")
    print(f"  most memory of a child: {mutants.child_peak_mib:.0f} MiB; this process grew by ", end="")
    print(f"{mutants.server_growth_mib:.0f} MiB")


def _listed(counts: Counter[str], most: int | None = None) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.most_common(most))


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.torture", description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=DEFAULT_SEED, help="the same seed, the same run")
    return parser.parse_args()


if __name__ == "__main__":
    main()
