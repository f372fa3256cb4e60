#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Who may include whom. Reads tools/layers.txt, tools/foreign_headers.txt and every #include below src.

Fails on: an arrow that layers.txt does not list; a header in another module's subfolder (those are private); a cycle
of files; threads, locks, files or clocks in a pure module; a foreign header outside its home; a reading of the system
clock outside base/clock.cpp. tools/layer_exceptions.txt may allow "FILE SUBJECT  # reason"; a stale line fails too.
Usage: check_layers.py [ROOT]
"""
import re
import sys
from pathlib import Path

from source_tree import Exceptions, files_below, finish, line_of, without_comments, without_comments_and_strings

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:<([^>\n]+)>|"([^"\n]+)")', re.MULTILINE)
CLOCK_READING = re.compile(r"\b(?:system_clock|steady_clock|high_resolution_clock|utc_clock)\s*::\s*now\b|\bgettimeofday\b|\bstd::time\s*\(")
SYSTEM_CLOCK = re.compile(r"\b(?:system_clock|utc_clock)\s*::\s*now\b|\bgettimeofday\b|\bstd::time\s*\(")
CLOCK_OBJECT = re.compile(r"\b(?:SystemClock|FakeClock|Clock)\b")
IMPURE = {
    "thread", "mutex", "shared_mutex", "condition_variable", "future", "semaphore", "latch", "barrier", "stop_token",
    "filesystem", "fstream", "ctime", "time.h", "iostream", "base/mutex.h", "base/log.h",
}


class Tree:
    def __init__(self, root):
        self.root = Path(root)
        self.arrows, self.pure = read_layers(self.root / "tools/layers.txt")
        self.homes = read_homes(self.root / "tools/foreign_headers.txt")
        self.exceptions = Exceptions(self.root / "tools/layer_exceptions.txt")
        self.faults = list(self.exceptions.faults)
        self.graph = {}

    def fault(self, file, line, subject, sentence):
        if not self.exceptions.allows(file, subject):
            self.faults.append(f"src/{file}:{line}: {sentence}")


def read_layers(path):
    arrows, pure = {}, set()
    for line in path.read_text().splitlines():
        match = re.match(r"([a-z]+):(.*)", line)
        if match:
            words = set(match.group(2).split())
            arrows[match.group(1)] = words - {"pure"}
            if "pure" in words:
                pure.add(match.group(1))
    return arrows, pure


def read_homes(path):
    homes = {}
    for line in path.read_text().splitlines():
        if line.strip() and not line.startswith("#"):
            header, _, where = line.partition(":")
            homes[header.strip()] = where.split()
    return homes


def module_of(file):
    return file.split("/")[0] if "/" in file else Path(file).stem


def check_file(tree, file, text):
    module = module_of(file)
    if module not in tree.arrows:
        tree.fault(file, 1, module, f"the module '{module}' has no line in tools/layers.txt")
        return
    tree.graph[file] = []
    code = without_comments(text)
    for match in INCLUDE.finditer(code):
        line = line_of(code, match.start())
        if match.group(2):
            check_own_include(tree, file, module, line, match.group(2))
        else:
            check_foreign_include(tree, file, module, line, match.group(1))
    check_clocks(tree, file, module, without_comments_and_strings(text))


def check_own_include(tree, file, module, line, header):
    if "/" not in header or header.startswith("."):
        tree.fault(file, line, header, f'"{header}" is not written from the root of src')
        return
    other = module_of(header)
    tree.graph[file].append(header)
    if other != module and other not in tree.arrows[module]:
        tree.fault(file, line, header, f"{module} may not include {other} ({header}); see tools/layers.txt")
    if other != module and header.count("/") > 1:
        tree.fault(file, line, header, f"{header} lies in a subfolder, which is private to {other}")
    check_purity(tree, file, module, line, header)


def check_foreign_include(tree, file, module, line, header):
    homes = next((tree.homes[name] for name in sorted(tree.homes, key=len, reverse=True) if is_named(header, name)), None)
    if homes is None:
        if "/" in header or (header.endswith(".h") and header != "time.h"):
            tree.fault(file, line, header, f"<{header}> has no home; give it one in tools/foreign_headers.txt")
    elif "*" in homes:
        if module in tree.pure:
            tree.fault(file, line, header, f"{module} is pure: no <{header}>")
    elif "all" not in homes and not any(file.startswith(home + "/") for home in homes):
        tree.fault(file, line, header, f"<{header}> may be included in {', '.join(homes)} only")
    check_purity(tree, file, module, line, header)


def is_named(header, name):
    """boost/json names boost/json.hpp and boost/json/fwd.hpp, not boost/jsonish.hpp; "date/" names all below it."""
    return header.startswith(name) and (name.endswith("/") or not header[len(name):len(name) + 1].isalnum())


def check_purity(tree, file, module, line, header):
    if module in tree.pure and header in IMPURE:
        tree.fault(file, line, header, f"{module} is pure: no {header} (threads, locks, files, clocks, output)")


def check_clocks(tree, file, module, code):
    if file == "base/clock.cpp":
        return
    for match in (CLOCK_READING if module in tree.pure else SYSTEM_CLOCK).finditer(code):
        tree.fault(file, line_of(code, match.start()), "clock", "only base/clock.cpp reads the clock; take an Instant")
    for match in CLOCK_OBJECT.finditer(code) if module in tree.pure else ():
        tree.fault(file, line_of(code, match.start()), "clock", f"{module} is pure: it takes an Instant, not a Clock")


def cycles_of(graph):
    """Each circle once, as the list of its nodes, the first repeated at the end."""
    done, path, found = set(), [], []

    def visit(node):
        if node in path:
            found.append(path[path.index(node):] + [node])
        elif node in graph and node not in done:
            path.append(node)
            for other in sorted(graph[node]):
                visit(other)
            path.pop()
            done.add(node)

    for node in sorted(graph):
        visit(node)
    return found


def check_cycles(tree):
    for cycle in cycles_of(tree.graph):
        tree.fault(cycle[0], 1, "cycle", "files include each other in a circle: " + " -> ".join(cycle))
    for cycle in cycles_of(tree.arrows):
        tree.faults.append("tools/layers.txt: modules in a circle: " + " -> ".join(cycle))


def main(root):
    tree = Tree(root)
    source = tree.root / "src"
    files = files_below(source, {".h", ".cpp"})
    for path in files:
        check_file(tree, str(path.relative_to(source)), path.read_text(encoding="utf-8"))
    check_cycles(tree)
    finish("layers", tree.faults + tree.exceptions.stale(), len(files))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent)
