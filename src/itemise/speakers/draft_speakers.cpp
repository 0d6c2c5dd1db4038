#include "itemise/speakers/draft_speakers.h"

#include "itemise/speakers/speaker_notes.h"
#include "itemise/speakers/speakers.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

namespace hearsay {

namespace {

// What is said in a claim that holds somebody's saying as a whole, "the mayor said that it sank"; empty where there is
// none.
struct Saying {
  Span said;
  // The claim is nothing but the saying: its head is the word of saying, or stands in what is said.
  bool is_all = false;
};

Saying saying_in(const ArticleVoices& voices, std::size_t draft) {
  const Span claim = voices.drafts[draft].claim.span;
  const Span head = voices.marks.dissection.tokens[voices.drafts[draft].proposition.head].span;
  Saying saying;
  for (const std::uint32_t a : voices.in[voices.draft_sentences[draft]]) {
    const Attribution& attribution = voices.marks.attributions[a];
    if (!attribution.cue || !claim.contains(*attribution.cue)) continue;
    for (const Span content : attribution.content) {
      const Span shared = {std::max(content.begin, claim.begin), std::min(content.end, claim.end)};
      if (shared.begin >= shared.end || shared.size() <= saying.said.size()) continue;
      saying = {shared, attribution.cue->contains(head) || content.contains(head)};
    }
  }
  return saying;
}

// The speakers of some drafts, while they are found.
class Finder {
 public:
  Finder(const ArticleVoices& voices, DraftRange range) : voices_(voices), range_(range) {
    for (std::size_t d = range.first; d < range.behind; ++d) found_.push_back({possible_speakers(voices, d)});
  }

  // Tells each draft's possible speakers whom a reader of its sentence would take for the source of it and of its said
  // part.
  void ask(const SentenceReadings& readings, const SourcePointer& pointer) {
    const auto sentence_of = [&](std::size_t d) { return readings.at(voices_.drafts[d].claim.span); };
    // The drafts are in text order, so that those of one sentence stand together.
    for (std::size_t first = range_.first, behind = first; first < range_.behind; first = behind) {
      const SentenceReading* const sentence = sentence_of(first);
      while (behind < range_.behind && sentence_of(behind) == sentence) ++behind;
      if (sentence == nullptr) continue;
      std::vector<SentenceReading::Pieces> spans;
      for (std::size_t d = first; d < behind; ++d) {
        spans.push_back(sentence->pieces_of(voices_.drafts[d].claim.span));
        spans.push_back(sentence->pieces_of(saying_in(voices_, d).said));
      }
      const std::vector<PointedSource> pointed = pointer.point(sentence->encoded, spans);
      for (std::size_t d = first; d < behind; ++d)
        note_pointed_source(*sentence, pointed[2 * (d - first)], pointed[2 * (d - first) + 1], of(d).possible);
    }
  }

  std::vector<DraftSpeakers> choose(const SpeakerChoice& choice) && {
    for (DraftSpeakers& speakers : found_) speakers.chosen = choice.choose(speakers.possible);
    for (std::size_t d = range_.first; d < range_.behind; ++d) follow_what_is_said(d);
    return std::move(found_);
  }

 private:
  DraftSpeakers& of(std::size_t draft) { return found_[draft - range_.first]; }
  const std::vector<Source>& chosen_chain(std::size_t draft) { return of(draft).possible[of(draft).chosen].chain; }

  // A claim that is nothing but a saying is, before the outlet's, the one's who says what is said.
  void follow_what_is_said(std::size_t draft) {
    const auto inner = chosen_chain(draft).empty() ? said_claim(draft) : std::nullopt;
    if (!inner || chosen_chain(*inner).empty()) return;
    const std::string speaker = key_of(chosen_chain(*inner).back());
    const auto& possible = of(draft).possible;
    const auto same = std::find_if(possible.begin(), possible.end(), [&](const PossibleSpeaker& one) {
      return !one.chain.empty() && key_of(one.chain.back()) == speaker;
    });
    if (same != possible.end()) of(draft).chosen = static_cast<std::size_t>(same - possible.begin());
  }

  // Of a draft that is nothing but a saying: the draft that is what is said, word for word or nearly.
  std::optional<std::size_t> said_claim(std::size_t draft) const {
    const Saying saying = saying_in(voices_, draft);
    const Span said = saying.said;
    if (said.empty() || !saying.is_all) return std::nullopt;
    const auto is_said = [&](const DraftClaim& other) {
      constexpr std::size_t most_missing = 3;  // of the said part one character in three: "that"
      return said.contains(other.claim.span) &&
             other.claim.span.size() * most_missing >= said.size() * (most_missing - 1);
    };
    const auto drafts = voices_.drafts.subspan(range_.first, range_.behind - range_.first);
    const auto first = std::partition_point(
        drafts.begin(), drafts.end(), [&](const DraftClaim& other) { return other.claim.span.begin < said.begin; });
    const auto found = std::find_if(first, drafts.end(), [&](const DraftClaim& other) {
      return other.claim.span.begin >= said.end || is_said(other);
    });
    if (found == drafts.end() || !is_said(*found)) return std::nullopt;
    return range_.first + static_cast<std::size_t>(found - drafts.begin());
  }

  const ArticleVoices& voices_;
  const DraftRange range_;
  std::vector<DraftSpeakers> found_;
};

}  // namespace

std::vector<DraftSpeakers> speakers_of_drafts(const ArticleVoices& voices, DraftRange range,
                                              const SentenceReadings& readings, const SourcePointer& pointer,
                                              const SpeakerChoice& choice) {
  Finder finder(voices, range);
  finder.ask(readings, pointer);
  return std::move(finder).choose(choice);
}

}  // namespace hearsay
