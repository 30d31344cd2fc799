"""The figures of a year over the weekly reports of an area and of each area below it, by PyYAML alone.

    year_figures.py STORE AREA YEAR

What a person without nammo would write for the store of tests/bench/generate.cpp: nothing is checked, and nobody is
asked who is late or missing. Prints area, indicator, breakdown, value as CSV.
"""
import os
import re
import sys
from collections import defaultdict

import yaml

CODES = ("complaint", "recommendation")


def weekly_reports(folder, year):
    """The paths of the reports of a year, week by week."""
    name = re.compile(rf"{year}-W\d\d\.yaml")
    paths = []
    for place, _, files in os.walk(folder):
        if os.path.basename(os.path.dirname(place)) == "reports":
            paths += [os.path.join(place, file) for file in files if name.fullmatch(file)]
    return sorted(paths, key=lambda path: (os.path.basename(path), path))


def read_figures(paths):
    """Sums of flows by (area, indicator, code), and the last number of members by area."""
    flows = defaultdict(int)
    members = {}
    for path in paths:
        with open(path, "rb") as file:
            report = yaml.load(file, Loader=yaml.CSafeLoader)
        area = report["area"]
        figures = report["figures"]
        for code in CODES:
            flows[area, "petitions-received", code] += figures["petitions-received"][code]
            flows[area, "petitions-received", ""] += figures["petitions-received"][code]
        flows[area, "petitions-resolved", ""] += figures["petitions-resolved"]
        for activity in report["activities"]:
            if activity["kind"] == "propaganda":
                flows[area, "listeners", ""] += activity["people"]
        if "members" in figures:
            members[area] = figures["members"]
    return flows, members


def totals(top, flows, members):
    """Summed over the asked area and over each of its children with all that lies below."""
    sums = defaultdict(int)
    depth = top.count("/") + 2
    flat = dict(flows)
    flat.update({(area, "members", ""): count for area, count in members.items()})
    for (area, indicator, code), value in flat.items():
        for row in {top, "/".join(area.split("/")[:depth])}:
            sums[row, indicator, code] += value
    return sums


def main():
    store, top, year = sys.argv[1:]
    flows, members = read_figures(weekly_reports(os.path.join(store, "areas", top), year))
    print("area,indicator,breakdown,value")
    for (area, indicator, code), value in sorted(totals(top, flows, members).items()):
        print(f"{area},{indicator},{code},{value}")


main()
