"""What the next commit holds, checked in a real git repository whose store is a folder of it, by hand and by a hook.
  staged.py NAMMO SOURCE_DIR"""

import json
import os
import shutil
import sys
import unittest

from git_store import GitStore

NAMMO, SOURCE = sys.argv[1:3]
WEEK = "areas/thuan-thanh/ho/khu-pho-1/reports/ccb/2024-W19.yaml"


class Staged(GitStore):
    folder = "kho dữ liệu"
    source = SOURCE

    def setUp(self):
        super().setUp()
        self.environment["NAMMO"] = NAMMO  # for the hook

    def commit_all(self):
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "kho")

    def check(self, *options):
        return self.run_in(self.store, NAMMO, "check", "--staged", *options)

    def read(self, path):
        with open(os.path.join(self.store, path), encoding="utf-8") as file:
            return file.read()

    def write(self, path, text):
        with open(os.path.join(self.store, path), "w", encoding="utf-8") as file:
            file.write(text)

    def stage(self, path, text):
        self.write(path, text)
        self.git("add", "--", os.path.join(self.store, path))

    def test_first_commit_and_nothing_staged(self):
        self.git("add", "-A")
        self.assertEqual((self.check().returncode, self.check().stdout), (0, ""))
        self.git("commit", "-q", "-m", "kho")
        done = self.check()
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", "chưa có gì sắp được commit (git add)\n"))

    def test_index_counts_not_the_folder(self):
        self.commit_all()
        good = self.read(WEEK)
        self.stage(WEEK, good.replace("severity: watch", "severity: wach", 1))
        self.write(WEEK, good)
        done = self.check("--format", "json")
        self.assertEqual(done.returncode, 1)
        self.assertEqual([(one["code"], one["file"]) for one in json.loads(done.stdout)], [("schema-enum", WEEK)])
        self.assertIn("severity: wach", self.check().stdout)  # the line as it is staged
        self.stage(WEEK, good + "# thêm\n")
        self.write(WEEK, "hỏng: [")
        self.assertEqual((self.check().returncode, self.check().stdout), (0, ""))

    def test_files_that_git_does_not_know_are_not_there(self):
        self.commit_all()
        self.write("officers/moi.yaml", "name: [")
        self.stage(WEEK, self.read(WEEK).replace("officer: nguyen-dang-quyet", "officer: moi"))
        self.assertIn("ref-officer", self.check().stdout)

    def test_what_goes_is_missed_everywhere(self):
        self.commit_all()
        self.git("rm", "-q", "--cached", "--", os.path.join(self.store, "officers/nguyen-dang-quyet.yaml"))
        done = self.check("--format", "json")
        self.assertEqual(done.returncode, 1)
        self.assertEqual({one["code"] for one in json.loads(done.stdout)}, {"ref-officer"})

    def test_a_file_deleted_in_the_folder_alone_is_still_there(self):
        self.commit_all()
        os.remove(os.path.join(self.store, "officers/nguyen-dang-quyet.yaml"))
        self.stage(WEEK, self.read(WEEK) + "# thêm\n")
        self.assertEqual((self.check().returncode, self.check().stdout), (0, ""))

    def test_a_link_is_a_finding(self):
        self.commit_all()
        os.symlink("2024-W19.yaml", os.path.join(self.store, WEEK.replace("W19", "W31")))
        self.git("add", "-A")
        self.assertIn("file-kind", self.check().stdout)

    def test_a_conflict_that_nobody_settled(self):
        self.commit_all()
        good = self.read(WEEK)
        self.git("checkout", "-q", "-b", "other")
        self.stage(WEEK, good.replace("Điện", "Nước"))
        self.git("commit", "-q", "-m", "other")
        self.git("checkout", "-q", "-")
        self.stage(WEEK, good.replace("Điện", "Đường"))
        self.git("commit", "-q", "-m", "main")
        self.git("merge", "other", status=1)
        done = self.check()
        self.assertEqual(done.returncode, 1)
        self.assertIn("chưa gộp xong: " + WEEK, done.stderr)

    def test_outside_git(self):
        shutil.rmtree(os.path.join(self.top, ".git"))
        self.environment["GIT_CEILING_DIRECTORIES"] = os.path.dirname(self.top)
        done = self.check()
        self.assertEqual((done.returncode, done.stdout), (4, ""))
        self.assertIn("git init", done.stderr)
        self.environment["PATH"] = "/nonexistent"
        self.assertEqual(self.check().returncode, 4)

    def test_the_hook_stops_a_commit_however_it_is_made(self):
        self.commit_all()
        hook = os.path.join(self.top, ".git/hooks/pre-commit")
        with open(hook, "w", encoding="utf-8") as file:
            file.write('#!/bin/sh\nexec "$NAMMO" -C "kho dữ liệu" check --staged\n')
        os.chmod(hook, 0o755)
        good = self.read(WEEK)
        bad = good.replace("severity: watch", "severity: wach", 1)
        path = os.path.join(self.store, WEEK)
        self.write(WEEK, bad)
        self.assertIn("schema-enum", self.git("commit", "-a", "-m", "bad", status=1).stderr)
        self.assertIn("schema-enum", self.git("commit", "-m", "bad", "--", path, status=1).stderr)
        self.stage("officers/nguyen-dang-quyet.yaml", self.read("officers/nguyen-dang-quyet.yaml") + "# thêm\n")
        self.git("commit", "-q", "-m", "good file, while the bad one stays in the folder")
        self.write(WEEK, good + "# thêm\n")
        self.git("commit", "-q", "-a", "-m", "good")
        # From a folder below, too.
        self.write(WEEK, bad)
        self.assertEqual(self.run_in(os.path.dirname(path), "git", "commit", "-q", "-a", "-m", "bad").returncode, 1)

    def test_words_for_servers(self):
        self.commit_all()
        self.stage(WEEK, self.read(WEEK).replace("severity: watch", "severity: wach", 1))
        line = self.read(WEEK).split("\n").index("    severity: wach") + 1
        from_top = self.run_in(self.top, NAMMO, "-C", "kho dữ liệu", "check", "--staged", "--format", "github")
        self.assertTrue(from_top.stdout.startswith(f"::error file=kho dữ liệu/{WEEK},line={line},col=15,endColumn=18,title=schema-enum::"))
        self.assertEqual(from_top.stdout.count("\n"), 1)
        sarif = json.loads(self.run_in(self.top, NAMMO, "-C", "kho dữ liệu", "check", "--staged", "--format", "sarif").stdout)
        self.assertEqual((sarif["version"], len(sarif["runs"])), ("2.1.0", 1))
        (result,) = sarif["runs"][0]["results"]
        where = result["locations"][0]["physicalLocation"]
        self.assertEqual((result["ruleId"], result["level"]), ("schema-enum", "error"))
        self.assertEqual(where["artifactLocation"]["uri"], "kho%20d%E1%BB%AF%20li%E1%BB%87u/" + WEEK)
        self.assertEqual(where["region"], {"startLine": line, "startColumn": 15, "endLine": line, "endColumn": 19})


unittest.main(argv=sys.argv[:1])
