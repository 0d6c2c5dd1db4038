// Spans are held as distances, two or three bytes each; what is told of a copy is put into words only when it is handed
// out.
#include "group/stories/grouping_records.h"

#include "group/copies/families.h"
#include "group/held/packed_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace hearsay {

namespace {

// A greedy match may step back a little where the other text repeats itself, so steps are signed (zigzag).
void put_step(std::string& bytes, std::size_t to, std::size_t from) {
  const auto step = static_cast<std::int64_t>(to) - static_cast<std::int64_t>(from);
  put_number(bytes, static_cast<std::uint64_t>(step) << 1 ^ static_cast<std::uint64_t>(step >> 63));
}

std::size_t take_step(std::string_view& bytes, std::size_t from) {
  const std::uint64_t coded = take_number(bytes);
  return from + ((coded >> 1) ^ (0 - (coded & 1U)));
}

void put_span(std::string& bytes, Span span, std::size_t& last) {
  put_step(bytes, span.begin, last);
  put_number(bytes, span.size());
  last = span.end;
}

Span take_span(std::string_view& bytes, std::size_t& last) {
  const std::size_t begin = take_step(bytes, last);
  last = begin + take_number(bytes);
  return {begin, last};
}

}  // namespace

ArticleNotes note(const Signature& signature, RecordNames& names) {
  ArticleNotes notes;
  for (const SignedCredit& credit : signature.credits) {
    notes.credits.push_back(
        {names.agencies.number_of(credit.agency), names.outlets.number_of(credit.domain), credit.whole});
  }
  for (const std::uint32_t name : signature.upstreams) notes.upstreams.push_back(name & 0xFFFFFFU);
  return notes;
}

std::string pack_notes(const ArticleNotes& notes) {
  std::string bytes;
  put_number(bytes, notes.credits.size());
  for (const ArticleNotes::NotedCredit& credit : notes.credits) {
    put_number(bytes, credit.agency << 1 | (credit.whole ? 1U : 0U));
    put_number(bytes, credit.outlet);
  }
  for (const std::uint32_t name : notes.upstreams) {
    for (unsigned shift = 0; shift < 24; shift += 8) bytes += static_cast<char>(name >> shift & 255U);
  }
  return bytes;
}

ArticleNotes unpack_notes(std::string_view bytes) {
  ArticleNotes notes;
  for (std::uint64_t left = take_number(bytes); left > 0; --left) {
    const auto agency = static_cast<std::uint32_t>(take_number(bytes));
    notes.credits.push_back({agency >> 1, static_cast<std::uint32_t>(take_number(bytes)), (agency & 1U) != 0});
  }
  for (; bytes.size() >= 3; bytes.remove_prefix(3)) {
    std::uint32_t name = 0;
    for (unsigned i = 0; i < 3; ++i) name |= std::uint32_t(static_cast<unsigned char>(bytes[i])) << 8 * i;
    notes.upstreams.push_back(name);
  }
  return notes;
}

std::string pack_spans(const std::vector<Passage>& passages, const std::vector<Change>& changes) {
  std::string bytes;
  std::size_t from = 0;
  std::size_t to = 0;
  put_number(bytes, passages.size());
  for (const Passage& passage : passages) {
    put_span(bytes, passage.to, to);
    put_span(bytes, passage.from, from);
  }
  from = to = 0;
  for (const Change& change : changes) {
    bytes += static_cast<char>(change.kind);
    put_span(bytes, change.from, from);
    put_span(bytes, change.to, to);
  }
  bytes.shrink_to_fit();
  return bytes;
}

void unpack_spans(std::string_view bytes, Copy& copy) {
  std::size_t from = 0;
  std::size_t to = 0;
  for (std::uint64_t left = take_number(bytes); left > 0; --left) {
    const Span there = take_span(bytes, to);
    copy.passages.push_back({take_span(bytes, from), there});
  }
  from = to = 0;
  while (!bytes.empty()) {
    Change change;
    change.kind = static_cast<Change::Kind>(bytes.front());
    bytes.remove_prefix(1);
    change.from = take_span(bytes, from);
    change.to = take_span(bytes, to);
    copy.changes.push_back(change);
  }
}

StoryRecord::More& StoryRecord::with_more() {
  if (!more) more = std::make_unique<More>();
  return *more;
}

void StoryRecord::add_article(std::uint32_t number) {
  if (is_empty())
    article = number;
  else
    with_more().articles.push_back(number);
}

void StoryRecord::add_copies(std::vector<CopyRecord> copies) {
  if (copies.empty()) return;
  std::move(copies.begin(), copies.end(), std::back_inserter(with_more().copies));
}

void StoryRecord::keep_apart(const std::vector<std::uint32_t>& stories) {
  if (stories.empty()) return;
  std::vector<std::uint32_t>& apart = with_more().apart;
  apart.insert(apart.end(), stories.begin(), stories.end());
  std::sort(apart.begin(), apart.end());
  apart.erase(std::unique(apart.begin(), apart.end()), apart.end());
}

void StoryRecord::merge(StoryRecord& other, MergeRecord record) {
  More& own = with_more();
  if (!other.is_empty()) own.articles.push_back(other.article);
  own.merged.push_back(record);
  if (other.more) {
    More& gone = *other.more;
    own.articles.insert(own.articles.end(), gone.articles.begin(), gone.articles.end());
    std::move(gone.copies.begin(), gone.copies.end(), std::back_inserter(own.copies));
    keep_apart(gone.apart);
    own.merged.insert(own.merged.end(), gone.merged.begin(), gone.merged.end());
  }
  arrived = std::max(arrived, other.arrived);
  other.article = none;
  other.more.reset();
}

Copy copy_of(const CopyRecord& record, const RecordNames& names) {
  Copy copy;
  copy.from = record.from;
  copy.to = record.to;
  copy.kind = record.kind;
  copy.share = static_cast<double>(record.shared) / std::max<double>(1, record.to_words);
  copy.direction_known = record.direction_known;
  unpack_spans(record.passages, copy);
  const std::uint32_t cut = record.from_words - std::min(record.from_words, record.shared);
  const std::uint32_t added = record.to_words - std::min(record.to_words, record.shared);
  if (record.kind == CopyKind::translation) {
    copy.why = fmt::format("in other words, {} of {} names, numbers and quotations in the same order", record.in_order,
                           record.order_marks);
    if (record.words_once > 0)
      copy.why += fmt::format(", and {} of {} words said once", record.words_in_order, record.words_once);
  } else {
    copy.why = fmt::format("{} of {} words stand in both, {} in a row, {} left out, {} added", record.shared,
                           record.to_words, record.longest, cut, added);
  }
  if (record.named == CopyRecord::Named::credits_agency) copy.why += "; credits " + names.agencies[record.source];
  if (record.named == CopyRecord::Named::names_outlet)
    copy.why += fmt::format("; names {} as a source", names.outlets[record.source]);
  if (record.agency != 0) copy.why += "; both credit " + names.agencies[record.agency];
  if (record.same_outlet) copy.why += "; same outlet";
  if (record.owner_of != 0) {
    const auto owner = owner_of(names.outlets[record.owner_of]);
    if (owner) copy.why += fmt::format("; same owner ({})", *owner);
  }
  if (record.earlier) copy.why += "; published later";
  return copy;
}

}  // namespace hearsay
