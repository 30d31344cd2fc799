"""What a command that writes leaves behind when it is killed, when the disk is full, when it may not write, when others write too.
  faults.py NAMMO SOURCE_DIR STRIKE EVERY (1: strikes at every system call, 3: at every third)"""

import errno
import itertools
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest

from fault_store import NOW, ZALO, files_below

NAMMO, SOURCE, STRIKE = sys.argv[1:4]
EVERY = int(sys.argv[4])
# A program that is traced cannot look for its own leaks.
ENVIRONMENT = {**os.environ, "ASAN_OPTIONS": "detect_leaks=0"}
DRAFT = "areas/thuan-thanh/ho/khu-pho-5/reports/ccb/2024-W30.yaml"

# Each is run on a fresh copy of the example, once for every system call that changes something.
ONE_FILE = {
    "a new file": "officer add moi --name Mới --org ccb",
    "a new file in a new folder": "area add ho/khu-pho-6 --name KP6 --level hamlet",
    "an edited file": "officer assign dang-thi-lan khu-pho-2 --role deputy",
    "a report": "submit khu-pho-5 2024-W30",
    "a review": "accept khu-pho-1 2024-W19 --by le-thi-nham",
    "a form": "new report khu-pho-4 2024-W19",
    "what was sent": "intake ../zalo.txt --via zalo",
}
SEVERAL_FILES = {
    "a document": "publish thuan-thanh 2024-W19 --posted",
    "several areas": "area rename ho --name \"phường Hồ mới\" --since 2024-08-01 --with-children",
}


def copy_store(folder):
    """The example with the reports of two weeks."""
    def others(parent, names):
        return [name for name in names if os.path.basename(os.path.dirname(parent)) == "reports" and name[:8] not in ("2024-W19", "2024-W30")]
    shutil.copytree(os.path.join(SOURCE, "examples/thuan-thanh"), folder, ignore=others)


def is_left_over(path):
    return os.path.basename(path).startswith(".nammo-")


class Faults(unittest.TestCase):
    turn = itertools.count()

    def setUp(self):
        self.top = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.top)
        self.store = os.path.join(self.top, "kho")
        copy_store(self.store)
        with open(os.path.join(self.top, "zalo.txt"), "w", encoding="utf-8") as file:
            file.write(ZALO)
        self.before = files_below(self.store)

    def nammo(self, *words, strike=()):
        return subprocess.run([*strike, NAMMO, "--now", NOW, *words], cwd=self.store, capture_output=True, text=True, timeout=120,
                              env=ENVIRONMENT)

    def check_is_silent(self):
        done = self.nammo("check")
        self.assertEqual((done.returncode, done.stdout), (0, ""))

    def reset(self):
        shutil.rmtree(self.store)
        copy_store(self.store)

    def after(self, command):
        done = self.nammo(*shlex.split(command))
        self.assertEqual(done.returncode, 0, done.stderr)
        after = files_below(self.store)
        self.assertNotEqual(after, self.before)
        self.reset()
        return after

    def strikes(self, command, how):
        """The run and the files after it, for every call in turn (or every third, from another one each time)."""
        for number in itertools.count(1 + next(self.turn) % EVERY, EVERY):
            done = self.nammo(*shlex.split(command), strike=(STRIKE, str(number), str(how)))
            if done.stderr.rstrip().split("\n")[-1].startswith("strike: none"):
                self.assertEqual(done.returncode, 0)
                self.assertGreater(number, 8)  # else the tracer saw nothing of the writing
                self.reset()
                return
            with self.subTest(command=command, how=how, call=number, stderr=done.stderr):
                yield done, files_below(self.store)
            self.reset()

    def each_is_old_or_new(self, found, after):
        for path in {*found, *self.before, *after}:
            if not is_left_over(path):
                self.assertIn(found.get(path), (self.before.get(path), after.get(path)), path)

    def test_killed(self):
        for command in (ONE_FILE | SEVERAL_FILES).values():
            after = self.after(command)
            for done, found in self.strikes(command, "kill"):
                self.assertEqual(done.returncode, 137)
                self.each_is_old_or_new(found, after)
                if command not in ONE_FILE.values():
                    continue
                self.check_is_silent()
                # The next run goes on as if nothing had been, and the lock is free.
                self.assertIn(self.nammo(*shlex.split(command)).returncode, (0, 1, 2))
                self.assertEqual({path: text for path, text in files_below(self.store).items() if not is_left_over(path)}, after)

    def test_disk_full_and_broken(self):
        for command in (ONE_FILE | SEVERAL_FILES).values():
            after = self.after(command)
            for how in (errno.ENOSPC, errno.EIO):
                for done, found in self.strikes(command, how):
                    # Only a message on stdout or stderr may be lost without a word.
                    self.assertIn(done.returncode, (0, 4))
                    self.assertFalse([path for path in found if is_left_over(path)])
                    if done.returncode == 0:
                        self.assertEqual(found, after)
                    elif "chưa ghi gì" in done.stderr or "không khóa được" in done.stderr:
                        self.assertEqual(found, self.before)
                    elif "đã ghi: " in done.stderr:
                        named = done.stderr.split("đã ghi: ")[1].split(";")[0].split(", ")
                        for path in {*found, *self.before}:
                            self.assertEqual(found.get(path), (after if path in named else self.before).get(path), path)
                    else:
                        self.assertIn("không ghi được kết quả", done.stderr)
                        self.assertEqual(found, after)

    def test_output_file(self):
        target = os.path.join(self.top, "bao-cao.md")
        with open(target, "w", encoding="utf-8") as file:
            file.write("cũ")
        # A file may hold one block, which the report does not fit into.
        limited = ("sh", "-c", "trap '' XFSZ; ulimit -f 1; exec \"$@\"", "sh")
        done = self.nammo("report", "ho", "2024-W19", "-o", target, strike=limited)
        self.assertEqual(done.returncode, 4, done.stderr)
        with open(target, encoding="utf-8") as file:
            self.assertEqual(file.read(), "cũ")
        folder = os.path.join(self.top, "thu-muc.md")
        os.mkdir(folder)
        self.assertEqual(self.nammo("report", "ho", "2024-W19", "-o", folder).returncode, 4)
        self.assertEqual(sorted(os.listdir(self.top)), ["bao-cao.md", "kho", "thu-muc.md", "zalo.txt"])

    def test_a_new_store_that_is_cut_off_can_be_made_again(self):
        words = ("init", "moi", "--name", "Hội CCB phường Hồ", "--area", "phường Hồ/Khu phố 1", "--level", "phường", "--level", "khu phố")
        self.store = self.top
        new = os.path.join(self.top, "moi")
        for number in range(1, 10000, 11):
            done = self.nammo(*words, strike=(STRIKE, str(number), "kill"))
            if done.stderr.rstrip().split("\n")[-1].startswith("strike: none"):
                break
            with self.subTest(call=number):
                whole = os.path.exists(os.path.join(new, "nammo.yaml"))
                self.assertEqual(self.nammo(*words).returncode, 1 if whole else 0)
                check = subprocess.run([NAMMO, "-C", new, "check", "--strict"], capture_output=True, text=True, timeout=120)
                self.assertEqual((check.returncode, check.stdout), (0, ""))
            shutil.rmtree(new)
        self.assertGreater(number, 100)

    def test_read_only_folder(self):
        if os.geteuid() != 0:
            self.skipTest("needs root, to run as nobody in a folder of another")
        os.chmod(self.top, 0o755)
        subprocess.run(["chmod", "-R", "a+rX,go-w", self.store], check=True)
        nobody = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
        for command in (ONE_FILE | SEVERAL_FILES).values():
            done = self.nammo(*shlex.split(command), strike=nobody)
            self.assertEqual(done.returncode, 4, command)
            self.assertIn("không khóa được kho", done.stderr)
            self.assertEqual(files_below(self.store), self.before)
        # The lock may be taken, the folder not be written.
        os.mkdir(os.path.join(self.store, ".nammo"))
        os.chmod(os.path.join(self.store, ".nammo"), 0o777)
        done = self.nammo(*shlex.split(ONE_FILE["a report"]), strike=nobody)
        self.assertEqual(done.returncode, 4)
        self.assertIn("không ghi được tệp " + DRAFT, done.stderr)
        self.assertIn("chưa ghi gì", done.stderr)
        self.assertEqual(files_below(self.store), self.before)

    def test_writers_at_once(self):
        runs = [subprocess.Popen([NAMMO, "-C", self.store, "--now", NOW, "officer", "assign", "dang-thi-lan", f"khu-pho-{n % 5 + 1}", "--role",
                                  "deputy"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for n in range(15)]
        written = set()
        for number, run in enumerate(runs):
            out, err = run.communicate(timeout=120)
            self.assertIn(run.returncode, (0, 1, 2, 4), err)
            if run.returncode == 0:
                written.add(number % 5 + 1)
            if run.returncode == 4:
                self.assertIn("đang", err)  # another run holds the lock
        self.assertTrue(written)
        found = files_below(self.store)
        changed = {path for path in found if found[path] != self.before.get(path)}
        self.assertEqual(changed, {f"areas/thuan-thanh/ho/khu-pho-{n}/area.yaml" for n in written})
        for path in changed:
            self.assertEqual(found[path].count(b"dang-thi-lan"), self.before[path].count(b"dang-thi-lan") + 1)
        self.check_is_silent()


unittest.main(argv=sys.argv[:1])
