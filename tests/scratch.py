"""A test case with a temporary folder, which is removed after the test."""
import os
import tempfile
import unittest


def read_terminal(terminal):
    """What was written on a pseudo-terminal, until its other end is closed; closes it."""
    shown = b""
    while True:
        try:
            shown += os.read(terminal, 65536)
        except OSError:
            os.close(terminal)
            return shown


class ScratchTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def file(self, name, content):
        """Writes a file, with the folders above it; returns its path."""
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as f:
            f.write(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def content(self, name):
        with open(self.path(name), "rb") as f:
            return f.read()
