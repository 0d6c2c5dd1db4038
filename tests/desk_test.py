#!/usr/bin/env python3
"""The desk, run as a user runs it: what a store holds after ingest, what changed, and that nothing is lost."""
import contextlib
import json
import os
import pathlib
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
import unittest

import invented_stream
from arguments import parse
from scratch import ScratchTest

ARGUMENTS = None
KILLS = int(os.environ.get("HEARSAY_KILLS", "8"))  # of an ingest of this many articles
ARTICLES = 2000


def run(*words, **more):
    return subprocess.run([ARGUMENTS.program, *words], capture_output=True, cwd=ARGUMENTS.source, **more)


class DeskOnAnyStore:
    """What is the same on each kind of store: here on files, in desk_postgres_test.py on databases of PostgreSQL."""

    def setUp(self):
        super().setUp()
        self.store = self.place("desk.db")

    def ok(self, *words, **more):
        done = run(*words, **more)
        self.assertEqual((done.returncode, done.stderr.decode()), (0, ""), words)
        return done.stdout.decode()

    def fails(self, *words, **more):
        done = run(*words, **more)
        self.assertEqual(done.returncode, 1, (words, done))
        return done.stderr.decode()

    def lines(self, *words):
        return [json.loads(line) for line in self.ok(*words, "--store", self.store, "--format", "json").splitlines()]

    def ingest(self, *words):
        return self.ok("ingest", "--store", self.store, *words)

    def article(self, name="vell", text="Nine people were hurt when the bridge over the Wennel fell, Mayor Ana Vell said on Monday.", **more):
        return self.file(f"{name}.jsonl", json.dumps({"id": name, "url": f"https://post.example/{name}", "outlet": "post.example",
                                                      "published": "2031-05-05", "text": text, **more}) + "\n")

    # ---- what a store holds

    def test_a_story_is_told_from_the_store_as_from_its_articles(self):
        stream = self.file("stream.jsonl", "")
        made = invented_stream.articles(15)
        invented_stream.write(stream, made)
        self.assertIn("15 new, 0 changed, 0 there already, 0 refused; ", self.ingest(stream))
        for story in self.lines("stories"):
            self.assertTrue(story["current"])
            ids = next(s["articles"] for s in self.lines("group") if s["story"] == story["story"])
            own = self.path("own.jsonl")
            invented_stream.write(own, [article for article in made if article["id"] in ids])
            for form in ("json", "text", "html"):
                told = self.ok("report", "--store", self.store, "--format", form, story["story"])
                self.assertEqual(told, self.ok("report", "--format", form, own), form)
            told = self.ok("export", "--store", self.store, "--to", "csv", "--table", "claims", story["story"])
            self.assertEqual(told, self.ok("export", "--to", "csv", "--table", "claims", own))

    def test_the_account_says_what_was_updated(self):
        was = "Nine people were hurt when the bridge over the Wennel fell, Mayor Ana Vell said on Monday. It was old and long."
        self.ingest(self.article(text=was, title="Bridge falls"))
        self.ingest(self.article(text=was.replace("Nine", "Eleven").replace(" It was old and long.", ""), title="Bridge falls"))
        self.ingest(self.article(text=was.replace("Nine", "Twelve"), title="Bridge over the Wennel falls"))
        story = self.lines("stories")[0]["story"]
        account = json.loads(self.ok("report", "--store", self.store, "--format", "json", story))
        told = [(one["article"], one["kind"], one["before"], one["after"]) for one in account["updates"]]
        self.assertEqual(told[0], ("vell", "number", "Nine", "Eleven"))
        self.assertEqual(sorted(kind for _, kind, _, _ in told), ["added", "dropped", "headline", "number", "number"])
        text = self.ok("read", "--format", "json", self.article(text=was.replace("Nine", "Twelve")))
        for one in account["updates"]:  # words that stand now are led to, others are not
            stands = one["begin"] is not None
            self.assertEqual(stands, one["after"] in ("Twelve", "It was old and long"), one)
            if stands:
                self.assertEqual(json.loads(text)["text"][one["begin"]:one["end"]], one["after"])
        self.assertIn('post.example: another number: "Twelve", previously "Eleven"', self.ok("report", "--store", self.store, "--format", "text", story))
        again = json.loads(self.ok("report", "--store", self.store, "--format", "json", "--corrections", self.file("none.txt", ""), story))
        self.assertEqual(again["updates"], account["updates"])
        with open(ARGUMENTS.source / "docs" / "schema" / "account-1.json", encoding="utf-8") as file:
            fields = json.load(file)["properties"]["updates"]["items"]
        self.assertEqual({frozenset(one) for one in account["updates"]}, {frozenset(fields["required"])})

    def test_a_story_without_a_kept_account_is_told_all_the_same(self):
        self.ingest("examples/harbour-fire")
        story = self.lines("stories")[0]["story"]
        told = self.ok("report", "--store", self.store, "--format", "json", story)
        other = self.place("other.db")
        self.ok("ingest", "--no-accounts", "--store", other, "examples/harbour-fire")
        self.assertEqual(self.ok("report", "--store", other, "--format", "json", story[:6]), told)
        self.assertIn("1 account made", self.ok("ingest", "--store", other, "examples/harbour-fire"))
        self.assertIn("0 accounts made", self.ok("ingest", "--store", other, "examples/harbour-fire"))

    def test_an_account_can_be_told_without_a_source_and_corrected(self):
        self.ingest("examples/harbour-fire")
        story = self.lines("stories")[0]["story"]
        less = json.loads(self.ok("report", "--store", self.store, "--format", "json", "--without", "Nordwire", story))
        self.assertTrue(less["without"]["left_out"])
        mine = self.file("mine.txt", "article herald is not a copy of nordwire\n")
        more = json.loads(self.ok("report", "--store", self.store, "--format", "json", "--corrections", mine, story))
        self.assertEqual(len(more["corrections"]), 1)

    def test_stories_are_searched_and_chosen(self):
        self.ingest("examples/harbour-fire", "examples/depot-shelling", "examples/border-prisoners")
        ids = {s["story"] for s in self.lines("stories")}
        fire = self.lines("stories", "--search", "vostria's  port-fire")
        self.assertEqual(len(fire), 1)
        self.assertEqual(self.lines("stories", "--search", "port zeppelin"), [])
        self.assertEqual(len(self.lines("stories", "--search", "\"port* OR NOT (zeppelin")), 0)
        self.assertEqual(self.lines("stories", "--search", "*(( -"), [])
        contested = self.lines("stories", "--contested")
        self.assertTrue(contested and all(s["contested"] > 0 for s in contested))
        self.assertEqual({s["story"] for s in self.lines("stories", "--since", "1h")}, ids)
        self.assertEqual(self.lines("stories", "--since", "2999-01-01"), [])
        self.assertEqual(len(self.lines("stories", "--limit", "2")), 2)
        self.assertIn(fire[0]["story"], self.ok("stories", "--store", self.store, "--format", "text"))

    # ---- articles that come again

    def test_an_article_that_comes_again_changed_is_a_new_version(self):
        rest = (" people were hurt when the bridge over the Wennel fell, Mayor Ana Vell said on Monday. The bridge was built by the "
                "Katal company and had been inspected in spring, according to the town. Surgeon Josef Kalm told reporters that most "
                "of those hurt had been on a tram, which hung over the river until the evening.")
        first = self.article(text="Nine" + rest, title="Nine hurt as bridge falls")
        self.ingest(first)
        self.assertIn("0 new, 0 changed, 1 there already", self.ingest(first))
        self.assertIn("0 new, 1 changed, 0 there already",
                      self.ingest(self.article(text="Fourteen" + rest, title="Fourteen hurt as bridge falls")))
        story, = self.lines("stories")
        self.assertEqual((story["articles"], story["title"]), (1, "Fourteen hurt as bridge falls"))
        changes = {c["kind"]: c for c in self.lines("changes", "--since", "1h")}
        self.assertEqual((changes["headline"]["before"], changes["headline"]["after"]),
                         ("Nine hurt as bridge falls", "Fourteen hurt as bridge falls"))
        self.assertEqual((changes["number"]["before"], changes["number"]["after"]), ("Nine", "Fourteen"))
        self.assertEqual((changes["value"]["before"], changes["value"]["after"]), ("Nine", "Fourteen"))
        account = json.loads(self.ok("report", "--store", self.store, "--format", "json", story["story"]))
        self.assertTrue(all("Nine" not in c["text"] for c in account["claims"]))
        self.assertEqual(self.asked("SELECT count(*), count(DISTINCT article) FROM version"), ["2", "1"])
        self.assertEqual(self.lines("stories", "--search", "nine"), [])
        self.assertEqual(len(self.lines("stories", "--search", "fourteen")), 1)

    def test_files_of_one_name_in_two_folders_are_two_articles(self):
        one = self.file("monday/01.txt", "Nine people were hurt when the bridge over the Wennel fell, Mayor Ana Vell said.")
        other = self.file("tuesday/01.txt", "The council of Tirkul raised the price of bread by a third, Josef Kalm told reporters.")
        self.assertIn("2 new", self.ingest(one, other))
        self.assertEqual(sorted(a for s in self.lines("group") for a in s["articles"]), ["01", "01#2"])
        self.file("monday/01.txt", "Ten people were hurt when the bridge over the Wennel fell, Mayor Ana Vell said.")
        self.assertIn("0 new, 1 changed, 1 there already", self.ingest(one, other))
        self.assertIn("0 new, 0 changed, 1 there already", self.ingest(other))

    def test_one_text_in_two_outlets_is_two_articles_and_moved_it_is_one(self):
        text = "Nine people were hurt when the bridge over the Wennel fell, Mayor Ana Vell said on Monday."
        for outlet in ("post.example", "radio.example"):
            self.file(f"{outlet}/01.txt", text)
            self.file(f"{outlet}/01.json", json.dumps({"outlet": outlet}))
        self.assertIn("2 new", self.ingest(self.path("post.example"), self.path("radio.example")))
        os.rename(self.path("post.example"), self.path("moved"))
        self.assertIn("0 new, 0 changed, 1 there already", self.ingest(self.path("moved")))

    # ---- what changed

    def test_what_changed_in_a_story_is_told(self):
        self.ingest(self.article())
        self.assertEqual([c["kind"] for c in self.lines("changes", "--since", "1h")], ["new-story"])
        got = self.path("got.jsonl")
        text = ("Fourteen people were hurt when the bridge over the Wennel fell, surgeon Josef Kalm said on Tuesday. "
                "Mayor Ana Vell denied that the bridge over the Wennel had been closed for repairs.")
        self.ingest(self.article("kalm", text, url="https://radio.example/1", outlet="radio.example", published="2031-05-06"),
                    "--notify", f"cat >> '{got}'")
        changes = self.lines("changes", "--since", "1h")
        kinds = [c["kind"] for c in changes]
        for kind in ("new-point", "new-origin", "standing", "value"):
            self.assertIn(kind, kinds)
        value = next(c for c in changes if c["kind"] == "value")
        self.assertEqual((value["before"], value["after"], value["words"]["article"]), ("Nine", "Fourteen", "kalm"))
        standing = next(c for c in changes if c["kind"] == "standing")
        self.assertEqual((standing["before"], standing["after"]), ("single-origin", "contested"))
        with open(got) as told:
            self.assertEqual([json.loads(line) for line in told], changes[1:])
        shown = self.ok("changes", "--store", self.store, "--since", "1h", "--format", "text")
        self.assertIn("now contested, previously single-origin", shown)
        self.assertEqual(self.lines("changes", "--since", "2999-01-01"), [])

    def test_only_stories_that_changed_are_told_again(self):
        stream = self.file("stream.jsonl", "")
        made = invented_stream.articles(20)
        invented_stream.write(stream, made[:19])
        self.ingest(stream)
        invented_stream.write(stream, made)
        self.assertIn("1 new, 0 changed, 19 there already, 0 refused; 1 account made", self.ingest(stream))

    def test_a_correction_sticks_until_it_is_taken_back(self):
        self.ingest("examples/harbour-fire", "examples/depot-shelling")
        fire, = self.lines("stories", "--search", "vostria")
        told = lambda: json.loads(self.ok("report", "--store", self.store, "--format", "json", fire["story"]))  # noqa: E731
        before = told()
        line = "article herald is not a copy of nordwire"
        self.assertEqual(self.ok("correct", "--store", self.store, line), f"1  {line}\n")
        self.assertEqual([(c["text"], c["applied"]) for c in told()["corrections"]], [(line, True)])
        self.ingest(self.article(text="Ana Vell, mayor of Vostria, said the port fire in Vostria had begun in a warehouse near the harbour office."))
        self.assertEqual([c["text"] for c in told()["corrections"]], [line])
        for other in self.lines("stories"):  # it concerns that story alone
            account = json.loads(self.ok("report", "--store", self.store, "--format", "json", other["story"]))
            self.assertEqual("corrections" in account, "herald" in [a["id"] for a in account["articles"]])
        self.assertEqual(self.ok("correct", "--store", self.store), f"1  {line}\n")
        self.assertIn("the correction \"nonsense\"", self.fails("correct", "--store", self.store, "nonsense"))
        self.ok("correct", "--store", self.store, "--withdraw", "1")
        self.assertEqual(self.ok("correct", "--store", self.store), "")
        self.assertNotIn("corrections", told())
        self.assertGreaterEqual(len(told()["articles"]), len(before["articles"]))
        self.assertIn("holds no correction 1", self.fails("correct", "--store", self.store, "--withdraw", "1"))

    # ---- what is refused

    def test_what_cannot_be_used_is_told_and_noted(self):
        bad = self.file("bad.txt", b"\xff\xfe\xfd")
        done = run("ingest", "--store", self.store, bad, self.article())
        self.assertEqual(done.returncode, 0)
        self.assertIn(f"{bad} ", done.stderr.decode())
        self.assertIn("1 new, 0 changed, 0 there already, 1 refused", done.stdout.decode())
        self.assertEqual(run("ingest", "--store", self.store, "--strict", bad, self.article()).returncode, 1)
        self.assertEqual(self.asked("SELECT count(*), min(location) FROM refusal"), ["2", bad])

    def test_wrong_use_is_told(self):
        self.ingest(self.article())
        for words in (["report", "--store", self.store], ["report", "--store", self.store, "--group", "s"], ["report"], ["group"],
                      ["stories"], ["group", "--store", self.store, "--state", "x"], ["changes", "--store", self.store, "--since", "soon"]):
            self.assertEqual(run(*words).returncode, 2, words)
        self.assertIn("has no story \"sxyz\"", self.fails("report", "--store", self.store, "sxyz"))

    # ---- several programs on one store

    def test_a_second_writer_is_told_and_readers_are_not_blocked(self):
        self.ingest(self.article())
        copy = self.place("copy.db")
        first = subprocess.Popen([ARGUMENTS.program, "ingest", "--store", self.store, "--no-accounts", "-"], stdin=subprocess.PIPE,
                                 stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        try:
            while run("ingest", "--store", self.store, self.article()).returncode == 0:
                time.sleep(0.01)
            self.assertIn("is being written by another hearsay", self.fails("ingest", "--store", self.store, self.article()))
            self.assertEqual(len(self.lines("stories")), 1)
            self.ok("check", "--store", self.store)
            self.ok("backup", "--store", self.store, copy)
        finally:
            self.article("other", "The council of Tirkul raised the price of bread.")
            told, problems = first.communicate(self.content("other.jsonl"))
        self.assertIn(b"1 new", told, problems)
        self.assertIn("is intact: 2 articles", self.ok("check", "--store", self.store))
        self.assertIn("is intact: 1 article", self.ok("check", "--store", copy))

    def test_a_copy_is_a_store(self):
        self.ingest("examples/harbour-fire")
        copy = self.place("copy.db")
        self.ok("backup", "--store", self.store, copy)
        story = self.lines("stories")[0]["story"]
        self.assertEqual(self.ok("report", "--store", copy, "--format", "json", story),
                         self.ok("report", "--store", self.store, "--format", "json", story))
        self.assertIn("1 new", self.ok("ingest", "--store", copy, self.article()))

    # ---- what may go wrong with the program

    def test_a_run_that_is_killed_at_any_moment_is_gone_on_with(self):
        stream = self.file("stream.jsonl", "")
        invented_stream.write(stream, invented_stream.articles(ARTICLES))
        began = time.monotonic()
        self.ingest("--no-accounts", stream)
        takes = time.monotonic() - began
        never_stopped, self.store = self.store, self.place("killed.db")
        chance = random.Random(7)
        killed = 0
        for _ in range(KILLS):
            going = subprocess.Popen([ARGUMENTS.program, "ingest", "--no-accounts", "--store", self.store, stream],
                                     stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            try:
                going.wait(chance.uniform(0, takes / 2))
            except subprocess.TimeoutExpired:
                going.kill()
                killed += 1
            self.assertEqual(going.communicate()[1], b"")
            if self.is_there():
                self.assertIn("is intact", self.ok("check", "--store", self.store))
        self.assertGreater(killed, KILLS // 3)
        self.ingest("--no-accounts", stream)
        self.assertEqual(self.asked("SELECT count(*), count(DISTINCT known_by), count(DISTINCT version) FROM article"), [str(ARTICLES)] * 3)
        groups = self.ok("group", "--store", self.store, "--format", "json")
        self.assertEqual(groups, self.ok("group", "--store", never_stopped, "--format", "json"))
        for line in groups.splitlines()[::100]:
            story = json.loads(line)["story"]
            self.assertEqual(self.ok("report", "--store", self.store, "--format", "json", story),
                             self.ok("report", "--store", never_stopped, "--format", "json", story))

    def test_accounts_that_a_killed_run_did_not_come_to_are_made_by_the_next(self):
        stream = self.file("stream.jsonl", "")
        invented_stream.write(stream, invented_stream.articles(60))
        going = subprocess.Popen([ARGUMENTS.program, "ingest", "--store", self.store, stream], stdout=subprocess.DEVNULL)
        for _ in range(2000):
            time.sleep(0.005)
            if self.is_there():
                done = run("stories", "--store", self.store, "--format", "json")
                current = [json.loads(line)["current"] for line in done.stdout.splitlines()]
                if any(current) or going.poll() is not None:
                    break
        going.kill()
        going.wait()
        self.ok("check", "--store", self.store)
        self.ingest(stream)
        self.assertTrue(all(s["current"] for s in self.lines("stories")))
        whole = self.place("whole.db")
        self.ok("ingest", "--store", whole, stream)
        story = self.lines("stories")[-1]["story"]
        self.assertEqual(self.ok("report", "--store", self.store, "--format", "json", story),
                         self.ok("report", "--store", whole, "--format", "json", story))


class Desk(DeskOnAnyStore, ScratchTest):
    def place(self, name):
        return self.path(name)

    def is_there(self):
        return os.path.exists(self.store)

    def asked(self, sql):
        with contextlib.closing(sqlite3.connect(self.store)) as base:
            return [str(value) for value in base.execute(sql).fetchone()]

    # ---- what may go wrong with the file

    def test_a_file_that_is_no_store_is_told(self):
        self.assertIn("does not exist", self.fails("stories", "--store", self.store))
        self.assertFalse(os.path.exists(self.store))
        text = self.file("text.db", "This is no database, though it is long enough to be one." * 100)
        other = self.path("other.db")
        with contextlib.closing(sqlite3.connect(other)) as base:
            base.execute("CREATE TABLE mine(x)")
        for command in (["stories"], ["check"], ["ingest", self.article()], ["backup", self.path("b.db")]):
            self.assertIn("is not a store", self.fails(*command, "--store", text))
            self.assertIn("is not a store", self.fails(*command, "--store", other))
            self.assertIn("is a folder", self.fails(*command, "--store", self.folder.name))
        self.assertIn("cannot be created", self.fails("ingest", "--store", self.path("none/desk.db"), self.article()))
        empty = self.file("empty.db", "")
        self.assertIn("is not a store", self.fails("stories", "--store", empty))
        self.assertIn("1 new", self.ok("ingest", "--store", empty, self.article()))
        self.assertIn("This is no database", self.content("text.db").decode())
        self.assertFalse(os.path.exists(self.path("b.db")))

    def test_a_store_of_a_newer_version_is_left_alone(self):
        self.ingest(self.article())
        with contextlib.closing(sqlite3.connect(self.store)) as base:
            base.execute("PRAGMA user_version=999")
        before = self.content("desk.db")
        for command in (["stories"], ["check"], ["ingest", self.article()]):
            self.assertIn("was written by a newer Hearsay", self.fails(*command, "--store", self.store))
        self.assertEqual(self.content("desk.db"), before)

    def test_a_copy_replaces_a_file_but_not_the_store_itself(self):
        self.ingest(self.article())
        copy = self.file("copy.db", "old")
        self.ok("backup", "--store", self.store, copy)
        self.assertIn("is intact", self.ok("check", "--store", copy))
        self.assertIn("is the store itself", self.fails("backup", "--store", self.store, self.store))

    @unittest.skipIf(os.geteuid() == 0, "root may write everything")
    def test_a_file_that_may_not_be_written_is_told(self):
        self.ingest(self.article())
        os.chmod(self.store, 0o444)
        self.assertIn("cannot be written", self.fails("ingest", "--store", self.store, self.article("other")))
        self.assertEqual(len(self.lines("stories")), 1)

    def test_damage_is_told(self):
        stream = self.file("stream.jsonl", "")
        invented_stream.write(stream, invented_stream.articles(100))
        self.ingest("--no-accounts", stream)
        whole = self.content("desk.db")
        chance = random.Random(5)
        noticed = 0
        for _ in range(10):
            page = chance.randrange(1, len(whole) // 4096)
            self.file("desk.db", whole[:page * 4096] + bytes(chance.randrange(256) for _ in range(4096)) + whole[(page + 1) * 4096:])
            done = run("check", "--store", self.store)
            noticed += done.returncode == 1
            for words in (["stories", "--search", "people"], ["group"], ["changes", "--since", "1h"], ["ingest", stream, "--no-accounts"]):
                self.assertIn(run(*words, "--store", self.store).returncode, (0, 1), words)
            for beside in ("-wal", "-shm"):
                if os.path.exists(self.store + beside):
                    os.remove(self.store + beside)
        self.assertGreaterEqual(noticed, 9)  # a page may be free
        self.file("desk.db", whole[:len(whole) // 2])
        self.assertNotEqual(run("check", "--store", self.store).returncode, 0)

    def test_a_full_disk_loses_nothing_that_was_complete(self):
        stream = self.file("stream.jsonl", "")
        invented_stream.write(stream, invented_stream.articles(1000))
        self.ingest(self.article())
        limit = os.path.getsize(self.store) + 400_000

        def little_room():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        self.assertIn(self.store, self.fails("ingest", "--no-accounts", "--store", self.store, stream, preexec_fn=little_room))
        self.assertIn("is intact", self.ok("check", "--store", self.store))
        self.ingest("--no-accounts", stream)
        self.assertIn("is intact: 1001 articles", self.ok("check", "--store", self.store))


if __name__ == "__main__":
    ARGUMENTS = parse(__doc__)
    ARGUMENTS.source = pathlib.Path(ARGUMENTS.source).resolve()
    unittest.main(argv=sys.argv[:1])
