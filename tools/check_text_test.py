#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Plants one fault at a time in a tiny tree and expects check_lengths.py and check_names.py to find it."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TOOLS = Path(__file__).resolve().parent
SPDX = "// SPDX-License-Identifier: Apache-2.0\n"
CLEAN = {
    "src/main.cpp": SPDX + "int main() {}\n",
    "src/base/text.h": SPDX + "#pragma once\n",
    "tools/x.py": "#!/usr/bin/env python3\n# SPDX-License-Identifier: Apache-2.0\n",
}


def check(program, extra):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, text in {**CLEAN, **extra}.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text)
        run = subprocess.run([sys.executable, TOOLS / program, root], capture_output=True, text=True)
        return run.returncode, run.stdout + run.stderr


class Planted(unittest.TestCase):
    program = ""

    def expect(self, words, extra):
        status, output = check(self.program, extra)
        self.assertEqual(status, 1, output)
        self.assertIn(words, output)
        self.assertIn(": 1 faults", output, "exactly the planted fault")

    def expect_clean(self, extra):
        status, output = check(self.program, extra)
        self.assertEqual(status, 0, output)


class CheckLengths(Planted):
    program = "check_lengths.py"
    LONG = SPDX + "\n" * 600

    def test_clean_tree_passes(self):
        self.expect_clean({"src/base/text.cpp": SPDX + "\n" * 599})

    def test_long_source(self):
        self.expect("601 lines, 600 allowed", {"src/base/text.cpp": self.LONG})

    def test_long_header(self):
        self.expect("202 lines, 200 allowed", {"src/base/json.h": SPDX + "\n" * 201})

    def test_long_main(self):
        self.expect("30 allowed", {"src/main.cpp": SPDX + "\n" * 30})

    def test_wide_interface(self):
        functions = "".join(f"virtual void f{i}() = 0;\n" for i in range(13))
        self.expect("Wide has 13", {"src/base/wide.h": SPDX + "class Small {};\nclass Wide {\n" + functions + "};\n"})

    def test_exception_with_a_reason_is_heeded(self):
        self.expect_clean({"src/base/text.cpp": self.LONG, "tools/length_exceptions.txt": "src/base/text.cpp 610 # table\n"})

    def test_exception_without_a_reason(self):
        self.expect("needs a reason", {"src/base/text.cpp": self.LONG,
                                       "tools/length_exceptions.txt": "src/base/text.cpp 610\n"})

    def test_exception_that_is_exceeded(self):
        self.expect("603 lines, 602 allowed", {"src/base/text.cpp": SPDX + "\n" * 602,
                                               "tools/length_exceptions.txt": "src/base/text.cpp 602 # table\n"})

    def test_stale_exception(self):
        self.expect("needed no longer", {"tools/length_exceptions.txt": "src/base/text.cpp 610 # table\n"})

    def test_exception_that_allows_far_too_much(self):
        self.expect("needed no longer", {"src/base/text.cpp": self.LONG,
                                         "tools/length_exceptions.txt": "src/base/text.cpp 900 # table\n"})


class CheckNames(Planted):
    program = "check_names.py"

    def test_clean_tree_passes(self):
        self.expect_clean({"src/base/news.cpp": SPDX + "static_assert(true);\nauto s = a.select();\n",
                           "docs/user.md": "Put it into /home/lotse/data or /var/lib/lotse.\n"})

    def test_name_that_tells_nothing(self):
        self.expect("does not tell", {"src/base/text_utils.cpp": SPDX})

    def test_camel_case_file(self):
        self.expect("snake_case", {"src/base/TextTools.cpp": SPDX})

    def test_missing_licence_line(self):
        self.expect("the first line", {"src/base/x.cpp": "int a;\n"})

    def test_missing_licence_line_in_a_script(self):
        self.expect("neither of the first two", {"tools/y.sh": "#!/bin/sh\necho\n"})

    def test_header_without_pragma_once(self):
        self.expect("pragma once", {"src/base/x.h": SPDX})

    def test_regex_of_the_standard_library(self):
        self.expect("RE2", {"src/base/x.cpp": SPDX + "#include <regex>\n"})

    def test_formatted_sql(self):
        self.expect("never formatted", {"src/store/x.cpp": SPDX + 'fmt::format("SELECT {} FROM t", a);\n'})

    def test_glued_sql(self):
        self.expect("never glued", {"src/store/x.cpp": SPDX + 'run("DELETE FROM t WHERE a = " + a);\n'})

    def test_exception_with_a_reason_is_heeded_and_a_stale_one_is_not(self):
        glued = {"src/store/x.cpp": SPDX + 'run("DELETE FROM t WHERE a = " + a);\n'}
        self.expect_clean({**glued, "tools/name_exceptions.txt": "src/store/x.cpp sql # a number of ours\n"})
        self.expect("needed no longer", {"tools/name_exceptions.txt": "src/store/x.cpp sql # a number of ours\n"})

    def test_assert(self):
        self.expect("must()", {"src/base/x.cpp": SPDX + "assert(true);\n"})

    def test_note_without_an_issue(self):
        self.expect("issue number", {"src/base/x.cpp": SPDX + "// TO" "DO later\n"})

    def test_path_of_a_machine(self):
        self.expect("somebody's machine", {"docs/x.md": "see /ro" "ot/lotse\n"})


del Planted

if __name__ == "__main__":
    unittest.main()
