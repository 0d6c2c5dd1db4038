// Repeats for two articles, with their texts at hand, what the grouper does with numbers.
#include "group/stories/explain.h"

#include "group/copies/copies.h"
#include "group/copies/template_twins.h"
#include "group/held/words.h"
#include "group/stories/near_duplicates.h"
#include "group/stories/signature.h"
#include "group/stories/story_index.h"
#include "group/stories/word_weights.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace hearsay {

namespace {

constexpr std::size_t features_kept = 96;

void name_stems(std::map<std::uint32_t, std::string>& names, std::string_view text) {
  for (const Word& word : fold_words(text)) {
    const std::string_view written = words_at(text, word.span());
    names.emplace(stem_hash(word.hash, written), written);
  }
}

struct SharedWord {
  std::string word;
  float adds;
};

std::vector<SharedWord> shared_words(const std::vector<Feature>& a, const std::vector<Feature>& b,
                                     const std::map<std::uint32_t, std::string>& names) {
  std::vector<SharedWord> shared;
  for (const Feature& feature : a) {
    const auto other = std::find_if(b.begin(), b.end(), [&](const Feature& f) { return f.stem == feature.stem; });
    if (other == b.end()) continue;
    const auto name = names.find(feature.stem);
    shared.push_back({name == names.end() ? "?" : name->second, feature.weight * other->weight});
  }
  std::stable_sort(shared.begin(), shared.end(), [](const auto& x, const auto& y) { return x.adds > y.adds; });
  return shared;
}

std::string tell_copy(const Article& a, const Article& b) {
  const Article both[] = {a, b};
  const auto copies = find_copies(both);
  if (copies.empty()) return "no copy: no run of words that could not be chance\n";
  const Copy& copy = copies.front();
  return fmt::format("{} of {} from {}: {}\n", to_text(copy.kind), both[copy.to].id, both[copy.from].id, copy.why);
}

bool are_of_one_form(const Article& a, const Article& b) {
  NearDuplicates texts;
  texts.add(0, sign(a));
  const PlacedWords text = unpack_words(sign(b).text);
  const Overlap overlap = texts.compare(text, 0);
  return are_template_twins(overlap.earlier_text, text, overlap.runs);
}

}  // namespace

std::string explain_pair(const Article& a, const Article& b) {
  const StoryRules rules;
  std::map<std::uint32_t, std::string> names;
  for (const Article* article : {&a, &b}) {
    name_stems(names, article->text);
    name_stems(names, article->title.value_or(""));
  }
  std::vector<Feature> first = sign(a).features;
  std::vector<Feature> second = sign(b).features;
  normalise(first, features_kept);
  normalise(second, features_kept);
  std::string told;
  float alike = 0;
  for (const SharedWord& shared : shared_words(first, second, names)) {
    told += fmt::format("  {:<24} {:.3f}\n", shared.word, shared.adds);
    alike += shared.adds;
  }
  told = fmt::format("words in both, and what they add\n{}  {:<24} {:.3f}\n", told, "together", alike);
  if (a.published && b.published) {
    const auto days = std::abs((a.published->day - b.published->day).count());
    const float left = part_left(static_cast<double>(days), rules);
    alike *= left;
    told += fmt::format("{} days apart leave {:.2f} of it: {:.3f}\n", days, left, alike);
  } else {
    told += "a time of publication is missing, so time takes nothing away\n";
  }
  if (are_of_one_form(a, b))
    told += "the same form of words with other names and numbers: two stories, however alike\n";
  else
    told += fmt::format("a story asks for {:.2f}: by these two alone {}\n", rules.alike,
                        alike >= rules.alike ? "one story" : "two stories");
  return told + tell_copy(a, b);
}

}  // namespace hearsay
