"""A running `hearsay serve` for the tests, and asking it."""
import contextlib
import http.client
import json
import signal
import subprocess
import time


class Server:
    """Serves a store on a free port until the block ends; then it must end by itself and have said nothing wrong."""

    def __init__(self, program, store, *options):
        self.words = [program, "serve", "--store", store, "--port", "0", *options]
        self.killed = False

    def __enter__(self):
        self.process = subprocess.Popen(self.words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        assert line.startswith("http://"), (line, self.process.communicate(timeout=30))
        self.port = int(line.rsplit(":", 1)[1].strip("/\n"))
        return self

    def __exit__(self, kind, *_):
        if self.killed:
            return
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        _, problems = self.process.communicate(timeout=60)
        if kind is None:
            assert (self.process.returncode, problems) == (0, ""), (self.process.returncode, problems)

    def kill(self):
        """Then the end of the block asks nothing more of it."""
        self.killed = True
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        self.process.stderr.close()

    def ask(self, path, method="GET", headers=None, body=None):
        """Status, headers and body; a body that is no bytes is sent as JSON."""
        headers = dict(headers or {})
        if body is not None and not isinstance(body, bytes):
            headers.setdefault("Content-Type", "application/json")
            body = json.dumps(body).encode()
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)) as connection:
            connection.request(method, path, body=body, headers=headers)
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()

    def told(self, path, method="GET", headers=None, body=None, status=200):
        """The JSON that is answered with this status."""
        got, _, text = self.ask(path, method, headers, body)
        assert got == status, (method, path, got, text[:500])
        return json.loads(text)

    def wait_for(self, path, wanted, seconds=60):
        """What is told at the path when it is as wanted."""
        end = time.monotonic() + seconds
        while True:
            told = self.told(path)
            if wanted(told):
                return told
            assert time.monotonic() < end, (path, told)
            time.sleep(0.05)

    def taken(self, number):
        """What became of a thing that was handed in."""
        return self.wait_for(f"/api/inbox/{number}", lambda thing: thing["state"] == "taken")
