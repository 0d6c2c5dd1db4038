#!/usr/bin/env python3
"""Linked data as others read it: PyLD expands it without losing a term, selectors are found again in the articles, prov reads
the statements in both notations, and ninjs names its sources."""
import json
import re
import sys
import unittest

from arguments import parse
from consumers import need_packages
from export_runs import STORIES, Runs

need_packages("pyld", "prov")
import prov.model  # noqa: E402
from pyld import jsonld  # noqa: E402

RUNS = None
CONTEXTS = {"http://www.w3.org/ns/anno.jsonld": "anno", "https://schema.org": "schema"}


def load(url, options):
    path = RUNS.source / "tests" / "contexts" / f"{CONTEXTS[url.rstrip('/')]}.jsonld"
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": json.loads(path.read_text())}


def keys_of(value):
    """Every key of a document except JSON-LD's own, once for each occurrence."""
    if isinstance(value, list):
        return [k for one in value for k in keys_of(one)]
    if not isinstance(value, dict):
        return []
    return [k for k, v in value.items() if not k.startswith("@")] + [k for v in value.values() for k in keys_of(v)]


class Linked(unittest.TestCase):
    def expanded(self, document):
        """Expanding drops a term that its context does not know; so each must come back as an address."""
        result = jsonld.expand(document, {"documentLoader": load, "base": "urn:base:"})
        terms = {"id", "type"}
        before = [k for k in keys_of({k: v for k, v in document.items() if k != "@context"}) if k not in terms]
        after = keys_of(result)
        self.assertTrue(all(re.match(r"https?://", key) for key in after))
        self.assertEqual(len(before), len(after))
        return result

    def test_annotations_resolve_and_are_found_again(self):
        for story in STORIES:
            texts = {}
            for line in RUNS.run("read", "--format", "json", story).stdout.splitlines():
                article = json.loads(line)
                texts[article["id"]] = article["text"]
            account = RUNS.account(story)
            page = json.loads(RUNS.export_story("webannotation", story=story))
            self.expanded(page)
            self.assertEqual(len(page["items"]), len(account["claims"]))
            self.assertEqual(len({item["id"] for item in page["items"]}), len(account["claims"]))
            for item, claim in zip(page["items"], account["claims"]):
                text = texts[claim["article"]]
                quote, position = item["target"]["selector"]
                self.assertEqual(text[position["start"]:position["end"]], quote["exact"])
                around = quote.get("prefix", "") + quote["exact"] + quote.get("suffix", "")
                self.assertIn(around, text)
                self.assertEqual(len(quote.get("prefix", "")), min(32, position["start"]))

    def test_an_account_alone_gives_annotations_too(self):
        page = json.loads(RUNS.export("webannotation"))
        full = json.loads(RUNS.export_story("webannotation"))
        for a, b in zip(page["items"], full["items"]):
            quote, known = a["target"]["selector"][0], b["target"]["selector"][0]
            self.assertEqual((a["id"], quote["exact"]), (b["id"], known["exact"]))
            for key in ("prefix", "suffix"):
                self.assertIn(quote.get(key, known.get(key)), (known.get(key),))

    def test_claims_resolve_and_are_not_rated(self):
        for story in STORIES:
            data = RUNS.export("claim", story=story)
            account = RUNS.account(story)
            document = json.loads(data)
            self.expanded(document)
            self.assertEqual(len(document["@graph"]), len(account["points"]))
            for claim, point in zip(document["@graph"], account["points"]):
                articles = {c["article"] for c in account["claims"] if c["point"] == point["id"]}
                self.assertEqual(len(claim["appearance"]), len(articles))
            self.assertNotRegex(data.decode(), r"(?i)review|rating|\"verdict")

    def test_prov_reads_it(self):
        for story in STORIES:
            account = RUNS.account(story)
            document = prov.model.ProvDocument.deserialize(content=RUNS.export("prov", story=story).decode(), format="json")
            kinds = [type(record).__name__ for record in document.get_records()]
            self.assertEqual(kinds.count("ProvEntity"), len(account["articles"]) + len(account["origins"]) + len(account["claims"]))
            copies = sum(c["kind"] != "common-source" and c["direction"] == "known" for c in account["copies"])
            self.assertEqual(kinds.count("ProvDerivation"), 2 * len(account["claims"]) + copies)
            ours = RUNS.export("provn", story=story).decode()
            theirs = document.get_provn()
            statements = lambda text: sorted(re.findall(r"^ *((?:wasDerivedFrom|wasAttributedTo)\([^,)]*, [^,)]*)", text, re.M))
            self.assertEqual(statements(ours), statements(theirs))
            for name in ("entity", "agent"):
                self.assertEqual(len(re.findall(rf"^ *{name}\(", ours, re.M)), len(re.findall(rf"^ *{name}\(", theirs, re.M)))

    def test_ninjs_names_its_sources(self):
        account = RUNS.account()
        item = json.loads(RUNS.export("ninjs"))
        self.assertEqual([s["name"] for s in item["infoSources"]], [o["name"] for o in account["origins"]])
        self.assertEqual(len(item["associations"]), len(account["articles"]))
        for association in item["associations"]:
            self.assertEqual(association["infoSources"][0]["role"], "publisher")


def main():
    global RUNS
    RUNS = Runs(parse(__doc__))
    unittest.main(argv=["export_linked_test"])


if __name__ == "__main__":
    sys.exit(main())
