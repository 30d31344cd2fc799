"""What commands say when reading fails, or when a file goes, grows, is emptied or becomes a pipe while it is read.
  reads.py NAMMO SOURCE_DIR STRIKE EVERY (1: strikes at every system call, 3: at every third)"""

import errno
import itertools
import os
import shutil
import sys
import unittest

from fault_store import READERS, WRITERS, FaultStore, files_below

FaultStore.nammo_path, FaultStore.source = sys.argv[1:3]
STRIKE = sys.argv[3]
EVERY = int(sys.argv[4])


class Reads(FaultStore):
    maxDiff = 2000
    turn = itertools.count()

    def run_struck(self, command, strike=()):
        """In one thread, which is the one that is struck."""
        environment = {**os.environ, "STRIKE_BELOW": self.store, "ASAN_OPTIONS": "detect_leaks=0"}
        return self.nammo(command, strike, env=environment, preexec_fn=lambda: os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}))

    def strikes(self, command, how):
        """Each run that was struck, and how to name it."""
        for number in itertools.count(1 + next(self.turn) % EVERY, EVERY):
            done = self.run_struck(command, (STRIKE, str(number), how))
            if done.stderr.rstrip().split(b"\n")[-1].startswith(b"strike: none"):
                self.assertGreater(number, 3)  # else the tracer saw nothing of the reading
                self.reset()
                return
            yield done, {"command": command, "how": how, "call": number, "stderr": done.stderr.decode(errors="replace")}

    def test_what_cannot_be_read_is_never_passed_over(self):
        for command in READERS.values():
            whole = self.run_struck(command)
            self.assertEqual(whole.returncode, 0, whole.stderr)
            data = files_below(self.data)
            shutil.rmtree(self.data, ignore_errors=True)
            for done, case in self.strikes(command, f"read-{errno.EIO}"):
                with self.subTest(**case):
                    self.ends_well(done)
                    if done.returncode == 0:
                        self.assertEqual(done.stdout, whole.stdout)
                        self.assertEqual(files_below(self.data), data)
                shutil.rmtree(self.data, ignore_errors=True)

    def test_files_that_change_while_they_are_read(self):
        for command in READERS.values():
            for how in ("vanish", "fifo", "grow", "shrink"):
                for done, case in self.strikes(command, how):
                    with self.subTest(**case):
                        self.ends_well(done)
                    self.reset()

    def test_a_command_that_writes_does_so_wholly_or_not(self):
        for command in WRITERS.values():
            whole = self.run_struck(command)
            self.assertEqual(whole.returncode, 0, whole.stderr)
            after = files_below(self.store)
            self.reset()
            for done, case in self.strikes(command, f"read-{errno.EIO}"):
                with self.subTest(**case):
                    self.ends_well(done)
                    self.holds(done, after)
                self.reset()

    def holds(self, done, after):
        """Of several files each is whole: as it was, or, where that is said, as it is written."""
        said = done.stderr.decode(errors="replace")
        written = said.split("đã ghi: ")[1].split(";")[0].split(", ") if "đã ghi: " in said else []
        wanted = after if done.returncode == 0 else self.before | {path: after[path] for path in written}
        self.assertEqual(files_below(self.store), wanted)


unittest.main(argv=sys.argv[:1])
