"""A Frictionless Data Package, version 1, as its specification reads: what is wrong with one, and its tables in SQLite.

Nothing of nammo is known here.
"""
import csv
import datetime
import hashlib
import io
import json
import re
import sqlite3
from decimal import Decimal

CASTS = {"string": str, "number": Decimal, "integer": int, "boolean": {"true": True, "false": False}.__getitem__,
         "date": datetime.date.fromisoformat, "datetime": datetime.datetime.fromisoformat}
SQL_TYPES = {"string": "TEXT", "number": "NUMERIC", "integer": "INTEGER", "boolean": "TEXT", "date": "TEXT", "datetime": "TEXT"}


class Table:
    def __init__(self, resource):
        self.name, self.schema = resource["name"], resource["schema"]
        self.paths = resource["path"] if isinstance(resource["path"], list) else [resource["path"]]
        self.fields = {field["name"]: field for field in self.schema["fields"]}
        self.rows = []  # of text, as they stand


class Package:
    def __init__(self, folder):
        self.folder, self.faults = folder, []
        self.json = json.loads((folder / "datapackage.json").read_text("utf-8"))
        self.tables = {}
        for resource in self.json["resources"]:
            table = self.tables[resource["name"]] = Table(resource)
            for path in table.paths:
                self.read(table, path)
            self.judge_resource(resource)
            self.judge_rows(table)
        for table in self.tables.values():
            self.judge_references(table)
        self.judge_package()

    def fault(self, *what):
        self.faults.append(": ".join(map(str, what)))

    def read(self, table, path):
        data = (self.folder / path).read_bytes()
        if data.startswith(b"\xef\xbb\xbf") or b"\r" in data or not data.endswith(b"\n"):
            self.fault(path, "not the bytes that were promised")
        lines = list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))
        if lines[0] != list(table.fields):
            self.fault(path, "another header", lines[0])
        for line in lines[1:]:
            if len(line) != len(table.fields):
                self.fault(path, "a line of another length", line)
            table.rows.append(dict(zip(table.fields, line)))

    def judge_package(self):
        if self.json["profile"] != "tabular-data-package" or not re.fullmatch(r"[a-z0-9._-]+", self.json["name"]):
            self.fault("profile or name", self.json["profile"], self.json["name"])
        if datetime.datetime.fromisoformat(self.json["created"]).tzinfo is None:
            self.fault("created has no offset")
        told = sorted(path for table in self.tables.values() for path in table.paths)
        there = sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*.csv"))
        if told != there:
            self.fault("files", told, there)

    def judge_resource(self, resource):
        if resource["profile"] != "tabular-data-resource" or not re.fullmatch(r"[a-z0-9._-]+", resource["name"]):
            self.fault(resource["name"], "profile or name")
        files = resource.get("files", [resource])
        if [file["path"] for file in files] != self.tables[resource["name"]].paths:
            self.fault(resource["name"], "other files than paths")
        for file in files:
            data = (self.folder / file["path"]).read_bytes()
            if file["bytes"] != len(data) or file["hash"] != "sha256:" + hashlib.sha256(data).hexdigest():
                self.fault(file["path"], "size or hash")

    def judge_rows(self, table):
        for row in table.rows:
            for name, field in table.fields.items():
                self.judge_cell(table, field, row[name])
        keys = [tuple(row[name] for name in table.schema["primaryKey"]) for row in table.rows]
        if len(set(keys)) != len(keys):
            self.fault(table.name, "two lines with one key")
        for name in table.schema["primaryKey"]:
            if not table.fields[name].get("constraints", {}).get("required"):
                self.fault(table.name, name, "of the key, but may be missing")

    def judge_cell(self, table, field, cell):
        limits = field.get("constraints", {})
        if cell in table.schema["missingValues"]:
            if limits.get("required"):
                self.fault(table.name, field["name"], "required and missing")
            return
        try:
            CASTS[field["type"]](cell)
        except (ValueError, KeyError, ArithmeticError):
            self.fault(table.name, field["name"], "no " + field["type"], cell)
        if "enum" in limits and cell not in limits["enum"]:
            self.fault(table.name, field["name"], "none of the values", cell)

    def judge_references(self, table):
        for key in table.schema.get("foreignKeys", []):
            other = self.tables[key["reference"]["resource"] or table.name]
            there = {tuple(row[name] for name in key["reference"]["fields"]) for row in other.rows}
            for row in table.rows:
                cells = tuple(row[name] for name in key["fields"])
                if any(cells) and cells not in there:
                    self.fault(table.name, "names what is not there", cells)

    def database(self):
        """All tables in SQLite with their declared keys, which it then holds to."""
        base = sqlite3.connect(":memory:")
        base.execute("PRAGMA foreign_keys = ON")
        for table in self.tables.values():
            base.execute(table_of(table))
        base.execute("BEGIN")
        for table in self.tables.values():
            places = ", ".join("?" * len(table.fields))
            missing = table.schema["missingValues"]
            base.executemany(f'INSERT INTO "{table.name}" VALUES ({places})',
                             [[None if cell in missing else cell for cell in row.values()] for row in table.rows])
        base.commit()  # here the references are judged
        return base


def quoted(names):
    return ", ".join(f'"{name}"' for name in names)


def table_of(table):
    parts = []
    for name, field in table.fields.items():
        limits = field.get("constraints", {})
        values = ", ".join(f"'{value}'" for value in limits.get("enum", []))
        parts.append(f'"{name}" {SQL_TYPES[field["type"]]}' + (" NOT NULL" if limits.get("required") else "")
                     + (f' CHECK ("{name}" IN ({values}))' if values else ""))
    parts.append(f'PRIMARY KEY ({quoted(table.schema["primaryKey"])})')
    for key in table.schema.get("foreignKeys", []):
        other = key["reference"]["resource"] or table.name
        parts.append(f'FOREIGN KEY ({quoted(key["fields"])}) REFERENCES "{other}" ({quoted(key["reference"]["fields"])})'
                     " DEFERRABLE INITIALLY DEFERRED")
    return f'CREATE TABLE "{table.name}" ({", ".join(parts)})'
