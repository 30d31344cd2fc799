"""Runs that somebody ends: by Ctrl-C on a terminal, by kill, while they read, draw, write or wait for another program.
  signals.py NAMMO SOURCE_DIR STRIKE EVERY (1: strikes at every system call, 3: at every third)"""

import itertools
import os
import pty
import select
import shlex
import shutil
import signal
import subprocess
import sys
import time
import unittest

from fault_store import NOW, WEEK, WRITERS, FaultStore, files_below

FaultStore.nammo_path, FaultStore.source = sys.argv[1:3]
STRIKE = sys.argv[3]
EVERY = int(sys.argv[4])
WIPE = b"\r\x1b[K"
PATIENCE = 60  # seconds, for machines that are busy


class Written(FaultStore):
    def test_nothing_half_and_nothing_over(self):
        """Unlike a kill, which leaves temporary files that `check` passes over."""
        turn = itertools.count()
        for command in WRITERS.values():
            self.assertEqual(self.nammo(command).returncode, 0)
            after = files_below(self.store)
            self.reset()
            for number in itertools.count(1 + next(turn) % EVERY, EVERY):
                done = self.nammo(command, (STRIKE, str(number), "interrupt"), env={**os.environ, "ASAN_OPTIONS": "detect_leaks=0"})
                last = done.stderr.rstrip().split(b"\n")[-1]
                if last.startswith(b"strike: none"):
                    self.assertGreater(number, 8)
                    break
                with self.subTest(command=command, call=number, stderr=done.stderr):
                    self.assertEqual(done.returncode, 128 + signal.SIGINT)
                    found = files_below(self.store)
                    for path in {*found, *self.before, *after}:
                        self.assertIn(found.get(path), (self.before.get(path), after.get(path)), path)
                self.reset()
            self.reset()


class Terminal(FaultStore):
    weeks = ()

    def begin(self, command, **how):
        """The program with a terminal for its messages: it, and the terminal's other side."""
        master, slave = pty.openpty()
        run = subprocess.Popen([self.nammo_path, "--now", NOW, *shlex.split(command)], cwd=self.store, stdin=slave, stdout=subprocess.DEVNULL,
                               stderr=slave, start_new_session=True, env={**os.environ, "TERM": "xterm"}, **how)
        os.close(slave)
        self.addCleanup(os.close, master)
        return run, master

    def many_reports(self):
        """So many that reading them takes a while."""
        folder = self.inside("areas/thuan-thanh/ho/khu-pho-1/reports/ccb")
        with open(os.path.join(folder, f"{WEEK}.yaml"), encoding="utf-8") as file:
            text = file.read()
        for year in range(1950, 2024):
            for week in range(1, 53):
                with open(os.path.join(folder, f"{year}-W{week:02}.yaml"), "w", encoding="utf-8") as file:
                    file.write(text)

    def test_the_line_of_progress_is_wiped(self):
        self.many_reports()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            run, master = self.begin("check")
            shown = self.read_until_drawn(run, master)
            run.send_signal(number)
            self.assertEqual(run.wait(PATIENCE), -number)
            shown += self.rest(master)
            self.assertIn("đang đọc báo cáo".encode(), shown)
            self.assertTrue(shown.endswith(WIPE), shown[-200:])

    def read_until_drawn(self, run, master):
        """A line is drawn a second after reading began: the program is stopped for that second, in the middle of it."""
        shown = b""
        until = time.monotonic() + PATIENCE
        while b"[" not in shown.replace(WIPE, b"") and run.poll() is None:
            self.assertLess(time.monotonic(), until)
            run.send_signal(signal.SIGSTOP)
            time.sleep(1.1)
            run.send_signal(signal.SIGCONT)
            if select.select([master], [], [], 0.02)[0]:
                shown += os.read(master, 4096)
        self.assertIsNone(run.poll(), "it ended before a line was drawn")
        return shown

    @staticmethod
    def rest(master):
        shown = b""
        while select.select([master], [], [], 0.2)[0]:
            try:
                more = os.read(master, 4096)
            except OSError:  # nobody has the other side any more
                break
            if not more:
                break
            shown += more
        return shown


class OtherPrograms(FaultStore):
    def test_nothing_is_left_when_a_run_is_ended_while_it_waits(self):
        """A pandoc that takes its time, as one does that makes a long document."""
        bin_folder, temporary = os.path.join(self.top, "bin"), os.path.join(self.top, "tmp")
        os.mkdir(bin_folder)
        os.mkdir(temporary)
        started = os.path.join(self.top, "started")
        with open(os.path.join(bin_folder, "pandoc"), "w", encoding="utf-8") as file:
            file.write(f"#!/bin/sh\ntouch {started}\nexec sleep 1000\n")
        os.chmod(os.path.join(bin_folder, "pandoc"), 0o755)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            run = subprocess.Popen([self.nammo_path, "--now", NOW, "report", "ho", WEEK, "-o", "../x.docx"], cwd=self.store, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE, start_new_session=True,
                                   env={**os.environ, "PATH": bin_folder + ":" + os.environ["PATH"], "TMPDIR": temporary})
            until = time.monotonic() + PATIENCE
            while not os.path.exists(started):
                self.assertLess(time.monotonic(), until)
                time.sleep(0.01)
            os.killpg(run.pid, number)  # as a terminal does
            run.communicate(timeout=PATIENCE)
            self.assertEqual(run.returncode, -number)
            self.assertEqual(os.listdir(temporary), [])
            self.assertFalse(os.path.exists(os.path.join(self.top, "x.docx")))
            os.unlink(started)
        shutil.rmtree(temporary)


unittest.main(argv=sys.argv[:1])
