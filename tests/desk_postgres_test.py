#!/usr/bin/env python3
"""The desk on PostgreSQL: what desk_test.py asks of a file; that both kinds of store tell the same, byte for byte; how a desk moves from
one to the other; and a server that reads and writes such a store. Where PostgreSQL is missing the test is skipped, and says so.
"""
import json
import pathlib
import subprocess
import sys
import unittest

import consumers
import desk_test
import invented_stream
import postgres_server
from arguments import parse
from desk_server import Server
from scratch import ScratchTest

ARGUMENTS = None
SERVER = None


class PostgresDesk(desk_test.DeskOnAnyStore, ScratchTest):
    def setUp(self):
        self.databases = {}
        super().setUp()

    def place(self, name):
        if name not in self.databases:
            self.databases[name] = SERVER.new_database()
        return SERVER.address(self.databases[name])

    def database(self):
        return next(name for name in self.databases.values() if SERVER.address(name) == self.store)

    def is_there(self):
        return SERVER.ask(self.database(), "SELECT count(*) FROM pg_class WHERE relname = 'inbox'") == [["1"]]

    def asked(self, sql):
        return SERVER.ask(self.database(), sql)[0]

    # ---- beside a file

    def test_both_kinds_of_store_tell_the_same_bytes(self):
        stream, file = self.file("stream.jsonl", ""), self.path("desk.db")
        invented_stream.write(stream, invented_stream.articles(40))
        for words in ([stream, "examples/harbour-fire"], ["examples/depot-shelling", "examples/border-prisoners"]):
            told = self.ok("ingest", "--store", self.store, *words)
            self.assertEqual(told, self.ok("ingest", "--store", file, *words))
            line = "article herald is not a copy of nordwire"
            self.assertEqual(self.ok("correct", "--store", self.store, line), self.ok("correct", "--store", file, line))

        def same(*words):
            told = self.ok(words[0], "--store", self.store, *words[1:])
            self.assertEqual(told, self.ok(words[0], "--store", file, *words[1:]), words)
            return told

        groups = same("group", "--format", "json")
        same("group")
        same("correct")
        for group in groups.splitlines():
            for form in ("json", "text", "html"):
                same("report", "--format", form, json.loads(group)["story"])
            same("export", "--to", "csv", "--table", "claims", json.loads(group)["story"])
        for words in ("vostria", "Port fire", "people said", "\"port* OR NOT (zeppelin", "the"):
            found = [{story["story"] for story in map(json.loads, self.ok("stories", "--format", "json", "--store", store, "--search", words).splitlines())}
                     for store in (self.store, file)]
            self.assertEqual(*found, words)

    def test_a_desk_moves_from_one_kind_of_store_to_the_other(self):
        file, back = self.path("desk.db"), self.path("back.db")
        self.ok("ingest", "--store", file, "examples/harbour-fire", self.article())
        self.ok("correct", "--store", file, "article herald is not a copy of nordwire")
        self.ok("backup", "--store", file, self.store)
        self.assertIn("is a store already", self.fails("backup", "--store", file, self.store))
        self.ok("backup", "--store", self.store, back)
        groups = self.ok("group", "--store", file, "--format", "json")
        for store in (self.store, back):
            self.assertIn("is intact", self.ok("check", "--store", store))
            for words in (["group", "--format", "json"], ["stories", "--format", "json"], ["changes", "--since", "1h", "--format", "json"],
                          ["correct"], *(["report", "--format", "html", json.loads(group)["story"]] for group in groups.splitlines())):
                self.assertEqual(self.ok(words[0], "--store", store, *words[1:]), self.ok(words[0], "--store", file, *words[1:]), (store, words))
        for store in (self.store, back, file):  # each goes on as the first would have
            self.assertIn("1 new", self.ok("ingest", "--store", store, self.article("kalm", "The council of Tirkul raised the price of bread.")))
            self.assertIn("2  name", self.ok("correct", "--store", store, 'name "Ana Vell" is not "Josef Kalm"'))
        self.assertEqual(self.ok("group", "--store", self.store), self.ok("group", "--store", file))
        self.assertEqual(self.ok("group", "--store", back), self.ok("group", "--store", file))

    # ---- served

    def test_a_store_is_served_and_handed_to(self):
        self.ingest("examples/harbour-fire")
        with Server(ARGUMENTS.program, self.store) as server:
            story, = server.told("/api/stories")["stories"]
            self.assertEqual(server.ask("/api/stories/" + story["story"])[2].decode() + "\n",
                             self.ok("report", "--store", self.store, "--format", "json", story["story"]))
            number = server.told("/api/corrections", "POST", body={"line": "article herald is not a copy of nordwire"}, status=201)["number"]
            server.wait_for("/api/stories", lambda told: told["stories"][0]["current"])
            self.assertTrue(server.told("/api/stories/" + story["story"])["corrections"])
            server.told(f"/api/corrections/{number}", "DELETE")
            handed = server.told("/api/articles", "POST", status=202, body={
                "url": "https://post.example/vell", "outlet": "post.example", "published": "2031-05-05", "title": "The bridge",
                "text": "Nine people were hurt when the bridge over the Wennel fell, Mayor Ana Vell said on Monday."})
            self.assertEqual(server.taken(handed["number"])["added"], 1)
            for page in ("/", "/changes", "/sources?search=harbour", "/feeds", "/corrections", "/metrics", "/api/health", "/changes.atom"):
                self.assertEqual(server.ask(page)[0], 200, page)

    def test_a_server_outlives_its_connections(self):
        self.ingest("examples/harbour-fire")
        with Server(ARGUMENTS.program, self.store, "--read-only") as server:
            self.assertEqual(server.ask("/api/stories")[0], 200)
            SERVER.ask("postgres", f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{self.database()}'")
            self.assertEqual([server.ask("/api/stories")[0] for _ in range(3)], [503, 200, 200])
            server.kill()

    # ---- what is refused

    def test_an_address_is_told_without_its_password(self):
        for address, why in ((f"postgresql://hearsay:secret@/nothing?host={SERVER.folder}", 'database "nothing" does not exist'),
                             (f"postgresql://hearsay@/desk?password=secret&host={self.folder.name}", "cannot be opened"),
                             ("postgresql://hearsay:secret@/desk?such=none", "is not an address")):
            for command in (["stories"], ["check"], ["ingest", self.article()], ["backup", self.path("b.db")], ["serve"], ["correct"]):
                told = self.fails(command[0], "--store", address, *command[1:])
                self.assertIn(why, told)
                self.assertNotIn("secret", told)
        self.assertIn("is intact: 0 articles", self.empty_store_checked())

    def empty_store_checked(self):
        subprocess.run([ARGUMENTS.program, "ingest", "--store", self.store, self.file("none.txt", b"\xff")], capture_output=True, check=False)
        return self.ok("check", "--store", self.store.replace("hearsay@", "hearsay:secret@"))


if __name__ == "__main__":
    ARGUMENTS = parse(__doc__)
    ARGUMENTS.source = pathlib.Path(ARGUMENTS.source).resolve()
    if postgres_server.programs() is None:
        consumers.skip(postgres_server.MISSING)
    refused = subprocess.run([ARGUMENTS.program, "stories", "--store", "postgresql://"], capture_output=True, text=True, check=False)
    if "was built without PostgreSQL" in refused.stderr:
        consumers.skip("this hearsay was built without PostgreSQL")
    desk_test.ARGUMENTS = ARGUMENTS
    desk_test.ARTICLES = 600
    SERVER = postgres_server.PostgresServer()
    try:
        unittest.main(argv=sys.argv[:1])
    finally:
        SERVER.close()
