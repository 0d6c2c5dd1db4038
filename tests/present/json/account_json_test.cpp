#include "present/json/json.h"

#include "present/sample_account.h"
#include "present/words/addresses.h"

#include <nlohmann/json.hpp>

namespace hearsay {
namespace {

using Json = nlohmann::json;

// The words of an article at a printed span, found by counting code points from the start.
std::string words_of(const std::string& text, const Json& span) {
  std::string words;
  std::size_t point = 0;
  for (const char c : text) {
    const bool begins = (c & 0xC0) != 0x80;
    if (begins) ++point;
    if (point > span.at("begin").get<std::size_t>() && point <= span.at("end").get<std::size_t>()) words += c;
  }
  return words;
}

TEST(AccountJson, every_claim_stands_word_for_word_at_its_span_in_code_points) {
  const Account account = sample_account();
  const Json json = Json::parse(to_json(account));
  std::map<std::string, std::string> texts;
  for (const Article& article : account.articles) texts[article.id] = article.text;
  ASSERT_EQ(json.at("claims").size(), account.claims.size());
  for (const Json& claim : json.at("claims")) {
    const std::string& text = texts.at(claim.at("article"));
    EXPECT_EQ(words_of(text, claim), claim.at("text").get<std::string>());
    if (!claim.at("cue").is_null()) {
      EXPECT_EQ(words_of(text, claim.at("cue")), claim.at("cue").at("text").get<std::string>());
    }
    for (const Json& value : claim.at("values")) EXPECT_EQ(words_of(text, value), value.at("text").get<std::string>());
  }
}

TEST(AccountJson, ids_count_from_one_and_lead_to_one_another) {
  const Json json = Json::parse(to_json(sample_account()));
  for (const auto& [list, letter] : {std::pair{"claims", "c"}, {"points", "p"}, {"origins", "o"}, {"entities", "e"}})
    for (std::size_t i = 0; i < json.at(list).size(); ++i)
      EXPECT_EQ(json.at(list)[i].at("id").get<std::string>(), letter + std::to_string(i + 1));
  for (const Json& point : json.at("points")) {
    for (const Json& id : point.at("claims")) {
      const std::size_t number = std::stoul(id.get<std::string>().substr(1));
      EXPECT_EQ(json.at("claims")[number - 1].at("point"), point.at("id"));
    }
  }
}

TEST(AccountJson, is_as_the_contract_says) {
  Article article;
  article.id = "a";
  article.location = "a.txt";
  article.text = "Äh, about 45 fled, Ann Bo said.";
  SampleAccount sample({article});
  sample.account.title = "T";
  const std::size_t origin = sample.origin("Ann Bo", OriginKind::speaker, "named");
  Claim& claim = sample.claim(0, "about 45 fled", {}, origin, Stance::estimates);
  claim.sources = {{"Ann Bo", std::nullopt, sample.find(0, "Ann Bo")}};
  claim.cue = sample.find(0, "said");
  sample.number(claim, "about 45", 45, 45.5, true, "person");
  sample.point(Standing::single_origin, {1, 2, {"w"}}, {1, 1, {}});
  EXPECT_EQ(
      to_json(sample.account),
      R"({"format":"hearsay/account/1","story":{"title":"T","begin":null,"end":null},)"
      R"("articles":[{"format":"hearsay/article/1","id":"a","location":"a.txt","outlet":null,"title":null,)"
      R"("published":null,"language":null,"boilerplate":[]}],"copies":[],"entities":[],)"
      R"("claims":[{"id":"c1","article":"a","begin":4,"end":17,"text":"about 45 fled",)"
      R"("sources":[{"name":"Ann Bo","entity":null,"begin":19,"end":25}],)"
      R"("cue":{"begin":26,"end":30,"text":"said"},"stance":"estimates","host":null,)"
      R"("values":[{"kind":"quantity","begin":4,"end":12,"text":"about 45","low":45,"high":45.5,)"
      R"("approximate":true,"unit":"person","of":null}],"stand_ins":[],"context":null,"origin":"o1","point":"p1"}],)"
      R"("origins":[{"id":"o1","name":"Ann Bo","kind":"speaker","claims":["c1"],"why":"named"}],)"
      R"("points":[{"id":"p1","address":")" +
          point_addresses(sample.account)[0] +
          R"(","claims":["c1"],"representative":"c1","standing":"single-origin",)"
          R"("origins":{"min":1,"max":2,"why":["w"],"ids":["o1"]},"reporters":{"min":1,"max":1,"why":[]},)"
          R"("disagreements":[],"fragile":{"one_article":false,"one_origin":false}}],"omissions":[]})");
}

}  // namespace
}  // namespace hearsay
