#!/usr/bin/env python3
"""Hearsay in spaCy: a Doc of a Document, and the component."""
import doctest
import os
import pathlib
import sys
import unittest

from arguments import parse
from consumers import need_packages, skip

need_packages("spacy")
ARGUMENTS = parse(__doc__)
if not list(pathlib.Path(ARGUMENTS.build, "python").glob("hearsay/_engine*.so")):
    skip("this build has no Python module (./set-up checks)")
sys.path.insert(0, str(pathlib.Path(ARGUMENTS.build, "python")))
os.chdir(ARGUMENTS.source)

import hearsay  # noqa: E402
import hearsay.spacy  # noqa: E402
import spacy  # noqa: E402

TEXT = "At least 60 people were hurt in Ostrel on Monday, Ana Bel said.\n\n“We don't know  why,” she added. 🙏 Złoty."


class ToDoc(unittest.TestCase):
    def test_the_text_is_the_articles(self):
        for article in [*hearsay.read_all("examples", on_problem="ignore"), hearsay.Article.of_text(TEXT), hearsay.Article.of_text("\n\nRain fell \n")]:
            document = hearsay.mark(article)
            doc = hearsay.spacy.to_doc(document)
            self.assertEqual(doc.text, document.text)
            self.assertIs(doc._.hearsay, document)
            by_place = {token.idx: token for token in doc}
            for token in document.tokens:
                self.assertEqual((by_place[token.begin].text, by_place[token.begin].pos_, by_place[token.begin].lemma_),
                                 (token.text, token.tag, token.lemma))
                if token.head >= 0:
                    self.assertEqual(by_place[token.begin].head.idx, document.tokens[token.head].begin)

    def test_sentences_and_names(self):
        document = hearsay.mark(hearsay.Article.of_text(TEXT))
        doc = hearsay.spacy.to_doc(document)
        self.assertEqual(len(list(doc.sents)), len(document.sentences))
        self.assertEqual({(ent.text, ent.label_) for ent in doc.ents}, {("Ostrel", "GPE"), ("Ana Bel", "PERSON")})
        self.assertEqual(doc.to_json()["ents"][0]["start"], document.entities[0].begin)


class Component(unittest.TestCase):
    def setUp(self):
        self.nlp = spacy.blank("en")
        self.nlp.add_pipe("hearsay", config={"published": "2031-04-07"})

    def test_marks_stand_on_the_doc(self):
        doc = self.nlp(TEXT)
        found = {(span.label_, span.text) for span in doc.spans["hearsay"]}
        self.assertLessEqual({("QUANTITY", "At least 60"), ("DATE", "Monday"), ("SOURCE", "Ana Bel"), ("CUE", "said"), ("GPE", "Ostrel")},
                             found)
        [monday] = [span for span in doc.spans["hearsay"] if span.text == "Monday"]
        self.assertEqual(str(monday._.hearsay.first_day), "2031-04-07")
        self.assertEqual([ent.text for ent in doc.ents], ["Ostrel", "Ana Bel"])
        self.assertEqual(doc._.hearsay.text, doc.text)

    def test_a_pipe_gives_the_same(self):
        texts = [TEXT, "", "Rain fell in Ostrel.", "  "] * 40
        piped = [[(span.text, span.label_) for span in doc.spans.get("hearsay", [])] for doc in self.nlp.pipe(texts)]
        self.assertEqual(len(piped), len(texts))
        docs = [self.nlp(text) for text in texts[:4]]
        alone = [[(span.text, span.label_) for span in doc.spans.get("hearsay", [])] for doc in docs]
        self.assertEqual(piped, alone * 40)

    def test_names_of_another_component_stay(self):
        nlp = spacy.blank("en")
        nlp.add_pipe("entity_ruler").add_patterns([{"label": "THING", "pattern": "people"}])
        nlp.add_pipe("hearsay")
        self.assertEqual([(ent.text, ent.label_) for ent in nlp(TEXT).ents], [("people", "THING")])


class Examples(unittest.TestCase):
    def test_docstrings(self):
        results = doctest.testmod(hearsay.spacy)
        self.assertEqual(results.failed, 0)
        self.assertGreater(results.attempted, 5)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]])
