#!/usr/bin/env python3
"""A PostgreSQL server for tests alone: Debian's programs, a temporary folder, no network, only a socket in that folder.

As a program it starts a server, prints the folder, and stops the server when its standard input ends: when the test that started it
ends, however that ends. As a module it gives Python's tests such a server. Where PostgreSQL is not installed both say so.
"""
import contextlib
import glob
import os
import pathlib
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time

MISSING = "PostgreSQL is not installed (./set-up checks)"
SKIPPED = 77  # as tests/CMakeLists.txt tells CTest
USER = "hearsay"  # of the server, who may do everything
GUARDED = "guarded"  # another one, who needs a password
SETTINGS = """
listen_addresses = ''
fsync = off
max_connections = 150
"""


def programs():
    """The folder of the newest PostgreSQL's programs; None where it is not installed."""
    found = [folder for folder in glob.glob("/usr/lib/postgresql/*/bin") if os.access(f"{folder}/initdb", os.X_OK)]
    beside = shutil.which("initdb")
    found = found or ([os.path.dirname(os.path.realpath(beside))] if beside else [])
    return max(found, key=lambda folder: (len(folder), folder), default=None)


def as_user(folder):
    """The words before a command that have it run as somebody whom PostgreSQL accepts: not as root. The folder becomes his."""
    words = ["setpriv", "--pdeathsig", "QUIT"]  # with the program that started it
    if os.geteuid() != 0:
        return words
    somebody = pwd.getpwnam("postgres")
    os.chown(folder, somebody.pw_uid, somebody.pw_gid)
    return ["setpriv", f"--reuid={somebody.pw_uid}", f"--regid={somebody.pw_gid}", "--clear-groups", *words[1:]]


def begin(folder):
    """Starts a server in the folder; returns its process when it can be asked."""
    bin_folder, before, data = programs(), as_user(folder), f"{folder}/data"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "stdin": subprocess.DEVNULL, "cwd": folder}
    subprocess.run([*before, f"{bin_folder}/initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
                   check=True, **quiet)
    with open(f"{data}/postgresql.conf", "a", encoding="utf-8") as file:
        file.write(SETTINGS + f"unix_socket_directories = '{folder}'\n")
    with open(f"{data}/pg_hba.conf", "w", encoding="utf-8") as file:
        file.write(f"local all {GUARDED} scram-sha-256\nlocal all all trust\n")
    server = subprocess.Popen([*before, f"{bin_folder}/postgres", "-D", data], **quiet)
    for _ in range(600):
        if subprocess.run([f"{bin_folder}/pg_isready", "-q", "-h", folder], check=False).returncode == 0:
            return server
        if server.poll() is not None:
            break
        time.sleep(0.05)
    server.kill()
    raise RuntimeError("the server does not start")


def main():
    if programs() is None:
        print(MISSING)
        sys.exit(SKIPPED)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: sys.exit(1))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # meant for the test, which then ends
    folder = tempfile.mkdtemp(prefix="hearsay-postgres-")
    server = None
    try:
        server = begin(folder)
        print(folder, flush=True)
        sys.stdin.read()
    finally:
        if server:
            server.send_signal(signal.SIGQUIT)  # at once: nobody needs the data any more
            with contextlib.suppress(subprocess.TimeoutExpired):
                server.wait(20)
            server.kill()
        shutil.rmtree(folder, ignore_errors=True)


class PostgresServer:
    """A server that ends with this program at the latest."""

    def __init__(self):
        self.process = subprocess.Popen([sys.executable, str(pathlib.Path(__file__).resolve())], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True)
        self.folder = self.process.stdout.readline().strip()
        assert self.folder.startswith("/"), self.folder
        self.databases = 0

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()

    def new_database(self, more=""):
        """The name of a new and empty one."""
        self.databases += 1
        name = f"desk{self.databases}"
        self.ask("postgres", f"CREATE DATABASE {name} {more}")
        return name

    def address(self, database, user=USER):
        return f"postgresql://{user}@/{database}?host={self.folder}"

    def ask(self, database, sql):
        """The rows that a statement gives, a list of texts each."""
        done = subprocess.run([f"{programs()}/psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-F", "\t", "-c", sql,
                               self.address(database)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, (sql, done.stderr)
        return [line.split("\t") for line in done.stdout.splitlines()]


if __name__ == "__main__":
    main()
