"""The list of officers as a workbook, opened by openpyxl: the people, days and accounts of the CSV, and no formula.

usage: roster_xlsx.py NAMMO SOURCE_DIR
"""
import csv
import datetime
import io
import os
import shutil
import subprocess
import sys
import tempfile

import openpyxl

ACCOUNTS = {"none": "chưa có", "requested": "đã đề nghị cấp", "issued": "đã cấp"}
HOSTILE = 'name: "=1+1"\norg: ccb\nphone: "0222 3821 330"\n'


def main(nammo, source):
    nammo = os.path.abspath(nammo)
    problems = []
    with tempfile.TemporaryDirectory() as work:
        store = os.path.join(work, "store")
        shutil.copytree(os.path.join(source, "examples", "thuan-thanh"), store)
        with open(os.path.join(store, "officers", "le-thi-nham.yaml"), "w", encoding="utf-8") as file:
            file.write(HOSTILE)
        call = [nammo, "-C", store, "--now", "2024-05-09T10:00+07:00", "officer", "roster"]
        subprocess.run([*call, "-o", os.path.join(work, "r.xlsx")], check=True)
        text = subprocess.run([*call, "--format", "csv"], check=True, capture_output=True).stdout.decode("utf-8")
        wanted = list(csv.DictReader(io.StringIO(text)))
        sheet = openpyxl.load_workbook(os.path.join(work, "r.xlsx")).active
        rows = list(sheet.iter_rows(min_row=2, max_row=len(wanted) + 1, values_only=True))
        if not any(row[1] == "=1+1" for row in rows) or any(c.data_type == "f" for line in sheet.iter_rows() for c in line):
            problems.append("a name became a formula")
        for row, expected in zip(rows, wanted):
            name = expected["name"].removeprefix("'")
            since = datetime.datetime.fromisoformat(expected["since"])
            told = (int(expected["number"]), name, expected["title"] or None, expected["unit"], since, expected["phone"] or None,
                    expected["email"] or None, ACCOUNTS[expected["account"]])
            shown = (*row[:4], *row[6:])
            if shown != told:
                problems.append(f"{shown} is not {told}")
        numbers = [row[0] for row in sheet.iter_rows(min_row=2, values_only=True) if isinstance(row[0], int)]
        if len(wanted) < 10 or numbers != list(range(1, len(wanted) + 1)):
            problems.append(f"the numbers are {numbers}")
    print("\n".join(problems) or f"{len(wanted)} people")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
