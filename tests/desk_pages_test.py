#!/usr/bin/env python3
"""The pages of hearsay serve in a real browser: what a reader sees and does there, by mouse, by key, on a phone and without a
script; that nothing of an article runs; that none asks another host; and that axe-core has nothing serious against any.

With playwright, axe-playwright-python and a Chromium; where one is missing the test is skipped, and says so.
"""
import json
import pathlib
import re
import subprocess
import sys
import time
import unittest

import consumers
import invented_stream
from arguments import parse
from browser import find_browser
from desk_server import Server
from scratch import ScratchTest

consumers.need_packages("playwright", "axe_playwright_python")
from axe_playwright_python.sync_playwright import Axe  # noqa: E402
from playwright.sync_api import expect, sync_playwright  # noqa: E402

ARGUMENTS = None
BRIDGE = "Nine people were hurt when the bridge over the Wennel fell, Mayor Ana Vell said on Monday."
HOSTILE = ["<script>window.ran = 1</script>", "\"><img src=x onerror=\"window.ran = 1\">", "' onmouseover='window.ran = 1", "javascript:window.ran=1//",
           "</title><svg onload=window.ran=1>", "</script><script>window.ran = 1</script>", "{{constructor.constructor('window.ran=1')()}}",
           "<!--<script>window.ran = 1", "\u202e<b>", "&lt;script&gt;", "${window.ran = 1}", "`-window.ran=1-`", "\\u003cscript\\u003e", "../../desk.js?x=<y>"]


def hostile_articles():
    for number, words in enumerate(HOSTILE):
        yield {"id": words, "url": f"https://post.example/{number}/{words}", "outlet": words, "title": words, "language": "en", "published": "2031-05-05",
               "text": f"Nine people were hurt in Marn when the {number} bells rang, {words} Ana Vell said. The {words} was heard in the street, Josef \"{words}\" Kalm said. "
                       f"\"{words} is all there was,\" Ana Vell said."}


class Pages(ScratchTest):
    @classmethod
    def setUpClass(cls):
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.playwright.stop()

    def setUp(self):
        super().setUp()
        self.store = self.path("desk.db")

    def ingest(self, articles):
        path = self.path("stream.jsonl")
        invented_stream.write(path, list(articles))
        subprocess.run([ARGUMENTS.program, "ingest", "--store", self.store, path], check=True, capture_output=True)

    def serve(self, *options):
        server = Server(ARGUMENTS.program, self.store, *options)
        self.enterContext(server)
        self.home = f"http://127.0.0.1:{server.port}"
        return server

    def page(self, **context):
        """A page of a browser of its own, which fails the test when it asks another host or something goes wrong in it."""
        context = self.browser.new_context(**context)
        self.addCleanup(context.close)
        page = context.new_page()
        page.on("request", lambda request: self.assertTrue(request.url.startswith(self.home + "/"), request.url))
        page.on("pageerror", lambda error: self.fail(f"{page.url}: {error}"))
        page.on("console", lambda message: self.assertNotIn(message.type, ("error", "warning"), message.text))
        return page

    def addresses(self, server):
        story = server.told("/api/stories?contested=1")["stories"] or server.told("/api/stories")["stories"]
        name = server.told("/api/sources")["sources"][0]["name"]
        return ["/", "/?search=people", "/?search=nothing-at-all", "/stories/" + story[0]["story"], "/changes", "/sources", f"/sources?name={name}", "/feeds", "/corrections"]

    # ---- for everyone

    def test_nothing_serious_is_wrong_for_readers_with_aids(self):
        self.ingest(invented_stream.articles(25))
        server = self.serve()
        server.told("/api/corrections", "POST", body={"line": 'name "Nobody" is "Anybody"'}, status=201)
        for scheme, width in (("light", 1200), ("dark", 390)):
            page = self.page(color_scheme=scheme, viewport={"width": width, "height": 800})
            for address in self.addresses(server):
                page.goto(self.home + address)
                self.assertEqual(page.evaluate("document.documentElement.scrollWidth <= innerWidth"), True, f"{address} is wider than {width} pixels")
                found = [f"{one['id']}: {one['help']}: {[node['html'] for node in one['nodes']][:3]}" for one in Axe().run(page).response["violations"]
                         if one["impact"] in ("serious", "critical")]
                self.assertEqual(found, [], (address, scheme))

    def test_all_is_read_and_reached_without_a_script(self):
        self.ingest(invented_stream.articles(25))
        server = self.serve()
        page = self.page(java_script_enabled=False)
        seen, waiting = set(), ["/"]
        while waiting:
            address = waiting.pop()
            page.goto(self.home + address)
            seen.add(address.split("?")[0])
            for link in page.locator("nav a, .stories h2 a, .stories li > a").all()[:12]:
                target = link.get_attribute("href")
                if target.startswith("/") and target.split("?")[0] not in seen and ".atom" not in target:
                    waiting.append(target)
        self.assertLessEqual({"/", "/changes", "/sources", "/feeds", "/corrections"}, seen)
        self.assertTrue(any(address.startswith("/stories/") for address in seen), seen)
        page.goto(self.home + "/")
        page.get_by_label("Words in the reports").fill("people")
        page.get_by_label("Words in the reports").press("Enter")
        self.assertIn("search=people", page.url)
        story = server.told("/api/stories")["stories"][0]
        page.goto(self.home + "/stories/" + story["story"])
        expect(page.locator("h1")).to_contain_text(story["title"])
        self.assertEqual(page.locator("#live").inner_text(), "")

    def test_the_keyboard_leads_everywhere(self):
        self.ingest(invented_stream.articles(5))
        self.serve()
        page = self.page()
        page.goto(self.home + "/")
        page.keyboard.press("Tab")
        self.assertEqual(page.evaluate("document.activeElement.className"), "skip")
        for name in ("Stories", "What changed", "Sources", "Feeds", "Corrections"):
            page.keyboard.press("Tab")
            self.assertEqual(page.evaluate("document.activeElement.textContent"), name)
        page.keyboard.press("Enter")
        page.wait_for_url("**/corrections")

    # ---- a story that goes on

    def test_a_story_says_what_came_since_it_was_opened(self):
        self.ingest([{"url": "https://post.example/a", "outlet": "post.example", "title": "The bridge", "language": "en", "published": "2031-05-05", "text": BRIDGE}])
        server = self.serve()
        story = server.told("/api/stories")["stories"][0]["story"]
        page = self.page()
        page.goto(f"{self.home}/stories/{story}")
        expect(page.locator("#live")).to_be_empty()
        for number, words in enumerate(("a surgeon", "a nurse")):
            text = BRIDGE.replace("Nine", "Fourteen").replace("Mayor Ana Vell", f"Josef Kalm, {words},")
            thing = server.told("/api/articles", "POST", status=202, body={"url": f"https://wire.example/{number}", "outlet": f"wire{number}.example", "title": "Bridge over the Wennel falls",
                                                                           "language": "en", "published": "2031-05-06", "text": text})
            self.assertEqual(server.taken(thing["number"])["story"], story)
        server.wait_for(f"/api/stories/{story}/line", lambda line: line["current"])
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # the reader comes back
        expect(page.locator("#live p").first).to_contain_text("2 new reports since you opened this")
        page.locator("#live summary").click()
        expect(page.locator("#live li").first).to_be_visible()
        page.get_by_role("link", name="Show the account as it is now").click()
        expect(page.locator(".masthead")).to_contain_text("an account of 3 reports")
        expect(page.locator("#live")).to_be_empty()

    def test_an_updated_report_is_told_as_such(self):
        first = {"url": "https://post.example/a", "outlet": "post.example", "title": "The bridge", "language": "en", "published": "2031-05-05", "text": BRIDGE}
        self.ingest([first])
        self.ingest([{**first, "text": BRIDGE.replace("Nine", "Eleven")}])
        server = self.serve()
        page = self.page()
        page.goto(f"{self.home}/stories/{server.told('/api/stories')['stories'][0]['story']}")
        expect(page.locator("#updates li")).to_have_text('post.example: another number: "Eleven", previously "Nine"')
        expect(page.locator("details.source summary")).to_contain_text("updated")

    def test_what_is_new_since_the_last_visit_is_marked(self):
        self.ingest(invented_stream.articles(10))
        server = self.serve()
        context = self.browser.new_context()
        self.addCleanup(context.close)
        page = context.new_page()
        page.goto(self.home + "/")
        expect(page.locator(".new")).to_have_count(0)
        page.close()
        page = context.new_page()
        page.goto(self.home + "/")
        expect(page.locator("#since")).to_contain_text("Nothing here has changed")
        page.close()
        page = context.new_page()
        time.sleep(1.1)  # the store counts whole seconds
        thing = server.told("/api/articles", "POST", body={"url": "https://post.example/z", "outlet": "post.example", "title": "The bridge", "text": BRIDGE}, status=202)
        server.taken(thing["number"])
        page.goto(self.home + "/")
        expect(page.locator("li.fresh h2")).to_have_count(1)
        expect(page.locator("#since")).to_contain_text("1 story here has changed")
        page.reload()
        expect(page.locator("li.fresh h2")).to_have_count(1)  # it is the same visit

    def test_a_timeline_says_in_words_what_it_draws(self):
        self.ingest(invented_stream.articles(10))
        self.serve()
        page = self.page()
        page.goto(self.home + "/")
        expect(page.get_by_role("img", name=re.compile(r"^\d+ reports, from 1 January 2031")).first).to_be_visible()

    # ---- what readers know better

    def test_a_correction_is_kept_and_undone_on_the_page(self):
        subprocess.run([ARGUMENTS.program, "ingest", "--store", self.store, "examples/harbour-fire"], cwd=ARGUMENTS.source, check=True, capture_output=True)
        server = self.serve()
        story = server.told("/api/stories")["stories"][0]["story"]
        page = self.page()
        page.goto(f"{self.home}/stories/{story}")
        page.get_by_role("button", name="Mark what is wrong").click()
        copy = page.locator("details.copy").first
        copy.locator("summary").first.click()
        copy.get_by_role("button", name="This is not a copy").click()
        expect(page.locator(".held code")).to_have_count(1)
        line = page.locator(".held code").inner_text()
        self.assertEqual([one["line"] for one in server.told("/api/corrections")["corrections"]], [line])
        server.wait_for(f"/api/stories/{story}/line", lambda told: told["current"])
        page.goto(f"{self.home}/stories/{story}")
        expect(page.locator("#corrections code")).to_have_text(line)
        page.get_by_role("button", name="Mark what is wrong").click()
        page.get_by_role("button", name="Undo: " + line).click()
        expect(page.locator(".held code")).to_have_count(0)
        self.assertEqual(server.told("/api/corrections"), {"corrections": []})

    def test_corrections_are_taken_back_and_kept_again_in_their_list(self):
        self.ingest(invented_stream.articles(5))
        server = self.serve()
        server.told("/api/corrections", "POST", body={"line": 'name "Nobody" is "Anybody"'}, status=201)
        page = self.page()
        page.goto(self.home + "/corrections")
        page.get_by_role("button", name="Undo").click()
        expect(page.locator("#undone")).to_contain_text("Taken back")
        self.assertEqual(server.told("/api/corrections"), {"corrections": []})
        page.get_by_role("button", name="Keep it after all").click()
        expect(page.locator("#undone")).to_contain_text("Kept again")
        self.assertEqual(len(server.told("/api/corrections")["corrections"]), 1)

    def test_who_may_not_write_is_offered_nothing_that_writes(self):
        self.ingest(invented_stream.articles(5))
        subprocess.run([ARGUMENTS.program, "correct", "--store", self.store, 'name "Nobody" is "Anybody"'], check=True, capture_output=True)
        server = self.serve("--read-only")
        page = self.page()
        page.goto(self.home + "/corrections")
        expect(page.locator("button:visible")).to_have_count(0)
        page.goto(self.home + "/feeds")
        expect(page.locator("#hand-in")).to_be_hidden()
        page.goto(f"{self.home}/stories/{server.told('/api/stories')['stories'][0]['story']}")
        page.get_by_role("button", name="Mark what is wrong").click()
        expect(page.get_by_role("button", name="Save as a file")).to_be_visible()  # as on a page that no server gave

    def test_the_token_is_asked_for_once(self):
        self.ingest(invented_stream.articles(5))
        token = self.file("token", "a-token-of-many-letters\n")
        pathlib.Path(token).chmod(0o600)
        subprocess.run([ARGUMENTS.program, "correct", "--store", self.store, 'name "Nobody" is "Anybody"'], check=True, capture_output=True)
        self.serve("--token-file", token)
        page, asked = self.page(), []
        page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.accept("a-token-of-many-letters")))
        page.goto(self.home + "/corrections")
        page.get_by_role("button", name="Undo").click()
        expect(page.locator("#undone")).to_contain_text("Taken back")
        page.get_by_role("button", name="Keep it after all").click()
        expect(page.locator("#undone")).to_contain_text("Kept again")
        self.assertEqual(len(asked), 1)

    def test_an_address_is_handed_in_on_the_page(self):
        self.ingest(invented_stream.articles(5))
        self.serve()
        page = self.page()
        page.goto(self.home + "/feeds")
        page.get_by_label("Hand in a page or feed").fill("http://127.0.0.1:9/inside")
        page.get_by_role("button", name="Hand it in").click()
        expect(page.locator("#hand-in [role=status]")).to_contain_text("private")

    # ---- a source

    def test_a_source_is_followed_over_all_stories(self):
        texts = ["The ferry Solvang ran onto a sandbank outside Port Aster before dawn with ninety people on board, Mayor Ana Vell said. Divers looked for a hole.",
                 "A tunnel of the Tarnfoss copper mine collapsed on the night shift, Mayor Ana Vell told reporters. Four miners knocked on the pipes."]
        self.ingest([{"url": f"https://post.example/{i}", "outlet": "post.example", "title": ("Ferry runs aground", "Mine collapses")[i], "language": "en", "published": f"2031-0{i + 5}-05", "text": text}
                     for i, text in enumerate(texts)])
        server = self.serve()
        page = self.page()
        page.goto(f"{self.home}/stories/{server.told('/api/stories')['stories'][0]['story']}")
        name = page.locator(".origins .name", has_text="Ana Vell").first
        name.click()
        page.get_by_role("link", name="In all stories").first.click()
        expect(page.locator("h1")).to_contain_text("Ana Vell")
        expect(page.locator(".counts")).to_contain_text("in 2 stories")
        self.assertLessEqual(2, page.locator(".said li").count())
        said = page.locator(".said li a").first
        point = said.get_attribute("href").split("#")[1]
        said.click()
        expect(page.locator("#" + point)).to_be_visible()

    # ---- those who mean harm

    def test_nothing_from_an_article_runs(self):
        self.ingest(hostile_articles())
        for words in HOSTILE[:4]:
            subprocess.run([ARGUMENTS.program, "correct", "--store", self.store, 'name "' + words.replace("\\", "\\\\").replace('"', '\\"') + '" is "x"'], check=True, capture_output=True)
        server = self.serve()
        page = self.page()
        stories = [story["story"] for story in server.told("/api/stories")["stories"]]
        names = [source["name"] for source in server.told("/api/sources")["sources"]]
        pages = ["/", "/changes", "/sources", "/feeds", "/corrections"] + ["/stories/" + story for story in stories]
        for address in pages:
            page.goto(self.home + address)
            for summary in page.locator("summary").all()[:30]:
                if summary.is_visible():
                    summary.click()
            marking = page.get_by_role("button", name="Mark what is wrong")
            if marking.count():
                marking.click()
                for button in page.get_by_role("button", name="Correct", exact=True).all()[:10]:
                    button.click()
            self.assertIsNone(page.evaluate("window.ran === undefined ? null : window.ran"), address)
        for kind, words in [("search", one) for one in HOSTILE] + [("name", one) for one in names + HOSTILE]:
            for path in ("/", "/sources"):
                page.goto(f"{self.home}{path}?" + page.evaluate("([kind, words]) => new URLSearchParams({[kind]: words}).toString()", [kind, words]))
                self.assertIsNone(page.evaluate("window.ran === undefined ? null : window.ran"), (path, words))
        self.assertEqual(json.loads(server.ask("/api/health")[2])["articles"], len(HOSTILE))


if __name__ == "__main__":
    ARGUMENTS = parse(__doc__)
    ARGUMENTS.source = pathlib.Path(ARGUMENTS.source).resolve()
    if find_browser() is None:
        consumers.skip("no Chromium is installed (./set-up checks)")
    unittest.main(argv=sys.argv[:1])
