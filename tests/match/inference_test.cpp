// What the inference model finds of two claims, with the trained weights: the plainest cases of each answer, and what
// must hold of any weights.
#include "match/inference.h"

#include "base/resources.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

namespace hearsay {
namespace {

const Encoder& encoder() {
  static const Encoder model(resource("models/encoder.bin"), "models/encoder.bin");
  return model;
}

const InferenceModel& inference() {
  static const InferenceModel model(resource("models/inference.bin"), "models/inference.bin");
  return model;
}

// The claim is all of the sentence.
ReadClaim read(const std::string& sentence) {
  const std::vector<std::vector<WordPiece>> pieces{encoder().pieces().split(sentence)};
  return inference().read(encoder().encode_to(pieces, inference().from())[0], 0, pieces[0].size());
}

Inference infer(const std::string& a, const std::string& b) { return inference().infer(read(a), read(b), encoder()); }

Relatedness likeliest(const Inference& found) {
  return static_cast<Relatedness>(std::max_element(found.related.begin(), found.related.end()) - found.related.begin());
}

TEST(Inference, of_plain_pairs) {
  const struct {
    const char* a;
    const char* b;
    bool another_thing;
    bool differ;
  } rows[] = {
      {"Nine sailors drowned when the ferry sank off the cape.", "Nine seamen lost their lives as the ferry went down.",
       false, false},
      {"Nine sailors drowned when the ferry sank off the cape.", "Twelve sailors drowned when the ferry sank.", false,
       true},
      {"The hall was empty when the roof fell in.", "Forty people were inside the hall when the roof fell in.", false,
       true},
      {"Nine sailors drowned when the ferry sank off the cape.", "The mayor opened a library in the old town.", true,
       false},
  };
  for (const auto& row : rows) {
    const Inference found = infer(row.a, row.b);
    EXPECT_EQ(likeliest(found) == Relatedness::another_thing, row.another_thing) << row.a << ' ' << row.b;
    EXPECT_EQ(found.difference() >= 250, row.differ) << row.a << ' ' << row.b << ' ' << found.difference();
  }
}

TEST(Inference, answers_are_shares) {
  const Inference found = infer("The bridge was closed.", "The bridge was open.");
  for (const auto& shares : {found.related, found.differing}) {
    EXPECT_NEAR(std::accumulate(shares.begin(), shares.end(), 0), 1000, 3);
    for (const std::int32_t share : shares) EXPECT_GE(share, 0);
  }
}

TEST(Inference, a_window_has_the_claim_in_its_middle) {
  constexpr std::size_t width = 384, pieces = 100;
  std::vector<float> sentence((pieces + 2) * width);
  for (std::size_t t = 0; t < pieces + 2; ++t) sentence[t * width] = static_cast<float>(t);
  const auto first_token = [&](const ReadClaim& claim) { return claim.vectors[0]; };
  const ReadClaim middle = inference().read(sentence, 49, 51);
  EXPECT_EQ(middle.vectors.size(), InferenceModel::window * width);
  EXPECT_EQ(first_token(middle), 31);
  EXPECT_EQ(middle.first, 19U);
  EXPECT_EQ(middle.behind, 21U);
  const ReadClaim at_begin = inference().read(sentence, 0, 2);
  EXPECT_EQ(first_token(at_begin), 0);
  EXPECT_EQ(at_begin.first, 1U);
  const ReadClaim at_end = inference().read(sentence, 98, 100);
  EXPECT_EQ(first_token(at_end), 62);
  EXPECT_EQ(at_end.behind, 39U);
  const ReadClaim too_long = inference().read(sentence, 10, 90);
  EXPECT_EQ(first_token(too_long), 11);
  EXPECT_EQ(too_long.first, 0U);
  EXPECT_EQ(too_long.behind, InferenceModel::window);
}

TEST(Inference, a_broken_file_is_refused_by_name) {
  const std::string_view whole = resource("models/inference.bin");
  for (const std::size_t size : {std::size_t{0}, std::size_t{100}, whole.size() / 2}) {
    try {
      const InferenceModel model(whole.substr(0, size), "broken.bin");
      ADD_FAILURE() << size;
    } catch (const std::runtime_error& error) {
      EXPECT_NE(std::string(error.what()).find("broken.bin"), std::string::npos) << error.what();
    }
  }
}

}  // namespace
}  // namespace hearsay
