"""CSV for a Vietnamese Excel, opened by LibreOffice in Vietnamese as an office would: each number is that number, each text that text.

usage: excel_csv.py NAMMO SOURCE_DIR
"""
import csv
import decimal
import io
import os
import shutil
import subprocess
import sys
import tempfile

import openpyxl

# Semicolons, quotes, UTF-8, from line 1, Vietnamese (1066), quoted cells not as text, no dates made of "2024-05".
AS_OPENED = "CSV:59,34,76,1,,1066,false,false,false"
CALLS = {"week": ["thuan-thanh", "W19", "--now", "2024-05-09T10:00+07:00"],
         "month": ["thuan-thanh", "2024-06", "--now", "2024-06-18T10:00+07:00"],
         "quarter": ["thuan-thanh", "2024-Q2", "--compare", "previous", "--now", "2024-07-16T10:00+07:00"],
         "gathered": ["thuan-thanh", "W20", "--org", "bdv", "--now", "2024-05-16T16:30+07:00"]}
NUMBERS = {"value", "reported", "expected", "compared_value", "compared_reported", "compared_expected", "difference",
           "common_areas", "common_value", "common_compared", "change"}


def run(nammo, store, call, *more):
    return subprocess.run([nammo, "-C", store, "report", *call, "--format", "csv", *more], capture_output=True, check=True).stdout


def open_in_office(folder, names):
    home = os.path.join(folder, "home")
    files = [os.path.join(folder, name + ".csv") for name in names]
    subprocess.run(["soffice", f"-env:UserInstallation=file://{home}", "--headless", f"--infilter={AS_OPENED}",
                    "--convert-to", "xlsx", "--outdir", folder, *files], check=True, capture_output=True, timeout=300)
    return {name: [list(row) for row in openpyxl.load_workbook(os.path.join(folder, name + ".xlsx")).active.iter_rows(values_only=True)]
            for name in names}


def problems_of(name, expected, got):
    heads = expected[0]
    if len(got) != len(expected):
        yield f"{name}: {len(got)} rows, not {len(expected)}"
    for number, (row, cells) in enumerate(zip(expected, got), 1):
        for head, text, cell in zip(heads, row, cells, strict=True):
            if number > 1 and head in NUMBERS and text:
                same = isinstance(cell, (int, float)) and decimal.Decimal(str(cell)) == decimal.Decimal(text)
            else:
                same = (cell or "") == text
            if not same:
                yield f"{name}, row {number}, {head}: {cell!r} is not {text!r}"


def main():
    nammo, source = sys.argv[1:]
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        store = os.path.join(folder, "store")
        shutil.copytree(os.path.join(source, "examples/thuan-thanh"), store)
        area = os.path.join(store, "areas/thuan-thanh/ho/khu-pho-2/area.yaml")
        with open(area, encoding="utf-8") as file:
            text = file.read()
        with open(area, "w", encoding="utf-8") as file:
            file.write(text.replace("name: Khu phố 2", "name: \"=HYPERLINK(\\\"x\\\"); 1,5\"", 1))
        expected = {}
        for name, call in CALLS.items():
            excel = run(nammo, store, call, "--excel")
            if not excel.startswith(b"\xef\xbb\xbf") or b"\r\n" not in excel:
                problems.append(f"{name}: neither a BOM nor CRLF")
            with open(os.path.join(folder, name + ".csv"), "wb") as file:
                file.write(excel)
            expected[name] = list(csv.reader(io.StringIO(run(nammo, store, call).decode())))
        fractions = [row for rows in expected.values() for row in rows[1:] if "." in row[rows[0].index("value")]]
        if not fractions:
            problems.append("no figure has a fraction: the test shows nothing of decimal commas")
        opened = open_in_office(folder, CALLS)
        for name in CALLS:
            problems += problems_of(name, expected[name], opened[name])
    print("\n".join(problems[:20]) or f"{sum(map(len, expected.values()))} rows as they should be")
    return 1 if problems else 0


sys.exit(main())
