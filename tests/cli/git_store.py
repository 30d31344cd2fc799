"""The example store as a folder of a real git repository, for tests that look at it with git and with nammo."""

import os
import shutil
import subprocess
import tempfile
import unittest


class GitStore(unittest.TestCase):
    folder = "kho"  # of the store, in the repository
    source = ""     # of nammo's own files

    def setUp(self):
        self.top = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.top)
        self.store = os.path.join(self.top, self.folder)
        shutil.copytree(os.path.join(self.source, "examples/thuan-thanh"), self.store)
        self.environment = {**os.environ, "HOME": self.top, "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "t", "GIT_AUTHOR_EMAIL": "t@example.org",
                            "GIT_COMMITTER_NAME": "t", "GIT_COMMITTER_EMAIL": "t@example.org"}
        self.git("init", "-q", "-b", "main")

    def run_in(self, folder, *words):
        return subprocess.run(words, cwd=folder, env=self.environment, capture_output=True, text=True, timeout=60, check=False)

    def git(self, *words, status=0):
        done = self.run_in(self.top, "git", *words)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        return done
