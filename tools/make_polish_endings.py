#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Learns how Polish words end from Debian's hunspell-pl and writes src/search/polish_endings.json.

The dictionary holds some four million forms; a search needs to know only that two forms are one word. So every form is
laid beside the stem of its headword, both without accents, and the change between them ("cut three letters, add ow") is
counted for each ending of the form. An ending is kept where it tells more than the shorter ending does. The table then
also bends words that no dictionary holds, and words that were typed without accents.

Run after a new hunspell-pl:  tools/make_polish_endings.py [/usr/share/hunspell/pl_PL]
"""
import collections
import json
import pathlib
import re
import sys
import unicodedata

LONGEST = 8  # letters of an ending
LEAST_STEM = 2  # letters that stay in front of an ending
LEAST_SEEN = 8  # forms that an ending must explain better than the shorter one


def fold(word):
    word = word.lower().replace("ł", "l")
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def read_rules(path):
    rules = collections.defaultdict(list)
    for line in path.read_text("iso-8859-2").splitlines():
        part = line.split()
        if len(part) < 5 or part[0] != "SFX":
            continue
        cut = "" if part[2] == "0" else part[2]
        add = "" if part[3] == "0" else part[3].split("/")[0]
        rules[part[1]].append((cut, add, re.compile(part[4] + "$")))
    return rules


def forms_of(word, flags, rules):
    yield word
    for flag in flags:
        for cut, add, condition in rules.get(flag, ()):
            if word.endswith(cut) and condition.search(word):
                yield word[: len(word) - len(cut)] + add


def stem_of(headword):
    """Without the vowels at its end: the endings of genders then lead to one stem (konto, kontem; faktura, faktur)."""
    plain = fold(headword)
    if headword.endswith("ć"):
        plain = plain[:-1]
    stem = plain.rstrip("aeiouy")
    return stem if len(stem) > 2 else plain


def change_between(form, headword):
    same = 0
    while same < min(len(form), len(headword)) and form[same] == headword[same]:
        same += 1
    return len(form) - same, headword[same:]


def count(dictionary, rules):
    seen = collections.defaultdict(collections.Counter)
    for line in dictionary.read_text("iso-8859-2").splitlines()[1:]:
        word, _, flags = line.partition("/")
        if len(word) < 3 or not word.isalpha() or word != word.lower():
            continue
        headword = stem_of(word)
        for form in set(map(fold, forms_of(word, flags, rules))):
            change = change_between(form, headword)
            for length in range(1, min(LONGEST, len(form) - LEAST_STEM) + 1):
                if change[0] <= length:
                    seen[form[-length:]][change] += 1
    return seen


def prune(seen):
    kept = {}
    for ending in sorted(seen, key=len):
        best, times = seen[ending].most_common(1)[0]
        above = next((kept[ending[i:]] for i in range(1, len(ending)) if ending[i:] in kept), (0, ""))
        if best != above and times - seen[ending].get(above, 0) >= LEAST_SEEN:
            kept[ending] = best
    return kept


def main():
    base = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/hunspell/pl_PL"
    kept = prune(count(pathlib.Path(base + ".dic"), read_rules(pathlib.Path(base + ".aff"))))
    table = {ending: f"{cut}{add}" for ending, (cut, add) in sorted(kept.items())}
    target = pathlib.Path(__file__).parent.parent / "src/search/polish_endings.json"
    target.write_text(json.dumps(table, indent=0, separators=(",", ":")).replace("\n", "", 1) + "\n")
    print(f"{len(table)} endings, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
