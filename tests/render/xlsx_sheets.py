"""Workbooks of reports, opened by LibreOffice and by openpyxl, cell by cell against nammo's CSV and Markdown.

usage: xlsx_sheets.py NAMMO SOURCE_DIR
"""
import csv
import datetime
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

import openpyxl

# Every sheet to a file of its own, each cell as a reader sees it.
AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"
CALLS = {"week": ["thuan-thanh", "W19", "--now", "2024-05-09T10:00+07:00"],
         "ward": ["ho", "W19", "--now", "2024-05-09T08:00+07:00"],
         "month": ["thuan-thanh", "2024-05", "--now", "2024-05-16T10:00+07:00"],
         "quarter": ["thuan-thanh", "2024-Q2", "--now", "2024-07-16T10:00+07:00"],
         "gathered": ["thuan-thanh", "W19", "--org", "bdv", "--now", "2024-05-09T16:30+07:00"],
         "english": ["thuan-thanh", "2024-06", "--lang", "en", "--now", "2024-06-18T10:00+07:00"]}
HOSTILE = ["=1+1", "+84 x", "-2+3", "@SUM(A1)", "=HYPERLINK(\"http://x.vn\")", "09400", "http://x.vn", "1e5", "TRUE", "a\tb"]
LONG = "đ " * 20000  # a cell takes 32,767 characters


def change_store(folder):
    """Formulas and texts that look like something else, an estimate, and a report without figures."""
    def edit(path, old, new):
        path = os.path.join(folder, path)
        with open(path, encoding="utf-8") as file:
            text = file.read()
        assert old in text, (path, old)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text.replace(old, new, 1))

    edit("areas/thuan-thanh/ho/khu-pho-2/area.yaml", "name: Khu phố 2", "name: \"=HYPERLINK(\\\"x\\\")\"")
    week = "areas/thuan-thanh/ho/khu-pho-1/reports/ccb/2024-W19.yaml"
    edit(week, "  members: 154\n", "  members: 1234567\nestimate: [members]\n")
    edit(week, "proposals:\n", "proposals:\n" + "".join(
        f"  - {{to: ccb-tinh, kind: resolve, text: {json.dumps(text)}}}\n" for text in [*HOSTILE, LONG]))


def rows_of(text):
    return [row for row in csv.reader(io.StringIO(text))]


def run(nammo, folder, call, form):
    return subprocess.run([nammo, "-C", folder, "report", *call, "--format", form], capture_output=True, check=True).stdout


def shown(number, english):
    """1234.5 as Vietnamese and English write it."""
    if not re.fullmatch(r"-?\d+(\.\d+)?", number):
        return number
    whole, _, part = number.partition(".")
    text = f"{int(whole):,}" + ("." + part if part else "")
    return text if english else text.translate(str.maketrans(",.", ".,"))


def annex_tables(markdown, head):
    """The cells of each table of the annex, of which the last says "6/7"."""
    tables = []
    for block in re.findall(r"(?m)(?:^\| " + head + r" \|.*\n)(?:^\|.*\n)+", markdown[markdown.index("\n### "):]):
        lines = [re.split(r"(?<!\\) \| ", re.sub(r"^\| | \|$", "", line)) for line in block.splitlines()]
        tables.append([[re.sub(r"\\(.)", r"\1", cell) for cell in row] for row in lines[:1] + lines[2:]])
    return tables


def compare(what, got, expected, problems):
    for number, row in enumerate(expected):
        if number >= len(got) or got[number][:len(row)] != row:
            problems.append(f"{what}, row {number + 1}: {got[number] if number < len(got) else None} is not {row}")
            return
    left = [row for row in got[len(expected):len(expected) + 1] if any(row)]
    if left:
        problems.append(f"{what}: a row too many: {left}")


def check_data(name, book, sheets, nammo, folder, call, problems):
    """The last sheet is the CSV: as a reader sees it, and each number exactly."""
    english = "--lang" in call
    data = rows_of(run(nammo, folder, call, "csv").decode("utf-8"))
    number_columns = [data[0].index(key) for key in ("value", "reported", "expected")]
    for number, row in enumerate(data[1:], 2):
        for column in number_columns:
            value = book.worksheets[-1].cell(number, column + 1).value
            if value != (float(row[column]) if row[column] else "…"):
                problems.append(f"{name}: data, row {number}: {value!r} is not {row[column]}")
            row[column] = shown(row[column], english) if row[column] else "…"
        for column, text in enumerate(row):
            row[column] = re.sub(r"^'(?=[=+@-])", "", text)
    compare(f"{name}: data", sheets["Data" if english else "Dữ liệu"], data, problems)


def check_annex(name, sheets, nammo, folder, call, problems):
    english = "--lang" in call
    markdown = run(nammo, folder, call, "md").decode("utf-8")
    tables = annex_tables(markdown, "Indicator" if english else "Chỉ tiêu")
    if not tables:
        problems.append(f"{name}: no annex")
    for number, table in enumerate(tables):
        sheet = [row[:] for row in sheets[("Figures" if english else "Số liệu") + (f" {number + 1}" if number else "")]]
        for row in sheet[1:]:
            if len(row) > 2 and row[-1] and row[-2] != "•":
                row[-2:] = [row[-2] + "/" + row[-1]]
        compare(f"{name}: annex {number + 1}", [sheet[0][:-2]] + sheet[1:], [table[0][:-1]] + table[1:], problems)


def check_cells(name, path, call, problems):
    book = openpyxl.load_workbook(path)
    for sheet in book:
        if sheet.freeze_panes != "A2":
            problems.append(f"{name}: {sheet.title}: the heads are not frozen")
        for row in sheet.iter_rows():
            problems += [f"{name}: {sheet.title}: a formula: {cell.value}" for cell in row if cell.data_type == "f"]
    data = book.worksheets[-1]
    for row in data.iter_rows(min_row=2, max_row=data.max_row):
        if row[0].value and not all(cell.data_type == "s" or cell.value is None for cell in row[:10]):
            problems.append(f"{name}: a code is not text: {[cell.value for cell in row[:10]]}")
        if row[0].value and any(cell.data_type != "n" for cell in row[11:13]):
            problems.append(f"{name}: a number is text: {[cell.value for cell in row[11:13]]}")
    now = datetime.datetime.fromisoformat(call[call.index("--now") + 1]).astimezone(datetime.timezone.utc)
    if book.properties.created != now.replace(tzinfo=None):
        problems.append(f"{name}: created {book.properties.created}, not {now}")
    return book


def main(nammo, source):
    problems = []
    with tempfile.TemporaryDirectory() as work:
        stores = {"example": os.path.join(work, "example"), "changed": os.path.join(work, "changed")}
        for folder in stores.values():
            shutil.copytree(os.path.join(source, "examples/thuan-thanh"), folder)
        change_store(stores["changed"])
        calls = {f"{store}-{name}": (folder, call) for store, folder in stores.items() for name, call in CALLS.items()}
        for name, (folder, call) in calls.items():
            with open(os.path.join(work, name + ".xlsx"), "wb") as file:
                file.write(run(nammo, folder, call, "xlsx"))
        files = [os.path.join(work, name + ".xlsx") for name in calls]
        subprocess.run(["soffice", "-env:UserInstallation=file://" + work + "/profile", "--headless", "--convert-to", AS_SHOWN,
                        "--outdir", os.path.join(work, "out"), *files], stdout=subprocess.DEVNULL, check=True, timeout=300)
        for name, (folder, call) in calls.items():
            book = check_cells(name, os.path.join(work, name + ".xlsx"), call, problems)
            sheets = {}
            for title in book.sheetnames:
                with open(os.path.join(work, "out", f"{name}-{title}.csv"), encoding="utf-8", newline="") as file:
                    sheets[title] = rows_of(file.read())
            check_data(name, book, sheets, nammo, folder, call, problems)
            check_annex(name, sheets, nammo, folder, call, problems)
            if name == "changed-ward":
                texts = [row[1] for row in sheets["Kiến nghị"][1:]]
                problems += [f"{name}: lost or changed: {text!r}" for text in HOSTILE if text.replace("\t", " ") not in texts]
                if not any(len(text) > 30000 and text.endswith("đ…") for text in texts):
                    problems.append(f"{name}: the long text is not cut with a mark")
                if not any("ước 1.234.567" in row for row in sheets["Số liệu"]):
                    problems.append(f"{name}: the estimate does not say so")
    for problem in problems[:20]:
        print(problem)
    print(f"{len(calls)} workbooks, {len(problems)} faults")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1]), sys.argv[2]))
