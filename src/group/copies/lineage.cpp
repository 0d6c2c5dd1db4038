// Rules, each with its reason in `why`; no learned weights. Kinds after Clough et al. (METER, 2002): text taken over as
// a whole, text taken from one source, text rewritten. Deciding derivation is uncertain, so direction is "known" only
// by a credit, or by time where most of the text was taken over.
#include "group/copies/lineage.h"

#include "group/copies/changes.h"
#include "group/copies/copy_kind.h"
#include "group/copies/evidence.h"
#include "group/copies/families.h"
#include "group/copies/standing_passages.h"
#include "group/copies/taken_words.h"
#include "group/copies/telling.h"
#include "group/copies/template_twins.h"
#include "group/held/packed_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace hearsay {

namespace {

bool of_one_outlet(const Article& a, const Article& b) {
  return a.outlet && b.outlet && is_same_outlet(*a.outlet, *b.outlet);
}

PublishedTime time_of(const Article& article) {
  if (!article.published) return {};
  const auto& time = article.published->time_of_day_utc;
  const auto seconds = article.published->day.time_since_epoch() + time.value_or(std::chrono::seconds(0));
  return {std::chrono::seconds(seconds).count(), true, time.has_value()};
}

const Credit* credit_to_outlet(const Comparable& article, const Comparable& other) {
  if (!other.article->outlet) return nullptr;
  for (const Credit& credit : article.credits) {
    if (!credit.domain.empty() && is_same_outlet(credit.domain, *other.article->outlet)) return &credit;
  }
  return nullptr;
}

const Credit* whole_credit_in_both(const Comparable& a, const Comparable& b) {
  for (const Credit& credit : a.credits) {
    for (const Credit& other : b.credits) {
      if (credit.agency == other.agency && (credit.whole || other.whole)) return &credit;
    }
  }
  return nullptr;
}

// Why `to` is the copier of `from`, where one names the other; nothing where neither does.
std::optional<std::string> named_source(const Comparable& to, const Comparable& from) {
  if (const Credit* credit = credit_to_outlet(to, from)) {
    return fmt::format("{} credits {}", to.article->id, credit->agency);
  }
  if (!from.article->outlet || of_one_outlet(*from.article, *to.article)) return std::nullopt;
  for (const std::uint32_t name : names_of_outlet(*from.article->outlet)) {
    for (const Upstream& upstream : to.upstreams) {
      if (upstream.name == name)
        return fmt::format("{} names \"{}\"", to.article->id, words_at(to.worded.text, upstream.where));
    }
  }
  return std::nullopt;
}

std::string shown_words(const Comparable& to, const Run& run) {
  constexpr std::size_t most = 12;
  const std::size_t count = std::min(run.count, most);
  const Span span = hull_of(std::span(to.worded.words).subspan(run.to, count));
  std::string words(words_at(to.worded.text, span));
  std::replace(words.begin(), words.end(), '\n', ' ');
  return fmt::format("{} words in a row: \"{}{}\"", run.count, words, run.count > most ? " ..." : "");
}

std::vector<Passage> passages_of(const Comparable& from, const Comparable& to, std::span<const Run> runs) {
  std::vector<Passage> passages;
  for (const Run& run : runs) {
    passages.push_back({hull_of(std::span(from.worded.words).subspan(run.from, run.count)),
                        hull_of(std::span(to.worded.words).subspan(run.to, run.count))});
  }
  return passages;
}

// Sentences told in other words, with hardly a run in them: enough of them, or one long one, not to be chance.
std::vector<Retold> reworded(std::vector<Retold> retold) {
  constexpr double mostly_exact = 0.75;
  std::erase_if(retold, [](const Retold& pair) { return pair.exact > mostly_exact; });
  return retold;
}

// Enough words alike that one statement must stand behind them; twice as sure where both give it as a quotation.
bool is_retold(std::span<const Retold> retold) {
  constexpr std::size_t long_statement = 10;
  constexpr std::size_t long_quotation = 7;
  std::size_t common = 0;
  bool quoted = false;
  for (const Retold& pair : retold) {
    common += pair.words_in_common;
    quoted = quoted || (pair.quoted_in_both && pair.words_in_common >= long_quotation);
  }
  return quoted || common >= long_statement;
}

class Judge {
 public:
  Judge(const Comparable& a, const Comparable& b, std::vector<Run> runs) : from_(&a), to_(&b), runs_(std::move(runs)) {}

  std::optional<Copy> judge() {
    if (of_one_outlet(*from_->article, *to_->article))
      runs_ = without_footer(std::move(runs_), from_->worded.words.size(), to_->worded.words.size());
    evidence_ = weigh(from_->worded, to_->worded, runs_);
    retold_ = reworded(find_retold(from_->worded, to_->worded, runs_));
    if (!of_one_outlet(*from_->article, *to_->article)) telling_ = compare_tellings(from_->placed, to_->placed, runs_);
    if (!is_enough(evidence_) && !is_retold(retold_) && !is_one_telling(telling_)) return std::nullopt;
    decide_direction();
    copy_.from = from_->number;
    copy_.to = to_->number;
    taken_ = count_taken(from_->whole, to_->whole);
    copy_.share = static_cast<double>(taken_) / static_cast<double>(to_->whole.words.size());
    copy_.kind = decide_kind();
    copy_.direction_known = decide_known();
    copy_.passages = passages_of(*from_, *to_, runs_);
    add_retold();
    if (copy_.kind == CopyKind::copy || copy_.kind == CopyKind::revision) {
      copy_.changes = find_changes(from_->worded.words, to_->worded.words, runs_);
    }
    say_why();
    return copy_;
  }

 private:
  // A credit outweighs the times, which a republication can have turned round.
  void decide_direction() {
    named_ = named_source(*to_, *from_);
    const auto other_way = named_source(*from_, *to_);
    time_ = order_in_time(time_of(*from_->article), time_of(*to_->article));
    const bool turn = named_ ? false : other_way ? true : time_ > 0;
    if (named_ && other_way) named_.reset();
    if (!named_ && other_way && turn) named_ = other_way;
    if (!turn) return;
    std::swap(from_, to_);
    time_ = -time_;
    turn_runs();
  }

  void turn_runs() {
    for (Run& run : runs_) std::swap(run.from, run.to);
    std::sort(runs_.begin(), runs_.end(), [](const Run& a, const Run& b) { return a.to < b.to; });
    std::swap(evidence_.shown.from, evidence_.shown.to);
    for (Retold& pair : retold_) std::swap(pair.from, pair.to);
    std::sort(retold_.begin(), retold_.end(), [](const Retold& a, const Retold& b) { return a.to.begin < b.to.begin; });
  }

  CopyKind decide_kind() const {
    return kind_of({evidence_.shared, evidence_.own_voice,
                    std::min(from_->worded.words.size(), to_->worded.words.size()),
                    of_one_outlet(*from_->article, *to_->article), named_.has_value(),
                    whole_credit_in_both(*from_, *to_) != nullptr, is_translation()});
  }

  // What stands there at length in the same words needed no translator; and what only one of the two quotes may be the
  // other's indirect speech, unless several sentences correspond.
  bool is_translation() const {
    constexpr std::size_t at_length = 10;
    if (is_one_telling(telling_) && 10 * evidence_.shared < 3 * to_->worded.words.size()) return true;
    if (!is_retold(retold_) || std::max(evidence_.quoted, evidence_.shown.count) >= at_length) return false;
    const auto both =
        std::count_if(retold_.begin(), retold_.end(), [](const Retold& pair) { return pair.quoted_in_both; });
    return both > 0 || retold_.size() >= 2;
  }

  bool decide_known() const {
    if (copy_.kind != CopyKind::copy && copy_.kind != CopyKind::revision) return false;
    constexpr double most = 0.5;
    const double own = static_cast<double>(evidence_.shared) / static_cast<double>(to_->worded.words.size());
    return named_.has_value() || (time_ != 0 && (copy_.kind == CopyKind::revision || own >= most));
  }

  // What was told in other words is a passage too, where no run stands in it.
  void add_retold() {
    if (copy_.kind != CopyKind::translation) return;
    for (const Retold& pair : retold_) {
      std::erase_if(copy_.passages, [&](const Passage& p) { return pair.to.overlaps(p.to); });
      copy_.passages.push_back({pair.from, pair.to});
    }
    std::sort(copy_.passages.begin(), copy_.passages.end(),
              [](const Passage& a, const Passage& b) { return a.to < b.to; });
  }

  void say_why() {
    std::string& why = copy_.why;
    const auto say = [&](const std::string& reason) { why += (why.empty() ? "" : "; ") + reason; };
    if (evidence_.strongest > 0) say(shown_words(*to_, evidence_.shown));
    if (evidence_.quoted >= enough_quoted) say(fmt::format("{} of the words quoted in both", evidence_.quoted));
    if (copy_.kind == CopyKind::translation && is_one_telling(telling_)) {
      say(fmt::format("{} of {} names, numbers and quotations in the same order", telling_.marks.common,
                      telling_.marks.shorter));
      if (telling_.words > 0) say(fmt::format("{} of {} words said once too", telling_.in_order, telling_.words));
    }
    if (copy_.kind == CopyKind::translation && !retold_.empty()) {
      const Retold& pair = *std::max_element(retold_.begin(), retold_.end(), [](const Retold& a, const Retold& b) {
        return a.words_in_common < b.words_in_common;
      });
      say(fmt::format("a statement in other words, {} long words alike and the same numbers", pair.words_in_common));
    }
    if (named_) say(*named_);
    if (const Credit* credit = whole_credit_in_both(*from_, *to_)) say(fmt::format("both credit {}", credit->agency));
    say_outlets(say);
    if (time_ != 0) say(fmt::format("{} is earlier", from_->article->id));
    say_cuts(say);
  }

  template <class Say>
  void say_outlets(const Say& say) const {
    const Article& a = *from_->article;
    const Article& b = *to_->article;
    if (!a.outlet || !b.outlet) return;
    const auto owner = owner_of(*a.outlet);
    if (of_one_outlet(a, b))
      say("same outlet");
    else if (owner && owner == owner_of(*b.outlet))
      say(fmt::format("same owner ({})", *owner));
  }

  template <class Say>
  void say_cuts(const Say& say) const {
    if (copy_.kind != CopyKind::copy && copy_.kind != CopyKind::revision) return;
    const std::size_t there = from_->whole.words.size();
    const std::size_t here = to_->whole.words.size();
    say(fmt::format("{} of {} words taken over, {} left out, {} added", taken_, here, there - std::min(taken_, there),
                    here - taken_));
  }

  const Comparable* from_;
  const Comparable* to_;
  std::vector<Run> runs_;
  SharedEvidence evidence_;
  std::vector<Retold> retold_;
  Telling telling_;
  std::size_t taken_ = 0;  // words of `to`
  std::optional<std::string> named_;
  int time_ = 0;
  Copy copy_;
};

}  // namespace

Comparable make_comparable(const Article& article, std::size_t number) {
  std::vector<Span> left_out;
  for (const Boilerplate& part : article.boilerplate) left_out.push_back(part.span);
  Comparable made{&article, number, worded_text(article.text, left_out), {}, {}, {}, {}};
  made.credits = find_credits(article, made.worded.words);
  made.upstreams = find_upstreams(article.text, made.worded.words);
  leave_out_standing(article.text, made.worded.words);
  const auto& words = made.worded.words;
  constexpr std::size_t most_words = 20000;
  made.placed = place_words(article.text, std::span(words).first(std::min(words.size(), most_words)));
  made.whole = all_words(article);
  return made;
}

std::optional<Copy> judge_copy(const Comparable& a, const Comparable& b, const RunIndex& index) {
  std::vector<Run> runs = index.runs_in(b.worded.words);
  if (b.worded.words.empty() || a.worded.words.empty()) return std::nullopt;
  if (are_template_twins(a.placed, b.placed, runs)) return std::nullopt;
  return Judge(a, b, std::move(runs)).judge();
}

}  // namespace hearsay
