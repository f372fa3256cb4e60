#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Names and habits: how files are called and how they begin, and a few things that never belong in them.

tools/name_exceptions.txt may allow "FILE HABIT  # reason" for the habits named below; a stale line fails too.
Usage: check_names.py [ROOT]
"""
import re
import sys
from pathlib import Path

from source_tree import Exceptions, files_below, finish, line_of, without_comments

BANNED_WORDS = {"util", "utils", "helper", "helpers", "common", "manager", "processor", "misc", "new", "v2", "ng"}
CODE = {".h", ".cpp", ".py", ".sh"}
PROSE = {".md", ".txt", ".cmake", ".json", ".yaml", ".yml", ".toml", ".service", ".sql"}
# Test data and demo texts may say what real mails say.
DATA = ("tests/golden/", "tests/fuzz/corpus/", "demo/")
LICENCE = "SPDX-License-Identifier: Apache-2.0"
SQL_WORDS = r"(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|select|insert into|update|delete from)\b"
MACHINE_PATH = re.compile(r"(?<![\w.$}/-])/(?:work|root|Users|home/(?!user\b|lotse\b|you\b)\w+)/[\w.]")
NOTE_FOR_LATER = re.compile(r"\bTO" r"DO\b(?!\(#\d+\))|\bFIX" r"ME\b|\bX" r"XX\b")

# (name, pattern, files it concerns, sentence); looked for outside comments, strings kept.
HABITS = [
    ("regex", re.compile(r"\bstd::w?regex\b|#\s*include\s*<regex>"), "src/", "std::regex is slow and can blow the stack; use RE2"),
    ("sql", re.compile(r"fmt::format\(\s*(?:R\"\w*\()?\"?\s*" + SQL_WORDS), "src/store/", "SQL is never formatted; bind parameters"),
    ("sql", re.compile(r'"\s*' + SQL_WORDS + r'[^"\n]*"\s*\+'), "src/store/", "SQL is never glued together; bind parameters"),
    ("assert", re.compile(r"(?<![\w.:])assert\s*\("), "src/", "assert vanishes in a release; use must()"),
    ("using", re.compile(r"\busing\s+namespace\s+std\s*;"), "", "no using namespace std"),
]


def check_file_name(name, path, say):
    if path.suffix not in CODE | {".sql"}:
        return
    words = path.stem.split("_")
    if BANNED_WORDS & set(words):
        say(1, f"a file called '{path.name}' does not tell what it holds")
    if path.suffix in {".h", ".cpp"} and not re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", path.stem):
        say(1, "C++ files are called in snake_case")


def check_beginning(path, text, say):
    lines = text.split("\n", 3)
    if path.suffix in {".h", ".cpp"} and lines[0] != "// " + LICENCE:
        say(1, f"the first line is not '// {LICENCE}'")
    if path.suffix in {".py", ".sh"} and not any(line == "# " + LICENCE for line in lines[:2]):
        say(1, f"neither of the first two lines is '# {LICENCE}'")
    if path.suffix == ".h" and "#pragma once" not in text:
        say(1, "the header lacks #pragma once")


def check_habits(name, path, text, exceptions, say):
    if path.suffix in {".h", ".cpp"}:
        code = without_comments(text)
        for habit, pattern, folder, sentence in HABITS:
            for match in pattern.finditer(code) if name.startswith(folder) else ():
                if not exceptions.allows(name, habit):
                    say(line_of(code, match.start()), sentence)
    for match in NOTE_FOR_LATER.finditer(text) if path.suffix in CODE else ():
        say(line_of(text, match.start()), "a note for later needs an issue number: TO" "DO(#12)")
    for match in MACHINE_PATH.finditer(text):
        say(line_of(text, match.start()), f"a path of somebody's machine: {match.group()}...")


def main(root):
    root = Path(root)
    exceptions = Exceptions(root / "tools/name_exceptions.txt")
    faults = list(exceptions.faults)
    files = [p for p in files_below(root) if p.suffix in CODE | PROSE or p.name in {"dev", "run"}]
    for path in files:
        name = str(path.relative_to(root))
        if name.startswith(DATA):
            continue

        def say(line, sentence, name=name):
            faults.append(f"{name}:{line}: {sentence}")

        text = path.read_text(encoding="utf-8", errors="replace")
        check_file_name(name, path, say)
        check_beginning(path, text, say)
        check_habits(name, path, text, exceptions, say)
    finish("names", faults + exceptions.stale(), len(files))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent)
