#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What triage is worth on public data, and what it costs: prints a table, writes JSON.

Each row names its data file with SHA-256 and licence, the rows and the split. Every share, temperature and threshold is chosen
inside the training part (src/triage/fit_classifier.cpp); the test part is looked at once. With --model the language model takes
part; without, the rows of words alone are printed. scikit-learn (python3-sklearn) is the baseline on the same rows."""
import argparse
import gzip
import hashlib
import json
import math
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = Path(os.environ.get("LOTSE_BUILD", ROOT / "build/release")) / "bench/bench_triage_figures"


def read_options():
    parser = argparse.ArgumentParser(prog="./dev bench triage", description=__doc__)
    parser.add_argument("--clinc", metavar="DIR", help="CLINC150 as train.tsv and val.tsv: label, domain, text")
    parser.add_argument("--tickets", metavar="FILE", help="IT service tickets as TSV, also gzipped: label, text")
    parser.add_argument("--model", metavar="FILE", default="", help="the language model, DATA/models/e5.e5s1")
    parser.add_argument("--rows", type=int, default=0, help="at most so many rows of each part, for a quick look")
    parser.add_argument("--cost-rows", type=int, default=10_000, help="rows of the refit that is timed [10000]")
    parser.add_argument("--json", default=os.environ.get("LOTSE_BENCH_JSON", "build/bench-triage.json"))
    return parser.parse_args()


def read_tsv(path):
    opened = gzip.open(path, "rt", encoding="utf-8") if str(path).endswith(".gz") else open(path, encoding="utf-8")
    with opened as file:
        names = next(file).rstrip("\n").split("\t")
        rows = [line.rstrip("\n").split("\t") for line in file]
    label, text = names.index("label"), names.index("text")
    undo = lambda field: re.sub(r"\\([\\nt])", lambda m: {"n": " ", "t": " "}.get(m[1], "\\"), field)
    return [(row[label], undo(row[text])) for row in rows if len(row) == len(names)]


def order_of(row):
    """A stable order that has nothing to do with the file's: the same rows on every machine."""
    return hashlib.sha256(("\t".join(row)).encode()).digest()


def sha256_of(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def per_class(rows, count):
    kept, seen = [], {}
    for row in sorted(rows, key=order_of):
        seen[row[0]] = seen.get(row[0], 0) + 1
        if seen[row[0]] <= count:
            kept.append(row)
    return kept


def limited(rows, count):
    return sorted(rows, key=order_of)[:count] if count else rows


def wilson(right, n):
    z, p = 1.96, right / n
    middle, spread = p + z * z / (2 * n), z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return (middle - spread) / (1 + z * z / n), (middle + spread) / (1 + z * z / n)


def lotse(folder, train, test, model):
    files = []
    for name, rows in (("train", train), ("test", test)):
        files.append(Path(folder) / (name + ".tsv"))
        files[-1].write_text("".join(f"{label}\t{text}\n" for label, text in rows), encoding="utf-8")
    done = subprocess.run([str(PROGRAM), "accuracy", *map(str, files), *([model] if model else [])],
                          stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def baseline(train, test):
    """What anybody has after ten minutes: word and character n-grams, TF-IDF, a linear machine at its defaults."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.pipeline import make_pipeline, make_union
    from sklearn.svm import LinearSVC
    train = [row for row in train if row[0] != "oos"]
    test = [row for row in test if row[0] != "oos"]
    machine = make_pipeline(make_union(TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
                                       TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)),
                            LinearSVC())
    machine.fit([text for _, text in train], [label for label, _ in train])
    right = sum(a == label for a, (label, _) in zip(machine.predict([text for _, text in test]), test))
    low, high = wilson(right, len(test))
    return {"rows": len(test), "accuracy": right / len(test), "low": low, "high": high}


class Report:
    def __init__(self):
        self.rows = []

    def add(self, what, who, source, figures, split):
        self.rows.append({"what": what, "who": who, "split": split, **source, **figures})
        accuracy = (f"{100 * figures['accuracy']:5.1f} % ({100 * figures['low']:.1f} to {100 * figures['high']:.1f}), "
                    f"n {figures['rows']}")
        more = f"  ECE {figures['ece']:.3f}  log loss {figures['log_loss']:.3f}" if "ece" in figures else ""
        if "auroc" in figures:
            more += (f"  AUROC {figures['auroc']:.4f} (n {figures['rows_of_no_class']}), turned away "
                     f"{100 * figures['turned_away']:.0f} % at {100 * figures['kept']:.1f} % kept")
        if "meaning_share" in figures:
            more += f"  share of meaning {figures['meaning_share']:.1f}"
        print(f"{what:<34} {who:<18} {accuracy}{more}", flush=True)

    def judge(self, what, source, train, test, options, split):
        with tempfile.TemporaryDirectory() as folder:
            figures = lotse(folder, train, test, options.model)
        self.add(what, "words", source, figures["words"], split)
        if "mixed" in figures:
            self.add(what, "words and meaning", source, figures["mixed"], split)
        both = figures["calibrations"]
        print(f"{'':<34} {'calibration':<18} " + "; ".join(
            f"{name} ECE {both[key]['ece']:.3f}, log loss {both[key]['log_loss']:.3f}"
            for name, key in (("temperature", "temperature"), ("Venn-Abers", "venn_abers"))) +
            f"; the fit chose {both['chosen']}", flush=True)
        self.rows.append({"what": what, "who": "calibration", "split": split, **source, **both})
        self.add(what, "scikit-learn", source, baseline(train, test), split)


def clinc(report, options):
    train, test = (Path(options.clinc) / name for name in ("train.tsv", "val.tsv"))
    source = {"data": "CLINC150", "licence": "CC BY 3.0",
              "sha256": {"train.tsv": sha256_of(train), "val.tsv": sha256_of(test)}}
    train = [row for row in read_tsv(train) if row[0] != "oos"]
    test = limited(read_tsv(test), options.rows)
    few = [10, 1, 2, 5]
    report.judge("CLINC150, all examples", source, limited(train, options.rows), test, options, "as published: train, val")
    for count in few:
        report.judge(f"CLINC150, {count} a class", source, per_class(train, count), test, options,
                     f"train: {count} a class by hash; val")


def tickets(report, options):
    source = {"data": "IT service tickets", "licence": "CC0 1.0", "sha256": sha256_of(options.tickets)}
    rows = sorted(read_tsv(options.tickets), key=order_of)
    if options.rows:
        rows = rows[:2 * options.rows]
    test = min(5000, len(rows) // 4)
    split = "by hash of the row; the file has no times"
    for count in (160, 3000, len(rows) - test):
        if count <= len(rows) - test:
            report.judge(f"IT tickets, 8 topics, {count} rows", source, rows[test:test + count], rows[:test], options, split)


def cost(options):
    done = subprocess.run([str(PROGRAM), "cost", str(options.cost_rows), "77", *([options.model] if options.model else [])],
                          stdout=subprocess.PIPE, check=True)
    figures = json.loads(done.stdout)
    asking = figures["asking"]
    print(f"\nCPU time, one thread, {figures['rows']} made-up rows, {figures['classes']} classes")
    print(f"  refit                 {figures['refit_words_seconds']} s by words, {figures['refit_mixed_seconds']} s with "
          f"meanings; at most {figures['peak_mib']} MiB; {figures['saved_mib']} MiB when saved")
    print(f"  one message           {asking['predict_words_us']} us by words, {asking['predict_mixed_us']} us with its vector")
    print(f"  one correction        {asking['learn_us']} us; seen in the next answer: {asking['correction_is_seen']}")
    for one in figures.get("encoder", []):
        print(f"  encoder, {one['instructions']:<9} {one['tokens']:>4} tokens {one['ms']:>8.1f} ms")
    return figures


def main():
    options = read_options()
    report = Report()
    if options.clinc:
        clinc(report, options)
    if options.tickets:
        tickets(report, options)
    figures = cost(options)
    Path(options.json).parent.mkdir(parents=True, exist_ok=True)
    Path(options.json).write_text(json.dumps({"rows": report.rows, "cost": figures}, indent=1) + "\n", encoding="utf-8")
    print(f"\n{options.json}")


sys.exit(main())
