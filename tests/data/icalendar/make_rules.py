#!/usr/bin/env python3
"""Writes rules.txt: rules of repetition with their occurrences by python-dateutil, an independent reader (Debian: python3-dateutil).

Each first occurrence is one that the rule itself gives, and weeks come with their weekdays: there RFC 5545 and dateutil say the same.
"""
import datetime
import random
import sys

from dateutil.rrule import rrulestr

DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
pick = random.Random(5545)


def some(numbers, most):
    return ",".join(str(n) for n in sorted(pick.sample(numbers, pick.randint(1, most))))


def rule():
    freq = pick.choice(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
    parts = [f"FREQ={freq}"]
    if pick.random() < 0.5:
        parts.append(f"INTERVAL={pick.randint(1, 5)}")
    if pick.random() < 0.3:
        parts.append(f"WKST={pick.choice(DAYS)}")
    if pick.random() < 0.3:
        parts.append("BYMONTH=" + some(range(1, 13), 4))
    kind = pick.random()
    ordinal = freq in ("MONTHLY", "YEARLY") and pick.random() < 0.6
    if kind < 0.5:
        days = pick.sample(DAYS, pick.randint(1, 3))
        parts.append("BYDAY=" + ",".join((str(pick.choice([1, 2, 3, 4, -1, -2])) if ordinal else "") + d for d in days))
    if freq != "WEEKLY" and 0.4 < kind < 0.7:
        parts.append("BYMONTHDAY=" + some([n for n in range(-31, 32) if n], 4))
    if freq == "YEARLY" and 0.7 < kind < 0.8:
        parts.append("BYYEARDAY=" + some([n for n in range(-366, 367) if n], 5))
    if freq == "YEARLY" and 0.8 < kind < 0.95:
        parts.append("BYWEEKNO=" + some([n for n in range(-53, 54) if n], 4))
        parts.append("BYDAY=" + ",".join(pick.sample(DAYS, pick.randint(1, 3))))
    if pick.random() < 0.25:
        parts.append("BYHOUR=" + some(range(24), 3))
    if pick.random() < 0.15:
        parts.append("BYMINUTE=" + some(range(60), 2))
    if pick.random() < 0.2 and len(parts) > 2:
        parts.append("BYSETPOS=" + some([-3, -2, -1, 1, 2, 3], 2))
    return ";".join(parts)


def main(out):
    kept = 0
    while kept < 300:
        text = rule()
        start = datetime.datetime(2024, 1, 1, 9, 30) + datetime.timedelta(days=pick.randint(0, 700))
        try:
            first = next(iter(rrulestr("RRULE:" + text, dtstart=start)), None)
        except Exception:
            continue
        if first is None or first.year > 2027:
            continue
        if pick.random() < 0.3:
            text += f";COUNT={pick.randint(1, 30)}"
        # What the rule leaves open is taken from the first occurrence, so it is asked again from there.
        again = rrulestr("RRULE:" + text, dtstart=first)
        dates = again.between(first, datetime.datetime(2029, 1, 1), inc=True)[:20]
        # dateutil counts positions from the first occurrence on, not from the first day of its week.
        if "WEEKLY" in text and "BYSETPOS" in text:
            kept += 1
            continue
        if not dates or dates[0] != first:
            continue
        out.write(f"{text} {' '.join(d.strftime('%Y%m%dT%H%M%S') for d in dates)}\n")
        kept += 1


main(open(sys.argv[1] if len(sys.argv) > 1 else "rules.txt", "w"))
