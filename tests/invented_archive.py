"""An invented archive of a year: stories that are told over days and weeks, and passages that are taken up months later."""
import datetime
import gzip
import random

from invented_stream import articles

_FIRST = datetime.datetime(2031, 1, 1, tzinfo=datetime.timezone.utc)
_DAYS_AFTER = [0, 0, 0.3, 0.6, 1, 1, 2, 4, 9, 20]  # of a story's articles, after its first


def archive(count, seed=1, days=365):
    """So many articles in order of time. Every seventieth is an older one, printed again 60 to 300 days later."""
    chance = random.Random(seed)
    made = articles(count, seed)
    begins = {}
    for number, article in enumerate(made):
        event = number // 5
        begun = begins.setdefault(event, chance.random() * days * 0.9)
        at = begun + chance.choice(_DAYS_AFTER) * chance.random()
        if number % 70 == 69:
            old = chance.choice(made[:number - 4])
            article.update(title=old["title"], text="From our archive. " + old["text"])
            at = _days(old) + 60 + 240 * chance.random()
        article["published"] = (_FIRST + datetime.timedelta(days=at)).strftime("%Y-%m-%dT%H:%M:%SZ")
    return sorted(made, key=lambda article: (article["published"], article["id"]))


def _days(article):
    return (datetime.datetime.fromisoformat(article["published"].replace("Z", "+00:00")) - _FIRST).total_seconds() / 86400


def write_warc(path, made):
    """Their pages, a record each, as a crawl would have kept them."""
    with open(path, "wb") as file:
        for number, article in enumerate(made):
            page = (f"<html lang=en><head><title>{article['title']}</title><meta property='article:published_time' content='{article['published']}'>"
                    f"<meta property='og:site_name' content='{article['outlet']}'></head><body><nav><a href='/'>Home</a></nav><article>"
                    f"<h1>{article['title']}</h1><p>{'</p><p>'.join(article['text'].split('. '))}</p></article><footer>Imprint</footer></body></html>")
            content = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()
            head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{article['id']}>\r\nWARC-Target-URI: {article['url']}\r\n"
                    f"WARC-Date: {article['published']}\r\nContent-Length: {len(content)}\r\n\r\n")
            file.write(gzip.compress(head.encode() + content + b"\r\n\r\n", 6, mtime=0))
    return number + 1
