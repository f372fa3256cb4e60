#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs clang-tidy on the given files, two seconds of CPU each, ten where the network headers come in.

tools/tidy_exceptions.txt may allow "FILE CHECK  # reason". Findings in the headers of others do not count.
Usage: check_tidy.py BUILD_FOLDER FILE...
"""
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from source_tree import Exceptions, finish

ROOT = Path(__file__).resolve().parent.parent
FINDING = re.compile(r"^(?P<file>/[^:\n]+):(?P<line>\d+):\d+: (?:warning|error): (?P<text>.*) \[(?P<check>[\w.,-]+)\]$", re.MULTILINE)


def tidy(build, file):
    run = subprocess.run(["clang-tidy-19", "-p", build, "--quiet", file], capture_output=True, text=True, cwd=ROOT)
    print(f"{file}", flush=True)
    if run.returncode != 0 and not FINDING.search(run.stdout):
        return run.stdout, f"{file}: clang-tidy could not read it: {run.stderr.strip()[-300:]}"
    return run.stdout, None


def main(build, files):
    exceptions = Exceptions(ROOT / "tools/tidy_exceptions.txt")
    faults = list(exceptions.faults)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        answers = list(pool.map(lambda file: tidy(build, file), files))
    seen = set()
    for output, failure in answers:
        if failure:
            faults.append(failure)
        for found in FINDING.finditer(output):
            path = Path(os.path.normpath(found["file"]))
            if found.group() in seen or ROOT / "src" not in path.parents:
                continue
            seen.add(found.group())
            name = str(path.relative_to(ROOT))
            if not exceptions.allows(name, found["check"]):
                faults.append(f"{name}:{found['line']}: {found['text']} [{found['check']}]")
    stale = [line for line, key in zip(exceptions.stale(), unused(exceptions)) if key[0] in files]
    finish("clang-tidy", sorted(faults) + stale, len(files))


def unused(exceptions):
    return [key for key in exceptions.reasons if key not in exceptions.used]


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
