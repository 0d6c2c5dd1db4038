#!/usr/bin/env python3
"""hearsay serve, asked over the network as browsers, programs and those who mean harm ask."""
import contextlib
import gzip
import http.client
import json
import pathlib
import random
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.parse
import xml.etree.ElementTree as xml

import invented_stream
from arguments import parse
from desk_server import Server

ARGUMENTS = None
HOSTILE = '<script>alert(1)</script>"\'><img src=x onerror=alert(2)>\u202e{{7*7}}'


class Serve(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        folder = pathlib.Path(cls.folder.name)
        cls.store = str(folder / "desk.db")
        made = invented_stream.articles(20)
        made.append({"id": HOSTILE, "url": "https://post.example/<b>", "outlet": HOSTILE, "title": HOSTILE, "language": "en",
                     "published": "2031-05-05", "text": f"Nine people were hurt in Marn, Ana Vell said. {HOSTILE} was heard, Josef Kalm said."})
        invented_stream.write(folder / "stream.jsonl", made)
        subprocess.run([ARGUMENTS.program, "ingest", "--store", cls.store, str(folder / "stream.jsonl")], check=True, capture_output=True)
        cls.server = Server(ARGUMENTS.program, cls.store, "--read-only").__enter__()
        cls.port = cls.server.port

    @classmethod
    def tearDownClass(cls):
        cls.server.__exit__(None)
        cls.folder.cleanup()

    def ask(self, path, method="GET", headers=None, body=None):
        return self.server.ask(path, method, headers, body)

    def got(self, path, kind="application/json"):
        status, headers, body = self.ask(path)
        self.assertEqual((status, headers["Content-Type"].split(";")[0]), (200, kind), (path, body[:300]))
        return json.loads(body) if kind == "application/json" else body.decode()

    # ---- what it tells

    def test_stories_are_listed_and_paged(self):
        seen, after = [], ""
        while True:
            page = self.got("/api/stories?limit=2" + after)
            seen += [story["story"] for story in page["stories"]]
            if page["next"] is None:
                break
            after = "&after=" + page["next"]
        self.assertEqual(seen, [s["story"] for s in self.got("/api/stories")["stories"]])
        self.assertEqual(len(seen), len(set(seen)))
        self.assertEqual(self.got("/api/stories?search=zeppelin")["stories"], [])
        self.assertEqual(len(self.got("/api/stories?search=marn")["stories"]), 1)
        self.assertTrue(all(s["contested"] for s in self.got("/api/stories?contested=1")["stories"]))
        self.assertEqual(self.got("/api/stories?since=2999-01-01")["stories"], [])

    def test_an_account_is_what_report_prints(self):
        for story in self.got("/api/stories")["stories"]:
            done = subprocess.run([ARGUMENTS.program, "report", "--store", self.store, "--format", "json", story["story"]], capture_output=True)
            self.assertEqual(self.ask("/api/stories/" + story["story"])[2] + b"\n", done.stdout)
            page = subprocess.run([ARGUMENTS.program, "report", "--store", self.store, "--format", "html", story["story"]], capture_output=True)
            main = re.compile(b"<main .*?</main>", re.S)
            self.assertEqual(main.findall(self.ask("/stories/" + story["story"])[2]), main.findall(page.stdout))

    def test_articles_changes_and_figures(self):
        self.assertEqual(self.got("/api/articles?id=a00003")["id"], "a00003")
        self.assertEqual(self.got("/api/articles?id=" + urllib.parse.quote(HOSTILE))["title"], HOSTILE)
        changes = self.got("/api/changes?limit=3")
        self.assertEqual((len(changes["changes"]), changes["next"]), (3, changes["changes"][-1]["number"]))
        self.assertNotIn(changes["changes"][0], self.got(f"/api/changes?after={changes['next']}")["changes"])
        health = self.got("/api/health")
        self.assertEqual((health["status"], health["articles"], health["untold"]), ("ok", 21, 0))
        self.assertIn("\nhearsay_articles 21\n", self.got("/metrics", "text/plain"))
        feed = xml.fromstring(self.got("/changes.atom", "application/atom+xml"))
        atom = "{http://www.w3.org/2005/Atom}"
        self.assertEqual(len(feed.findall(atom + "entry")), len(self.got("/api/changes")["changes"]))
        self.assertEqual(len({entry.findtext(atom + "id") for entry in feed.findall(atom + "entry")}), len(feed.findall(atom + "entry")))

    def test_the_document_of_the_api_is_what_is_answered(self):
        document = self.got("/api/openapi.json")
        story = self.got("/api/stories")["stories"][0]["story"]
        for path, operation in document["paths"].items():
            if "get" not in operation or path == "/api/inbox/{number}":  # desk_write_test asks for these
                continue
            answers = operation["get"]["responses"]
            kind, = answers["200"]["content"]
            needed = "&".join(f"{one['name']}=a00003" for one in operation["get"]["parameters"] if one["in"] == "query" and one["required"])
            body = self.got(path.replace("{story}", story) + "?" + needed, kind)
            for name in answers["200"]["content"][kind]["schema"].get("$ref", "").split("/")[-1:]:
                for key in document["components"]["schemas"].get(name, {}).get("required", []):
                    self.assertIn(key, body, path)
            for parameter in operation["get"]["parameters"]:  # any word for any parameter is answered as the document says
                place = path.replace("{story}", "none") if parameter["in"] == "path" else f"{path.replace('{story}', story)}?{parameter['name']}=%FF%00none"
                self.assertIn(str(self.ask(place)[0]), answers, place)

    def test_what_is_known_is_not_sent_again(self):
        story = self.got("/api/stories")["stories"][0]["story"]
        for path in ("/", "/api/stories", f"/api/stories/{story}", f"/stories/{story}", "/desk.css", "/desk.js", "/changes.atom", "/sources", "/feeds"):
            tag = self.ask(path)[1]["ETag"]
            status, headers, body = self.ask(path, headers={"If-None-Match": tag})
            self.assertEqual((status, headers["ETag"], body), (304, tag, b""), path)
            self.assertEqual(self.ask(path, "HEAD")[0], 200)

    def test_answers_are_packed_for_who_can_unpack_them(self):
        status, headers, body = self.ask("/api/stories", headers={"Accept-Encoding": "gzip"})
        self.assertEqual((status, headers["Content-Encoding"]), (200, "gzip"))
        self.assertEqual(gzip.decompress(body), self.ask("/api/stories")[2])

    def test_what_is_not_there_or_makes_no_sense_is_told(self):
        for path, status in (("/nothing", 404), ("/api/stories/s0", 404), ("/stories/", 404), ("/api/articles", 404), ("/api/articles?id=none", 404),
                             ("/api/stories?limit=many", 400), ("/api/stories?since=soon", 400), ("/api/stories?after=none", 400),
                             ("/api/changes?after=-1", 400), ("/api/stories?limit=0", 400), ("/api/stories?limit=501", 400), ("/api/stories?contested=yes", 400),
                             ("/api/changes?story=none", 404), ("/api/inbox/none", 404), ("/api/stories/none/line", 404), ("/api/", 404), ("/../../etc/passwd", 404), ("/stories/..%2f..%2fetc%2fpasswd", 404),
                             ("/%00", 404), ("/web/page.js", 404)):
            got, headers, body = self.ask(path)
            self.assertEqual(got, status, path)
            if path.startswith(("/api/", "/stories/")):
                self.assertIn("error", json.loads(body))
            else:  # a reader gets a page
                self.assertIn("text/html", headers["Content-Type"], path)
                self.assertIn(b"<h1>Not found</h1>", body, path)

    def test_it_is_read_while_it_is_written(self):
        more = pathlib.Path(self.folder.name) / "more.jsonl"
        invented_stream.write(more, [{**article, "id": "m" + article["id"], "url": article["url"] + "/m"} for article in invented_stream.articles(400, seed=3)])
        copy = str(pathlib.Path(self.folder.name) / "copy.db")
        subprocess.run([ARGUMENTS.program, "backup", "--store", self.store, copy], check=True)
        server = subprocess.Popen([ARGUMENTS.program, "serve", "--store", copy, "--port", "0"], stdout=subprocess.PIPE, text=True)
        port = int(server.stdout.readline().rsplit(":", 1)[1].strip("/\n"))
        writer = subprocess.Popen([ARGUMENTS.program, "ingest", "--no-accounts", "--store", copy, str(more)], stdout=subprocess.DEVNULL)
        counts = []
        while writer.poll() is None or not counts:
            with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
                connection.request("GET", "/api/health")
                counts.append(json.loads(connection.getresponse().read())["articles"])
        server.terminate()
        server.communicate(timeout=30)
        self.assertEqual((writer.returncode, counts), (0, sorted(counts)))

    # ---- what others may try

    def test_nothing_from_an_article_becomes_markup(self):
        listed = self.got("/", "text/html")
        self.assertNotIn("<script>", listed)
        self.assertNotIn("<img", listed)
        self.assertIn("&lt;script&gt;alert(1)", listed)
        searched = self.got("/?search=" + urllib.parse.quote(HOSTILE), "text/html")
        self.assertNotIn("<script>", searched)
        story = self.got("/api/stories?search=marn")["stories"][0]["story"]
        page = self.got("/stories/" + story, "text/html")
        self.assertNotIn("<script>alert", page)
        self.assertNotIn("<img src=x", page)
        self.assertIn("default-src 'none'", page)
        self.assertIn("default-src 'none'", self.ask("/")[1]["Content-Security-Policy"])
        self.assertNotIn("\u202e", listed)
        for text in (self.got("/changes.atom", "application/atom+xml"), json.dumps(self.got("/api/stories"))):
            self.assertTrue(text)

    def test_only_asking_is_allowed_and_only_by_this_hosts_names(self):
        for method, status in (("POST", 403), ("DELETE", 405), ("PUT", 405), ("PATCH", 405), ("OPTIONS", 405)):
            self.assertEqual(self.ask("/api/corrections", method)[0], status, method)
        for host, status in (("localhost:1", 200), ("127.0.0.1", 200), ("[::1]:5", 200), ("evil.example", 403), ("localhost.evil.example", 403), ("", 403)):
            self.assertEqual(self.ask("/api/health", headers={"Host": host})[0], status, host)
        headers = self.ask("/api/stories")[1]
        self.assertNotIn("Access-Control-Allow-Origin", headers)
        self.assertEqual(headers["X-Content-Type-Options"], "nosniff")

    def test_large_requests_are_refused(self):
        self.assertGreaterEqual(self.ask("/?search=" + "a" * 20_000)[0], 400)
        self.assertEqual(self.ask("/api/stories?search=" + "a+" * 3000)[0], 200)
        try:
            self.assertGreaterEqual(self.ask("/api/stories", "POST", body=b"a" * 10_000_000)[0], 400)
        except (ConnectionError, http.client.HTTPException):
            pass  # hung up on before all was sent
        self.assertEqual(self.ask("/api/health")[0], 200)

    def test_a_slow_client_holds_up_nobody(self):
        slow = []
        for _ in range(20):
            one = socket.create_connection(("127.0.0.1", self.port))
            one.sendall(b"GET /api/health HT")
            slow.append(one)
        begun = time.monotonic()
        for _ in range(5):
            self.assertEqual(self.ask("/api/health")[0], 200)
        self.assertLess(time.monotonic() - begun, 4)
        for one in slow:
            one.settimeout(30)
            try:
                while one.recv(1000):
                    pass
            except ConnectionError:
                pass
            one.close()

    def test_any_bytes_leave_it_standing(self):
        chance = random.Random(3)
        pieces = [b"GET ", b"/", b"api/stories", b" HTTP/1.1\r\n", b"Host: localhost\r\n", b"\r\n", b"Content-Length: -1\r\n", b"%", b"?search=\"",
                  b"Transfer-Encoding: chunked\r\n", b"\0", b"Range: bytes=0-1\r\n", b"\xff\xfe", b"If-None-Match: \"\r\n", b"&&==", b"a" * 500]

        def throw():
            for _ in range(30):
                with contextlib.suppress(OSError):
                    with socket.create_connection(("127.0.0.1", self.port), timeout=10) as one:
                        one.sendall(b"".join(chance.choice(pieces) for _ in range(chance.randrange(1, 12))))
                        one.shutdown(socket.SHUT_WR)
                        while one.recv(65536):
                            pass

        threads = [threading.Thread(target=throw) for _ in range(4)]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
        self.assertEqual(self.ask("/api/health")[0], 200)
        self.assertIsNone(self.server.process.poll())


class Wrong(unittest.TestCase):
    def test_what_cannot_be_served_is_told(self):
        done = subprocess.run([ARGUMENTS.program, "serve", "--store", "/nothing/desk.db"], capture_output=True, text=True)
        self.assertEqual((done.returncode, "does not exist" in done.stderr), (1, True), done.stderr)
        with tempfile.TemporaryDirectory() as folder, socket.socket() as taken:
            store = folder + "/desk.db"
            subprocess.run([ARGUMENTS.program, "ingest", "--store", store, "examples/harbour-fire"], cwd=ARGUMENTS.source, check=True, capture_output=True)
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            done = subprocess.run([ARGUMENTS.program, "serve", "--store", store, "--port", str(taken.getsockname()[1])], capture_output=True, text=True)
            self.assertEqual((done.returncode, "cannot listen" in done.stderr), (1, True), done.stderr)


if __name__ == "__main__":
    ARGUMENTS = parse(__doc__)
    ARGUMENTS.source = pathlib.Path(ARGUMENTS.source).resolve()
    unittest.main(argv=sys.argv[:1])
