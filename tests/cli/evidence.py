"""What git says of the hours in reports: status --evidence git over histories with known hours.
  evidence.py NAMMO SOURCE_DIR"""

import json
import os
import shutil
import sys
import unittest

from git_store import GitStore

NAMMO, SOURCE = sys.argv[1:3]
HO = "areas/thuan-thanh/ho"
KP = [f"{HO}/khu-pho-{n}/reports/ccb/2024-W19.yaml" for n in range(6)]  # 1 sent 16:45 on 8 May, 2 15:20, 3 07:40 on 9 May, 5 14:20


class Evidence(GitStore):
    source = SOURCE

    def setUp(self):
        super().setUp()
        # All but the reports of that week.
        self.git("add", "-A")
        self.git("rm", "-q", "--cached", *(["kho/" + KP[n] for n in (1, 2, 3, 5)] + [f"kho/{HO}/reports/ccb/2024-W19.yaml"]))
        self.commit("2024-05-01T08:00+07:00")

    def commit(self, at, *files, merge=None):
        for file in files:
            self.git("add", "kho/" + file)
        self.environment["GIT_COMMITTER_DATE"] = at
        self.environment["GIT_AUTHOR_DATE"] = "2020-01-01T00:00+00:00"  # anybody may claim that
        if merge:
            self.git("merge", "-q", "--no-ff", "-m", "duyệt", merge)
        else:
            self.git("commit", "-q", "-m", "nộp")

    def status(self, *words, status=0):
        done = self.run_in(self.top, NAMMO, "-C", "kho", "--now", "2024-05-20T10:00+07:00", "status", "ho", *words)
        self.assertEqual(done.returncode, status, done.stderr)
        return done

    def rows(self, *words):
        found = json.loads(self.status("2024-W19", "--format", "json", "--evidence", *words).stdout)
        return {one["area"].split("/")[-1]: (one["first_commit"], one["reached"], one["claimed_early"]) for one in found}

    def history(self):
        self.git("checkout", "-q", "-b", "khu-pho-1")
        self.commit("2024-05-08T16:50+07:00", KP[1])
        self.git("checkout", "-q", "main")
        self.commit("2024-05-08T20:00+07:00", KP[5])
        self.commit("2024-05-09T08:10+07:00", merge="khu-pho-1")
        # Sent at 15:20 on the 8th, as it says: a day less a second is delay, a day and a second is not.
        self.commit("2024-05-09T15:20+07:00", KP[2])
        self.commit("2024-05-10T07:40:01+07:00", KP[3])
        self.git("checkout", "-q", "-b", "phuong")
        self.commit("2024-05-09T09:00+07:00", f"{HO}/reports/ccb/2024-W19.yaml")
        # Here it lies beside main, which does not have it.
        self.git("checkout", "-q", "main")
        self.git("restore", "--source", "phuong", "--", f"kho/{HO}/reports/ccb/2024-W19.yaml")

    def test_first_and_reached(self):
        self.history()
        self.assertEqual(self.rows("git"), {
            "ho": ("2024-05-09T09:00:00+07:00", None, False),
            "khu-pho-1": ("2024-05-08T16:50:00+07:00", "2024-05-09T08:10:00+07:00", False),
            "khu-pho-2": ("2024-05-09T15:20:00+07:00", "2024-05-09T15:20:00+07:00", False),
            "khu-pho-3": ("2024-05-10T07:40:01+07:00", "2024-05-10T07:40:01+07:00", True),
            "khu-pho-4": (None, None, None),
            "khu-pho-5": ("2024-05-08T20:00:00+07:00", "2024-05-08T20:00:00+07:00", False)})
        # Seen from another branch; whichever is checked out does not matter.
        self.assertEqual(self.rows("git:phuong")["ho"][1], "2024-05-09T09:00:00+07:00")
        self.git("checkout", "-q", "-f", "phuong")
        self.assertIsNone(self.rows("git")["ho"][1])

    def test_text(self):
        self.history()
        text = self.status("2024-W19", "--evidence", "git").stdout
        self.assertIn("tính đến 10h00 ngày 20/5/2024, đối chiếu với git, nhánh main\n", text)
        self.assertIn("Chi hội CCB Khu phố 1 (nộp 16h45 ngày 08/5, vào git 08h10 ngày 09/5)\n", text)
        self.assertIn("Hội CCB phường Hồ (nộp 08h30 ngày 09/5, chưa vào nhánh chính)\n", text)
        self.assertIn("Giờ nộp ghi sớm hơn lần đầu có trong git quá một ngày: 1\n"
                      "  Chi hội CCB Khu phố 3, 2024-W19 (nộp 07h40 ngày 09/5, lần đầu trong git 07h40 ngày 10/5)\n", text)
        several = self.status("2024-W18..2024-W20", "--evidence", "git").stdout
        self.assertIn("  Chi hội CCB Khu phố 3, 2024-W19 (", several)
        self.assertNotIn("git", self.status("2024-W19").stdout)

    def test_not_committed_and_edited_later(self):
        self.assertIn("(nộp 16h45 ngày 08/5, chưa có trong git)", self.status("2024-W19", "--evidence", "git").stdout)
        self.history()
        with open(os.path.join(self.store, KP[1]), "a", encoding="utf-8") as file:
            file.write("# sửa\n")
        self.commit("2024-06-01T08:00+07:00", KP[1])
        self.assertEqual(self.rows("git")["khu-pho-1"], ("2024-05-08T16:50:00+07:00", "2024-05-09T08:10:00+07:00", False))

    def test_wrong_calls(self):
        self.assertIn("--evidence", self.status("2024-W19", "--evidence", "svn", status=2).stderr)
        self.assertIn("git log", self.status("2024-W19", "--evidence", "git:khong-co", status=4).stderr)
        self.assertIn("git log", self.status("2024-W19", "--evidence", "git:--output=x", status=4).stderr)
        self.assertFalse(os.path.exists(os.path.join(self.store, "x")))

    def test_a_clone_without_its_past_says_so(self):
        self.history()
        self.git("clone", "-q", "--depth", "1", "file://" + self.top, "nong")
        shutil.rmtree(self.store)
        shutil.move(os.path.join(self.top, "nong"), self.store)
        self.store = os.path.join(self.store, "kho")
        done = self.run_in(self.top, NAMMO, "-C", self.store, "--now", "2024-05-20T10:00+07:00", "status", "ho", "2024-W19", "--evidence", "git")
        self.assertEqual(done.returncode, 0)
        self.assertIn("shallow", done.stderr)


unittest.main(argv=sys.argv[:1])
