// One pass: each article is compared with what is held, first word by word with those that share runs with it, then by
// its features with the stories. It joins the story most like it, begins one where none is, and may show that two
// stories are one. Nothing is ever taken apart again. Time and memory are in proportion to the articles.
#include "group/stories/grouper.h"

#include "group/copies/template_twins.h"
#include "group/held/packed_texts.h"
#include "group/held/saved_state.h"
#include "group/held/word_codes.h"
#include "group/stories/grouping_records.h"
#include "group/stories/near_duplicates.h"
#include "group/stories/overlap_lineage.h"
#include "group/stories/stem_counts.h"
#include "group/stories/story_index.h"
#include "group/stories/stream_clock.h"
#include "group/stories/waiting_articles.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <deque>

namespace hearsay {

namespace {

constexpr std::size_t features_kept = 96;
constexpr std::uint32_t state_version = 0x39475348;  // "HSG9"

std::int32_t day_of(const Signature& signature) {
  constexpr std::int64_t day = 86400;
  const std::int64_t seconds = signature.seconds;
  return static_cast<std::int32_t>(seconds >= 0 ? seconds / day : (seconds - day + 1) / day);
}

}  // namespace

namespace {

// What a new article's words have to do with earlier ones.
struct EarlierTexts {
  PlacedWords text;  // the article's; empty where it shares none
  std::vector<CopyRecord> copies;
  std::vector<StoryIndex::Found> alike;  // the copies' stories, each as similar as the shared part is large
  std::vector<std::uint32_t> apart;      // stories that an article of the same form of words tells, but of other names
};

}  // namespace

struct Grouper::State {
  Options options;
  std::uint32_t added = 0;
  WaitingArticles waiting;
  StreamClock clock;
  StemCounts stems;
  NearDuplicates texts;
  StoryIndex index;
  RecordNames names;
  PackedTexts notes;                   // of the articles held
  std::deque<ArticleRecord> articles;  // in order of placing, of place first_article + index
  std::uint32_t first_article = 0;
  std::deque<StoryRecord> stories;  // of number first_story + index
  std::uint32_t first_story = 0;
  std::vector<StoryRecord> finished;
  // What place() tells of the last article; not part of what is saved.
  std::vector<CopyRecord> last_copies;
  std::vector<Placing::Merge> last_merges;

  template <class Archive>
  void fields(Archive& archive) {
    archive(options, added, waiting, clock, stems, texts, index, names, notes, articles, first_article, stories,
            first_story, finished);
  }

  StoryRecord& story(std::uint32_t number) { return stories[number - first_story]; }
  std::uint32_t root_of(std::uint32_t number);
  void place_waiting();
  bool place(const Signature& signature, std::uint32_t number);
  bool is_counted(const Signature& signature) const;
  EarlierTexts find_shared(const Signature& signature, const ArticleRecord& record, const ArticleNotes& noted);
  std::uint32_t choose_story(const Signature& signature, const StoryIndex::Part& part, EarlierTexts& shared);
  bool is_apart(std::uint32_t story, EarlierTexts& shared);
  bool are_apart(std::uint32_t story, std::uint32_t other);
  std::uint32_t begin_story(const Signature& signature, const StoryIndex::Part& part);
  std::uint32_t merge_alike(std::uint32_t story, const std::vector<StoryIndex::Found>& found);
  void merge(std::uint32_t kept, std::uint32_t gone, float alike);
  void forget_old();
  void forget_articles(std::size_t count);
};

std::uint32_t Grouper::State::root_of(std::uint32_t number) {
  while (story(number).merged_into != StoryRecord::itself) {
    std::uint32_t& into = story(number).merged_into;
    if (story(into).merged_into != StoryRecord::itself) into = story(into).merged_into;
    number = into;
  }
  return number;
}

void Grouper::State::place_waiting() {
  if (waiting.empty()) return;
  Signature room;
  if (const Signature& one = waiting.at(0, room); one.has_day) {
    for (std::size_t i = 0; i < waiting.size(); ++i) clock.see(day_of(one));
  }
  clock.advance();
  forget_old();
  // Only after all, so that their order changes nothing.
  std::vector<std::uint32_t> counted;
  for (const std::uint32_t next : waiting.order()) {
    const Signature& signature = waiting.at(next, room);
    const bool begins = place(signature, waiting.numbers()[next]);
    if (begins || is_counted(signature)) counted.push_back(next);
  }
  for (const std::uint32_t next : counted) stems.count(waiting.at(next, room).features);
  waiting.clear();
}

// Whether the article last placed, which joined a story, counts in the stream's words. Its story counted when it began,
// and an event that everyone reports must not make its own names common. But a story told for over a week is rather a
// topic, and in a language the built-in counts do not know common words are only learned from the stream: there every
// fourth article counts.
bool Grouper::State::is_counted(const Signature& signature) const {
  constexpr double topic = 7;  // days
  constexpr std::uint64_t joined_counted = 4;
  if (signature.content % joined_counted != 0) return false;
  return !signature.familiar || index.days_told(articles.back().story, clock.days) > topic;
}

// Says whether a story begins with the article.
bool Grouper::State::place(const Signature& signature, std::uint32_t number) {
  const std::size_t stories_before = stories.size();
  ArticleRecord record;
  record.seconds = signature.seconds;
  record.number = number;
  record.has_day = signature.has_day ? 1 : 0;
  record.has_time = signature.has_time ? 1 : 0;
  record.arrived = clock.days;
  record.outlet = names.outlets.number_of(signature.outlet) & ((1U << 30) - 1);
  const ArticleNotes noted = note(signature, names);
  StoryIndex::Part part{stems.adjusted(signature.features), std::nullopt, clock.days, signature.familiar};
  if (signature.has_day) part.day = day_of(signature);
  normalise(part.features, features_kept);
  EarlierTexts shared = find_shared(signature, record, noted);
  last_copies = shared.copies;
  last_merges.clear();
  record.story = choose_story(signature, part, shared);
  StoryRecord& joined = story(record.story);
  joined.add_article(record.number);
  joined.arrived = clock.days;
  joined.add_copies(std::move(shared.copies));
  joined.keep_apart(shared.apart);
  const std::uint32_t place = first_article + static_cast<std::uint32_t>(articles.size());
  texts.add(place, signature);
  notes.add(place, pack_notes(noted));
  articles.push_back(record);
  return stories.size() > stories_before;
}

// The part of the longer of a copy's two texts that is in both; of a translation, the part of its names and numbers.
float part_shared(const CopyRecord& copy) {
  if (copy.kind == CopyKind::translation)
    return static_cast<float>(copy.in_order) / static_cast<float>(copy.order_marks);
  return static_cast<float>(std::min(copy.shared, copy.from_words)) /
         static_cast<float>(std::max(copy.from_words, copy.to_words));
}

EarlierTexts Grouper::State::find_shared(const Signature& signature, const ArticleRecord& record,
                                         const ArticleNotes& noted) {
  EarlierTexts result;
  NearDuplicates::Shared shared = texts.find(signature);
  for (const Overlap& overlap : shared.overlaps) {
    const ArticleRecord& earlier = articles[overlap.earlier - first_article];
    const std::uint32_t root = root_of(earlier.story);
    if (are_template_twins(overlap.earlier_text, shared.text, overlap.runs)) {
      if (!story(root).is_empty()) result.apart.push_back(root);
      continue;
    }
    const ArticleNotes earlier_notes = unpack_notes(notes.at(overlap.earlier));
    const auto copy =
        judge_overlap(overlap, {earlier, earlier_notes, overlap.earlier_text}, {record, noted, shared.text}, names);
    if (!copy) continue;
    result.copies.push_back(*copy);
    if (!story(root).is_empty()) result.alike.push_back({root, part_shared(*copy)});
  }
  // A story that also holds a text of the same event, word for word, is its own.
  std::erase_if(result.apart, [&](std::uint32_t number) {
    return std::any_of(result.alike.begin(), result.alike.end(),
                       [&](const StoryIndex::Found& found) { return found.story == number; });
  });
  result.text = std::move(shared.text);
  return result;
}

// Of a form of words that many articles have only some were compared; the stories found by their features are compared
// by their first article.
bool Grouper::State::is_apart(std::uint32_t number, EarlierTexts& shared) {
  const auto is_known = [&] {
    return std::find(shared.apart.begin(), shared.apart.end(), number) != shared.apart.end();
  };
  if (is_known()) return true;
  const std::uint32_t first = story(number).first;
  if (first < first_article) return false;
  const Overlap overlap = texts.compare(shared.text, first);
  if (!are_template_twins(overlap.earlier_text, shared.text, overlap.runs)) return false;
  shared.apart.push_back(number);
  return true;
}

std::uint32_t Grouper::State::choose_story(const Signature& signature, const StoryIndex::Part& part,
                                           EarlierTexts& shared) {
  std::vector<StoryIndex::Found> found = index.find(part.features, part.day);
  if (!shared.apart.empty()) {
    std::erase_if(found, [&](const StoryIndex::Found& by_features) {
      return by_features.alike >= StoryRules().alike && is_apart(by_features.story, shared);
    });
  }
  found.insert(found.begin(), shared.alike.begin(), shared.alike.end());
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return a.alike != b.alike ? a.alike > b.alike : a.story < b.story;
  });
  if (found.empty() || found.front().alike < StoryRules().alike) return begin_story(signature, part);
  index.join(found.front().story, part);
  return merge_alike(found.front().story, found);
}

std::uint32_t Grouper::State::begin_story(const Signature& signature, const StoryIndex::Part& part) {
  const std::uint32_t number = index.begin(part);
  StoryRecord record;
  record.id = XXH3_64bits_withSeed(signature.id.data(), signature.id.size(), signature.content);
  record.first = first_article + static_cast<std::uint32_t>(articles.size());
  stories.push_back(std::move(record));
  return number;
}

// Merges with a story those found with it that are similar enough; the one that began first is kept.
std::uint32_t Grouper::State::merge_alike(std::uint32_t number, const std::vector<StoryIndex::Found>& found) {
  constexpr std::size_t looked_at = 4;
  for (std::size_t i = 0; i < std::min(found.size(), looked_at); ++i) {
    const std::uint32_t other = root_of(found[i].story);
    if (other == number || are_apart(number, other)) continue;
    const float alike = index.alike(number, other);
    if (alike < StoryRules().alike) continue;
    const bool older = story(number).first < story(other).first;
    merge(older ? number : other, older ? other : number, alike);
    if (!older) number = other;
  }
  return number;
}

bool Grouper::State::are_apart(std::uint32_t number, std::uint32_t other) {
  const auto has = [&](std::uint32_t one, std::uint32_t sought) {
    if (!story(one).more) return false;
    const std::vector<std::uint32_t>& apart = story(one).more->apart;
    return std::any_of(apart.begin(), apart.end(),
                       [&](std::uint32_t known) { return known >= first_story && root_of(known) == sought; });
  };
  return has(number, other) || has(other, number);
}

namespace {

std::string how_alike(float alike) { return fmt::format("articles alike by {:.2f} on average", alike); }

}  // namespace

void Grouper::State::merge(std::uint32_t kept, std::uint32_t gone, float alike) {
  index.merge(kept, gone);
  StoryRecord& from = story(gone);
  last_merges.push_back({story(kept).article, from.article, how_alike(alike)});
  story(kept).merge(from, {from.id, alike});
  from.merged_into = kept;
}

// Forgetting rewrites lists, so it waits until an eighth of what is held can go.
void Grouper::State::forget_old() {
  const std::int32_t oldest = clock.days - options.window_days;
  const auto first_kept = std::partition_point(articles.begin(), articles.end(),
                                               [&](const ArticleRecord& record) { return record.arrived < oldest; });
  std::size_t gone = static_cast<std::size_t>(first_kept - articles.begin());
  if (articles.size() >= options.most_articles) gone = std::max(gone, articles.size() - options.most_articles * 7 / 8);
  if (gone > 0 && 8 * gone >= articles.size()) forget_articles(gone);
}

void Grouper::State::forget_articles(std::size_t count) {
  articles.erase(articles.begin(), articles.begin() + static_cast<std::ptrdiff_t>(count));
  first_article += static_cast<std::uint32_t>(count);
  texts.forget_before(first_article);
  notes.forget_before(first_article);
  const std::int32_t oldest = articles.empty() ? clock.days : articles.front().arrived;
  index.forget_before(oldest);
  for (StoryRecord& record : stories) {
    if (record.arrived >= oldest || record.is_empty()) continue;
    finished.push_back(std::move(record));
    record = {};
    record.arrived = INT32_MIN;
  }
  std::uint32_t first_needed = index.first_held();
  for (ArticleRecord& record : articles) {
    record.story = root_of(record.story);
    first_needed = std::min(first_needed, record.story);
  }
  std::size_t gone = 0;
  while (gone < stories.size() && stories[gone].is_empty() && gone + first_story < first_needed) ++gone;
  stories.erase(stories.begin(), stories.begin() + static_cast<std::ptrdiff_t>(gone));
  first_story += static_cast<std::uint32_t>(gone);
}

namespace {

Story story_of(const StoryRecord& record, const RecordNames& names) {
  Story story;
  story.id = fmt::format("s{:016x}", record.id);
  story.articles.push_back(record.article);
  if (record.more) {
    const StoryRecord::More& more = *record.more;
    story.articles.insert(story.articles.end(), more.articles.begin(), more.articles.end());
    for (const CopyRecord& copy : more.copies) story.copies.push_back(copy_of(copy, names));
    for (const MergeRecord& merge : more.merged) {
      story.merged.push_back({fmt::format("s{:016x}", merge.id), how_alike(merge.alike)});
    }
  }
  return story;
}

}  // namespace

Grouper::Grouper(Options options) : state_(std::make_unique<State>()) { state_->options = options; }
Grouper::~Grouper() = default;

std::size_t Grouper::add(const Article& article) { return add(sign(article)); }

std::size_t Grouper::add(Signature signature) {
  if (!state_->waiting.is_of_their_time(signature)) state_->place_waiting();
  state_->waiting.add(std::move(signature), state_->added);
  return state_->added++;
}

Placing Grouper::place(Signature signature) {
  state_->place_waiting();
  Placing placing;
  placing.number = add(std::move(signature));
  state_->place_waiting();
  const StoryRecord& joined = state_->story(state_->root_of(state_->articles.back().story));
  placing.story = fmt::format("s{:016x}", joined.id);
  placing.begun_by = joined.article;
  placing.merges = std::move(state_->last_merges);
  for (const CopyRecord& copy : state_->last_copies) placing.copies.push_back(copy_of(copy, state_->names));
  return placing;
}

std::vector<Story> Grouper::stories() {
  state_->place_waiting();
  std::vector<const StoryRecord*> records;
  for (const StoryRecord& record : state_->finished) records.push_back(&record);
  for (const StoryRecord& record : state_->stories) {
    if (!record.is_empty()) records.push_back(&record);
  }
  std::stable_sort(records.begin(), records.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
  std::vector<Story> stories;
  for (const StoryRecord* record : records) stories.push_back(story_of(*record, state_->names));
  return stories;
}

std::vector<Story> Grouper::take_finished() {
  std::vector<Story> stories;
  for (const StoryRecord& record : state_->finished) stories.push_back(story_of(record, state_->names));
  state_->finished.clear();
  return stories;
}

std::vector<std::uint32_t> Grouper::numbers_held() const {
  std::vector<std::uint32_t> numbers = state_->waiting.numbers();
  const auto add = [&](const StoryRecord& record) {
    if (!record.is_empty()) numbers.push_back(record.article);
    if (!record.more) return;
    numbers.insert(numbers.end(), record.more->articles.begin(), record.more->articles.end());
    for (const CopyRecord& copy : record.more->copies) {
      numbers.push_back(copy.from);
      numbers.push_back(copy.to);
    }
  };
  for (const StoryRecord& record : state_->stories) add(record);
  for (const StoryRecord& record : state_->finished) add(record);
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

void Grouper::save(std::ostream& stream) const {
  StateWriter writer(stream);
  std::uint32_t version = state_version;
  std::uint64_t lists = WordCodes::shared().fingerprint();
  writer(version, lists, *state_);
  std::uint64_t digest = writer.digest();
  writer(digest);
  if (!stream) throw std::runtime_error("the state could not be written");
}

void Grouper::load(std::istream& stream) {
  StateReader reader(stream);
  std::uint32_t version = 0;
  reader(version);
  if (version != state_version) throw std::runtime_error("this is not a saved state of this version");
  std::uint64_t lists = 0;
  reader(lists);
  if (lists != WordCodes::shared().fingerprint())
    throw std::runtime_error(
        "this state was saved with other words in common_words.txt, copier_words.txt or numbers.txt");
  auto loaded = std::make_unique<State>();
  reader(*loaded);
  const std::uint64_t expected = reader.digest();
  std::uint64_t digest = 0;
  reader(digest);
  if (digest != expected) throw std::runtime_error("the saved state is damaged");
  state_ = std::move(loaded);
}

}  // namespace hearsay
