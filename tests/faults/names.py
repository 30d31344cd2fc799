"""Names that hold line ends, escape sequences, bytes that are no text: none reaches a terminal or breaks a format; many files in one folder.
  names.py NAMMO SOURCE_DIR FILES (so many in one folder)"""

import json
import os
import shutil
import sys
import unicodedata
import unittest

from fault_store import READERS, REPORTS, WEEK, WRITERS, FaultStore

FaultStore.nammo_path, FaultStore.source = sys.argv[1:3]
MANY = int(sys.argv[3])

ODD = [
    b"a\nb",
    b"red\x1b[31m",
    b"\x1b]0;title\x07",
    b"\r\x1b[K",
    b"\xc2\x9b31m",                # the same with one character of C1
    b"\x9b31m",                    # and as a byte, which is no UTF-8
    "\u202efdp.yaml".encode(),     # from right to left
    "\u2028line".encode(),
    b"\xff\xfe",
    b"-rf",
    b" ",
    b"%s%n{0}{}",
    b"::error file=x::y",
    b"x" * 250,
]
FOLDERS = ["areas", "areas/thuan-thanh/ho", f"{REPORTS}", f"{REPORTS}/..", "officers", "catalog", "calendar", "published", "published/ccb", "templates", "."]


class Names(FaultStore):
    def is_clean(self, done):
        """UTF-8 of which a terminal makes nothing but letters and lines; git's own words aside, which are not these."""
        for text in (done.stdout.decode(), done.stderr.decode()):
            for letter in text:
                if letter not in "\n\t":
                    self.assertNotIn(unicodedata.category(letter), ("Cc", "Cf", "Zl", "Zp", "Cs"), text)

    def every_command(self):
        for command in (*READERS.values(), *WRITERS.values()):
            done = self.nammo(command)
            with self.subTest(command=command):
                self.ends_well(done)
                self.is_clean(done)
                if command.endswith(("json", "sarif")):
                    json.loads(done.stdout)
                if command.endswith("github"):
                    for line in done.stdout.decode().splitlines():
                        self.assertRegex(line, "^::(error|warning) file=")
            shutil.rmtree(self.data, ignore_errors=True)

    def test_files(self):
        for folder in FOLDERS:
            at = os.fsencode(self.inside(folder))
            os.makedirs(at, exist_ok=True)
            for name in ODD:
                for ending in (b"", b".yaml"):
                    if len(name + ending) < 256:
                        with open(os.path.join(at, name + ending), "wb") as file:
                            file.write(b"a: 1\n")
            with self.subTest(folder=folder):
                self.every_command()
                found = self.nammo("check").stdout
                self.assertEqual(found.count(b"path-unknown") > 0, folder not in ("templates", "."))
            self.reset()

    def test_folders(self):
        for folder in FOLDERS[:-1]:
            at = os.fsencode(self.inside(folder))
            for name in ODD:
                os.makedirs(os.path.join(at, name))
                with open(os.path.join(at, name, b"area.yaml"), "wb") as file:
                    file.write(b"name: \"X\"\n")
            with self.subTest(folder=folder):
                self.every_command()
            self.reset()

    def test_the_store_itself(self):
        for name in ODD:
            moved = os.path.join(os.fsencode(self.top), name)
            os.rename(self.store, moved)
            with self.subTest(name=name):
                for command in (*READERS.values(), WRITERS["submit"], "area list"):
                    done = self.nammo(command, cwd=moved)
                    self.ends_well(done)
                    self.assertEqual(done.returncode, 0, done.stderr)
                    self.is_clean(done)
                    shutil.rmtree(self.data, ignore_errors=True)
                os.unlink(os.path.join(moved, b"nammo.yaml"))
                done = self.nammo("check", cwd=moved)
                self.assertEqual(done.returncode, 3)
                self.is_clean(done)
            shutil.rmtree(moved)
            self.reset()

    def test_typed(self):
        for name in ODD:
            for words in (["report", name], ["report", "ho", name], ["report", "ho", WEEK, "--format", name], ["check", name], [name], ["help", name],
                          ["--" + os.fsdecode(name)], ["intake", "--", name], ["intake", "../zalo.txt", "--via", name], ["-C", name, "check"],
                          ["report", "ho", WEEK, "--org", name], ["report", "ho", WEEK, "-o", b"no/" + name], ["export", "data", b"/dev/null/" + name],
                          ["due", "--from", name], ["--now", name, "today"], ["--lang", name, "today"], ["init", b"/dev/null/" + name, "--name", name],
                          ["publish", "ho", WEEK, "--text", name], ["officer", "show", name], ["area", "add", b"ho/" + name, "--name", name],
                          ["submit", name], ["completion", name], ["completion", "--candidates", name], ["remind", "--officer", name],
                          ["report", "ho", WEEK, "--charts", b"/dev/null/" + name, "--format", "html"]):
                done = self.nammo(words)
                with self.subTest(words=words):
                    self.ends_well(done)
                    self.is_clean(done)

    def test_files_with_odd_names_are_written_and_read(self):
        for name in ODD:
            path = os.path.join(os.fsencode(self.top), name)
            with self.subTest(name=name):
                done = self.nammo(["report", "ho", WEEK, "-o", path, "--format", "md"])
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertGreater(os.path.getsize(path), 1000)
                os.rename(os.path.join(self.top, "zalo.txt"), path)
                done = self.nammo(["intake", "--dry-run", path])
                self.is_clean(done)
                self.assertEqual(done.returncode, 0, done.stderr)
                os.rename(path, os.path.join(self.top, "zalo.txt"))

    def test_many_files_in_one_folder(self):
        for folder in (REPORTS, "areas/thuan-thanh/ho", "officers"):
            at = self.inside(folder)
            for number in range(MANY):
                with open(os.path.join(at, f"ten{number}"), "wb"):
                    pass
            done = self.nammo("check --format json", timeout=300)
            self.assertEqual(done.returncode, 1)
            self.assertEqual(len(json.loads(done.stdout)), MANY)
            for command in (*READERS.values(), WRITERS["submit"]):
                if not command.startswith("check"):
                    with self.subTest(folder=folder, command=command):
                        self.assertEqual(self.nammo(command, timeout=60).returncode, 0)
            self.reset()


unittest.main(argv=sys.argv[:1])
