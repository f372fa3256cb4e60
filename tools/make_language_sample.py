#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes src/triage/language_sample.json: how often each word stands in our own texts of a language (the demo's tickets, what
the pages say). The letter groups of these words tell languages apart where there are three words; see triage/language_grams.
All texts are the project's own, so the sample has no licence but ours."""
import collections
import json
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORD = re.compile(r"[^\W\d_]+")


def texts_in(language):
    for line in (ROOT / f"demo/texts/{language}.jsonl").open(encoding="utf-8"):
        ticket = json.loads(line)
        names = ("subject", "body", "first_reply", "customer_followup", "resolution", "note")
        yield from (ticket[name] for name in names if isinstance(ticket.get(name), str))
    for folder in ("web/src/locales", "src/portal/texts"):
        for path in sorted((ROOT / folder).glob(f"*.{language}.json")):
            for text in json.loads(path.read_text(encoding="utf-8")).values():
                if isinstance(text, str):
                    yield re.sub(r"\{\{.*?\}\}|\{.*?\}", " ", text)


sample = {}
for language in ("en", "de", "pl"):
    counts = collections.Counter(word for text in texts_in(language) for word in WORD.findall(text.lower()))
    sample[language] = dict(sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])))
target = ROOT / "src/triage/language_sample.json"
target.write_text(json.dumps(sample, ensure_ascii=False, separators=(",", ":")).replace("},", "},\n") + "\n", encoding="utf-8")
print({language: len(words) for language, words in sample.items()}, target.stat().st_size, "bytes")
