"""The example store in a folder of its own, for tests that put something odd into it or run nammo under odd conditions."""

import os
import shlex
import shutil
import subprocess
import tempfile
import unittest

NOW = "2024-07-24T16:30+07:00"
WEEK = "2024-W19"
REPORTS = "areas/thuan-thanh/ho/khu-pho-1/reports/ccb"

# Every way of reading the store. What is not for stdout goes into ../data.
READERS = {
    "check": "check",
    "check as JSON": "check --format json",
    "check as SARIF": "check --format sarif",
    "check for GitHub": "check --format github",
    "report": f"report thuan-thanh {WEEK}",
    "figures": f"report thuan-thanh {WEEK} --format csv",
    "data of a report": f"report thuan-thanh {WEEK} --format json",
    "web page": f"report ho 2024-05 --format html --trend",
    "status": f"status thuan-thanh {WEEK}",
    "today": "today thuan-thanh",
    "due": "due thuan-thanh --from 2024-05-06 --to 2024-05-10",
    "remind": "remind --dry-run",
    "areas": "area tree",
    "officers": "officer list",
    "export": "export data ../data ho --from 2024-05-06 --to 2024-05-10",
}
# Every way of writing into it.
WRITERS = {
    "submit": "submit khu-pho-5 2024-W30",
    "accept": f"accept khu-pho-1 {WEEK} --by le-thi-nham",
    "return": f"return khu-pho-1 {WEEK} --by le-thi-nham --because \"Thiếu số liệu\" --due 2024-07-26T11:00+07:00",
    "publish": f"publish thuan-thanh {WEEK}",
    "new report": f"new report khu-pho-4 {WEEK}",
    "intake": "intake ../zalo.txt --via zalo",
    "area": "area rename ho --name \"phường Hồ mới\" --since 2024-08-01 --with-children",
    "officer": "officer assign dang-thi-lan khu-pho-2 --role deputy",
}
ZALO = "KP4 08/5\nTình hình: Điện yếu buổi tối\n"
NOBODY = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")


def files_below(folder):
    """The bytes of every regular file, but those of .nammo."""
    found = {}
    for at, folders, names in os.walk(folder):
        folders[:] = [one for one in folders if one != ".nammo"]
        for name in names:
            path = os.path.join(at, name)
            if os.path.isfile(path) and not os.path.islink(path):
                with open(path, "rb") as file:
                    found[os.path.relpath(path, folder)] = file.read()
    return found


class FaultStore(unittest.TestCase):
    nammo_path = ""  # of the program
    source = ""      # of nammo's own files
    weeks = (WEEK, "2024-W30")  # whose reports are kept; all of them where it is empty

    def setUp(self):
        self.top = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.top, ignore_errors=True)
        os.chmod(self.top, 0o755)
        self.store = os.path.join(self.top, "kho")
        self.data = os.path.join(self.top, "data")
        self.reset()
        self.before = files_below(self.store)

    def reset(self):
        for folder in (self.store, self.data):
            shutil.rmtree(folder, ignore_errors=True)

        def others(parent, names):
            if not self.weeks or os.path.basename(os.path.dirname(parent)) != "reports":
                return []
            return [name for name in names if not name.startswith(self.weeks)]
        shutil.copytree(os.path.join(self.source, "examples/thuan-thanh"), self.store, ignore=others)
        with open(os.path.join(self.top, "zalo.txt"), "w", encoding="utf-8") as file:
            file.write(ZALO)

    def inside(self, path):
        return os.path.join(self.store, path)

    def nammo(self, command, before=(), now=NOW, **how):
        """`command`: as typed, or a list of words. Bytes come back."""
        words = shlex.split(command) if isinstance(command, str) else list(command)
        how = {"cwd": self.store, "timeout": 60, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL, **how}
        clock = ["--now", now] if now else []
        return subprocess.run([*before, self.nammo_path, *clock, *words], check=False, **how)

    def ends_well(self, done):
        """With a stated exit status, and not because of a bug."""
        self.assertIn(done.returncode, (0, 1, 2, 3, 4), done.stderr)
        self.assertNotIn("lỗi của chương trình nammo".encode(), done.stderr or b"")
        if done.returncode != 0:
            self.assertTrue(done.stderr or done.stdout, "without a word")

    def is_untouched(self):
        self.assertEqual(files_below(self.store), self.before)
