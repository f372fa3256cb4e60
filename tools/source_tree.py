# SPDX-License-Identifier: Apache-2.0
"""What the checks share: walking the tree, reading C++ without its comments, and lists of exceptions with reasons."""
import re
import sys
from pathlib import Path

SKIPPED = {".git", "build", "data", "third_party", "node_modules", "__pycache__"}
TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<delimiter>[^()\\\s]{0,16})\(.*?\)(?P=delimiter)"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'',
    re.DOTALL,
)


def files_below(root, suffixes=None):
    """All files below root, sorted; suffixes such as {".h", ".cpp"} narrow it."""
    found = []
    pending = [Path(root)]
    while pending:
        for path in pending.pop().iterdir():
            if path.is_symlink() or path.name in SKIPPED:
                continue
            if path.is_dir():
                pending.append(path)
            elif suffixes is None or path.suffix in suffixes:
                found.append(path)
    return sorted(found)


def without_comments(text):
    """The same text, each comment blanked; line numbers stay."""
    return TOKEN.sub(lambda m: blank(m.group()) if m.group().startswith("/") else m.group(), text)


def without_comments_and_strings(text):
    return TOKEN.sub(lambda m: blank(m.group()), text)


def blank(text):
    return " " + "\n" * text.count("\n")


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


class Exceptions:
    """Lines "key words  # reason". Each must have a reason and must still be needed."""

    def __init__(self, path):
        self.path = path
        self.reasons = {}
        self.used = set()
        self.faults = []
        for number, line in enumerate(path.read_text().splitlines() if path.exists() else [], 1):
            if not line.strip() or line.startswith("#"):
                continue
            key, _, reason = line.partition("#")
            if not reason.strip():
                self.faults.append(f"{path.name}:{number}: an exception needs a reason after #")
            self.reasons[tuple(key.split())] = reason.strip()

    def allows(self, *key):
        if tuple(key) in self.reasons:
            self.used.add(tuple(key))
            return True
        return False

    def stale(self):
        return [
            f"{self.path.name}: '{' '.join(key)}' is needed no longer; take the line out"
            for key in self.reasons
            if key not in self.used
        ]


def finish(what, faults, count):
    """Prints the faults and ends the program."""
    for fault in faults:
        print(fault)
    if faults:
        print(f"{what}: {len(faults)} faults in {count} files")
        sys.exit(1)
    print(f"{what}: {count} files, no fault")
    sys.exit(0)
