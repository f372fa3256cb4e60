#!/usr/bin/env python3
"""Check the demo ticket scripts (en/de/pl.jsonl) and print a small table. Exit code 1 on any error."""
import collections
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
CATS = "access hardware printing network email software telephony security onboarding billing order contract feedback".split()
ENUM = {"category": CATS, "type": "incident request question complaint no_action".split(),
        "impact": ["low", "medium", "high"], "urgency": ["low", "medium", "high"]}
STYLES = set("terse angry typos signature quote polite long no_diacritics forwarded phone_note".split())
TEXT = ["subject", "body", "first_reply", "resolution"]
FIELDS = set(ENUM) | set(TEXT) | {"id", "style", "customer_followup", "note"}
HOLDERS = {"name", "first", "org", "order", "invoice", "asset", "agent"}
errors = []


def shingles(text):
    w = re.findall(r"\w+", text.lower())
    return {tuple(w[i:i + 3]) for i in range(len(w) - 2)} or {tuple(w)}


def load(lang):
    rows = []
    for no, line in enumerate((HERE / f"{lang}.jsonl").read_text(encoding="utf-8").splitlines(), 1):
        try:
            rows.append(json.loads(line))
        except ValueError as e:
            errors.append(f"{lang}:{no}: {e}")
    return rows


data = {lang: load(lang) for lang in ("en", "de", "pl")}
seen = set()
for lang, rows in data.items():
    for r in rows:
        rid = r.get("id", "?")
        if rid in seen or not re.fullmatch(lang + r"-\d{3}", rid):
            errors.append(f"{rid}: id bad or not unique")
        seen.add(rid)
        if set(r) != FIELDS:
            errors.append(f"{rid}: fields {sorted(set(r) ^ FIELDS)}")
            continue
        errors += [f"{rid}: {f}={r[f]!r}" for f, ok in ENUM.items() if r[f] not in ok]
        errors += [f"{rid}: style {s!r}" for s in r["style"] if s not in STYLES]
        errors += [f"{rid}: {f} is not a text" for f in TEXT
                   if not isinstance(r[f], str) or (f != "subject" and not r[f].strip())]
        errors += [f"{rid}: {f} must be a text or null" for f in ("customer_followup", "note")
                   if r[f] is not None and not (isinstance(r[f], str) and r[f].strip())]
        errors += [f"{rid}: {f} is not signed by {{agent}}" for f in ("first_reply", "resolution") if "{agent}" not in r[f]]
        rest = re.sub(r"\{(%s)\}" % "|".join(HOLDERS), "", " ".join(r[f] or "" for f in [*TEXT, "customer_followup", "note"]))
        if "{" in rest or "}" in rest:
            errors.append(f"{rid}: unknown placeholder or stray brace")
    if len({r.get("body") for r in rows}) < 150:
        errors.append(f"{lang}: fewer than 150 different bodies")
    count = collections.Counter(r.get("category") for r in rows)
    errors += [f"{lang}: only {count[c]} scripts in {c}" for c in CATS if count[c] < 9]
    sets = [(r["id"], shingles(r["body"])) for r in rows if r.get("body")]
    errors += [f"near-duplicate bodies: {a} {b}" for i, (a, x) in enumerate(sets) for b, y in sets[:i]
               if len(x & y) > 0.7 * len(x | y)]

surveys = collections.Counter((r["language"], r["score"]) for r in load("surveys"))
errors += [f"surveys: nothing to say at {score} in {lang}" for lang in data for score in range(1, 6) if not surveys[lang, score]]

print(" " * 12 + "".join(f"{lang:>6}" for lang in data))
for key in "category", "type":
    for v in ENUM[key]:
        print(f"{v:12}" + "".join(f"{sum(r.get(key) == v for r in rows):6}" for rows in data.values()))
print(f"{'total':12}" + "".join(f"{len(rows):6}" for rows in data.values()))
print("\n".join(errors) or "ok")
sys.exit(bool(errors))
