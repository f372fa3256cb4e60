#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes src/triage/first_names.json: first names of European languages, without those that are words.

From the PyPI package Faker (MIT), which must be installed. Words are told from: our own texts (language_sample.json), and word lists in
/usr/share/dict (Debian: wamerican, wngerman), of which nothing is kept. Run it where those are at hand."""
import importlib
import json
import pathlib
import re
import sys
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
LOCALES = """en_US en_GB en_IE de_DE de_AT de_CH pl_PL fr_FR it_IT es_ES nl_NL cs_CZ sk_SK sv_SE da_DK no_NO fi_FI hu_HU ro_RO hr_HR
sl_SI lt_LT lv_LV et_EE pt_PT""".split()
LATIN = re.compile(r"[A-ZÀ-Ž][a-zà-ž]{2,}$")
# Names that are words of a help desk or open its sentences, and that no list above has in small letters.
WORDS = set("""alt april august berg data delta dell ende engel fern ford german herbst juli juni land lang mai mark mars may mercedes
mira nova nur paris penny porsche rosa sage sky sommer stern tag van virginia will winter wolf florence sydney austin houston london
chelsea brooklyn dakota carolina georgia jordan israel asia india china america europa adobe alexa alexis java ruby oracle""".split())


def folded(name):
    out = name.lower()
    for a, b in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("ł", "l"), ("ø", "o"), ("đ", "d"), ("æ", "ae")):
        out = out.replace(a, b)
    return "".join(c for c in unicodedata.normalize("NFKD", out) if not unicodedata.combining(c))


def first_names():
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in dir(provider):
            listed = getattr(provider, attribute)
            if attribute.startswith("first_name") and isinstance(listed, (tuple, list, dict)):
                yield from (name for name in listed if isinstance(name, str) and LATIN.match(name))


def words():
    sample = json.loads((ROOT / "src/triage/language_sample.json").read_text(encoding="utf-8"))
    own = {folded(word) for language in sample.values() for word, count in language.items() if count > 3}
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/dict")
    for name in ("american-english", "ngerman"):
        own |= {folded(line.strip()) for line in (folder / name).open(encoding="utf-8") if line[:1].islower()}
    return own | WORDS


known = words()
names = sorted({folded(name) for name in first_names()} - known)
target = ROOT / "src/triage/first_names.json"
target.write_text(json.dumps(names, indent=0).replace(",\n", ",") + "\n", encoding="utf-8")
print(len(names), "names,", target.stat().st_size, "bytes")
