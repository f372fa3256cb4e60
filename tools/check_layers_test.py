#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Builds tiny trees, each with one fault, and expects check_layers.py to name it; and a clean tree, which must pass."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TOOLS = Path(__file__).resolve().parent
LAYERS = "base:\ndomain: base pure\nstore: base domain\nnet: base\napp: base domain store net\nmain: app base\n"
CLEAN = {
    "src/base/clock.cpp": "auto now = std::chrono::system_clock::now();\n",
    "src/base/clock.h": "#include <chrono>\n",
    "src/base/json.h": "#include <boost/json.hpp>\n#include <expected>\n",
    "src/base/mutex.h": "#include <mutex>\n",
    "src/domain/ticket.h": '// a Clock is not read here: system_clock::now\n#include "base/clock.h"\n',
    "src/net/listen.cpp": '#include <boost/asio.hpp>\n#include <sys/socket.h>\n#include "base/json.h"\n',
    "src/store/open.cpp": '#include "store/sqlite/connection.h"\n',
    "src/store/sqlite/connection.h": "#include <sqlite3.h>\n",
    "src/app/run.cpp": '#include "store/db.h"\n',
    "src/store/db.h": '#include "domain/ticket.h"\n#include <unistd.h>\n',
    "src/main.cpp": '#include "app/run.h"\n',
}


def check(extra, layers=LAYERS):
    """Exit status and output of the check on the clean tree plus `extra` files."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        files = {"tools/layers.txt": layers, **CLEAN, **extra}
        files["tools/foreign_headers.txt"] = (TOOLS / "foreign_headers.txt").read_text()
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text)
        run = subprocess.run([sys.executable, TOOLS / "check_layers.py", root], capture_output=True, text=True)
        return run.returncode, run.stdout + run.stderr


class CheckLayers(unittest.TestCase):
    def expect(self, words, extra, layers=LAYERS):
        status, output = check(extra, layers)
        self.assertEqual(status, 1, output)
        self.assertIn(words, output)
        self.assertIn(": 1 faults", output, "exactly the planted fault")

    def test_clean_tree_passes(self):
        self.assertEqual(check({})[0], 0, check({})[1])

    def test_unlisted_arrow(self):
        self.expect("net may not include store", {"src/net/x.cpp": '#include "store/db.h"\n'})

    def test_unlisted_arrow_behind_spaces_and_text(self):
        self.expect("src/net/x.cpp:3:", {"src/net/x.cpp": 'int a;\n\n  #  include "domain/ticket.h"\n'})

    def test_include_in_a_comment_or_raw_string_does_not_count(self):
        text = '/*\n#include "store/db.h"\n*/\nauto s = R"(// )"; // #include "store/db.h"\n'
        self.assertEqual(check({"src/net/x.cpp": text})[0], 0)

    def test_private_subfolder(self):
        self.expect("private to store", {"src/app/x.cpp": '#include "store/sqlite/connection.h"\n'})

    def test_module_without_a_line(self):
        self.expect("has no line", {"src/extra/x.h": "\n"})

    def test_include_that_is_not_from_the_root(self):
        self.expect("not written from the root", {"src/store/x.cpp": '#include "db.h"\n'})

    def test_cycle_of_files(self):
        self.expect("circle: store/a.h -> store/b.h -> store/a.h",
                    {"src/store/a.h": '#include "store/b.h"\n', "src/store/b.h": '#include "store/a.h"\n'})

    def test_cycle_of_modules(self):
        self.expect("modules in a circle: domain -> store -> domain", {}, LAYERS.replace("domain: base", "domain: base store"))

    def test_pure_module_with_a_thread(self):
        self.expect("domain is pure: no thread", {"src/domain/x.cpp": "#include <thread>\n"})

    def test_pure_module_with_a_file(self):
        self.expect("domain is pure: no fstream", {"src/domain/x.cpp": "#include <fstream>\n"})

    def test_pure_module_with_our_mutex(self):
        self.expect("domain is pure: no base/mutex.h", {"src/domain/x.cpp": '#include "base/mutex.h"\n'})

    def test_pure_module_with_the_operating_system(self):
        self.expect("domain is pure: no <unistd.h>", {"src/domain/x.cpp": "#include <unistd.h>\n"})

    def test_pure_module_with_a_clock(self):
        self.expect("takes an Instant", {"src/domain/x.cpp": "void f(Clock const& clock);\n"})

    def test_pure_module_that_measures_time(self):
        self.expect("reads the clock", {"src/domain/x.cpp": "auto t = std::chrono::steady_clock::now();\n"})

    def test_system_clock_outside_its_file(self):
        self.expect("only base/clock.cpp", {"src/net/x.cpp": "auto t = std::chrono::system_clock::now();\n"})

    def test_foreign_header_outside_its_home(self):
        self.expect("<sqlite3.h> may be included in store/sqlite only", {"src/store/x.cpp": "#include <sqlite3.h>\n"})

    def test_foreign_header_without_a_home(self):
        self.expect("has no home", {"src/net/x.cpp": "#include <nlohmann/json.hpp>\n"})

    def test_json_outside_base(self):
        self.expect("base only", {"src/net/x.cpp": "#include <boost/json/value.hpp>\n"})

    def test_exception_with_a_reason_is_heeded(self):
        extra = {"src/domain/x.cpp": "#include <mutex>\n", "tools/layer_exceptions.txt": "domain/x.cpp mutex # once\n"}
        self.assertEqual(check(extra)[0], 0)

    def test_exception_without_a_reason(self):
        self.expect("needs a reason", {"src/domain/x.cpp": "#include <mutex>\n",
                                       "tools/layer_exceptions.txt": "domain/x.cpp mutex\n"})

    def test_stale_exception(self):
        self.expect("needed no longer", {"tools/layer_exceptions.txt": "domain/x.cpp mutex # once\n"})


if __name__ == "__main__":
    unittest.main()
