"""What stands in the store where a file or folder should be, and may not be read: links, pipes, devices, rights.
  places.py NAMMO SOURCE_DIR"""

import itertools
import os
import shutil
import socket
import stat
import subprocess
import sys
import unittest

import fault_store
from fault_store import NOBODY, READERS, REPORTS, WEEK, WRITERS, FaultStore

FaultStore.nammo_path, FaultStore.source = sys.argv[1:3]

FILES = {
    "the settings": "nammo.yaml",
    "the regime": "reporting.yaml",
    "the indicators": "catalog/indicators.yaml",
    "a code list": "catalog/codes.yaml",
    "a calendar": "calendar/2024.yaml",
    "an officer": "officers/le-thi-nham.yaml",
    "an area": "areas/thuan-thanh/ho/area.yaml",
    "a report": f"{REPORTS}/{WEEK}.yaml",
    "a review": f"{REPORTS}/{WEEK}.review.yaml",
    "a template": "templates/brief.vi.mustache",
    "a document": f"published/ccb/thuan-thanh/{WEEK}.v1.yaml",
}
FOLDERS = {
    "areas": "areas",
    "an area": "areas/thuan-thanh/ho",
    "reports": f"{REPORTS}/..",
    "reports of an organisation": REPORTS,
    "officers": "officers",
    "catalog": "catalog",
    "published": "published",
    "templates": "templates",
    "own folder": ".nammo",
}


def link_to_itself(path):
    os.symlink(os.path.basename(path), path)


def link_upwards(path):
    os.symlink("..", path)


def device(path):
    os.mknod(path, 0o666 | stat.S_IFCHR, os.makedev(1, 5))  # /dev/zero, which never ends


def listen(path):
    here = os.getcwd()
    os.chdir(os.path.dirname(path))
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(os.path.basename(path))  # its length is limited
    os.chdir(here)


def file_of_zeros(path):
    with open(path, "wb") as file:
        file.truncate(100)


ODD = {"a FIFO": os.mkfifo, "a link to itself": link_to_itself, "a link upwards": link_upwards, "a socket": listen, "a folder": os.mkdir,
       "zeros": file_of_zeros}
if os.geteuid() == 0:
    ODD["an endless device"] = device
else:
    print("not tried, since it needs root: devices, and rights")


def take_away(path):
    if os.path.isdir(path) and not os.path.islink(path):
        shutil.rmtree(path)
    elif os.path.lexists(path):
        os.unlink(path)


class Places(FaultStore):
    turn = itertools.count()

    def some(self, commands):
        """Each third of them, from another one each time; `check` is always among those that read."""
        chosen = list(commands.values())[next(self.turn) % 3::3]
        return chosen if commands is WRITERS else ["check", *(one for one in chosen if one != "check")]

    def put(self, path, make):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        take_away(path)
        make(path)

    def every_command(self, named):
        """None hangs or breaks, `check` names the place, and what fails has written nothing."""
        for command in (*self.some(READERS), *self.some(WRITERS)):
            before = fault_store.files_below(self.store)
            done = self.nammo(command)
            with self.subTest(command=command):
                self.ends_well(done)
                if command == "check":
                    self.assertIn(done.returncode, (1, 3))
                    self.assertIn(named.encode(), done.stdout)
                if done.returncode != 0 and command in WRITERS.values():
                    self.assertEqual(fault_store.files_below(self.store), before)
            shutil.rmtree(self.data, ignore_errors=True)

    def test_odd_things_where_a_file_should_be(self):
        for name, path in FILES.items():
            for what, make in ODD.items():
                with self.subTest(place=name, odd=what):
                    self.put(self.inside(path), make)
                    self.every_command(path)
                self.reset()

    def test_odd_things_where_a_folder_should_be(self):
        for name, path in FOLDERS.items():
            for what, make in ODD.items():
                if what == "a folder" or path == ".nammo":
                    continue
                with self.subTest(place=name, odd=what):
                    path = os.path.normpath(path)
                    self.put(self.inside(path), make)
                    self.every_command(path)
                self.reset()

    def test_odd_things_instead_of_the_own_folder(self):
        for what, make in ODD.items():
            with self.subTest(odd=what):
                self.put(self.inside(".nammo/lock" if what == "a folder" else ".nammo"), make)
                for command in (*READERS.values(), "report thuan-thanh 2024"):
                    self.ends_well(self.nammo(command))
                shutil.rmtree(self.data, ignore_errors=True)
                self.assertEqual(sorted(os.listdir(self.top)), ["kho", "zalo.txt"])
                for command in WRITERS.values():
                    done = self.nammo(command)
                    self.assertEqual(done.returncode, 4, done.stderr)
                self.assertIn(self.nammo("remind").returncode, (1, 4))
                take_away(self.inside(".nammo"))
                self.is_untouched()
            self.reset()

    @unittest.skipIf(os.geteuid() != 0, "needs root, to run as nobody")
    def test_rights(self):
        subprocess.run(["chmod", "-R", "a+rX,go-w", self.top], check=True)
        os.mkdir(os.path.join(self.top, "nobody"))
        os.chmod(os.path.join(self.top, "nobody"), 0o777)
        places = {**FOLDERS, **FILES}
        for name, path in places.items():
            path = os.path.normpath(self.inside(path))
            if not os.path.exists(path):
                continue
            usual = stat.S_IMODE(os.stat(path).st_mode)
            for mode in (0o000, 0o444, 0o111):
                if mode == 0o444 and not os.path.isdir(path):
                    continue
                os.chmod(path, mode)
                for command in self.some(READERS):
                    shutil.rmtree(self.data, ignore_errors=True)
                    done = self.nammo(command.replace("../data", os.path.join(self.top, "nobody/data")), NOBODY)
                    with self.subTest(place=name, mode=oct(mode), command=command):
                        self.ends_well(done)
                        if command == "check" and not (mode == 0o111 and name == "own folder"):
                            self.assertIn(done.returncode, (1, 3))
                            self.assertIn(os.path.relpath(path, self.store).encode(), done.stdout + done.stderr)
                for command in self.some(WRITERS):
                    self.assertIn(self.nammo(command, NOBODY).returncode, (2, 3, 4))
                os.chmod(path, usual)
        self.is_untouched()


unittest.main(argv=sys.argv[:1])
