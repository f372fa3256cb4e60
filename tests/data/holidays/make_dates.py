#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes dates.txt: what the Python package `holidays` says about the regions that we know, 2015 to 2035. One line a region and
year: month and day of each. The package is no part of the project and of no build: pip install holidays==0.109, then run this."""
import pathlib

import holidays

YEARS = range(2015, 2036)
GERMANY = "bw by be bb hb hh he mv ni nw rp sl sn st sh th".split()


def days_of(region):
    if region == "de-by-catholic":
        return holidays.Germany(subdiv="BY", categories=("public", "catholic"), years=YEARS)
    if region.startswith("de-"):
        return holidays.Germany(subdiv=region[3:].upper(), years=YEARS)
    if region.startswith("gb-"):
        return holidays.UnitedKingdom(subdiv=region[3:].upper(), years=YEARS)
    return holidays.Poland(years=YEARS) if region == "pl" else holidays.UnitedStates(years=YEARS)


def main():
    lines = []
    for region in [f"de-{state}" for state in GERMANY] + ["de-by-catholic", "pl", "gb-eng", "gb-sct", "gb-nir", "us"]:
        days = sorted(days_of(region))
        for year in YEARS:
            lines.append(" ".join([region, str(year), *(f"{day:%m%d}" for day in days if day.year == year)]))
    (pathlib.Path(__file__).parent / "dates.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
