#!/usr/bin/env python3
"""Writes data/happenings.txt and data/deeds.txt: which words tell of which happening, and which acts have one doer.

    tools/build_happenings.py [--explain]

Which happenings there are stands in tools/event_types.txt, which names some of WordNet's senses for each. WordNet leads from a
sense to the other words that have it, to words derived from those (seize, seizure) and, where the table asks for it, to all
narrower senses. A word that only WordNet leads to is taken when

- at least half of its use is for the happening, by WordNet's counts of tagged text, over all its senses and parts of speech;
- it is not a noun for a thing or a person: "12 protesters were hurt" is not about a protest;
- it is an ordinary word, in the small lists of American or British English.

Forms of its verbs that are adjectives or nouns of their own come with it (wounded, flooding). WordNet 3.0 and the lists are read
where Debian's packages wordnet-base, wamerican-small and wbritish-small put them. --explain prints what was left out and why
instead of writing. The same inputs give the same bytes.
"""
import argparse
import collections
import pathlib
import re
import textwrap

ROOT = pathlib.Path(__file__).resolve().parent.parent
LEAST_SHARE = 0.5  # of a word's use
# WordNet's files of nouns for what is done or happens (acts, events, phenomena, processes), and for things and people (artifacts,
# body, food, groups, places, people, plants ...), which have to do with a happening and are not it.
DOINGS = {4, 11, 19, 22}
THINGS = {5, 6, 8, 13, 14, 15, 17, 18, 20, 23, 24, 25, 27}
MADE_BY = """\
# Made by tools/build_happenings.py from tools/event_types.txt and WordNet 3.0 (Copyright 2006 by Princeton University; its
# licence stands in NOTICE). Change the table and run the tool: what is changed here is lost when it runs next.
"""
HAPPENINGS = """\
# What happens in the news, and the words that tell of it: the happening, then the base forms of verbs, nouns and
# adjectives that tell of it. Two claims with words of one line may be on one thing; counts are held against each other
# only when what happened to the counted is the same: the killed are not the injured. A word may stand in several lines. A
# happening with ~ before it befalls a count, not the counted: "the number of the killed rose" is about killing.
"""
DEEDS = """\
# Who does a deed: what the accounts of one deed may differ on.
"""
DEEDS_SECTION = """
# Base forms of verbs and nouns for what one doer does once; that two condemn a thing is no contradiction, that two fired
# the one shot is. A noun counts only when the text lays it on someone ("X was behind the attack").
[deeds]
"""
PARTIES_SECTION = """
# Words for one of the sides that reports name without a name. Words of one line may be the same people; words of two
# lines are different people.
[parties]
"""

Sense = collections.namedtuple("Sense", "part offset")
Synset = collections.namedtuple("Synset", "file kind words ids pointers")
Pointer = collections.namedtuple("Pointer", "symbol target source_word target_word")


def lines_of(path):
    """The fields of each line without its gloss; the licence at the top, which is indented, is passed over."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            yield line.partition(" | ")[0].split()


def read_synset(fields):
    count = int(fields[3], 16)
    words = [fields[4 + 2 * i].partition("(")[0].lower() for i in range(count)]
    ids = [int(fields[5 + 2 * i], 16) for i in range(count)]
    at = 5 + 2 * count
    pointers = []
    for i in range(int(fields[at - 1])):
        symbol, offset, part, ends = fields[at + 4 * i:at + 4 * i + 4]
        if part in "nvas":
            pointers.append(Pointer(symbol, Sense(part.replace("s", "a"), offset), int(ends[:2], 16), int(ends[2:], 16)))
    return Synset(int(fields[1]), fields[2], words, ids, pointers)


class WordNet:
    """The nouns, verbs and adjectives of a WordNet database, in the format of wndb(5WN)."""

    def __init__(self, folder):
        self.synsets = {}
        self.senses = collections.defaultdict(list)  # of a word and part of speech, in WordNet's order
        for part, name in (("n", "noun"), ("v", "verb"), ("a", "adj")):
            for fields in lines_of(folder / f"data.{name}"):
                self.synsets[Sense(part, fields[0])] = read_synset(fields)
            for fields in lines_of(folder / f"index.{name}"):
                self.senses[fields[0], part] = [Sense(part, offset) for offset in fields[-int(fields[2]):]]
        self.irregular = collections.defaultdict(list)  # forms of verbs: of "slay" "slew" and "slain"
        for form, *verbs in lines_of(folder / "verb.exc"):
            for verb in verbs:
                self.irregular[verb].append(form)
        self.counts = {key: int(count) for key, _, count in lines_of(folder / "cntlist.rev")}

    def use(self, word, sense):
        """How often a word has a sense: its count in tagged text and, as most counts are 0, a little more for an early sense."""
        synset = self.synsets[sense]
        return self.counts.get(self._key(word, synset), 0) + 1 / (1 + self.senses[word, sense.part].index(sense))

    def share(self, word, senses):
        """The share of a word's uses that have one of these senses, 0 to 1."""
        uses = {sense: self.use(word, sense) for part in "nva" for sense in self.senses.get((word, part), [])}
        return sum(use for sense, use in uses.items() if sense in senses) / sum(uses.values())

    def _key(self, word, synset):
        head = ":"
        if synset.kind == "s":  # a satellite's key names the adjective that it is like
            like = self.synsets[next(p.target for p in synset.pointers if p.symbol == "&")]
            head = f"{like.words[0]}:{like.ids[0]:02d}"
        kind = {"n": 1, "v": 2, "a": 3, "s": 5}[synset.kind]
        return f"{word}%{kind}:{synset.file:02d}:{synset.ids[synset.words.index(word)]:02d}:{head}"

    def below(self, sense):
        """A sense and all narrower ones."""
        found = {sense}
        waiting = [sense]
        while waiting:
            for pointer in self.synsets[waiting.pop()].pointers:
                if pointer.symbol == "~" and pointer.target not in found:
                    found.add(pointer.target)
                    waiting.append(pointer.target)
        return found

    def words_from_forms(self, verb):
        """Forms of a verb that are adjectives or nouns of their own: "wounded", "slain", "flooding"."""
        stem = verb[:-1] if verb.endswith("e") else verb
        forms = {stem + "ed", stem + "ing", *self.irregular.get(verb, [])}
        if re.fullmatch("[^aeiou]*[aeiou][^aeiouwxy]", verb):  # "stabbed"; "stabed" is none
            forms = {stem + stem[-1] + "ed", stem + stem[-1] + "ing", *self.irregular.get(verb, [])}
        if re.search("[^aeiou]y$", verb):
            forms.add(stem[:-1] + "ied")
        return {form for form in forms if (form, "a") in self.senses or form.endswith("ing") and (form, "n") in self.senses}

    def words_of(self, sense):
        """The words of a sense and those derived from them, each with the sense in which it is meant."""
        synset = self.synsets[sense]
        for word in synset.words:
            yield word, sense
        for pointer in synset.pointers:
            if pointer.symbol == "+":
                yield self.synsets[pointer.target].words[pointer.target_word - 1], pointer.target


def american(word):
    """A word as Americans spell it, so that a word that the table names brings its other spelling."""
    for british, other in (("isation", "ization"), ("ise", "ize"), ("yse", "yze"), ("our", "or"), ("centre", "center")):
        if word.endswith(british):
            return word[:-len(british)] + other
    return word


class Happening:
    """A line of the table, with the words found for it and why others were not taken."""

    def __init__(self, line, wordnet, ordinary):
        name, *entries = line.split()
        self.is_deed = name.startswith("!")
        self.name = name.lstrip("!").rstrip(":")
        self.senses = collections.defaultdict(set)  # of each word that WordNet leads to
        self.left_out = {}
        named = set()
        banned = {entry[1:] for entry in entries if entry.startswith("-")}
        own = [entry for entry in entries if "." not in entry and not entry.startswith("-")]
        for entry in entries:
            if "." in entry:
                named.add(american(self._follow(entry, wordnet)))
        words = set(own)
        for word, senses in self.senses.items():
            reason = None if american(word) in named else self._reason_against(word, senses, banned, wordnet, ordinary)
            if reason:
                self.left_out[word] = reason
            else:
                words.add(word)
        for word in sorted(words):
            if any(sense.part == "v" for sense in self.senses[word]):
                words |= {form for form in wordnet.words_from_forms(word) if form in ordinary and form not in banned}
        self.words = sorted(words)
        self.deeds = sorted(word for word in words if word in own or self._is_done(self.senses[word], wordnet))

    def _follow(self, entry, wordnet):
        word, part, number = entry.rstrip("*").split(".")
        senses = wordnet.senses.get((word, part), [])
        if len(senses) < int(number):
            raise SystemExit(f"tools/event_types.txt, {self.name}: WordNet has no {entry}")
        start = senses[int(number) - 1]
        for sense in wordnet.below(start) if entry.endswith("*") else {start}:
            for found, meant in wordnet.words_of(sense):
                self.senses[found].add(meant)
        return word

    def _reason_against(self, word, senses, banned, wordnet, ordinary):
        if not word.isascii() or not word.isalpha() or len(word) < 3:
            return "not one plain word"
        if word in banned:
            return "banned in the table"
        if all(sense.part == "n" and wordnet.synsets[sense].file in THINGS for sense in senses):
            return "a thing or a person"
        share = wordnet.share(word, senses)
        if share < LEAST_SHARE:
            return f"only {share:.2f} of its use"
        if word not in ordinary:
            return "no ordinary word"
        return None

    @staticmethod
    def _is_done(senses, wordnet):
        return any(sense.part == "v" or wordnet.synsets[sense].file in DOINGS for sense in senses)


def read_table(path):
    """The lines of each section of the table, its remarks left out."""
    sections = collections.defaultdict(list)
    name = ""
    for line in path.read_text(encoding="ascii").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif line and not line.startswith("#"):
            sections[name].append(line)
    return sections


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wordnet", type=pathlib.Path, default=pathlib.Path("/usr/share/wordnet"))
    parser.add_argument("--ordinary", type=pathlib.Path, nargs="+",
                        default=[pathlib.Path("/usr/share/dict/american-english-small"),
                                 pathlib.Path("/usr/share/dict/british-english-small")])
    parser.add_argument("--explain", action="store_true")
    arguments = parser.parse_args()
    wordnet = WordNet(arguments.wordnet)
    ordinary = {word for path in arguments.ordinary for word in path.read_text(encoding="utf-8").split()}
    table = read_table(ROOT / "tools/event_types.txt")
    further_deeds, parties = table.pop("further deeds"), table.pop("parties")
    happenings = [Happening(line, wordnet, ordinary) for lines in table.values() for line in lines]
    if arguments.explain:
        for happening in happenings:
            print(happening.name, *(f"\n  {word}: {why}" for word, why in sorted(happening.left_out.items())), sep="")
        return
    lines = [f"{happening.name} = {', '.join(happening.words)}" for happening in happenings]
    write("happenings.txt", HAPPENINGS + MADE_BY, lines)
    deeds = sorted({word for happening in happenings if happening.is_deed for word in happening.deeds}.union(further_deeds))
    write("deeds.txt", DEEDS + MADE_BY + DEEDS_SECTION, [*textwrap.wrap(", ".join(deeds), width=110), PARTIES_SECTION + parties[0], *parties[1:]])


def write(name, head, lines):
    text = head + "\n".join(line.rstrip(",") for line in lines) + "\n"
    (ROOT / "data" / name).write_text(text, encoding="ascii")


if __name__ == "__main__":
    main()
