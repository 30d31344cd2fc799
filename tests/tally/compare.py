"""nammo's figures against a second, naive reckoning, cell for cell, on stores made by chance.

usage: compare.py NAMMO EXAMPLE [STORES [FIRST_SEED]]

EXAMPLE is the example store, which is asked about too.
"""
import collections
import csv
import datetime
import io
import multiprocessing
import os
import subprocess
import sys
import tempfile
from decimal import Decimal

import reckon
import stores

QUESTIONS = 6
EVERYTHING = ["missing", "as of an earlier period", "flow", "stock", "ytd", "ratio", "week", "month", "quarter", "half", "year", "once"]
HEADER = "report,period,org,area,area_name,level,indicator,breakdown,unit,kind,value,reported,expected,as_of".split(",")
VALUE = HEADER.index("value")


def asked_of_nammo(nammo, root, area, period, org, now):
    run = subprocess.run([nammo, "-C", root, "--now", now, "report", area, period, "--org", org, "--format", "csv"],
                         capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C"})
    return run, list(csv.reader(io.StringIO(run.stdout)))


def canonical(row):
    """A row whose value is a number, since 1.50 and 1.5 are one value: how many zeros are written is not reckoned."""
    return row and [Decimal(cell) if i == VALUE and cell else cell for i, cell in enumerate(row)]


def differences(expected, table):
    """The cells that differ, as text."""
    wanted = {tuple(row[i] for i in (2, 3, 6, 7)): row for row in expected}
    got = {tuple(row[i] for i in (2, 3, 6, 7)): row for row in table[1:]}
    for key in sorted(wanted.keys() | got.keys()):
        one, other = wanted.get(key), got.get(key)
        if canonical(one) != canonical(other):
            yield f"  reckoned {one}\n  nammo    {other}"
    if list(wanted) != list(got) and wanted.keys() == got.keys():
        yield f"  another order: reckoned {list(wanted)}\n  nammo {list(got)}"


def compare(job):
    """Compares all that is asked of one store; the faults as text, and what was seen."""
    nammo, seed = job
    faults, seen = [], collections.Counter()
    with tempfile.TemporaryDirectory(prefix="nammo-reckon-") as root:
        made = stores.Maker(seed, root).make()
        store, now = reckon.Store(root), made.now.isoformat()
        for area, period, org in made.questions(QUESTIONS):
            expected = reckon.rows(store, area, period, org, made.now)
            run, table = asked_of_nammo(nammo, root, area, period, org, now)
            fault = fault_of(expected, run, table)
            if fault:
                faults.append(f"seed {seed}: report {area} {period} --org {org} --now {now}: {fault}")
            seen.update(kinds_of(expected, store))
    return faults, seen


def compare_example(nammo, root):
    """The same for the example store, of which all is true at this moment."""
    now = datetime.datetime.fromisoformat("2024-08-09T08:00+07:00")
    store, faults = reckon.Store(root), []
    for area in ("thuan-thanh", "thuan-thanh/ho", "thuan-thanh/ho/khu-pho-1"):
        for period in ("2024-W19", "2024-W24", "2024-06", "2024-Q2", "2024-Q3", "2024-H1", "2024", "summary"):
            run, table = asked_of_nammo(nammo, root, area, period, "ccb", now.isoformat())
            fault = fault_of(reckon.rows(store, area, period, "ccb", now), run, table)
            faults += [f"example: report {area} {period}: {fault}"] if fault else []
    return faults


def fault_of(expected, run, table):
    if not expected:
        refused = run.returncode == 2 and not table
        return "" if refused else f"nothing is owed, but exit {run.returncode}\n{run.stdout}{run.stderr}"
    if run.returncode not in (0, 1) or table[:1] != [HEADER]:
        return f"exit {run.returncode}\n{run.stdout[:500]}{run.stderr[:2000]}"
    found = list(differences(expected, table))
    return "\n".join([f"{len(found)} differences", *found[:8]]) if found else ""


def kinds_of(expected, store):
    """What was compared, so that a generator gone dull is seen."""
    if not expected:
        return ["reports refused"]
    kinds = ["reports"]
    for row in expected:
        kinds += ["cells", row[9], store.regimes[row[0]]["period"]]
        kinds += ["missing"] if row[10] == "" else []
        kinds += ["as of an earlier period"] if row[13] else []
    return kinds


def main():
    nammo, example = sys.argv[1:3]
    count, first = [int(sys.argv[i]) if len(sys.argv) > i else default for i, default in ((3, 200), (4, 1))]
    jobs = [(nammo, seed) for seed in range(first, first + count)]
    faults, seen = compare_example(nammo, example), collections.Counter()
    with multiprocessing.Pool(2) as pool:
        for more, kinds in pool.imap(compare, jobs, chunksize=4):
            faults += more
            seen.update(kinds)
    for fault in faults[:10]:
        print(fault)
    print(f"{count} stores from seed {first}: " + ", ".join(f"{n} {what}" for what, n in seen.most_common()) + f"; {len(faults)} reports differ")
    dull = [what for what in EVERYTHING if seen[what] == 0]
    if dull:
        print(f"never met: {', '.join(dull)}")
    return 1 if faults or dull else 0


if __name__ == "__main__":
    sys.exit(main())
