// Articles on their way into stories: signed on all threads, grouped in their order, reported by name, and kept in a
// file from one run to the next.
#pragma once

#include "clean/articles/article.h"
#include "group/held/held_names.h"
#include "group/held/known_articles.h"
#include "group/stories/grouper.h"

#include <cstdint>
#include <functional>
#include <future>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

namespace hearsay {

// A story whose article numbers are positions in `names`.
struct NamedStory {
  Story story;
  std::vector<std::string> names;
};

// `name_of` gives the name of an article by its number in the story. The second of one name, as an article that came
// again with another text has it, is called "name#2".
NamedStory with_names(Story story, const std::function<std::string(std::size_t)>& name_of);

class StoryStream {
 public:
  // `on_finished` takes each story that no article can join any more; without it they are kept to the end. It is called
  // within the calls below.
  StoryStream(Grouper::Options options, unsigned threads, std::function<void(NamedStory)> on_finished);

  // The article will be reported by `name`. False, and nothing is done, if the loaded state has it already, by its id
  // and text.
  bool add(Article article, std::string name);

  // Groups what is still waiting. Add nothing after it.
  void settle();

  // Continues from the state in this file. Throws std::runtime_error, naming the file, if it holds none of this
  // version.
  void load(const std::string& path);

  // After settle(). Saved before waiting articles are placed, so that the next run finds everything as it was; written
  // beside the old file until complete. Throws std::runtime_error if the file cannot be written.
  void save(const std::string& path);

  // After settle(): the stories that were not handed over.
  std::vector<NamedStory> rest();

 private:
  struct Batch {
    std::vector<Article> articles;
    std::vector<std::string> names;
    std::vector<std::uint64_t> fingerprints;
  };
  struct SignedBatch {
    std::vector<Signature> signatures;
    std::vector<std::string> names;
    std::vector<std::uint64_t> fingerprints;
  };

  static SignedBatch sign_all(Batch batch, unsigned threads);
  void begin_signing(Batch batch);
  void group(SignedBatch batch);
  void hand_over_finished();
  NamedStory named(Story story) const;

  unsigned threads_;
  std::function<void(NamedStory)> on_finished_;
  Grouper grouper_;
  HeldNames names_;  // by article number
  KnownArticles known_;
  std::unordered_set<std::uint64_t> loaded_;
  Batch batch_;
  Batch to_sign_;
  std::future<SignedBatch> signing_;  // last, so that it ends before what it uses
};

}  // namespace hearsay
