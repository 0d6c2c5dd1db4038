// Any bytes as the state that `group --state` goes on from. A checksum guards a state, but it is compared only when all
// of the state is read, so that the reader of sizes and counts sees the bytes as they are. An input of an even first
// byte is read behind the right head of a state; one of an odd first byte is a list of changes to a state that was
// really saved: four bytes say where, one how many bytes, and then the bytes.
// What is not the state as it was saved must end in std::runtime_error; the old state must go on working.
#include "bytes.h"

#include "group/held/saved_state.h"
#include "group/stories/grouper.h"

#include <cstring>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

using namespace hearsay;

namespace {

constexpr std::size_t head_bytes = 12;  // the version, and the fingerprint of the lists that words are coded by

Article article(const std::string& id, const std::string& outlet, const std::string& text, const char* day) {
  Article made;
  made.id = id;
  made.outlet = outlet;
  made.text = text;
  made.published = parse_moment(day);
  return made;
}

std::string saved(const Grouper& grouper) {
  std::ostringstream stream;
  grouper.save(stream);
  return stream.str();
}

// A state with all that a state can hold: stories, copies, one closed story, articles that wait.
std::string saved_story() {
  const std::string fire =
      "A fire in the old harbour of Harrowmere destroyed three boats on Monday, the harbour master Ana Vell told the "
      "Marrow Wire. Nobody was hurt, she said, and two sheds were saved by the crew of the ferry Lorn before dawn.";
  const std::string vote =
      "The council of Tarn voted on a new bridge over the Wennel; the mayor, Josef Kalm, said that work would begin in "
      "spring, and that 40 houses must go. The Tarn Herald reported that the plan would cost three million.";
  Grouper grouper({});
  grouper.add(article("a", "marrow.example", fire, "2031-05-05T08:00:00Z"));
  grouper.add(article("b", "herald.example", fire + " The Herald was there.", "2031-05-05T09:00:00Z"));
  grouper.add(article("c", "post.example", vote, "2031-05-06"));
  grouper.add(article("d", "post.example", vote + fire, "2031-09-06"));
  grouper.add(article("e", "", "", "2031-09-07"));
  return saved(grouper);
}

const std::string& good_state() {
  static const std::string state = saved_story();
  return state;
}

std::string changed_state(std::string_view changes) {
  std::string state = good_state();
  while (changes.size() > 5) {
    std::uint32_t place = 0;
    std::memcpy(&place, changes.data(), sizeof place);
    const std::size_t count = std::min<std::size_t>(static_cast<std::uint8_t>(changes[4]), changes.size() - 5);
    place %= state.size();
    state.replace(place, count, changes.substr(5, count));
    changes.remove_prefix(5 + count);
  }
  return state;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return -1;
  const std::string_view bytes = as_text(data + 1, size - 1);
  const std::string state =
      data[0] % 2 == 0 ? good_state().substr(0, head_bytes) + std::string(bytes) : changed_state(bytes);
  std::istringstream names(state.substr(std::min(head_bytes, state.size())));
  try {  // the program keeps the articles' names before the state
    StateReader reader(names);
    std::vector<std::string> read;
    reader(read);
  } catch (const std::runtime_error&) {
  }
  Grouper grouper({});
  std::istringstream stream(state);
  try {
    grouper.load(stream);
    expect(state.starts_with(good_state()));
  } catch (const std::runtime_error&) {
    expect(!state.starts_with(good_state()));
  }
  grouper.add(article("z", "post.example", "The ferry Lorn left Harrowmere on Tuesday.", "2031-09-08"));
  grouper.stories();
  return 0;
}
