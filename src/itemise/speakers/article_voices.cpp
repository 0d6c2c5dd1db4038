#include "itemise/speakers/article_voices.h"

#include "base/folding.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace hearsay {

std::string key_of(const Source& source) {
  return source.entity ? '#' + std::to_string(*source.entity) : fold(source.name);
}

namespace {

std::size_t sentence_with(const std::vector<Sentence>& sentences, std::uint32_t token) {
  const auto found = std::upper_bound(sentences.begin(), sentences.end(), token,
                                      [](std::uint32_t t, const Sentence& s) { return t < s.last; });
  return static_cast<std::size_t>(found - sentences.begin());
}

}  // namespace

ArticleVoices::ArticleVoices(const Article& its_article, std::size_t number, const Marks& its_marks,
                             const Tree& its_tree, const Entities& its_entities, const Agencies& known_agencies,
                             std::span<const DraftClaim> its_drafts)
    : article(its_article),
      marks(its_marks),
      tree(its_tree),
      entity_of_named(its_entities.of_named[number]),
      entities(its_entities.all),
      agencies(known_agencies),
      drafts(its_drafts),
      in(its_marks.dissection.sentences.size() + 1),
      mentions(its_entities.all.size(), 0),
      speaks(its_entities.all.size(), 0) {
  for (const Mention& mention : marks.names.mentions) ++mentions[entity_of_named[mention.named]];
  for (std::uint32_t a = 0; a < marks.attributions.size(); ++a) read_attribution(a);
  find_loudest();
  read_drafts();
}

void ArticleVoices::read_attribution(std::uint32_t number) {
  const Attribution& attribution = marks.attributions[number];
  chains.push_back(source_chain(article, marks, tree, number, entity_of_named, entities, agencies));
  const std::size_t begin = attribution.cue ? attribution.cue->begin : attribution.content.front().begin;
  sentence_of.push_back(sentence_at(marks.dissection.sentences, begin));
  for (const std::size_t s : sentences_touched(attribution)) in[s].push_back(number);
  if (chains.back().empty()) return;
  ++attributed;
  if (chains.back().back().entity) ++speaks[*chains.back().back().entity];
}

// In order, each once.
std::vector<std::size_t> ArticleVoices::sentences_touched(const Attribution& attribution) const {
  constexpr std::size_t most_sentences = 40;
  const auto& sentences = marks.dissection.sentences;
  std::vector<std::size_t> touched = {sentence_of.back()};
  for (const Span content : attribution.content) {
    const std::size_t first = sentence_at(sentences, content.begin);
    const std::size_t last = std::min(sentence_at(sentences, content.end - 1), first + most_sentences);
    for (std::size_t s = first; s <= last; ++s) touched.push_back(s);
  }
  std::sort(touched.begin(), touched.end());
  touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
  return touched;
}

void ArticleVoices::read_drafts() {
  speaker_numbers.emplace("", 0);
  for (const DraftClaim& draft : drafts) {
    const std::string key = draft.claim.sources.empty() ? "" : key_of(draft.claim.sources.back());
    speaker_of.push_back(speaker_numbers.try_emplace(key, speaker_numbers.size()).first->second);
    draft_sentences.push_back(sentence_with(marks.dissection.sentences, draft.proposition.head));
  }
  sort_drafts_by_speaker();
  const std::string_view text = article.text;
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string_view::npos; ++at) line_ends.push_back(at);
}

void ArticleVoices::sort_drafts_by_speaker() {
  drafts_of.resize(speaker_numbers.size());
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    DraftsOfSpeaker& own = drafts_of[speaker_of[d]];
    own.numbers.push_back(d);
    ++own.sentences[draft_sentences[d]];
  }
  for (DraftsOfSpeaker& own : drafts_of) {
    own.first_sentence.resize(own.numbers.size());
    for (std::size_t i = own.numbers.size(); i-- > 0;) {
      own.first_sentence[i] = draft_sentences[own.numbers[i]];
      if (i + 1 < own.numbers.size())
        own.first_sentence[i] = std::min(own.first_sentence[i], own.first_sentence[i + 1]);
    }
  }
}

std::size_t ArticleVoices::DraftsOfSpeaker::count_before(std::size_t draft) const {
  return static_cast<std::size_t>(std::lower_bound(numbers.begin(), numbers.end(), draft) - numbers.begin());
}

std::optional<std::size_t> ArticleVoices::DraftsOfSpeaker::last_before_sentence(std::size_t sentence) const {
  const auto behind = std::lower_bound(first_sentence.begin(), first_sentence.end(), sentence);
  if (behind == first_sentence.begin()) return std::nullopt;
  return numbers[static_cast<std::size_t>(behind - first_sentence.begin()) - 1];
}

// The first attribution of each of the two that have the most, and at least two.
void ArticleVoices::find_loudest() {
  std::map<std::string, std::pair<std::size_t, std::uint32_t>> of_key;
  for (std::uint32_t a = 0; a < chains.size(); ++a) {
    if (!chains[a].empty()) ++of_key.try_emplace(key_of(chains[a].back()), 0, a).first->second.first;
  }
  std::vector<std::pair<std::size_t, std::uint32_t>> all;
  for (const auto& [key, found] : of_key) {
    if (found.first > 1) all.push_back(found);
  }
  std::sort(all.begin(), all.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  for (std::size_t i = 0; i < std::min<std::size_t>(all.size(), 2); ++i) loudest.push_back(all[i].second);
}

}  // namespace hearsay
