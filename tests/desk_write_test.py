#!/usr/bin/env python3
"""What readers send to hearsay serve: corrections, articles, addresses; and what nobody may send."""
import fcntl
import gzip
import http.server
import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import threading
import time
import unittest

from arguments import parse
from desk_server import Server
from scratch import ScratchTest

ARGUMENTS = None
BRIDGE = "Nine people were hurt when the bridge over the Wennel fell, Mayor Ana Vell said on Monday."
NO_COPY = 'article brd-01 is not a copy of brd-02'
TOKEN = "a-token-of-many-letters"


def article(name="vell", text=BRIDGE, **more):
    return {"url": f"https://post.example/{name}", "outlet": "post.example", "published": "2031-05-05", "title": "The bridge", "text": text, **more}


def memory_kilobytes(process):
    for line in pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise AssertionError("no VmRSS")


class Write(ScratchTest):
    def setUp(self):
        super().setUp()
        self.store = self.path("desk.db")
        subprocess.run([ARGUMENTS.program, "ingest", "--store", self.store, "examples/harbour-fire"], cwd=ARGUMENTS.source, check=True,
                       capture_output=True)

    def server(self, *options):
        return Server(ARGUMENTS.program, self.store, *options)

    def token_file(self, token=TOKEN, mode=0o600):
        path = self.file("token", token + "\n")
        os.chmod(path, mode)
        return path

    # ---- articles and addresses

    def test_an_article_that_is_handed_in_is_told(self):
        with self.server() as server:
            status, headers, body = server.ask("/api/articles", "POST", body=article())
            number = json.loads(body)["number"]
            self.assertEqual((status, headers["Location"]), (202, f"/api/inbox/{number}"))
            thing = server.taken(number)
            self.assertEqual((thing["added"], thing["changed"], thing["again"], thing["fault"]), (1, 0, 0, None))
            line = f"/api/stories/{thing['story']}/line"
            server.wait_for(line, lambda story: story["current"])
            account = server.told(f"/api/stories/{thing['story']}")
            self.assertEqual([one["location"] for one in account["articles"]], ["https://post.example/vell"])
            again = server.taken(server.told("/api/articles", "POST", body=article(), status=202)["number"])
            self.assertEqual((again["added"], again["again"], again["story"]), (0, 1, thing["story"]))
            more = article(text=BRIDGE.replace("Nine", "Eleven"))
            changed = server.taken(server.told("/api/articles", "POST", body=more, status=202)["number"])
            self.assertEqual((changed["changed"], changed["story"]), (1, thing["story"]))
            kinds = [one["kind"] for one in server.told(f"/api/changes?story={thing['story']}")["changes"]]
            self.assertIn("number", kinds)
            by_id = {key: value for key, value in article(text=BRIDGE + " It was old.").items() if key != "url"} | {"id": "typed"}
            self.assertEqual(server.taken(server.told("/api/articles", "POST", body=by_id, status=202)["number"])["added"], 1)
            self.assertEqual(server.taken(server.told("/api/articles", "POST", body=by_id, status=202)["number"])["again"], 1)
            empty = {"url": "https://post.example/empty", "html": "<html><body><p></p></body></html>"}
            thing = server.taken(server.told("/api/articles", "POST", body=empty, status=202)["number"])
            self.assertEqual((thing["added"], thing["story"], bool(thing["fault"])), (0, None, True), thing)

    def test_what_cannot_be_taken_is_refused_at_once(self):
        with self.server() as server:
            for path, body, status in (("/api/articles", b"{", 400), ("/api/articles", [article()], 400), ("/api/articles", {"id": "a"}, 422),
                                       ("/api/articles", {"text": BRIDGE}, 422), ("/api/articles", article() | {"url": "ftp://post.example/a"}, 422),
                                       ("/api/articles", article() | {"url": "/etc/passwd"}, 422), ("/api/addresses", {}, 400),
                                       ("/api/addresses", {"address": 3}, 400), ("/api/addresses", {"address": "/etc/passwd"}, 422),
                                       ("/api/addresses", {"address": "file:///etc/passwd"}, 422), ("/api/addresses", {"address": "-"}, 422),
                                       ("/api/addresses", {"address": "https://" + "a" * 3000}, 422), ("/api/corrections", {"line": "what"}, 422),
                                       ("/api/corrections", {"line": NO_COPY + "\n" + NO_COPY}, 422), ("/api/corrections", {"line": ""}, 422),
                                       ("/api/stories", {}, 405), ("/nothing", {}, 405), ("/api/corrections/1", {}, 405)):
                self.assertIn("error", server.told(path, "POST", body=body, headers={"Content-Type": "application/json"}, status=status))
            for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=a", ""):
                self.assertEqual(server.ask("/api/corrections", "POST", {"Content-Type": kind}, json.dumps({"line": NO_COPY}).encode())[0], 415, kind)
            packed = gzip.compress(b"a" * 100_000_000)
            self.assertEqual(server.ask("/api/articles", "POST", {"Content-Type": "application/json", "Content-Encoding": "gzip"}, packed)[0], 415)
            self.assertEqual(server.ask("/api/corrections/none", "DELETE")[0], 404)
            self.assertEqual(server.ask("/api/inbox/77")[0], 404)
            self.assertEqual(server.told("/api/corrections"), {"corrections": []})

    def test_addresses_of_this_machine_and_of_private_networks_are_not_fetched(self):
        asked = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                asked.append(self.path)
                if self.path == "/robots.txt":
                    return self.send_error(404)
                page = f"<html><head><title>The bridge</title></head><body><article><p>{BRIDGE}</p><p>{BRIDGE.replace('Nine', 'Ten')}</p></article></body></html>"
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                self.wfile.write(page.encode())

            def log_message(self, *_):
                pass

        inside = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=inside.serve_forever, daemon=True).start()
        port = inside.server_address[1]
        try:
            with self.server() as server:
                for host in (f"127.0.0.1:{port}", f"localhost:{port}", f"[::1]:{port}", f"0.0.0.0:{port}", f"127.1:{port}", f"2130706433:{port}",
                             f"[::ffff:127.0.0.1]:{port}"):
                    thing = server.taken(server.told("/api/addresses", "POST", body={"address": f"http://{host}/page"}, status=202)["number"])
                    self.assertEqual((thing["added"], thing["story"]), (0, None))
                    self.assertTrue(thing["fault"], thing)
            self.assertEqual(asked, [])
            with self.server("--allow-private") as server:
                thing = server.taken(server.told("/api/addresses", "POST", body={"address": f"http://127.0.0.1:{port}/page"}, status=202)["number"])
                self.assertEqual((thing["added"], thing["fault"]), (1, None))
            self.assertEqual(asked, ["/robots.txt", "/page"])
        finally:
            inside.shutdown()
            inside.server_close()

    def test_what_was_handed_in_outlives_the_server(self):
        with open(self.store, "r+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)  # as another writer has it
            with self.server() as server:
                number = server.told("/api/articles", "POST", body=article(), status=202)["number"]
                time.sleep(0.5)
                self.assertEqual(server.told(f"/api/inbox/{number}")["state"], "waiting")
                server.kill()
        with self.server() as server:
            self.assertEqual(server.taken(number)["added"], 1)

    def test_watch_takes_what_was_handed_in(self):
        feeds = self.file("feeds.txt", "http://127.0.0.1:9/nothing\n")
        watch = subprocess.Popen([ARGUMENTS.program, "watch", "--quiet", "--allow-private", "--store", self.store, feeds], stderr=subprocess.DEVNULL)
        try:
            with self.server() as server:
                server.wait_for("/api/health", lambda health: health["feeds"])  # it is the writer now
                thing = server.taken(server.told("/api/articles", "POST", body=article(), status=202)["number"])
                server.wait_for(f"/api/stories/{thing['story']}/line", lambda story: story["current"])
                self.assertIsNone(watch.poll())
                # What watch itself may fetch, no reader may have it fetch.
                private = server.taken(server.told("/api/addresses", "POST", body={"address": "http://127.0.0.1:9/"}, status=202)["number"])
                self.assertIn("private", private["fault"])
        finally:
            watch.send_signal(signal.SIGTERM)
            watch.wait(timeout=60)
        self.assertEqual(watch.returncode, 0)

    # ---- corrections

    def test_a_correction_holds_until_it_is_taken_back(self):
        with self.server() as server:
            story = server.told("/api/stories")["stories"][0]["story"]
            before = server.told(f"/api/stories/{story}")
            copies = [(one["to"], one["from"]) for one in before["copies"]]
            to, source = copies[0]
            kept = server.told("/api/corrections", "POST", body={"line": f"article {to} is not a copy of {source}"}, status=201)
            self.assertEqual([one["number"] for one in server.told("/api/corrections")["corrections"]], [kept["number"]])
            server.wait_for(f"/api/stories/{story}/line", lambda line: line["current"])
            account = server.told(f"/api/stories/{story}")
            self.assertNotIn((to, source), [(one["to"], one["from"]) for one in account["copies"]])
            self.assertTrue(account["corrections"][0]["applied"])
            self.assertEqual(server.told(f"/api/corrections/{kept['number']}", "DELETE"), {"number": kept["number"]})
            self.assertEqual(server.ask(f"/api/corrections/{kept['number']}", "DELETE")[0], 404)
            self.assertEqual(server.told("/api/corrections"), {"corrections": []})
            server.wait_for(f"/api/stories/{story}/line", lambda line: line["current"])
            self.assertEqual(server.told(f"/api/stories/{story}"), before)

    # ---- who may

    def test_a_page_from_elsewhere_may_not_write(self):
        with self.server() as server:
            own = f"127.0.0.1:{server.port}"
            for headers, status in (({"Origin": "https://evil.example"}, 403), ({"Origin": "null"}, 403), ({"Origin": "http://127.0.0.1:1"}, 403),
                                    ({"Sec-Fetch-Site": "cross-site"}, 403), ({"Sec-Fetch-Site": "same-site"}, 403),
                                    ({"Host": "evil.example", "Origin": "http://evil.example"}, 403), ({"Host": "127.evil.example"}, 403),
                                    ({"Origin": f"http://{own}", "Sec-Fetch-Site": "same-origin"}, 201), ({}, 201)):
                self.assertEqual(server.ask("/api/corrections", "POST", headers, {"line": NO_COPY})[0], status, headers)
                if status == 403:
                    self.assertEqual(server.ask("/api/corrections/1", "DELETE", headers)[0], status, headers)
            self.assertEqual(len(server.told("/api/corrections")["corrections"]), 2)
            for method in ("PUT", "PATCH", "OPTIONS"):
                self.assertEqual(server.ask("/api/corrections", method)[0], 405, method)

    def test_nobody_writes_where_it_is_not_allowed(self):
        for options in (["--read-only"], ["--host", "0.0.0.0"]):
            with self.server(*options) as server:
                self.assertEqual(server.ask("/api/corrections", "POST", body={"line": NO_COPY})[0], 403)
                self.assertEqual(server.ask("/api/articles", "POST", body=article())[0], 403)
                self.assertEqual(server.ask("/api/corrections/1", "DELETE")[0], 403)
                self.assertNotIn(b"data-writes", server.ask("/")[2])

    def test_who_writes_brings_the_token(self):
        for options in ([], ["--host", "0.0.0.0"]):
            with self.server("--token-file", self.token_file(), *options) as server:
                self.assertEqual(server.ask("/")[0], 200)
                for header in (None, "Bearer", "Bearer " + TOKEN[:-1], "Bearer " + TOKEN + "x", "Basic " + TOKEN, TOKEN):
                    headers = {} if header is None else {"Authorization": header}
                    status, told, _ = server.ask("/api/corrections", "POST", headers, {"line": NO_COPY})
                    self.assertEqual((status, told.get("WWW-Authenticate")), (401, "Bearer"), header)
                self.assertEqual(server.ask("/api/corrections", "POST", {"Authorization": "Bearer " + TOKEN}, {"line": NO_COPY})[0], 201)
                self.assertEqual(server.ask("/api/corrections", "POST", {"Authorization": "Bearer " + TOKEN, "Origin": "http://evil.example"},
                                            {"line": NO_COPY})[0], 403)
        for make, reason in ((lambda: self.token_file(mode=0o644), "may be read by others"), (lambda: self.token_file("short"), "holds no token"),
                             (lambda: self.path("none"), "cannot be read")):
            path = make()
            done = subprocess.run([ARGUMENTS.program, "serve", "--store", self.store, "--port", "0", "--token-file", path], capture_output=True, text=True)
            self.assertEqual((done.returncode, reason in done.stderr), (1, True), done.stderr)

    # ---- how much

    def sent(self, server, head, piece, pieces, pause=0.0):
        """Sends a piece again and again until the server hangs up; how many bytes it took, and its answer."""
        sent = 0
        with socket.create_connection(("127.0.0.1", server.port), timeout=30) as one:
            answer = b""
            try:
                one.sendall(head)
                for _ in range(pieces):
                    one.sendall(piece)
                    sent += len(piece)
                    time.sleep(pause)
            except OSError:
                pass
            try:
                while more := one.recv(65536):
                    answer += more
            except OSError:
                pass
        return sent, answer

    def test_no_request_takes_memory_or_time_without_bound(self):
        with self.server() as server:
            before = memory_kilobytes(server.process)
            head = b"GET /api/health HTTP/1.1\r\nHost: localhost\r\n"
            lines, _ = self.sent(server, head, b"A: " + b"a" * 4000 + b"\r\n", 10_000)
            self.assertLess(lines, 20_000_000)
            post = b"POST /api/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            chunks, _ = self.sent(server, post + b"Transfer-Encoding: chunked\r\n\r\n", b"10000\r\n" + b"a" * 0x10000 + b"\r\n", 2000)
            self.assertLess(chunks, 40_000_000)
            self.assertEqual(server.ask("/api/articles", "POST", {"Content-Type": "application/json", "Content-Length": "5000000"}, b"a" * 10)[0] // 100, 4)
            many = ",".join(["0-"] * 1500)
            status, _, body = server.ask("/desk.css", headers={"Range": "bytes=" + many})
            self.assertTrue(status in (200, 206) and len(body) < 200_000, (status, len(body)))
            self.assertLess(memory_kilobytes(server.process) - before, 60_000)
            begun = time.monotonic()
            self.sent(server, head, b"A: a\r\n", 200, pause=0.2)  # never silent, and never done
            self.assertLess(time.monotonic() - begun, 25)
            self.assertEqual(server.ask("/api/health")[0], 200)

    def test_many_slow_clients_hold_up_nobody(self):
        with self.server() as server:
            slow = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(100)]
            for one in slow:
                one.sendall(b"POST /api/articles HTTP/1.1\r\nHost: loc")
            begun = time.monotonic()
            for _ in range(5):
                self.assertEqual(server.ask("/api/health")[0], 200)
            self.assertLess(time.monotonic() - begun, 3)
            for one in slow:
                one.close()


if __name__ == "__main__":
    ARGUMENTS = parse(__doc__)
    ARGUMENTS.source = pathlib.Path(ARGUMENTS.source).resolve()
    unittest.main(argv=sys.argv[:1])
