"""nammo's export of figures against a second, naive reckoning, line for line, and its sums in a real SQL engine.

usage: export_data.py NAMMO EXAMPLE [STORES [FIRST_SEED]]
"""
import collections
import datetime
import os
import pathlib
import subprocess
import sys
import tempfile
from decimal import Decimal

import data_package
import reckon
import stores

DAY = datetime.timedelta(days=1)
# Days off move the ends of weeks, which are reckoned here without: near the ends of the range nothing is compared.
MARGIN = 35 * DAY
EXAMPLE_NOW = datetime.datetime.fromisoformat("2024-08-09T08:00+07:00")


def run(nammo, root, folder, *options, env=None):
    return subprocess.run([nammo, "-C", root, "export", "data", str(folder), *options], capture_output=True, text=True,
                          check=False, env={**os.environ, "LC_ALL": "C", **(env or {})})


def bytes_in(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(pathlib.Path(folder).rglob("*")) if p.is_file()}


class Expected:
    """All that one store should export for the periods that end within [first, last], by the raw files."""

    def __init__(self, store, top, now, first, last):
        self.store, self.now, self.figures, self.owed, self.reaches = store, now, {}, {}, {}
        self.periods = set()
        for type_name, regime in store.regimes.items():
            if regime["period"] == "adhoc":
                continue
            parts = [p for p in reckon.periods(type_name, regime) if first <= p.end - DAY <= last]
            self.periods |= {(type_name, part.name) for part in parts}
            for org in (org["id"] for org in store.settings["organisations"]):
                self.add(type_name, regime, org, parts, top)

    def add(self, type_name, regime, org, parts, top):
        for part in parts:
            reach = reckon.Range(self.store, top, org, type_name, [part], self.now)
            for _, area in reach.pairs:
                self.owed[type_name, part.name, org, area] = self.store.report(org, area, part, self.now) is not None
                if "figures_from" not in regime:
                    self.add_report(reach, part, area)
        if "figures_from" not in regime:
            self.reaches[type_name, org] = reckon.Range(self.store, top, org, type_name, parts, self.now)

    def add_report(self, reach, part, area):
        report = self.store.report(reach.org, area, part, self.now)
        for name, indicator in self.store.indicators.items():
            low = (part, area) in reach.lowest
            if indicator["kind"] == "ratio" or not reach.asked_for(indicator) or (indicator["areas"] == "lowest" and not low):
                continue
            values = reckon.given(report, part.type, name, indicator, reach.codes(indicator))
            claims = indicator["areas"] == "reconcile" and not low
            for code in [""] if "from" in indicator else reach.shown(indicator, area):
                value = values.get(code)
                if claims and value is None:
                    continue
                estimate = value is not None and "from" not in indicator and name in report.get("estimate", [])
                self.figures[part.type, part.name, reach.org, area, name, code or "*"] = (
                    (None, value) if claims else (value, None)) + (estimate,)


def number(cell):
    return Decimal(cell) if cell else None


def lines_that_differ(expected, package):
    got = {}
    for row in package.tables["figures"].rows:
        if (row["report"], row["period"]) in expected.periods:
            key = tuple(row[k] for k in ("report", "period", "org", "area", "indicator", "breakdown"))
            got[key] = (number(row["value"]), number(row["claim"]), row["estimate"] == "true")
    for key in sorted(got.keys() | expected.figures.keys()):
        if got.get(key) != expected.figures.get(key):
            yield f"figures {key}: reckoned {expected.figures.get(key)}, nammo {got.get(key)}"
    owed = {}
    for row in package.tables["obligations"].rows:
        if (row["report"], row["period"]) in expected.periods:
            counts = row["state"] in ("submitted", "late", "accepted")
            owed[tuple(row[k] for k in ("report", "period", "org", "area"))] = counts
    for key in sorted(owed.keys() | expected.owed.keys()):
        if owed.get(key) != expected.owed.get(key):
            yield f"obligations {key}: reckoned {expected.owed.get(key)}, nammo {owed.get(key)}"


SUMS = """
WITH RECURSIVE below(id) AS (SELECT id FROM areas WHERE id = ? UNION ALL SELECT a.id FROM areas a JOIN below b ON a.parent = b.id)
SELECT indicator, SUM(value), COUNT(DISTINCT CASE WHEN value IS NOT NULL THEN period || ' ' || area END),
       COUNT(DISTINCT CASE WHEN claim IS NULL THEN period || ' ' || area END)
FROM figures JOIN below ON below.id = figures.area
WHERE report = ? AND org = ? AND period IN (SELECT value FROM json_each(?)) GROUP BY indicator"""


def open_codes(reach, indicator):
    listed = reach.store.codes.get(indicator.get("by"), {})
    return [c for c in reach.codes(indicator) if not (isinstance(listed.get(c), dict) and listed[c].get("confidential") == "true")]


def sums_that_differ(expected, package, seen):
    """What a stranger to nammo adds up in SQL: of each area with all below it, a flow over all periods, a stock over one."""
    base = package.database()
    base.execute("DELETE FROM figures WHERE (SELECT confidential FROM codes JOIN indicators ON list = by"
                 " WHERE code = breakdown AND indicators.id = indicator) = 'true'")
    for (type_name, org), reach in expected.reaches.items():
        names = sorted({part.name for part, _ in reach.pairs})
        for kinds, periods in (({"flow"}, names), ({"flow", "stock", "ytd"}, names[-1:])):
            parts = {part for part, _ in reach.pairs if part.name in periods}
            part_reach = reckon.Range(expected.store, "", org, type_name, [], expected.now)
            part_reach.pairs = {pair for pair in reach.pairs if pair[0] in parts}
            part_reach.lowest = {pair for pair in reach.lowest if pair[0] in parts}
            part_reach.last = next(iter(parts), None) if len(parts) == 1 else None
            for area in {area for _, area in part_reach.pairs}:
                asked = (area, type_name, org, "[" + ",".join(f'"{name}"' for name in periods) + "]")
                got = {row[0]: row[1:] for row in base.execute(SUMS, asked)}
                yield from cells_that_differ(part_reach, area, kinds, got, seen)


def cells_that_differ(reach, area, kinds, got, seen):
    for name, indicator in reach.store.indicators.items():
        if indicator["kind"] not in kinds or not reach.asked_for(indicator):
            continue
        cell = reach.cell(area, name, [""] if "from" in indicator else open_codes(reach, indicator))
        value, reported, expected = got.get(name, (None, 0, 0))
        same = (cell.value is None) == (value is None) and (value is None or abs(Decimal(value) - cell.value) < Decimal("0.00001"))
        seen[indicator["kind"] + " sums"] += 1
        if not same or (cell.reported, cell.expected) != (reported, expected):
            yield f"{area} {name}: reckoned {cell.value} ({cell.reported}/{cell.expected}), SQL {value} ({reported}/{expected})"


def compare(nammo, root, top, now, first, last, seen):
    with tempfile.TemporaryDirectory(prefix="nammo-export-") as folder:
        done = run(nammo, root, folder, "--from", first.isoformat(), "--to", last.isoformat(), "--now", now.isoformat())
        if done.returncode not in (0, 1):
            return [f"exit {done.returncode}: {done.stderr[:2000]}"]
        package = data_package.Package(pathlib.Path(folder))
        expected = Expected(reckon.Store(root), top, now, first + MARGIN, last - MARGIN)
        seen.update(["stores", f"exit {done.returncode}"])
        for value, claim, estimate in expected.figures.values():
            seen.update(["lines", "claims" if claim is not None else "missing" if value is None else "given"] + ["estimates"] * estimate)
        return package.faults or [*lines_that_differ(expected, package), *sums_that_differ(expected, package, seen)]


def by_chance(nammo, seed, seen):
    with tempfile.TemporaryDirectory(prefix="nammo-reckon-") as root:
        made = stores.Maker(seed, root).make()
        tops = {area.split("/")[0] for area in reckon.Store(root).areas}
        if len(tops) != 1:
            return []
        first, last = made.from_ - MARGIN, made.to + MARGIN
        return [f"seed {seed}: {fault}" for fault in compare(nammo, root, tops.pop(), made.now, first, last, seen)]


def rows(folder, keep=lambda row: True):
    package = data_package.Package(pathlib.Path(folder))
    return [[row for row in package.tables[name].rows if keep(row)] for name in ("figures", "obligations")]


def laws(nammo, root, work):
    """What holds between two exports of one store."""
    whole = work / "whole"
    now = ("--now", EXAMPLE_NOW.isoformat())
    done = run(nammo, root, whole, *now)
    if done.returncode != 0:
        yield f"exit {done.returncode}: {done.stderr}"
    members = sum(int(row["value"]) for row in rows(whole)[0]
                  if row["indicator"] == "members" and row["period"] == "2024-W19" and row["value"])
    if members != 460:
        yield f"members of week 19: {members}, not 460 as in the report"
    run(nammo, root, work / "again", *now, env={"LC_ALL": "vi_VN.UTF-8", "TZ": "America/New_York", "NAMMO_NOW": "2031-01-01T00:00Z"})
    if bytes_in(whole) != bytes_in(work / "again"):
        yield "other bytes in another place and zone"
    kept = {"thuan-thanh/ho": lambda row: reckon.within(row["area"], "thuan-thanh/ho"), "bdv": lambda row: row["org"] == "bdv",
            "days": lambda row: "2024-05-22" <= row["period_end"] <= "2024-06-14"}
    for name, options in (("thuan-thanh/ho", ["ho"]), ("bdv", ["--org", "bdv"]), ("days", ["--from", "2024-05-22", "--to", "2024-06-14"])):
        part = work / name.replace("/", "-")
        run(nammo, root, part, *options, *now)
        if rows(part) != rows(whole, kept[name]) or not rows(part)[1]:
            yield f"{name}: not the lines of the whole"
    yield from writing(nammo, root, work, whole, now)


def writing(nammo, root, work, whole, now):
    before = bytes_in(whole)
    (whole / "figures" / "2023.csv").write_text("of another export\n")
    done = run(nammo, root, whole, *now)
    if done.returncode != 2 or "2023.csv" not in done.stderr:
        yield f"an old year is there, but exit {done.returncode}: {done.stderr}"
    (whole / "figures" / "2023.csv").unlink()
    (whole / "areas.csv").write_text("spoilt")
    (whole / "notes.txt").write_text("of the office")
    run(nammo, root, whole, *now)
    if bytes_in(whole) != {**before, "notes.txt": b"of the office"}:
        yield "a second export is not the first, or it touched another file"
    (work / "file").write_text("")
    done = run(nammo, root, work / "file" / "folder", *now)
    if done.returncode != 4 or done.stdout:
        yield f"the folder cannot be made, but exit {done.returncode}"
    empty = work / "empty"
    done = run(nammo, root, empty, "--to", "2020-01-01", *now)
    if done.returncode != 0 or data_package.Package(empty).faults or rows(empty) != [[], []]:
        yield f"nothing is owed: exit {done.returncode} {done.stderr}"


def main():
    nammo, example = os.path.abspath(sys.argv[1]), sys.argv[2]
    count, start = [int(sys.argv[i]) if len(sys.argv) > i else default for i, default in ((3, 60), (4, 1))]
    seen = collections.Counter()
    first, last = datetime.date(2024, 3, 1), datetime.date(2024, 10, 31)
    faults = [f"example: {fault}" for fault in compare(nammo, example, "thuan-thanh", EXAMPLE_NOW, first, last, seen)]
    with tempfile.TemporaryDirectory(prefix="nammo-export-") as work:
        faults += laws(nammo, example, pathlib.Path(work))
    for seed in range(start, start + count):
        faults += by_chance(nammo, seed, seen)
    for fault in faults[:15]:
        print(fault)
    print(", ".join(f"{n} {what}" for what, n in sorted(seen.items())) + f"; {len(faults)} faults")
    dull = [what for what in ("claims", "estimates", "missing", "given", "flow sums", "stock sums", "ytd sums", "exit 1") if not seen[what]]
    if dull:
        print("never met: " + ", ".join(dull))
    return 1 if faults or dull else 0


if __name__ == "__main__":
    sys.exit(main())
