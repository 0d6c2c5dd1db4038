"""Invented articles for the tests of the desk: many stories, each told by several outlets, some of them copies."""
import json
import random

OUTLETS = ["wennelpost.example", "radioharrow.example", "corvinwire.example", "northherald.example", "selvikcourier.example"]
DEEDS = [("collapsed", "collapse"), ("caught fire", "fire"), ("was flooded", "flood"), ("was closed", "closure"), ("was shelled", "shelling")]


def word(lot):
    """A name that no other event has, as good as surely."""
    return "".join(lot.choice("bdfgklmnprstvz") + lot.choice("aeiou") for _ in range(lot.choice([2, 3]))) + lot.choice(["n", "r", "l", "ck", "th"])


def articles(count, seed=1):
    """So many, each a dict of hearsay's JSON keys, in order of time: five on each event, every sixth a copy of the one before."""
    chance = random.Random(seed)
    made = []
    for number in range(count):
        lot = random.Random(number // 5)
        name = [word(lot) for _ in range(14)]
        thing = name[2]
        place, street, firm, mayor, chief, rival = (name[i].title() for i in (0, 1, 3, 4, 5, 6))
        (deed, event), low, hour = lot.choice(DEEDS), lot.randint(2, 90), lot.randint(1, 11)
        hurt = low + chance.choice([0, 0, 1, 4])
        witness = word(chance).title()
        parts = [f"The {thing} in {street} Street of {place} {deed} on Monday, the {firm} company said.",
                 f"{hurt} people were hurt, Mayor {mayor} told reporters outside the {name[7]} of {name[8].title()}.",
                 f"{chief}, who leads the {firm} company, denied that the {thing} had been neglected since {1900 + lot.randint(1, 99)}.",
                 f"\"We will open the {thing} again before the {name[9]} of {name[10].title()},\" {mayor} said.",
                 f"The opposition's {rival} said the {event} of the {thing} would cost {lot.randint(2, 40)} million {name[11]}s.",
                 f"{witness}, who lives in {street} Street, heard {chance.randint(2, 9)} bangs at {hour} o'clock."]
        chance.shuffle(parts)
        text = " ".join(parts)
        if number % 6 == 5:
            text = made[-1]["text"] + " (Corvin Wire)"
        made.append({"id": f"a{number:05}", "url": f"https://{OUTLETS[number % 5]}/news/{number}", "outlet": OUTLETS[number % 5],
                     "title": f"{thing.capitalize()} in {place} {deed}", "language": "en", "text": text,
                     "published": f"2031-{1 + number // 1400 % 12:02}-{1 + number // 50 % 28:02}T{number % 50 // 3:02}:{number % 3 * 20:02}:00Z"})
    return made


def write(path, made):
    with open(path, "w", encoding="utf-8") as file:
        for article in made:
            file.write(json.dumps(article) + "\n")
