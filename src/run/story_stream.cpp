#include "run/story_stream.h"

#include "base/unfinished_file.h"
#include "group/held/saved_state.h"
#include "run/threads/in_parallel.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace hearsay {

namespace {

constexpr std::size_t batch_size = 256;

// "HSN3": names, fingerprints and their checksum, then the grouper's own state, which ends the file.
constexpr std::uint32_t state_version = 0x334E5348;

// The article numbers that a story names, ascending.
std::vector<std::size_t> numbers_in(const Story& story) {
  std::vector<std::size_t> numbers = story.articles;
  for (const Copy& copy : story.copies) numbers.insert(numbers.end(), {copy.from, copy.to});
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

}  // namespace

StoryStream::StoryStream(Grouper::Options options, unsigned threads, std::function<void(NamedStory)> on_finished)
    : threads_(threads), on_finished_(std::move(on_finished)), grouper_(options) {}

bool StoryStream::add(Article article, std::string name) {
  const std::uint64_t fingerprint = KnownArticles::fingerprint(article.id, article.text);
  if (loaded_.contains(fingerprint)) return false;
  batch_.names.push_back(std::move(name));
  batch_.fingerprints.push_back(fingerprint);
  batch_.articles.push_back(std::move(article));
  if (batch_.articles.size() < batch_size) return true;
  // While this batch is signed, the one before is grouped and the next one comes in.
  SignedBatch before = signing_.valid() ? signing_.get() : SignedBatch();
  Batch full = std::exchange(batch_, {});
  if (threads_ <= 1)
    before = sign_all(std::move(full), 1);
  else
    begin_signing(std::move(full));
  group(std::move(before));
  return true;
}

void StoryStream::settle() {
  if (signing_.valid()) group(signing_.get());
  group(sign_all(std::exchange(batch_, {}), threads_));
}

std::vector<NamedStory> StoryStream::rest() {
  std::vector<NamedStory> all;
  for (Story& story : grouper_.stories()) all.push_back(named(std::move(story)));
  return all;
}

StoryStream::SignedBatch StoryStream::sign_all(Batch batch, unsigned threads) {
  SignedBatch result{std::vector<Signature>(batch.articles.size()), std::move(batch.names),
                     std::move(batch.fingerprints)};
  for_each_index(batch.articles.size(), threads,
                 [&](std::size_t i) { result.signatures[i] = sign(batch.articles[i]); });
  return result;
}

// On a thread of its own or, if none can be started, when the result is asked for.
void StoryStream::begin_signing(Batch batch) {
  to_sign_ = std::move(batch);
  const auto work = [this] { return sign_all(std::move(to_sign_), threads_ - 1); };
  try {
    signing_ = std::async(std::launch::async, work);
  } catch (const std::system_error&) {
    signing_ = std::async(std::launch::deferred, work);
  }
}

void StoryStream::group(SignedBatch batch) {
  for (const std::string& name : batch.names) names_.add(name);
  for (const std::uint64_t fingerprint : batch.fingerprints) known_.add(fingerprint);
  for (Signature& signature : batch.signatures) grouper_.add(std::move(signature));
  if (on_finished_) hand_over_finished();
}

// Names that nothing refers to any more are forgotten, so that an endless stream needs no more memory than its window.
void StoryStream::hand_over_finished() {
  std::vector<Story> finished = grouper_.take_finished();
  if (finished.empty()) return;
  for (Story& story : finished) on_finished_(named(std::move(story)));
  const std::vector<std::uint32_t> held = grouper_.numbers_held();
  names_.keep_only(held);
  known_.keep_only(held);
}

NamedStory with_names(Story story, const std::function<std::string(std::size_t)>& name_of) {
  const std::vector<std::size_t> numbers = numbers_in(story);
  const auto number_to_place = [&](std::size_t& number) {
    number = static_cast<std::size_t>(std::lower_bound(numbers.begin(), numbers.end(), number) - numbers.begin());
  };
  for (std::size_t& article : story.articles) number_to_place(article);
  for (Copy& copy : story.copies) {
    number_to_place(copy.from);
    number_to_place(copy.to);
  }
  NamedStory result{std::move(story), {}};
  std::set<std::string> taken;
  std::map<std::string, int> last_number;  // of those with one name
  for (const std::size_t number : numbers) {
    const std::string name = name_of(number);
    std::string one = name;
    int& last = last_number.try_emplace(name, 1).first->second;
    while (!taken.insert(one).second) one = name + "#" + std::to_string(++last);
    result.names.push_back(std::move(one));
  }
  return result;
}

NamedStory StoryStream::named(Story story) const {
  return with_names(std::move(story),
                    [this](std::size_t number) { return std::string(names_.at(static_cast<std::uint32_t>(number))); });
}

void StoryStream::load(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  try {
    StateReader reader(file);
    std::uint32_t version = 0;
    reader(version);
    if (version != state_version) throw std::runtime_error("this is not a saved state of this version");
    reader(names_, known_);
    const std::uint64_t expected = reader.digest();
    std::uint64_t digest = 0;
    reader(digest);
    if (digest != expected) throw std::runtime_error("the saved state is damaged");
    grouper_.load(file);
    if (file.peek() != std::ifstream::traits_type::eof()) throw std::runtime_error("the saved state is damaged");
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(path + ": " + error.what());
  }
  loaded_ = known_.all();
}

void StoryStream::save(const std::string& path) {
  try {
    UnfinishedFile unfinished(path);
    std::ofstream file(unfinished.path(), std::ios::binary);
    StateWriter writer(file);
    std::uint32_t version = state_version;
    writer(version, names_, known_);
    std::uint64_t digest = writer.digest();
    writer(digest);
    grouper_.save(file);
    file.close();
    if (!file) throw std::runtime_error("the disk may be full");
    unfinished.commit();
  } catch (const std::exception& error) {
    throw std::runtime_error(path + " cannot be written: " + error.what());
  }
}

}  // namespace hearsay
