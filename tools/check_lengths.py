#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Keeps every file readable. Function length and complexity are clang-tidy's part (see .clang-tidy).

tools/length_exceptions.txt may allow "FILE LINES  # reason"; a line that is needed no longer, or allows more than the
file uses by a quarter, fails too, so the list can only shrink.
Usage: check_lengths.py [ROOT]
"""
import re
import sys
from pathlib import Path

from source_tree import Exceptions, files_below, finish, without_comments_and_strings

# First match counts.
LIMITS = [
    (r"src/main\.cpp", 30),
    (r"src/app/run\.cpp", 150),
    (r"src/[a-z]+/README\.md", 30),
    (r"src/.*\.h", 200),
    (r"(src|tests|bench)/.*\.(cpp|h)", 600),
    (r"dev|\.ci/run", 200),
    (r".*\.(py|sh)", 600),
    (r"web/.*\.tsx", 200),
]
MOST_VIRTUAL = 12
CLASS = re.compile(r"\b(?:class|struct)\s+(\w+)[^;{()]*\{")


def limit_of(name):
    return next((limit for pattern, limit in LIMITS if re.fullmatch(pattern, name)), None)


def widest_interface(code):
    """(pure virtual functions, name) of the class that has most of them."""
    starts = [(m.start(), m.group(1)) for m in CLASS.finditer(code)] + [(len(code), "")]
    return max(((len(re.findall(r"=\s*0\s*;", code[a:b])), name) for (a, name), (b, _) in zip(starts, starts[1:])),
               default=(0, ""))


def main(root):
    root = Path(root)
    exceptions = Exceptions(root / "tools/length_exceptions.txt")
    allowed = {key[0]: int(key[1]) for key in exceptions.reasons}
    faults = list(exceptions.faults)
    count, sizes = 0, []
    for path in files_below(root):
        name = str(path.relative_to(root))
        limit = limit_of(name)
        if limit is None:
            continue
        count += 1
        text = path.read_text(encoding="utf-8")
        lines = text.count("\n")
        if name.startswith("src/") and name.endswith(".cpp"):
            sizes.append(lines)
        if lines > limit:
            extra = allowed.get(name)
            if extra is None or lines > extra:
                faults.append(f"{name}: {lines} lines, {extra or limit} allowed; split it by what it does")
            if extra is not None and lines >= extra * 0.8:
                exceptions.allows(name, str(extra))
        if name.endswith(".h"):
            functions, interface = widest_interface(without_comments_and_strings(text))
            if functions > MOST_VIRTUAL:
                faults.append(f"{name}: {interface} has {functions} pure virtual functions, {MOST_VIRTUAL} allowed")
    if sizes:
        sizes.sort()
        print(f"src/*.cpp: median {sizes[len(sizes) // 2]} lines (aim 150), nine of ten below "
              f"{sizes[len(sizes) * 9 // 10]} (aim 350)")
    finish("lengths", faults + exceptions.stale(), count)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent)
