-- Version 2 of the store: what is handed in through the server, the way to what one source said in all stories, and
-- less room for an account: story.account is "hearsay/kept-account/1", which leaves out what follows from the rest and
-- the texts, and has alone where names stand and who told whom.
DROP TABLE mention;
DROP TABLE source;

-- What was handed in for the writer of the store to take. The last 1,000 that were taken stay, so that whoever handed
-- a thing in can ask what became of it.
CREATE TABLE inbox(
  number INTEGER PRIMARY KEY AUTOINCREMENT,  -- in order; none is given twice
  at INTEGER NOT NULL,          -- when it was handed in
  kind TEXT NOT NULL,           -- "article": one as JSON; "address": to be fetched
  content BLOB NOT NULL,        -- the JSON or the address, packed with Zstandard; empty once it is taken
  private INTEGER NOT NULL,     -- 1 where it may be fetched from this machine and from private networks
  taken INTEGER,                -- when it was taken; NULL while it waits
  added INTEGER,                -- articles in it that were new
  changed INTEGER,              -- that were new versions
  again INTEGER,                -- that were there already, as they were
  fault TEXT,                   -- why it, or something in it, could not be used
  story INTEGER REFERENCES story(number)  -- in which its last article is
);
CREATE INDEX inbox_waiting ON inbox(number) WHERE taken IS NULL;

-- Stories with an account that is not of what they are now.
CREATE INDEX story_stale ON story(changed) WHERE merged_into IS NULL AND told_state <> state;

CREATE INDEX change_version ON change(version);
CREATE INDEX origin_by_name ON origin(name);
CREATE INDEX entity_name_by_name ON entity_name(name);
