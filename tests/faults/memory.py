"""Commands that get less and less memory (ulimit -v): they do their work wholly or say so, and never die of it.
  memory.py NAMMO SOURCE_DIR STEP (in KiB: how far one limit is from the next)"""

import os
import resource
import shutil
import sys
import unittest

from fault_store import READERS, WEEK, WRITERS, FaultStore, files_below

FaultStore.nammo_path, FaultStore.source = sys.argv[1:3]
FaultStore.weeks = ()
STEP = int(sys.argv[3]) << 10
ENOUGH = 4 << 30
FAR = 512 << 20  # above the least with which the program begins at all
WELL = 12        # runs in a row that went well; more memory changes nothing then

COMMANDS = {
    **READERS,
    **WRITERS,
    "workbook": f"report thuan-thanh {WEEK} --format xlsx",
    "web page with pictures": f"report thuan-thanh {WEEK} --format html --charts -",
    "calendar": "due thuan-thanh --from 2024-05-01 --to 2024-06-30 --format ics",
    "a month of export": "export data ../data --from 2024-05-01 --to 2024-05-31",
}


class Memory(FaultStore):
    def setUp(self):
        super().setUp()
        self.temporary = os.path.join(self.top, "tmp")
        os.mkdir(self.temporary)

    def run_with(self, limit, command):
        return self.nammo(command, env={**os.environ, "TMPDIR": self.temporary},
                          preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))

    def least(self):
        """With less than that the system's loader does not reach the program, whatever it is asked."""
        low, high = 1 << 20, ENOUGH
        while high - low > 16 << 10:
            middle = (low + high) // 2
            low, high = (low, middle) if self.run_with(middle, "version").returncode == 0 else (middle, high)
        return high

    def clear(self):
        shutil.rmtree(self.data, ignore_errors=True)
        if files_below(self.store) != self.before:
            self.reset()

    def test_less_and_less(self):
        least = self.least()
        refused = {}
        for name, command in COMMANDS.items():
            whole = self.run_with(ENOUGH, command)
            self.assertIn(whole.returncode, (0, 1), whole.stderr)
            after = files_below(self.store)
            data = files_below(self.data)
            well = 0
            for limit in range(least, least + FAR, STEP):
                self.clear()
                done = self.run_with(limit, command)
                short = done.returncode != whole.returncode
                refused[name] = refused.get(name, 0) + short
                well = 0 if short else well + 1
                with self.subTest(command=command, limit=limit >> 10, status=done.returncode, stderr=done.stderr.decode(errors="replace")[-600:]):
                    self.assertEqual(os.listdir(self.temporary), [])
                    if short:
                        self.assertEqual(done.returncode, 4)
                        self.assertIn("bộ nhớ".encode(), done.stderr)
                        for path, text in files_below(self.store).items():
                            self.assertIn(text, (self.before.get(path), after.get(path)), path)
                    else:
                        self.assertEqual(done.stdout, whole.stdout)
                        self.assertEqual((files_below(self.store), files_below(self.data)), (after, data))
                if well == WELL:
                    break
            self.assertEqual(well, WELL, command)
            self.clear()
        self.assertTrue(all(refused.values()), refused)  # else the limits began too high
        print(f"refused at so many limits from {least >> 10} KiB on: {refused}")


unittest.main(argv=sys.argv[:1])
