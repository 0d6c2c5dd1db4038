#!/usr/bin/env python3
"""The command line, run as a user runs it: what it prints, what it reports on standard error, its exit status."""

import argparse
import fcntl
import gzip
import http.server
import io
import json
import os
import pty
import quopri
import re
import resource
import signal
import stat
import struct
import subprocess
import sys
import tarfile
import termios
import threading
import time
import unittest
import zipfile

from scratch import ScratchTest, read_terminal

PROGRAM = None
SOURCE = None
SANITIZED = False
STORY = "The bridge over the Wennel was closed on Monday, the town of Harrowmere said. Nobody was hurt, it added."


def run(*words, stdin=b"", data=None):
    """Runs the program, with the folder `data` as HEARSAY_DATA."""
    environment = {**os.environ, "HEARSAY_DATA": data} if data else None
    return subprocess.run([PROGRAM, *words], input=stdin, capture_output=True, env=environment)


def processor_seconds():
    """Processor time of the programs run so far, which other load on the machine does not change."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Cli(ScratchTest):
    def read(self, *words, status=0, errors=(), stdin=b""):
        """The articles that `read` prints; each word of `errors` must stand in one line of standard error, in order."""
        done = run("read", *words, stdin=stdin)
        told = done.stderr.decode("utf-8").splitlines()
        self.assertEqual(done.returncode, status, told)
        self.assertEqual(len(told), len(errors), told)
        for line, error in zip(told, errors):
            self.assertIn(error, line)
        return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]

    # ---- report --without

    def account(self, *words, status=0):
        done = run("report", "--format", "json", *words)
        self.assertEqual(done.returncode, status, done.stderr)
        return json.loads(done.stdout) if status == 0 else done.stderr.decode("utf-8")

    def bridge_story(self):
        self.file("s/a.txt", "Nine people were hurt when the bridge over the Wennel fell, Mayor Ana Vell said on Monday.")
        self.file("s/b.txt", "Fourteen people were hurt when the bridge over the Wennel fell, surgeon Josef Kalm said.")
        self.file("s/articles.json", json.dumps([{"id": "a", "file": "a.txt", "outlet": "Wennel Post"},
                                                 {"id": "b", "file": "b.txt", "outlet": "Radio Harrow"}]))
        return self.path("s")

    def test_an_account_without_a_source_says_what_fell_with_it(self):
        story = self.bridge_story()
        full = self.account(story)
        self.assertEqual(full["points"][0]["standing"], "contested")
        self.assertNotIn("without", full)
        less = self.account("--without", "josef kalm", story)
        self.assertEqual([(p["asked"], p["what"]) for p in less["without"]["left_out"]], [("josef kalm", "source")])
        self.assertFalse([c for c in less["claims"] for s in c["sources"] if s["name"] == "Josef Kalm"])
        self.assertEqual(len(less["articles"]), 2)
        changed = [c for c in less["without"]["changed"] if c["standing"] == "contested"]
        self.assertEqual([c["disagreements_gone"] for c in changed], [[{"kind": "quantity", "relation": "conflict"}]])
        self.assertNotIn("contested", [p["standing"] for p in less["points"]])

    def test_an_account_without_an_article_or_outlet_no_longer_has_it(self):
        story = self.bridge_story()
        for name, what in (("b", "article"), ("radio harrow", "outlet")):
            less = self.account("--without", name, story)
            self.assertEqual([a["id"] for a in less["articles"]], ["a"])
            self.assertEqual(less["without"]["left_out"][0]["what"], what)
            self.assertNotIn("Josef Kalm", [e["name"] for e in less["entities"]])
        nothing = self.account("--without", "a", "--without", "b", story)
        self.assertEqual((nothing["points"], len(nothing["without"]["lost"])), ([], len(self.account(story)["points"])))

    def test_a_name_that_nothing_has_is_wrong_use(self):
        self.assertIn("\"Nobody\"", self.account("--without", "Nobody", self.bridge_story(), status=2))

    # ---- report --corrections

    def corrected(self, story, *lines):
        """The account, and for each line what it says became of it."""
        account = self.account("--corrections", self.file("corrections.txt", "\n".join(lines)), story)
        return account, [(c["applied"], c["why"]) for c in account["corrections"]]

    def test_names_can_be_joined_and_parted(self):
        story = self.file("s.txt", "Mayor Ana Vell spoke. Ana Wehl, the mayor, left early, Josef Kalm said. Mr Kalm was tired.")
        account, told = self.corrected(story, 'name "Ana Vell" is "Ana Wehl"', 'name "Josef Kalm" is not "Kalm"',
                                       'name "Nobody" is "Ana Vell"')
        self.assertEqual([applied for applied, _ in told], [True, True, False])
        self.assertIn("Nobody", told[2][1])
        names = {e["name"]: e["variants"] for e in account["entities"]}
        self.assertIn("Ana Wehl", names.get("Ana Vell", []) + [n for n in names["Ana Vell"]])
        self.assertIn("Kalm", names)

    def test_a_claim_can_stand_apart_belong_elsewhere_and_change_its_speaker(self):
        story = self.bridge_story()
        full = self.account(story)
        one, other = [next(c for c in full["claims"] if c["article"] == a) for a in "ab"]
        self.assertEqual(one["point"], other["point"])
        account, told = self.corrected(story, 'claim in a "%s" stands apart' % one["text"])
        self.assertEqual(told, [(True, "now a point of its own")])
        contested = [c for p in account["points"] if p["standing"] == "contested" for c in p["claims"]]
        self.assertNotIn(one["text"], [c["text"] for c in account["claims"] if c["id"] in contested])
        account, told = self.corrected(
            story, 'claim in a "%s" stands apart' % one["text"],
            'claim in a "%s" belongs with b "%s"' % (one["text"].upper(), other["text"]),
            'claim in b "%s" is said by "Ana Vell"' % other["text"], 'claim in a "no such words" stands apart')
        self.assertEqual([applied for applied, _ in told], [True, True, True, False])
        points = {c["text"]: c["point"] for c in account["claims"]}
        self.assertEqual(points[one["text"]], points[other["text"]])
        self.assertEqual([c["sources"][-1]["name"] for c in account["claims"] if c["text"] == other["text"]], ["Ana Vell"])

    def test_a_passage_can_be_ignored_and_a_copy_told(self):
        story = self.bridge_story()
        account, told = self.corrected(story, 'ignore in b "Fourteen people were hurt when the bridge over the Wennel fell"',
                                       "article b is a copy of a", "article b is not a copy of a",
                                       "article a is not a copy of zz")
        self.assertEqual([applied for applied, _ in told], [True, True, True, False])
        self.assertNotIn("Fourteen", " ".join(c["text"] for c in account["claims"]))
        account, _ = self.corrected(story, "article b is a copy of a")
        self.assertEqual([(c["from"], c["to"], c["direction"]) for c in account["copies"]], [("a", "b", "known")])

    def test_a_bad_line_of_corrections_is_told_with_its_file_and_line(self):
        story, path = self.bridge_story(), self.file("c.txt", "# mine\nname a b\nname \"Ana Vell\" is \"Josef Kalm\"\n")
        done = run("report", "--format", "json", "--corrections", path, story)
        self.assertEqual(done.returncode, 0)
        told = done.stderr.decode("utf-8").splitlines()
        self.assertEqual(len(told), 1)
        self.assertIn("c.txt, line 2: is not a correction", told[0])
        self.assertEqual([c["applied"] for c in json.loads(done.stdout)["corrections"]], [False, True])
        self.assertEqual(run("report", "--strict", "--corrections", path, story).returncode, 1)
        self.assertEqual(run("report", "--corrections", path + "x", story).returncode, 1)

    # ---- inputs

    def test_a_text_is_taken_unchanged(self):
        text = "\ufeffFirst line.\r\n\r\n  " + STORY + "\n"
        articles = self.read(self.file("harrow.txt", text))
        self.assertEqual([(a["id"], a["text"]) for a in articles], [("harrow", text)])

    def test_a_text_takes_what_articles_json_says_of_it(self):
        self.file("a.txt", STORY)
        self.file("b.txt", STORY)
        self.file("articles.json", json.dumps([{"id": "one", "file": "a.txt", "outlet": "wennelpost.example",
                                                "published": "2031-05-05", "title": "Bridge closed"}]))
        one, b = self.read(self.folder.name)
        self.assertEqual((one["id"], one["outlet"], one["published"], one["title"]),
                         ("one", "wennelpost.example", "2031-05-05", "Bridge closed"))
        self.assertEqual((b["id"], b["outlet"]), ("b", None))

    def test_a_text_takes_what_the_json_beside_it_says(self):
        path = self.file("a.txt", STORY)
        self.file("a.json", json.dumps({"title": "Bridge closed", "date_publish": "2031-05-05 10:00:00"}))
        self.assertEqual([(a["title"], a["published"]) for a in self.read(path)],
                         [("Bridge closed", "2031-05-05T10:00:00Z")])

    def test_json_lines_are_read_with_other_datasets_keys(self):
        rows = [{"id": 7, "text": STORY, "pub_date": "2031-05-05", "source_domain": "wennelpost.example"},
                {"url": "https://wennelpost.example/1", "maintext": STORY, "publisher": {"name": "Wennel Post"}},
                {"text": STORY, "language": "en-GB", "title": 3.5}]
        articles = self.read(self.file("news.jsonl", "\n\n".join(map(json.dumps, rows))))
        self.assertEqual([(a["id"], a["outlet"], a["published"]) for a in articles],
                         [("7", "wennelpost.example", "2031-05-05"),
                          ("https://wennelpost.example/1", "Wennel Post", None), ("news:5", None, None)])
        self.assertEqual(articles[2]["language"], "en")

    def test_a_folder_is_walked_in_name_order(self):
        for name in ("b.txt", "a/z.txt", "c.txt", ".hidden.txt", "notes.md"):
            self.file(name, STORY)
        self.assertEqual([a["id"] for a in self.read(self.folder.name, errors=["notes.md is Markdown, which is not read"])],
                         ["z", "b", "c"])

    def test_nothing_is_passed_over_without_a_word(self):
        def archive(kind, *members):
            content = io.BytesIO()
            if kind == "zip":
                with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
                    for name, data in members:
                        packed.writestr(name, data)
            else:
                with tarfile.open(fileobj=content, mode="w") as packed:
                    for name, data in members:
                        info = tarfile.TarInfo(name)
                        info.size = len(data)
                        packed.addfile(info, io.BytesIO(data.encode("utf-8")))
            return content.getvalue()
        self.file("a.txt", STORY)
        self.file("b.pdf", "%PDF-1.7")
        self.file("c.txt", "%PDF-1.7")  # whatever its name
        self.file("d.docx", archive("zip", ("[Content_Types].xml", "<x>")))
        self.file("e.zip", archive("zip", ("in/e.html", self.page()), ("in/e.css", "x"), ("in/e.doc", "x")))
        self.file("f.tar", archive("tar", ("f.tar", "x"), ("f.zip", "x"), ("n" * 300 + ".txt", STORY)))
        self.file("g.txt.gz", gzip.compress(STORY.encode()) + b"more")
        self.file("h.tar", archive("tar", ("h.txt", STORY), ("n" * 2000000 + ".txt", STORY)))
        self.file("i.jpg", "x")
        self.file("j", "x")
        with zipfile.ZipFile(self.path("k.zip"), "w") as packed:
            packed.writestr("../../k.txt", STORY)
        zipfile.ZipFile(self.path("l.zip"), "w").close()
        os.mkfifo(self.path("m.txt"))
        with tarfile.open(self.path("n.tar"), "w") as packed:
            for kind, name in ((tarfile.SYMTYPE, "n.txt"), (tarfile.LNKTYPE, "o.txt")):
                link = tarfile.TarInfo(name)
                link.type, link.linkname = kind, "a.txt"
                packed.addfile(link)
        self.file("o.tar", archive("tar", ("../up.txt", STORY), (".hidden.txt", STORY), ("./here.txt", STORY)))
        errors = ["b.pdf is a PDF", "c.txt is a PDF", "d.docx is a Word document", "e.zip/in/e.doc is a Word document",
                  "f.tar/f.tar is an archive in an archive", "f.tar/f.zip is an archive in an archive",
                  "g.txt.gz has bytes after its gzip data", "h.tar is a broken archive", "j is of a kind that is not read",
                  "k.zip/../../k.txt is a path that leads out", "l.zip is an archive without a file in it",
                  "m.txt is a pipe, which is read only if it is named", "n.tar/n.txt is a link", "n.tar/o.txt is a link",
                  "o.tar/../up.txt is a path that leads out",
                  "2 pictures, sounds, style sheets, scripts and the like are not read (the first: " + self.path("e.zip/in/e.css"),
                  "o.tar/.hidden.txt has a name that begins with a dot, and is not read",
                  "15 inputs in all could not be used"]
        articles = self.read(self.folder.name, "--strict", status=1, errors=errors)
        self.assertEqual([a["id"] for a in articles], ["a", "e", "n" * 300, "g", "h", "here"])
        self.read(self.path("l.zip"), status=1, errors=["l.zip is an archive without a file in it", "nothing usable"])

    def test_pictures_beside_pages_are_counted_and_no_failure(self):
        self.file("in/a.html", self.page())
        self.file("in/a_files/one.png", "x")
        self.assertEqual(len(self.read("--strict", self.path("in"), errors=["one.png is a picture, sound"])), 1)
        self.assertEqual(len(self.read("--strict", "-q", self.path("in"))), 1)
        with zipfile.ZipFile(self.path("b.zip"), "w") as packed:
            packed.writestr("pic.png", "x")
        self.read(self.path("b.zip"), status=1, errors=["b.zip is an archive that holds no articles",
                                                        "b.zip/pic.png is a picture", "nothing usable"])

    def test_an_archive_is_read_wherever_it_lies(self):
        with zipfile.ZipFile(self.file(".kept/a.zip", ""), "w") as packed:
            packed.writestr("a.txt", STORY)
        self.assertEqual([a["id"] for a in self.read(self.path(".kept/../.kept/a.zip"))], ["a"])

    def test_a_book_is_read_where_it_is_named(self):
        package = ("<package><metadata><publisher>Wennel Press</publisher></metadata><manifest><item id='a' href='a.xhtml'/>"
                   "<item id='b' href='b.xhtml'/></manifest><spine><itemref idref='a'/><itemref idref='b'/></spine></package>")
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w") as packed:
            packed.writestr("mimetype", "application/epub+zip")
            packed.writestr("META-INF/container.xml", "<container><rootfiles><rootfile full-path='p.opf'/></rootfiles></container>")
            packed.writestr("p.opf", package)
            packed.writestr("a.xhtml", self.page(), zipfile.ZIP_DEFLATED)
        book = self.file("paper.epub", content.getvalue())
        article, = self.read(book, errors=["paper.epub/b.xhtml is a page that the book names and does not hold"])
        self.assertEqual((article["title"], article["outlet"]), ("Bridge closed", "Wennel Press"))
        self.read(self.folder.name, status=1, errors=["paper.epub is an electronic book, which is read only if it is named",
                                                      "nothing usable among the inputs"])

    def test_a_page_saved_as_one_file_is_read(self):
        quoted = quopri.encodestring(self.page().encode("utf-8")).decode("ascii").replace("\n", "\r\n")
        page = ("From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.wennelpost.example/1\r\nMIME-Version: 1.0\r\n"
                "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--x\"\r\n\r\n----x\r\nContent-Type: "
                "text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n%s\r\n----x--\r\n" % quoted)
        article, = self.read(self.file("saved.mhtml", page))
        self.assertEqual((article["id"], article["location"], article["title"], article["outlet"]),
                         ("saved", "https://www.wennelpost.example/1", "Bridge closed", "wennelpost.example"))
        self.assertEqual(self.read("-", stdin=page.encode())[0]["title"], "Bridge closed")

    def test_ids_are_unique(self):
        for name in ("a/x.txt", "b/x.txt"):
            self.file(name, STORY + name)
        self.assertEqual([a["id"] for a in self.read(self.folder.name)], ["x", "x#2"])

    def test_an_article_that_comes_again_is_counted_once(self):
        story = self.bridge_story()
        again = "2 articles came again with the same id, outlet and text, and are counted once"
        self.assertEqual([a["id"] for a in self.read("--strict", story, story, errors=[again])], ["a", "b"])
        self.assertEqual([a["id"] for a in self.read("-q", story, story)], ["a", "b"])
        self.assertEqual(self.account(story, story)["points"], self.account(story)["points"])

    def test_standard_input_is_text_or_json_lines(self):
        self.assertEqual([a["text"] for a in self.read("-", stdin=STORY.encode())], [STORY])
        row = json.dumps({"id": "k", "text": STORY}).encode()
        other = json.dumps({"id": "k", "text": STORY * 2}).encode()
        self.assertEqual([a["id"] for a in self.read("-", stdin=row + b"\n" + other)], ["k", "k#2"])

    def test_the_language_is_found(self):
        german = "Die Brücke über die Wennel wurde am Montag gesperrt, teilte die Stadt mit. Verletzt wurde niemand."
        self.file("a.txt", STORY)
        self.file("b.txt", german)
        self.assertEqual([a["language"] for a in self.read(self.folder.name)], ["en", "de"])

    def page(self, title="Bridge closed", extra=""):
        paragraphs = "".join("<p>%s It was the number %d of its kind.</p>" % (STORY, i) for i in range(4))
        return ("<html lang=en><head><title>%s - Wennel Post</title>"
                "<meta property='article:published_time' content='2031-05-05T10:00:00+02:00'>"
                "<link rel=canonical href='https://www.wennelpost.example/1'></head><body><nav><a href=/>Home</a></nav>"
                "<h1>%s</h1><div class=article-body>%s</div>%s<footer>Imprint</footer></body></html>"
                % (title, title, paragraphs, extra))

    def test_a_page_is_read(self):
        article, = self.read(self.file("p.html", self.page()))
        self.assertEqual((article["id"], article["title"], article["outlet"], article["published"], article["language"]),
                         ("p", "Bridge closed", "wennelpost.example", "2031-05-05T10:00:00+02:00", "en"))
        self.assertEqual(len(article["text"].split("\n")), 4)
        self.assertNotIn("Imprint", article["text"])
        self.assertIn({"what": "published", "where": "meta article:published_time"}, article["statements"])

    def test_a_feed_is_read(self):
        feed = ("<rss version='2.0'><channel><item><title>A</title><link>https://wennelpost.example/2</link>"
                "<pubDate>Mon, 05 May 2031 10:00:00 +0200</pubDate><description>&lt;p&gt;%s&lt;/p&gt;</description>"
                "<source url='https://wire.example/'>The Wire</source></item><item><title>B</title></item></channel></rss>"
                % STORY)
        article, = self.read(self.file("f.xml", feed), errors=["f.xml:2 is empty"])
        self.assertEqual((article["id"], article["text"], article["published"], article["stated_origins"], article["outlet"]),
                         ("https://wennelpost.example/2", STORY, "2031-05-05T10:00:00+02:00",
                          ["https://wire.example/", "The Wire"], "wennelpost.example"))
        self.assertEqual([(s["what"], s["where"]) for s in article["statements"]],
                         [("title", "feed"), ("published", "feed"), ("origin", "feed"), ("origin", "feed"), ("outlet", "address")])

    def test_a_feed_names_nothing_outside_itself(self):
        secret = self.file("secret.txt", "the harbour's secret")
        feed = ("<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM 'file://%s'><!ENTITY a 'aaaaaaaaaa'>%s]><rss><channel>"
                "<item><link>https://wennelpost.example/2</link><description>&x; &z; %s</description></item></channel></rss>"
                % (secret, "".join("<!ENTITY %s '%s'>" % (b, "&%s;" % a * 10) for a, b in zip("abcdefgh", "bcdefghz")), STORY))
        article, = self.read(self.file("f.xml", feed))
        self.assertEqual(article["text"], "&x; &z; " + STORY)

    def test_a_live_blog_is_split_into_its_posts(self):
        posts = "".join("<div class=post><time datetime='2031-05-05T%02d:00:00+02:00'>%02d:00</time>%s<p>%s It is post %d.</p></div>"
                        % (12 - i, 12 - i, "<h2>Boats leave</h2>" if i == 1 else "", STORY, i) for i in range(3))
        page = ("<html lang=en><script type='application/ld+json'>{'@type': 'LiveBlogPosting', 'headline': 'Flood live'}</script>"
                "<body><main>%s</main></body></html>" % posts).replace("{'", '{"').replace("': '", '": "').replace("', '", '", "').replace("'}", '"}')
        articles = self.read(self.file("live.html", page))
        self.assertEqual([(a["id"], a["title"], a["published"]) for a in articles],
                         [("live/1", "Flood live", "2031-05-05T12:00:00+02:00"),
                          ("live/2", "Boats leave", "2031-05-05T11:00:00+02:00"),
                          ("live/3", "Flood live", "2031-05-05T10:00:00+02:00")])
        where = [{s["what"]: s["where"] for s in a["statements"]} for a in articles]
        self.assertEqual([w["title"] for w in where], ["JSON-LD headline", "the post's heading", "JSON-LD headline"])
        self.assertEqual([w["published"] for w in where], ["the post's time"] * 3)

    def warc(self, *pages):
        records = b""
        for i, page in enumerate(pages):
            body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode("utf-8")
            head = ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:%d>\r\n"
                    "WARC-Target-URI: https://wennelpost.example/%d\r\nContent-Length: %d\r\n\r\n" % (i, i, len(body)))
            records += gzip.compress(head.encode("utf-8") + body + b"\r\n\r\n")
        return records

    def test_a_web_archive_is_read_record_by_record(self):
        articles = self.read(self.file("w.warc.gz", self.warc(self.page("One"), "<p>", self.page("Two"))),
                             errors=["without an article's text"])
        self.assertEqual([(a["id"], a["title"], a["location"]) for a in articles],
                         [("urn:uuid:0", "One", "https://wennelpost.example/0"),
                          ("urn:uuid:2", "Two", "https://wennelpost.example/2")])
        self.assertIn("record at byte 0", articles[0]["statements"][-1]["where"] + articles[0]["statements"][0]["where"])

    def test_a_tar_holds_any_mixture(self):
        content = io.BytesIO()
        with tarfile.open(fileobj=content, mode="w:gz") as tar:
            for name, data in (("news/a.txt", STORY), ("b.html", self.page()), ("notes.md", "no"),
                               ("c.jsonl", json.dumps({"id": "j", "text": STORY}))):
                info = tarfile.TarInfo(name)
                info.size = len(data.encode("utf-8"))
                tar.addfile(info, io.BytesIO(data.encode("utf-8")))
        unread = ["notes.md is Markdown"]
        articles = self.read(self.file("all.tgz", content.getvalue()), errors=unread)
        self.assertEqual([a["id"] for a in articles], ["a", "b", "j"])
        self.assertEqual([a["id"] for a in self.read("-", stdin=content.getvalue(), errors=unread)], ["a", "b", "j"])

    def test_standard_input_is_told_apart(self):
        self.assertEqual(self.read("-", stdin=self.page().encode())[0]["title"], "Bridge closed")
        self.assertEqual(len(self.read("-", stdin=self.warc(self.page("One"), self.page("Two")))), 2)
        rows = json.dumps([{"text": STORY}, {"text": STORY}], indent=1)
        self.assertEqual([a["id"] for a in self.read("-", stdin=rows.encode())], ["stdin:1", "stdin:2"])

    def serve(self, answer):
        """A server's address. `answer` gives for a path and the request's headers the status, a dictionary of headers
        and the body; or is a dictionary from paths to status, type (or where it moved to) and body."""
        if isinstance(answer, dict):
            pages = answer

            def answer(path, _):
                status, kind, body = pages.get(path, (404, "text/plain", ""))
                return status, {"Location" if 300 <= status < 400 else "Content-Type": kind}, body

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                status, headers, body = answer(self.path, self.headers)
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body.encode("utf-8"))

            def log_message(self, *_):
                pass
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        return "http://127.0.0.1:%d" % server.server_port

    def test_a_feed_and_its_pages_are_fetched(self):
        pages = {"/robots.txt": (200, "text/plain", "User-agent: *\nDisallow: /closed")}
        site = self.serve(pages)
        items = "".join("<item><title>%s</title><link>%s%s</link><guid>%s</guid><description>%s</description></item>"
                        % (name, site, name, name, STORY) for name in ("/open", "/closed", "/gone", "/moved"))
        pages["/feed"] = (200, "application/rss+xml", "<rss><channel>%s</channel></rss>" % items)
        pages["/open"] = pages["/closed"] = (200, "text/html; charset=utf-8", self.page())
        pages["/moved"] = (302, site + "/open", "")
        links = "<rss><channel><item><link>%s/open</link></item><item><link>%s/x</link></item></channel></rss>" % (site, site)
        self.read(self.file("links.xml", links), status=1,
                  errors=["links to 2 pages without giving a text; --fetch fetches them", "nothing usable"])
        articles = self.read("--fetch", "--allow-private", site + "/feed",
                             errors=["/closed is not for programs to fetch (robots.txt)", "/gone is not there (404)"])
        self.assertEqual([(a["id"], len(a["text"]) > len(STORY)) for a in articles],
                         [("/open", True), ("/closed", False), ("/gone", False), ("/moved", True)])
        self.assertEqual([len(a["text"]) for a in self.read("--allow-private", site + "/feed")], [len(STORY)] * 4)
        self.assertEqual(self.read("--allow-private", site + "/open")[0]["title"], "Bridge closed")

    def test_only_what_has_changed_is_fetched_again(self):
        asked = []
        pages = {"/one": ('"1"', "", self.page("One")), "/two": ("", "Mon, 05 May 2031 08:00:00 GMT", self.page("Two")),
                 "/none": ("", "", self.page("None"))}

        def answer(path, headers):
            if path == "/robots.txt":
                if "If-None-Match" in headers:
                    asked.append("robots.txt with conditions")
                return 404, {}, ""
            etag, modified, body = pages[path]
            asked.append(path)
            same = (etag and headers.get("If-None-Match") == etag
                    or modified and headers.get("If-Modified-Since") == modified)
            told = {"Content-Type": "text/html" if "<html" in body else "application/rss+xml",
                    "ETag": etag, "Last-Modified": modified}
            return 304 if same else 200, {name: value for name, value in told.items() if value}, "" if same else body
        site = self.serve(answer)

        def feed(tag, *names):
            items = "".join("<item><guid>%s</guid><link>%s%s</link><description>%s</description></item>"
                            % (name, site, name, STORY) for name in names)
            pages["/feed"] = (tag, "", "<rss><channel>%s</channel></rss>" % items)

        def read(*more, **expected):
            asked.clear()
            found = self.read("--fetch", "--allow-private", "--fetch-state", self.path("state"), *more, site + "/feed",
                              **expected)
            return [a["id"] for a in found]
        feed('"a"', "/one", "/two", "/none")
        self.assertEqual(read("--limit", "2"), ["/one", "/two"])  # the feed was not read to its end
        self.assertEqual(asked, ["/feed", "/one", "/two"])
        self.assertEqual(read(), ["/none"])
        self.assertEqual(asked, ["/feed", "/one", "/two", "/none"])
        self.assertEqual(read(), [])
        self.assertEqual(asked, ["/feed"])
        feed('"b"', "/one", "/none")
        pages["/one"] = ('"2"', "", self.page("One, changed"))
        self.assertEqual(read(), ["/one", "/none"])
        feed('"c"', "/one", "/gone")  # what could not be had is asked for again
        pages["/gone"] = ("", "", "no page")
        self.assertEqual(read(errors=["/gone is not a page"]), ["/gone"])
        self.assertEqual(read(errors=["/gone is not a page"]), ["/gone"])
        with open(self.path("state"), encoding="utf-8") as f:
            self.assertEqual(f.read().splitlines(), ["# hearsay: what was fetched", site + '/feed\t"b"\t-',
                                                     site + '/one\t"2"\t-',
                                                     site + "/two\t-\tMon, 05 May 2031 08:00:00 GMT"])
        self.assertEqual(sorted(os.listdir(self.folder.name)), ["state"])

    def test_a_file_that_is_no_fetch_state_is_not_overwritten(self):
        path = self.file("a.txt", STORY)
        done = run("read", "--fetch-state", path, path)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"would be overwritten", done.stderr)
        with open(path, encoding="utf-8") as f:
            self.assertEqual(f.read(), STORY)

    def test_the_text_leads_back_into_the_page(self):
        page = self.page(extra="<p>Caf\u00e9 &amp; quay,  both\nclosed at 5&nbsp;o\u2019clock. Nobody was seen there before noon.</p>")
        for encoding in ("utf-8", "utf-16", "windows-1252"):
            content = page.encode(encoding)
            article, = self.read("--places", self.file("p.html.gz", gzip.compress(content)))
            if encoding != "utf-16":
                self.assertEqual(article["places"]["encoding"], encoding)
            at = 0
            for begin, end, page_begin, page_end in article["places"]["runs"]:
                words = article["text"][begin:end]
                there = content[page_begin:page_end].decode(article["places"]["encoding"])
                if there != words:
                    self.assertIn((words, there), [("&", "&amp;"), (" ", "  "), (" ", "\n"), (" ", "&nbsp;"), ("\n", "")])
                self.assertEqual(begin, at)
                at = end
            self.assertEqual(at, len(article["text"]))
            self.assertLess(len(article["places"]["runs"]), 30)
        self.assertNotIn("places", self.read(self.path("p.html.gz"))[0])

    def test_reading_does_not_depend_on_the_threads(self):
        self.file("a.warc.gz", self.warc(*[self.page("Page %d" % i) if i % 3 else "<p>" for i in range(60)]))
        self.file("b.jsonl", "\n".join([json.dumps({"id": "x", "text": (STORY + " %d" % (i % 150)) * (i % 5)}) for i in range(200)] + ["no"]))
        self.file("c.html", self.page())
        for words in ([], ["--limit", "50"], ["--outlet", "wennelpost.example", "--limit", "41"], ["--places"]):
            one, four = (run("read", "--threads", n, *words, self.folder.name) for n in ("1", "4"))
            self.assertEqual(one.stdout, four.stdout)
            self.assertEqual(one.stderr, four.stderr)
            self.assertGreater(len(one.stdout), 10000)

    def progress_on(self, kind, path):
        """What a terminal of that kind (TERM) shows on standard error while the file is read."""
        terminal, end = pty.openpty()
        with subprocess.Popen([PROGRAM, "read", path, "--output", self.path("o.jsonl")], stderr=end,
                              env={**os.environ, "TERM": kind}) as child:
            os.close(end)
            shown = read_terminal(terminal)
        self.assertEqual(child.returncode, 0)
        return shown

    def test_progress_is_shown_on_a_terminal_only(self):
        record = gzip.decompress(self.warc(self.page()))
        path = self.file("w.warc", b"".join(record.replace(b"urn:uuid:0", b"urn:uuid:%d" % i) for i in range(40000)))
        shown = self.progress_on("xterm", path)
        self.assertRegex(shown, rb"\d+ articles, \d+ a second, \d+ % of \d+ MB")
        self.assertTrue(shown.endswith(b"\r\x1b[K"))
        self.assertEqual(run("read", path, "--limit", "2").stderr, b"")
        self.assertEqual(self.progress_on("dumb", path), b"")

    def on_terminal(self, *words, **environment):
        """What the program prints on a terminal of 80 columns."""
        terminal, end = pty.openpty()
        fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 80, 0, 0))
        clean = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "PAGER", "LESS")}
        with subprocess.Popen([PROGRAM, *words], stdout=end, stderr=subprocess.PIPE,
                              env={**clean, "TERM": "xterm", "HEARSAY_PAGER": "cat", **environment}) as child:
            os.close(end)
            shown = read_terminal(terminal)
            self.assertEqual(child.stderr.read(), b"")
        self.assertEqual(child.returncode, 0)
        return shown.decode().replace("\r\n", "\n")

    def test_a_terminal_shows_one_screen_and_a_pipe_everything(self):
        told = ("bridge closed, mill burnt, school reopened, ferry capsized, market moved, harbour froze, library expanded, bakery struck, "
                "tunnel flooded, orchard withered, brewery merged, circus left, clinic hired, dam leaked, garage exploded, hotel shrank, "
                "island voted, jury disagreed, kiosk vanished, lighthouse collapsed, museum won, nursery sang, observatory waited, "
                "parliament adjourned, quarry deepened, railway stopped, stadium filled, theatre rehearsed, union marched, vineyard bloomed")
        path = self.file("a.txt", "\n".join("A clerk said the %s %s." % tuple(pair.split()) for pair in told.split(", ")))
        piped = run("report", "--format", "text", path).stdout.decode()
        self.assertNotIn("\x1b", piped)
        self.assertEqual(run("report", "--format", "text", "--all", path).stdout.decode(), piped)
        screen = self.on_terminal("report", path)
        self.assertLessEqual(screen.count("\n"), 41)
        self.assertIn("\x1b[1m", screen)
        plain = self.on_terminal("report", path, NO_COLOR="1")
        self.assertEqual(re.sub("\x1b\\[[0-9;]*m", "", screen), plain)
        self.assertLessEqual(max(map(len, plain.splitlines())), 80)
        self.assertNotIn("\x1b", self.on_terminal("report", path, TERM="dumb"))
        everything = self.on_terminal("report", "--all", path, NO_COLOR="1")
        self.assertGreater(everything.count("\n"), 100)
        self.assertLessEqual(max(map(len, everything.splitlines())), 80)
        self.assertTrue(run("report", "--format", "text", "--brief", path).stdout.decode().startswith(piped.splitlines()[1]))
        self.assertEqual(run("report", "--brief", "--all", path).returncode, 2)
        self.assertEqual(run("report", "--brief", "--format", "json", path).returncode, 2)
        self.assertIn(b"<h2>How it was made</h2>", run("report", "--brief", "--format", "html", path).stdout)

    def test_no_listing_overruns_the_terminal(self):
        story = os.path.join(SOURCE, "examples", "harbour-fire")
        title = "The bridge over the Wennel is closed after " + " and ".join(["a crack in a pier"] * 5)
        rows = [{"id": name, "outlet": "Wennel Post", "title": title, "text": STORY * 3} for name in ("one", "two")]
        told = self.file("a.jsonl", "\n".join(map(json.dumps, rows)))
        for words in (["read", told], ["read", "--why", self.file("p.html", self.page(extra="<p>See also: %s</p>" % STORY))],
                      ["mark", "--why", told], ["group", told], ["group", "--explain", "one", "two", told], ["read", story],
                      ["mark", story], ["group", story], ["doctor"]):
            shown = self.on_terminal(*words)
            self.assertLessEqual(max(map(len, shown.splitlines())), 80, shown)
        for command in ("read", "mark", "group"):
            self.assertIn(title + "\n", run(command, "--format", "text", told).stdout.decode())

    def test_text_on_a_terminal_goes_through_the_pager(self):
        path = self.file("a.txt", STORY)
        marked = self.on_terminal("report", path, HEARSAY_PAGER="sed s/^/PAGED:/", PAGER="false")
        self.assertTrue(all(line.startswith("PAGED:") for line in marked.splitlines()), marked)
        self.assertIn("PAGED:", self.on_terminal("read", path, HEARSAY_PAGER="sed s/^/PAGED:/"))
        without = self.on_terminal("report", path)
        for pager in ("", "cat", "no-such-pager-is-installed", "/no/such/pager -R"):
            self.assertEqual(self.on_terminal("report", path, HEARSAY_PAGER=pager), without, pager)
        self.assertNotIn("PAGED:", self.on_terminal("report", "--format", "json", path, HEARSAY_PAGER="sed s/^/PAGED:/"))

    def test_private_addresses_are_refused(self):
        site = self.serve({"/": (200, "text/html", self.page())})
        for address in (site, site.replace("127.0.0.1", "localhost"), "http://[::1]:9/", "http://10.0.0.1/"):
            self.read(address + "/", status=1, errors=["private address, which is fetched only with --allow-private", "nothing usable"])
        self.read("http://", status=1, errors=["cannot be fetched", "nothing usable"])

    def test_articles_are_selected(self):
        rows = [{"id": "a", "text": STORY, "published": "2031-05-04", "outlet": "x.example", "language": "en"},
                {"id": "b", "text": STORY, "published": "2031-05-05T23:30:00-05:00", "outlet": "news.x.example"},
                {"id": "c", "text": "Die K\u00fcstenstra\u00dfe wurde am Montag nach einem Erdrutsch gesperrt, teilte die Stadt mit.",
                 "published": "2031-05-06", "outlet": "y.example", "language": "de"},
                {"id": "d", "text": STORY}]
        path = self.file("news.jsonl", "\n".join(map(json.dumps, rows)))
        for words, ids in ((["--limit", "2"], "ab"), (["--since", "2031-05-05"], "bc"), (["--until", "2031-05-05"], "ab"),
                           (["--language", "en"], "abd"), (["--language", "de", "--language", "en"], "abcd"),
                           (["--outlet", "x.example"], "ab"), (["--outlet", "X.Example"], "ab")):
            self.assertEqual("".join(a["id"] for a in self.read(*words, path)), ids, words)
        self.assertEqual(run("read", "--since", "soon", path).returncode, 2)

    # ---- bad inputs: each is named with its reason, and the rest goes on

    def test_unusable_files_are_named_and_the_rest_goes_on(self):
        cases = {"b-empty.txt": (b"", "is empty"), "c-blank.txt": (b" \n\t\n", "is empty"),
                 "d-binary.txt": (b"ab\0cd", "is binary"), "e-broken.txt": (b"abc\xff\xfe def", "not UTF-8 text (byte 3)"),
                 "f-cut.jsonl": (b'{"id":"x","text":"Half a', "f-cut.jsonl:1 is not JSON"),
                 "g-list.jsonl": (b"[1,2]", "not an object"), "h-none.jsonl": (b'{"id":"x"}', "neither text nor html")}
        self.file("a.txt", STORY)
        self.file("z.txt", STORY)
        for name, (content, _) in cases.items():
            self.file(name, content)
        articles = self.read(self.folder.name, errors=[reason for _, reason in cases.values()])
        self.assertEqual([a["id"] for a in articles], ["a", "z"])

    def test_an_account_is_no_article(self):
        self.file("in/a.txt", STORY)
        for name in ("out.txt", "out.json", "out.html"):
            self.assertEqual(run("report", "-q", "-o", self.path("in/" + name), self.path("in/a.txt")).returncode, 0)
        self.assertEqual(run("report", "--brief", "-o", self.path("in/brief.txt"), self.path("in/a.txt")).returncode, 0)
        told = [name + " is an account that hearsay wrote" for name in ("brief.txt", "out.json", "out.txt")]
        errors = [told[0], "out.html is a page that Hearsay made", *told[1:]]
        self.assertEqual([a["id"] for a in self.read("--strict", self.path("in"), status=1, errors=errors)], ["a"])
        with open(self.path("in/out.json"), "rb") as f:
            account = f.read()
        self.read("-", stdin=account, status=1, errors=["is an account that hearsay wrote", "nothing usable"])
        self.assertEqual(run("export", "--to", "csv", "--table", "claims", "-", stdin=account).returncode, 0)

    def test_an_address_of_another_scheme_is_named(self):
        for address in ("ftp://quay.example/a", "file:///etc/passwd"):
            self.read(address, status=1, errors=["is an address with a scheme that is not supported", "nothing usable"])

    def test_a_missing_file_is_named(self):
        self.read(self.path("nowhere.txt"), status=1, errors=["nowhere.txt does not exist", "nothing usable"])

    def test_a_folder_without_articles_is_named(self):
        self.file("picture.jpg", "nothing")
        self.read(self.folder.name, status=1, errors=["holds no articles", "picture.jpg is a picture", "nothing usable"])

    def test_a_link_back_and_a_link_to_nothing_are_named(self):
        self.file("a.txt", STORY)
        os.symlink(self.folder.name, self.path("b"))
        os.symlink(self.path("gone"), self.path("c.txt"))
        articles = self.read(self.folder.name, errors=["link back to a folder", "link that leads nowhere"])
        self.assertEqual(len(articles), 1)

    @unittest.skipIf(os.geteuid() == 0, "the superuser may read everything")
    def test_a_file_that_may_not_be_read_is_named(self):
        path = self.file("a.txt", STORY)
        os.chmod(path, 0)
        self.read(path, status=1, errors=["may not be read", "nothing usable"])

    def test_a_line_that_is_too_long_is_named_and_the_next_is_read(self):
        huge = b'{"id":"a","text":"' + b"a" * (50 << 20) + b'"}\n'
        path = self.file("a.jsonl", huge + json.dumps({"id": "b", "text": STORY}).encode())
        self.assertEqual([a["id"] for a in self.read(path, errors=["a.jsonl:1 is a line longer"])], ["b"])
        self.read(self.file("b.txt", b"a" * (50 << 20)), status=1, errors=["larger than an article", "nothing usable"])

    def test_hostile_pages_end_in_time(self):
        hostile = {"nested": "<div>" * 1000000, "attributes": "<p " + "a='b' " * 3000000 + ">" + STORY,
                   "open": "<!--" * 1000000, "quotes": "<a href=\"" * 500000, "entities": "<p>" + "&amp" * 3000000,
                   "closing": "<b>" * 500000 + "</i>" * 500000, "tables": "<table><tr><td>" * 300000}
        for name, page in hostile.items():
            begun = processor_seconds()
            self.assertIn(run("read", self.file(name + ".html", page)).returncode, (0, 1), name)
            self.assertLess(processor_seconds() - begun, 60, name)

    def test_broken_archives_are_named(self):
        good = self.warc(self.page("One"))
        self.read(self.file("a.warc.gz", good[:-20]), status=1, errors=["a.warc.gz is gzip that is cut short", "nothing usable"])
        self.read(self.file("b.jsonl.gz", b"\x1f\x8b broken"), status=1, errors=["b.jsonl.gz is broken gzip", "nothing usable"])
        self.read(self.file("c.txt.gz", gzip.compress(bytes(200 << 20))), status=1,
                  errors=["c.txt.gz is larger than an article", "nothing usable"])
        one, two, three = (self.warc(self.page(title).replace("It was", title + " was")) for title in ("One", "Two", "Three"))
        articles = self.read(self.file("e.warc.gz", one + two[:40] + b"\0" * 30 + two[70:] + three),
                             errors=["e.warc.gz, record after byte"])
        self.assertEqual([a["title"] for a in articles], ["One", "Three"])
        self.read(self.file("warc.paths", "a/one.warc.gz\nb/two.warc.gz\n"), status=1,
                  errors=["is a list of archives, not an archive", "nothing usable"])
        self.read(self.file("d.warc", b"one.warc.gz\ntwo.warc.gz\n"), status=1, errors=["holds no WARC records", "nothing usable"])

    def test_strict_makes_any_problem_a_failure(self):
        self.file("a.txt", STORY)
        self.file("b.txt", b"")
        self.assertEqual(len(self.read(self.folder.name, "--strict", status=1, errors=["b.txt is empty"])), 1)

    # ---- lists that a user puts in the place of ours (HEARSAY_DATA)

    def lists(self):
        """Our lists by their file names."""
        names = sorted(name for name in os.listdir(os.path.join(SOURCE, "data")) if name.endswith(".txt"))
        found = {}
        for name in names:
            with open(os.path.join(SOURCE, "data", name), "rb") as f:
                found[name] = f.read()
        return found

    def test_lists_saved_by_another_editor_mean_the_same(self):
        for name, content in self.lists().items():
            self.file("mine/data/" + name, b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n"))
        story = self.bridge_story()
        self.file("s/c.html", self.page())
        for words in (["read"], ["mark", "--tokens"], ["group"], ["report"]):
            words = [*words, "--format", "json", story]
            ours, theirs = run(*words), run(*words, data=self.path("mine"))
            self.assertEqual((ours.returncode, theirs.returncode, theirs.stderr), (0, 0, b""), words)
            self.assertEqual(ours.stdout, theirs.stdout, words)

    def test_a_list_with_a_broken_line_is_named(self):
        story = [os.path.join(SOURCE, "examples", "harbour-fire"), self.file("p.html", self.page().replace("2031-05-05T10:00:00+02:00", "5 May 2031 10:00 CEST"))]
        broken = {  # a line put behind the list's own, and why it cannot be read
            "abbreviations.txt": ("[last]", "the section is not known: [last]"),
            "aside_words.txt": ("[weather]", "the section is not known: [weather]"),
            "agencies.txt": ("a,", "a comma with no word on one side: a,"),
            "boilerplate.txt": ("line (open", "has an open bracket"),
            "calendar_words.txt": ("maj = 5", "not a number from 1 to 7 before the \"=\": maj = 5"),
            "clitics.txt": ("prefix", "no \"|\" where the word comes apart: prefix"),
            "common_words.txt": ("[common]", "the section is not known: [common]"),
            "attribution_words.txt": ("[shout]", "the section is not known: [shout]"),
            "contrary_words.txt": ("[both ways]", "the section is not known: [both ways]"),
            "credit_words.txt": ("[headline]", "the section is not known: [headline]"),
            "standing_passages.txt": ("[advert]", "the section is not known: [advert]"),
            "copier_words.txt": ("[hedges]", "the section is not known: [hedges]"),
            "counted_words.txt": ("[counts]", "the section is not known: [counts]"),
            "date_words.txt": ("[later]", "the section is not known: [later]"),
            "dependent_openings.txt": ("[more]", "the section is not known: [more]"),
            "deeds.txt": ("[deed]", "the section is not known: [deed]"), "families.txt": ("no outlets", "no \"=\": no outlets"),
            "function_words.txt": ("[pronouns]", "the section is not known: [pronouns]"),
            "given_names.txt": ("ada\nada", "\"ada\" stands here twice"),
            "governments.txt": ("[capitals]\nNorland = Tarn", "no country above has this name: Norland = Tarn"),
            "happenings.txt": ("flood", "no \"=\": flood"),
            "joined_prefixes.txt": ("[more]", "the section is not known: [more]"),
            "joining_words.txt": ("[more]", "the section is not known: [more]"),
            "language_words.txt": ("[more]", "the section is not known: [more]"),
            "name_sounds.txt": ("[spelling]\nzz = \u00df", "letters beyond a to z: zz = \u00df"),
            "name_words.txt": ("[same words]\ngov = gov\u00e9", "letters beyond a to z"),
            "nicknames.txt": ("al", "no \"=\": al"),
            "numbers.txt": ("[scales]\nzillion = inf", "\"inf\" is not a number"),
            "order.txt": ("share = much", "\"much\" is not a number: share = much"),
            "organization_words.txt": (",", "a comma with no word on one side"),
            "outlet_addresses.txt": ("a.example =", "nothing after the \"=\""),
            "outlet_names.txt": ("a.example =", "nothing after the \"=\""),
            "page_dates.txt": ("[metas]", "the section is not known: [metas]"),
            "page_words.txt": ("[articles]", "the section is not known: [articles]"),
            "place_phrases.txt": ("[far]", "the section is not known: [far]"),
            "place_words.txt": ("[place", "no \"]\" after the section's name"),
            "reference_words.txt": ("[four]", "the section is not known: [four]"),
            "role_synonyms.txt": ("boss chief", "no \"=\": boss chief"),
            "roles.txt": ("[woman or man]", "the section is not known"),
            "saying_words.txt": ("[verbs]\nmutter = says", "no sort has the name \"says\": mutter = says"),
            "sentence_words.txt": ("[ends]", "the section is not known: [ends]"),
            "source_words.txt": ("[odd]", "the section is not known"),
            "stances.txt": ("[doubts in the cue]", "the section is not known"),
            "tense_words.txt": ("[present]", "the section is not known: [present]"), "times.txt": ("NOW:\n(now", "never closed"),
            "titles.txt": ("= mr", "nothing before the \"=\""),
            "units.txt": ("[length]\nfurrow (0 metre) = furrow", "a factor of 0: furrow (0 metre) = furrow"),
            "units_on_numbers.txt": ("[more]", "the section is not known")}
        kept = {"html_entities.txt"}  # no line of theirs can be broken
        self.assertEqual(set(broken) | kept, set(self.lists()))
        for name, (line, reason) in broken.items():
            with self.subTest(name):
                folder = self.path("of-" + name)
                self.file("of-%s/data/%s" % (name, name), self.lists()[name] + ("\n%s\n" % line).encode("utf-8"))
                done = run("report", "--threads", "4", *story, data=folder)
                self.assertEqual((done.returncode, done.stdout), (1, b""))
                told = done.stderr.decode("utf-8")
                self.assertTrue(told.startswith("hearsay: data/" + name), told)
                self.assertIn(reason, told)
                self.assertEqual(told.count("\n"), 1, told)
        done = run("group", "--threads", "4", *story, data=self.path("of-agencies.txt"))  # read on several threads
        self.assertEqual((done.returncode, done.stdout), (1, b""))

    def test_a_list_that_cannot_be_read_is_named(self):
        story = os.path.join(SOURCE, "examples", "harbour-fire")  # it needs all of the lists
        os.makedirs(self.path("a/data/families.txt"))
        self.file("b/data/families.txt", "Ren\u00e9 = a.example\n".encode("latin-1"))
        self.file("c/data/families.txt", "A = a.example\n".encode("utf-16"))
        self.file("e/data/families.txt", b"A = a.example\n\0")
        self.file("f/data/families.csv", b"A = a.example\n")
        self.file("f/data/zebras.txt", b"zebra\n")
        self.file("f/data/notes.md", b"of the user's own\n")
        for folder, reason in (("f", "families.csv is none of the program's lists"), ("a", "families.txt is not a file"), ("b", "families.txt is not UTF-8 text (byte 3)"),
                               ("c", "families.txt is not UTF-8 text"), ("e", "families.txt is not UTF-8 text"),
                               ("nowhere", "nowhere (HEARSAY_DATA) is not a folder")):
            done = run("group", story, data=self.path(folder))
            self.assertEqual((done.returncode, done.stdout), (1, b""), folder)
            self.assertIn(reason, done.stderr.decode("utf-8"))
            self.assertEqual(done.stderr.count(b"\n"), 1)

    # ---- group --state

    def days(self, begin, end):
        """A file of articles, some a day, of which a part copies another outlet's text of the day or of the day before."""
        words = "quay harbour sandbank cable lantern vessel winter bridge council barrel timber anchor meadow signal".split()
        rows = []
        for day in range(begin, end):
            for i in range(5):
                source = day - 1 if i == 3 else day
                text = " ".join("%s%d%s" % (words[(source * 7 + k * k) % 14], source * 31 + k % 19, "." if k % 9 == 8 else "")
                                for k in range(60)) if i != 2 else " ".join("plain%d" % (day * 60 + k) for k in range(60))
                rows.append({"id": "day %d article %d" % (day, i), "text": text + " %s" % words[i], "outlet": "o%d.example" % i,
                             "published": "2031-%02d-%02d" % (day // 28 + 1, day % 28 + 1)})
        return self.file("days%d.jsonl" % begin, "\n".join(map(json.dumps, rows)))

    def stories(self, *words):
        """Each story as it was printed last."""
        done = run("group", "--format", "json", "--window", "6", *words)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        return {json.loads(line)["story"]: line for line in done.stdout.splitlines()}

    def test_grouping_goes_on_from_its_state_and_forgets_what_is_over(self):
        parts = [self.days(0, 30), self.days(30, 31), self.days(31, 90)]
        whole = self.stories(*parts)
        self.assertGreater(sum(len(json.loads(line)["copies"]) for line in whole.values()), 100)
        state = self.path("state")
        pieces, sizes = {}, []
        for part in parts:
            pieces.update(self.stories("--state", state, part))
            sizes.append(os.path.getsize(state))
        self.assertEqual(pieces, whole)
        self.assertLess(sizes[2], 1.3 * sizes[0])
        with open(state, "rb") as f:
            held = f.read()
        self.assertIn(b"day 89 article 1", held)
        self.assertNotIn(b"day 60 article 1", held)

    def test_articles_that_a_state_holds_are_not_added_again(self):
        first, second, state = self.days(0, 3), self.days(3, 5), self.path("state")
        once = self.stories("--state", state, first)
        held = self.file("kept", "")
        with open(state, "rb") as f, open(held, "wb") as g:
            g.write(f.read())
        done = run("group", "--format", "json", "--state", state, first)
        self.assertEqual(done.stderr, b"hearsay: 15 articles are in %s already, and not added again\n" % state.encode())
        self.assertEqual({json.loads(line)["story"]: line for line in done.stdout.splitlines()}, once)
        with open(state, "rb") as f, open(held, "rb") as g:
            self.assertEqual(f.read(), g.read())
        both = run("group", "--format", "json", "--state", state, first, second)
        self.assertIn(b"15 articles are", both.stderr)
        self.assertEqual(sum(len(json.loads(line)["articles"]) for line in both.stdout.splitlines()), 25)

    def test_what_is_no_state_is_told(self):
        for content in (b"", b"\x05\0\0\0\0\0\0\0" + b"\x02\0\0\0\0\0\0\0a1" * 5, b"{}" * 50):
            done = run("group", "--state", self.file("state", content), self.file("a.txt", STORY))
            self.assertEqual((done.returncode, done.stdout), (1, b""))
            self.assertRegex(done.stderr.decode("utf-8"), "state: (this is not a saved state of this version|the saved state ends early)")
            with open(self.path("state"), "rb") as f:
                self.assertEqual(f.read(), content)

    # ---- output and use

    def test_output_appears_complete_or_not_at_all(self):
        out = self.path("out.jsonl")
        self.assertEqual(self.read(self.file("in/a.txt", STORY), "--output", out), [])
        with open(out, encoding="utf-8") as f:
            self.assertEqual(json.loads(f.read())["id"], "a")
        before = os.stat(out).st_mtime_ns
        self.read(self.path("nowhere"), "--output", out, status=1, errors=["does not exist", "nothing usable"])
        self.assertEqual(os.stat(out).st_mtime_ns, before)
        self.assertEqual(sorted(os.listdir(self.folder.name)), ["in", "out.jsonl"])

    def test_a_signal_that_ends_a_run_leaves_nothing_behind(self):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
            with subprocess.Popen([PROGRAM, "read", "-", "--output", self.path("o.json")], stdin=subprocess.PIPE,
                                  preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, (0, 0))) as child:
                while not os.listdir(self.folder.name) and child.poll() is None:
                    time.sleep(0.01)
                child.send_signal(number)
                self.assertEqual(child.wait(), -number)
            self.assertEqual(os.listdir(self.folder.name), [], number)

    def test_the_ending_of_the_output_says_how_to_print_or_is_refused(self):
        path = self.file("a.txt", STORY)
        for name in ("r.pdf", "r.doc", "r.html.gz", "r.csv.gz"):
            done = run("report", "--output", self.path(name), path)
            self.assertEqual((done.returncode, done.stdout), (2, b""), name)
            self.assertIn(b"does not print", done.stderr)
        self.assertEqual(run("read", "--output", self.path("r.HTML"), path).returncode, 2)
        for name, begins in (("r.HTML", b"<!doctype html>"), ("r.htm", b"<!doctype html>"), ("r.JSON", b"{"), ("r", b"{"),
                             ("r.TXT", b"a")):
            self.assertEqual(run("report", "--output", self.path(name), path).returncode, 0, name)
            with open(self.path(name), "rb") as f:
                self.assertTrue(f.read().startswith(begins) or name == "r.TXT", name)
        self.assertEqual(run("report", "--format", "json", "--output", self.path("r.pdf"), path).returncode, 0)
        self.assertEqual(json.loads(run("report", "-o", "-", path).stdout)["format"], "hearsay/account/1")
        self.assertFalse(os.path.exists("-"))

    def test_a_file_that_is_replaced_keeps_its_mode_and_owner(self):
        path, out = self.file("a.txt", STORY), self.file("out.jsonl", "old")
        os.chmod(out, 0o640)
        if os.geteuid() == 0:
            os.chown(out, 65534, 65534)
        before = os.stat(out)
        self.assertEqual(self.read(path, "--output", out), [])
        after = os.stat(out)
        self.assertEqual((after.st_mode, after.st_uid, after.st_gid), (before.st_mode, before.st_uid, before.st_gid))
        self.assertGreater(after.st_size, 3)

    def test_what_a_run_writes_is_not_read_back(self):
        story = self.bridge_story()
        own = [os.path.join(story, name) for name in ("r.html", "r.json", "r.txt")]
        for _ in range(2):
            for out in own:
                done = run("report", "--output", out, story)
                self.assertEqual(done.returncode, 0, done.stderr)
        os.unlink(own[2])  # what it wrote as plain text could be an article of anybody's
        account = json.loads(run("report", "--format", "json", story).stdout)
        self.assertEqual([a["id"] for a in account["articles"]], ["a", "b"])
        self.assertIn(b"r.html is a page that Hearsay made", run("read", story).stderr)
        state = os.path.join(story, "state.txt")
        for _ in range(2):
            self.assertEqual(run("group", "--state", state, story).returncode, 0)
        corrections = self.file("s/corrections.txt", 'name "Ana Vell" is not "Josef Kalm"')
        account = json.loads(run("report", "--format", "json", "--corrections", corrections, story).stdout)
        self.assertNotIn("corrections", [a["id"] for a in account["articles"]])

    def test_articles_that_are_no_one_story_are_told(self):
        paths = [self.file("%d.txt" % i, " ".join("%s%d" % (word, i) for word in STORY.split()) + ".") for i in range(12)]
        done = run("report", *paths)
        self.assertEqual(done.returncode, 0)
        self.assertIn(b"these 12 articles look like 12 stories, not one; --group reports each separately", done.stderr)
        self.assertEqual(run("report", "--quiet", *paths).stderr, b"")
        for name in sorted(os.listdir(os.path.join(SOURCE, "examples"))):
            if os.path.isdir(os.path.join(SOURCE, "examples", name)):
                self.assertEqual(run("report", os.path.join(SOURCE, "examples", name)).stderr, b"", name)

    def test_explaining_prints_json_too(self):
        for name in "ab":
            self.file(name + ".txt", STORY)
        told = json.loads(run("group", "--format", "json", "--explain", "a", "b", self.folder.name).stdout)
        self.assertEqual((told["format"], told["one_story"], [a["id"] for a in told["articles"]]),
                         ("hearsay/explanation/1", True, ["a", "b"]))
        self.assertIn("words", told["why"])

    def test_an_outlet_comes_with_its_family_where_the_list_knows_it(self):
        with open(os.path.join(SOURCE, "data", "families.txt"), encoding="utf-8") as f:
            owner, outlets = [line for line in f if not line.startswith("#")][0].strip().split(" = ")
        known = outlets.split(", ")[-1]
        lines = [json.dumps({"text": STORY, "outlet": outlet}) for outlet in ("www." + known, "quay.example")]
        told = [json.loads(line) for line in run("read", "--format", "json", self.file("a.jsonl", "\n".join(lines))).stdout.splitlines()]
        self.assertEqual([a.get("outlet_family") for a in told], [owner, None])

    def test_an_explanation_is_a_table(self):
        for name in "ab":
            self.file(name + ".txt", STORY)
        told = run("group", "--format", "text", "--explain", "a", "b", self.folder.name).stdout.decode().splitlines()
        self.assertRegex(told[0], "^a is in story .*, b in the same$")
        rows = [line for line in told if line.startswith("  ")]
        self.assertRegex(rows[-1], r"^  together +1\.000$")
        for row in rows:
            self.assertRegex(row, r"^  \S+ +\d\.\d{3}$")
            self.assertEqual(len(row), len(rows[0]), told)
        self.assertNotIn("", told)

    def test_an_explanation_sends_a_terminal_nothing_to_obey(self):
        lines = [json.dumps({"id": name + "\x1b[2J\u202e", "text": STORY}) for name in "ab"]
        told = run("group", "--format", "text", "--explain", "a\x1b[2J\u202e", "b\x1b[2J\u202e", self.file("a.jsonl", "\n".join(lines))).stdout.decode()
        self.assertTrue(told.startswith("a\ufffd[2J\ufffd is in story "), told)
        self.assertNotRegex(told, "[\x1b\u202e]")

    def test_output_that_cannot_be_written_is_an_error(self):
        path = self.file("a.txt", STORY)
        done = run("read", path, "--output", self.path("no/such/place.jsonl"))
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"cannot be written", done.stderr)
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "read", path], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"standard output cannot be written", done.stderr)

    def test_output_to_a_pipe_or_through_a_link_leaves_them_what_they_are(self):
        path = self.file("a.txt", STORY)
        pipe = self.path("pipe")
        os.mkfifo(pipe)
        with subprocess.Popen([PROGRAM, "read", "--format", "json", path, "--output", pipe], stderr=subprocess.PIPE) as child:
            reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)  # does not wait for a program that never opens it
            told = child.stderr.read()
            piped = os.read(reader, 65536)
            os.close(reader)
        self.assertEqual((child.returncode, told, json.loads(piped)["id"]), (0, b"", "a"))
        self.assertTrue(stat.S_ISFIFO(os.stat(pipe).st_mode))
        kept = self.file("kept/out.jsonl", "old")
        os.symlink(kept, self.path("link.jsonl"))
        self.assertEqual(self.read(path, "--output", self.path("link.jsonl")), [])
        self.assertTrue(os.path.islink(self.path("link.jsonl")))
        with open(kept, encoding="utf-8") as f:
            self.assertEqual(json.loads(f.read())["id"], "a")

    def test_what_cannot_be_saved_is_told_before_the_work(self):
        path = self.file("a.txt", STORY)
        for words, reason in ((["read", "--output", self.folder.name], "is a folder"),
                              (["read", "--output", self.path("no/a.json")], "cannot be written"),
                              (["read", "--fetch-state", self.path("no/state")], "cannot be saved: its folder does not exist"),
                              (["group", "--state", self.path("no/state")], "cannot be saved: its folder does not exist"),
                              (["group", "--state", self.folder.name], "is a folder"),
                              (["group", "--state", path], "not a saved state"),
                              (["report", "--corrections", self.path("none")], "cannot be read"),
                              (["report", "--corrections", self.folder.name], "is a folder")):
            done = run(*words, path, self.path("nowhere.txt"))
            told = done.stderr.decode("utf-8")
            self.assertEqual((done.returncode, done.stdout), (1, b""), words)
            self.assertIn(reason, told)
            self.assertEqual(told.count("\n"), 1, told)  # "nowhere.txt does not exist" would be told while reading

    def test_a_state_survives_being_explained(self):
        self.file("a.txt", STORY)
        self.file("b.txt", STORY)
        state = self.path("state")
        self.assertEqual(run("group", "--state", state, self.path("a.txt")).returncode, 0)
        with open(state, "rb") as f:
            before = f.read()
        self.assertEqual(run("group", "--explain", "b", "b", "--state", state, self.path("b.txt")).returncode, 0)
        self.assertEqual(run("group", "--explain", "a", "b", "--state", state, self.path("b.txt")).returncode, 2)
        with open(state, "rb") as f:
            self.assertEqual(f.read(), before)

    def test_a_damaged_state_is_told_wherever_the_damage_is(self):
        path = self.file("a.jsonl", "\n".join(json.dumps({"id": "article-%d" % i, "text": STORY}) for i in range(3)))
        state = self.path("state")
        self.assertEqual(run("group", "--state", state, path).returncode, 0)
        with open(state, "rb") as f:
            whole = f.read()
        for i in [*range(0, 200, 7), *range(200, len(whole), 1 + len(whole) // 20)]:
            self.file("state", whole[:i] + bytes([whole[i] ^ 0x21]) + whole[i + 1:])
            done = run("group", "--state", state, path)
            self.assertEqual((done.returncode, done.stdout), (1, b""), i)
            self.assertRegex(done.stderr, rb"^hearsay: [^\n]*state: [^\n]*\n$")
        self.file("state", whole + b"\0")
        self.assertEqual(run("group", "--state", state, path).returncode, 1)
        for size in (0, 3, 20, len(whole) // 2, len(whole) - 1):
            self.file("state", whole[:size])
            self.assertEqual(run("group", "--state", state, path).returncode, 1, size)

    def test_when_no_article_is_selected_that_is_what_is_told(self):
        path = self.file("a.txt", STORY)
        for words in (["--language", "de"], ["--since", "2031-01-01"], ["--outlet", "x.example"]):
            self.read(*words, path, status=1, errors=["no article is from the days, languages or outlets asked for"])
        self.read("--language", "de", self.path("none"), status=1, errors=["does not exist", "nothing usable"])

    def test_wrong_use_says_what_is_wrong(self):
        path = self.file("a.txt", STORY)
        for words, reason in ((["sing"], "there is no command \"sing\""), (["raed", path], "did you mean \"read\"?"),
                              (["read", "--treads", "2", path], "read has no option \"--treads\"; did you mean \"--threads\"?"),
                              (["read", "--treads=2", path], "\"--treads\"; did you mean \"--threads\"?"), ([], "subcommand is required"),
                              (["report", "--explain", "a", path], "report has no option \"--explain\""),
                              (["--vesion"], "there is no option \"--vesion\"; did you mean \"--version\"?"),
                              (["--vesion", "read", path], "did you mean \"--version\"?"), (["-x"], "there is no option \"-x\""),
                              (["doctor", "quay"], "not expected: quay"), (["-"], "subcommand is required"), (["read"], "PATH is required"), (["read", "--limit", "0", path], "not in range 1 to"),
                              (["read", "--output", self.path("a.html"), path], "does not print html"),
                              (["group", "--explain", "a", "zzz", path], "no article among the inputs has the id zzz"),
                              (["report", "--without", "Nobody", path], "Nobody")):
            done = run(*words)
            self.assertEqual((done.returncode, done.stdout), (2, b""), words)
            told = done.stderr.decode("utf-8")
            self.assertIn(reason, told)
            self.assertRegex(told, "^hearsay: (?![A-Z][a-z ])")
            self.assertLess(len(told), 300)
        self.assertEqual(sorted(os.listdir(self.folder.name)), ["a.txt"])

    def test_wrong_use_ends_with_2(self):
        for words in ([], ["sing"], ["read"], ["read", "--format", "html", "x"], ["read", "--threads", "0", "x"],
                      ["mark", "--sing", "x"], ["report", "--group", "--format", "html", "x"]):
            done = run(*words)
            self.assertEqual((done.returncode, done.stdout), (2, b""), words)
            self.assertNotEqual(done.stderr, b"", words)

    def test_each_command_explains_itself_with_an_example(self):
        with open(os.path.join(SOURCE, "CMakeLists.txt"), encoding="utf-8") as f:
            version = re.search(r"^project\(hearsay VERSION ([\d.]+)", f.read(), re.M).group(1)
        for flag in ("--version", "-V"):
            self.assertTrue(run(flag).stdout.decode("utf-8").startswith(f"hearsay {version}\nmodels/"))
        self.assertEqual(run("help", "read").stdout, run("read", "--help").stdout)
        for words in (["help"], ["help", "help"]):
            self.assertEqual(run(*words).stdout, run("--help").stdout)
        for words in (["--help"], ["read", "--help"], ["mark", "--help"], ["report", "--help"]):
            done = run(*words)
            self.assertEqual(done.returncode, 0)
            self.assertIn(b"Example:", done.stdout)

    def test_help_is_no_wider_than_the_terminal(self):
        listed = run("--help").stdout.decode().split("Subcommands:\n")[1].split("\n\n")[0]
        commands = [line.split()[0] for line in listed.splitlines()]
        self.assertIn("doctor", commands)
        for words in (["--help"], *([command, "--help"] for command in commands)):
            shown, piped = self.on_terminal(*words), run(*words).stdout.decode()
            self.assertLessEqual(max(map(len, shown.splitlines())), 80, shown)
            self.assertLessEqual(max(map(len, piped.splitlines())), 100, piped)
            self.assertEqual(re.sub(r"[\s\\]+", " ", shown), re.sub(r"[\s\\]+", " ", piped))

    def test_mark_and_report_print_what_they_promise(self):
        self.file("a.txt", STORY)
        self.file("b.txt", STORY)
        marked = [json.loads(line) for line in run("mark", "--tokens", self.folder.name).stdout.splitlines()]
        self.assertEqual([m["id"] for m in marked], ["a", "b"])
        for key in ("sentences", "tokens", "entities", "times", "quantities", "attributions"):
            self.assertIn(key, marked[0])
        account = json.loads(run("report", self.folder.name).stdout)
        self.assertEqual(account["format"], "hearsay/account/1")
        self.assertEqual(len(account["articles"]), 2)

    def test_a_limit_on_memory_or_threads_ends_in_a_result_or_a_message(self):
        if SANITIZED:
            self.skipTest("the sanitizers take all addresses for themselves")
        story = os.path.join(SOURCE, "examples", "harbour-fire")
        for words in (["report"], ["group"], ["mark"], ["read"]):
            whole = run(*words, "--format", "json", "--threads", "1", story).stdout
            for kilobytes in (100000, 130000, 150000, 170000, 200000, 260000, 400000):
                def limit():
                    resource.setrlimit(resource.RLIMIT_AS, (kilobytes << 10, kilobytes << 10))
                done = subprocess.run([PROGRAM, *words, "--format", "json", "--threads", "8", story], capture_output=True,
                                      preexec_fn=limit, timeout=120)
                if done.returncode == 0:
                    self.assertEqual(done.stdout, whole, (words, kilobytes))
                else:  # 127: not even its libraries find room
                    self.assertIn(done.returncode, (1, 127), (words, kilobytes, done.stderr))
                    self.assertEqual(done.stderr.count(b"\n"), 1, (words, kilobytes, done.stderr))

    def test_the_result_does_not_depend_on_the_threads(self):
        for i in range(40):
            self.file("%02d.txt" % i, STORY)
        one, four = (run("mark", "--threads", n, self.folder.name).stdout for n in ("1", "4"))
        self.assertEqual(one, four)
        self.assertEqual(len(one.splitlines()), 40)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--source", required=True)
    parser.add_argument("--build")
    options, _ = parser.parse_known_args()
    PROGRAM = os.path.abspath(options.program)
    SOURCE = os.path.abspath(options.source)
    if options.build:
        with open(os.path.join(options.build, "CMakeCache.txt"), encoding="utf-8") as cache:
            SANITIZED = "HEARSAY_SANITIZE:BOOL=ON" in cache.read()
    unittest.main(argv=sys.argv[:1])
