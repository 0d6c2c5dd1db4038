-- The store of a desk, version 1. Later versions are files beside this one, each with what it changes.
--
-- Times are whole seconds since 1970 in UTC: when the desk took something in. Spans ("first", "last") are bytes of a
-- version's text in UTF-8, half open; whatever stands in an article names the version and the span.
-- Words of the account ("asserts", "corroborated", "speaker") are those of docs/schema/account-1.json.

-- One report of one outlet, whatever it was changed to since.
CREATE TABLE article(
  number INTEGER PRIMARY KEY,   -- in order of arrival, from 1 without a gap: the grouping counts the same
  id TEXT NOT NULL UNIQUE,      -- by which it is told; "a#2" where another article was called "a"
  known_by TEXT NOT NULL UNIQUE,-- by which it is known again: its address, or the file it stands in and its id there
  story INTEGER NOT NULL REFERENCES story(number),  -- in which it is told now
  version INTEGER NOT NULL      -- the one that is told now: version.number
);
CREATE INDEX article_story ON article(story);

-- An article as it was at one time. The newest is told; the others are kept.
CREATE TABLE version(
  number INTEGER PRIMARY KEY,   -- in order
  article INTEGER NOT NULL REFERENCES article(number),  -- whose version it is
  came INTEGER NOT NULL,        -- when the desk took it in
  location TEXT NOT NULL,       -- the path or address it was read from
  outlet TEXT,                  -- which published it
  title TEXT,                   -- its headline
  published TEXT,               -- ISO 8601 as it was given: a day, or a time with its zone
  published_at INTEGER,         -- the same in seconds, a day counting as its begin; NULL when not known
  modified TEXT,                -- ISO 8601
  language TEXT,                -- ISO 639-1
  address TEXT,                 -- the canonical one
  content INTEGER NOT NULL,     -- XXH3 of the title and the text
  text BLOB NOT NULL,           -- the article's text, packed with Zstandard
  arrived BLOB                  -- what it was made from, packed, where that was to be kept and is not the text itself
);
CREATE INDEX version_article ON version(article);
CREATE INDEX version_content ON version(content);

-- What of a version's text is not the article.
CREATE TABLE boilerplate(
  version INTEGER NOT NULL REFERENCES version(number),  -- the version it stands in
  first INTEGER NOT NULL,       -- where it begins
  last INTEGER NOT NULL,        -- where it ends
  why TEXT NOT NULL,            -- what says so
  PRIMARY KEY(version, first)
) WITHOUT ROWID;

-- What a version's carrier or page says of it beside the above.
CREATE TABLE statement(
  version INTEGER NOT NULL REFERENCES version(number),  -- the version it stands in
  place INTEGER NOT NULL,       -- the order in which they stand, within a kind
  kind TEXT NOT NULL,           -- "author", "origin": who wrote it, whom it names as its source;
                                -- "statement": what of it was read from the page
  what TEXT NOT NULL,           -- the name; of a statement what it states ("title")
  stands TEXT,                  -- of a statement where in the page ("JSON-LD headline")
  PRIMARY KEY(version, kind, place)
) WITHOUT ROWID;

-- The articles on one event.
CREATE TABLE story(
  number INTEGER PRIMARY KEY,   -- in order
  id TEXT NOT NULL UNIQUE,      -- by which it is told, for good
  merged_into INTEGER REFERENCES story(number),  -- the story it turned out to be; NULL while it stands
  begun INTEGER NOT NULL,       -- when its first article came
  changed INTEGER NOT NULL,     -- when it last got an article, a version or another story
  state INTEGER NOT NULL,       -- raised with each such change
  told_state INTEGER,           -- the state that the account below is of; NULL while there is none
  told INTEGER,                 -- when that account was made
  title TEXT,                   -- the account's
  first_day TEXT,               -- the first and last day of its articles
  last_day TEXT,                -- ISO 8601
  articles INTEGER NOT NULL,    -- how many are in it
  outlets INTEGER,              -- how many outlets they are of
  origins INTEGER,              -- how many origins the account has
  points INTEGER,               -- how many points
  contested INTEGER,            -- how many of them are contested
  account BLOB                  -- "hearsay/account/1", packed with Zstandard behind the texts of its articles
);
CREATE INDEX story_changed ON story(changed) WHERE merged_into IS NULL;
CREATE INDEX story_contested ON story(changed) WHERE merged_into IS NULL AND contested > 0;
CREATE INDEX story_untold ON story(changed) WHERE merged_into IS NULL AND told_state IS NOT state;

-- What happened to stories, oldest first.
CREATE TABLE story_event(
  number INTEGER PRIMARY KEY,   -- in order
  story INTEGER NOT NULL REFERENCES story(number),  -- the story that it is of
  at INTEGER NOT NULL,          -- when it was noticed
  kind TEXT NOT NULL,           -- "begun", "article", "version", "merged" (another story came into this one), "split"
  version INTEGER REFERENCES version(number),  -- of begun, article and version
  other INTEGER REFERENCES story(number),      -- of merged and split
  why TEXT                      -- of merged and split
);
CREATE INDEX story_event_story ON story_event(story);

-- Text that stands in two articles, as it was found when the second one came.
CREATE TABLE copy(
  number INTEGER PRIMARY KEY,   -- in order
  from_article INTEGER NOT NULL REFERENCES article(number),  -- the earlier text where the direction is known
  to_article INTEGER NOT NULL REFERENCES article(number),  -- the later one
  kind TEXT NOT NULL,           -- "copy", "common-source", "translation", "revision"
  share REAL NOT NULL,          -- the part of the second that also stands in the first, 0 to 1
  direction_known INTEGER NOT NULL,  -- 1 or 0
  why TEXT NOT NULL             -- what says so
);
CREATE INDEX copy_to ON copy(to_article);

-- Where a copy's text stands, and what was done to it. These spans count characters, not bytes, in the text that each
-- article had when the second one came.
CREATE TABLE copy_span(
  copy INTEGER NOT NULL REFERENCES copy(number),  -- the copy that it is of
  place INTEGER NOT NULL,       -- their order
  kind TEXT NOT NULL,           -- "passage", or what was done: "dropped", "added", "number", "hedge", "source", "reworded"
  from_first INTEGER NOT NULL,  -- in the earlier article
  from_last INTEGER NOT NULL,   -- its end
  to_first INTEGER NOT NULL,    -- in the later one
  to_last INTEGER NOT NULL,     -- its end
  PRIMARY KEY(copy, place)
) WITHOUT ROWID;

-- The versions that a story's account is of, in its own order of articles.
CREATE TABLE told_version(
  story INTEGER NOT NULL REFERENCES story(number),  -- the story that it is of
  place INTEGER NOT NULL,       -- from 0
  version INTEGER NOT NULL REFERENCES version(number),  -- the version it stands in
  PRIMARY KEY(story, place)
) WITHOUT ROWID;

-- The rows of a story's account. They are replaced together when it is made anew. "number" is the position in the
-- account's own list, from 1: claim 3 is "c3".
CREATE TABLE entity(
  story INTEGER NOT NULL REFERENCES story(number),  -- the story that it is of
  number INTEGER NOT NULL,      -- its position
  kind TEXT NOT NULL,           -- "person", "organization", "place", "other"
  name TEXT NOT NULL,           -- verbatim
  PRIMARY KEY(story, number)
) WITHOUT ROWID;
CREATE INDEX entity_by_name ON entity(name);

-- The other forms of an entity's name.
CREATE TABLE entity_name(
  story INTEGER NOT NULL,       -- the story that it is of
  entity INTEGER NOT NULL,      -- whose it is: entity.number
  place INTEGER NOT NULL,       -- their order
  name TEXT NOT NULL,           -- verbatim
  PRIMARY KEY(story, entity, place)
) WITHOUT ROWID;

-- Where an entity is named.
CREATE TABLE mention(
  story INTEGER NOT NULL,       -- the story that it is of
  entity INTEGER NOT NULL,      -- whose it is: entity.number
  version INTEGER NOT NULL REFERENCES version(number),  -- the version it stands in
  first INTEGER NOT NULL,       -- where it begins
  last INTEGER NOT NULL,        -- where it ends
  PRIMARY KEY(story, entity, version, first)
) WITHOUT ROWID;

-- Where claims come from.
CREATE TABLE origin(
  story INTEGER NOT NULL REFERENCES story(number),  -- the story that it is of
  number INTEGER NOT NULL,      -- its position
  kind TEXT NOT NULL,           -- "speaker", "organization", "document", "outlet", "unnamed"
  name TEXT NOT NULL,           -- verbatim
  PRIMARY KEY(story, number)
) WITHOUT ROWID;

-- The claims on one proposition.
CREATE TABLE point(
  story INTEGER NOT NULL REFERENCES story(number),  -- the story that it is of
  number INTEGER NOT NULL,      -- also the order in which they are told
  address TEXT NOT NULL,        -- by which it is found again in a later account
  representative INTEGER NOT NULL,  -- the claim that says it best
  standing TEXT NOT NULL,       -- "corroborated", "single-origin", "contested", "unanswered", "background"
  origins_least INTEGER NOT NULL,   -- how many know it
  origins_most INTEGER NOT NULL,  -- at the most
  reporters_least INTEGER NOT NULL, -- how many newsrooms gathered it
  reporters_most INTEGER NOT NULL,  -- at the most
  PRIMARY KEY(story, number)
) WITHOUT ROWID;

-- How the claims of a point differ.
CREATE TABLE disagreement(
  story INTEGER NOT NULL,       -- the story that it is of
  point INTEGER NOT NULL,       -- point.number
  place INTEGER NOT NULL,       -- their order
  kind TEXT NOT NULL,           -- "quantity", "date", "place", "actor", "polarity", "wording", "scope"
  relation TEXT NOT NULL,       -- "conflict", "compatible", "update", "scope", "translation"
  PRIMARY KEY(story, point, place)
) WITHOUT ROWID;

-- One fact that one article asserts.
CREATE TABLE claim(
  story INTEGER NOT NULL REFERENCES story(number),  -- the story that it is of
  number INTEGER NOT NULL,      -- its position
  version INTEGER NOT NULL REFERENCES version(number),  -- the version it stands in
  first INTEGER NOT NULL,       -- where it begins
  last INTEGER NOT NULL,        -- where it ends
  stance TEXT NOT NULL,         -- "asserts", "confirms", "denies", "estimates", "hedges", "declines"
  origin INTEGER NOT NULL,      -- origin.number
  point INTEGER NOT NULL,       -- point.number
  PRIMARY KEY(story, number)
) WITHOUT ROWID;

-- Who says a claim: the chain of its sources.
CREATE TABLE source(
  story INTEGER NOT NULL,       -- the story that it is of
  claim INTEGER NOT NULL,       -- claim.number
  place INTEGER NOT NULL,       -- the outermost reporter is the first, the one who knows the last
  name TEXT NOT NULL,           -- verbatim
  first INTEGER NOT NULL,       -- the words that name it, in the claim's version
  last INTEGER NOT NULL,        -- where it ends
  PRIMARY KEY(story, claim, place)
) WITHOUT ROWID;

-- What changed from one account of a story to the next, and from one version of an article to the next.
CREATE TABLE change(
  number INTEGER PRIMARY KEY,   -- in order
  at INTEGER NOT NULL,          -- when it was noticed
  story INTEGER NOT NULL REFERENCES story(number),  -- the story that it is of
  kind TEXT NOT NULL,           -- docs/schema/change-1.json lists them
  point TEXT,                   -- the point's address in the later account, where it is of a point
  version INTEGER REFERENCES version(number),  -- where the words stand
  first INTEGER,                -- where in it they begin
  last INTEGER,                 -- and end
  before TEXT,                  -- what stood there: a standing, a bracket, a number
  after TEXT                    -- what stands there now
);
CREATE INDEX change_at ON change(at);

-- What a reader knows better, as in a file of corrections (docs/corrections.md).
CREATE TABLE correction(
  number INTEGER PRIMARY KEY,   -- in order
  line TEXT NOT NULL,           -- as docs/corrections.md has it
  added INTEGER NOT NULL,       -- when
  withdrawn INTEGER             -- NULL while it holds
);

-- The feeds that are watched.
CREATE TABLE feed(
  address TEXT PRIMARY KEY,     -- where it is
  every INTEGER NOT NULL,       -- seconds from one reading to the next
  next INTEGER NOT NULL,        -- when it is to be read again
  read INTEGER,                 -- when it was last read well
  failures INTEGER NOT NULL,    -- how often it failed since
  fault TEXT                    -- why it failed last
) WITHOUT ROWID;

-- What servers said of the things fetched, so that only what changed is fetched again.
CREATE TABLE fetched(
  address TEXT PRIMARY KEY,     -- where it is
  etag TEXT NOT NULL,           -- empty where the server gave none
  last_modified TEXT NOT NULL   -- the same
) WITHOUT ROWID;

-- Each run that took articles in.
CREATE TABLE run(
  number INTEGER PRIMARY KEY,   -- in order
  begun INTEGER NOT NULL,       -- when
  ended INTEGER,                -- NULL while it goes on, and for good when it was broken off
  program TEXT NOT NULL,        -- the version that ran
  added INTEGER NOT NULL,       -- articles that were new
  changed INTEGER NOT NULL,     -- that were new versions
  again INTEGER NOT NULL,       -- that were there already, as they were
  refused INTEGER NOT NULL      -- inputs that could not be used
);

-- What a run could not use. The first 1,000 of a run are kept.
CREATE TABLE refusal(
  run INTEGER NOT NULL REFERENCES run(number),  -- the run
  place INTEGER NOT NULL,       -- their order
  location TEXT NOT NULL,       -- the file, line or address
  reason TEXT NOT NULL,         -- why, for a person
  PRIMARY KEY(run, place)
) WITHOUT ROWID;

-- The state of the grouping, in parts, so that it need not be made again from all articles.
CREATE TABLE grouping(
  part INTEGER PRIMARY KEY,     -- from 0
  articles INTEGER NOT NULL,    -- how many the state has taken, in order of article.number
  bytes BLOB NOT NULL           -- packed with Zstandard
);

-- Words of titles and texts, to search by; the row's number is the article's, the words those of its newest version.
CREATE VIRTUAL TABLE article_words USING fts5(title, text, content='', detail=none, tokenize='unicode61');
