#include "sample_account.h"

namespace hearsay {

using namespace std::chrono;

namespace {

void add_contested(SampleAccount& sample, std::size_t service, std::size_t hospital, std::size_t governor,
                   std::size_t director, std::size_t union_head) {
  for (const std::size_t article : {0, 1})
    sample.number(sample.claim(article, "injuring about 65", {"regional emergency service"}, service), "about 65", 65,
                  65, true);
  sample.number(sample.claim(2, "We counted 60 to 70 injured in the first hours", {"Lena Achter"}, hospital),
                "60 to 70", 60, 70);
  sample.number(sample.claim(3, "“The number of injured is 27, and I ask everyone not to spread panic,”",
                             {"Milan Draskov"}, governor),
                "27", 27, 27);
  sample.number(sample.claim(4, "At least 60 people were injured", {"regional emergency service"}, service),
                "At least 60", 60, std::nullopt);
  auto& injured =
      sample.point(Standing::contested, {2, 3, {"The service and the hospital may count the same patients."}},
                   {4, 5, {"Vostrian Herald reprints Nordwire: 171 words in a row."}});
  injured.disagreements.push_back({DisagreementKind::quantity,
                                   DisagreementRelation::conflict,
                                   {2, 3},
                                   "60 to 70 against 27: no number is in both"});
  injured.disagreements.push_back({DisagreementKind::quantity,
                                   DisagreementRelation::compatible,
                                   {0, 2, 4},
                                   "about 65 lies within 60 to 70 and above at least 60"});

  const std::size_t paper = sample.origin("labour inspectorate", OriginKind::document, "a register that was consulted");
  const std::size_t own = sample.origin("Nordwire", OriginKind::outlet, "told in its own voice");
  sample.month(sample.claim(0, "the company's permit to store ammonium nitrate had lapsed in December", {}, own),
               "in December", sys_days{2024y / 12 / 1}, sys_days{2024y / 12 / 31});
  sample.month(sample.claim(3, "The permit to keep ammonium nitrate in the building had expired in November",
                            {"labour inspectorate"}, paper),
               "in November", sys_days{2024y / 11 / 1}, sys_days{2024y / 11 / 30});
  sample.month(sample.claim(4, "the permit to store ammonium nitrate at the warehouse had lapsed in November",
                            {"labour inspectorate"}, paper, Stance::confirms),
               "in November", sys_days{2024y / 11 / 1}, sys_days{2024y / 11 / 30});
  sample.point(Standing::contested, {2, 2, {}}, {3, 3, {}})
      .disagreements.push_back({DisagreementKind::date,
                                DisagreementRelation::conflict,
                                {5, 6, 7},
                                "December 2024 and November 2024 have no day in common"});

  for (const std::size_t article : {0, 1})
    sample.claim(article, "“We believe a welder left his post before the metal had cooled,”", {"Taras Zhelyabin"},
                 director);
  sample.claim(2, "a welder was to blame", {"Josef Kalm"}, union_head, Stance::denies).cue = sample.find(2, "denied");
  sample.claim(3, "a welder had walked off before the metal was cold", {"Milan Draskov", "Taras Zhelyabin"}, director);
  sample.claim(5, "“We assume that a welder walked away from his place of work before the metal had grown cold,”",
               {"Taras Zhelyabin"}, director);
  auto& welder =
      sample.point(Standing::contested, {1, 1, {"All who assert it have it from Taras Zhelyabin."}}, {4, 5, {}});
  welder.disagreements.push_back({DisagreementKind::polarity,
                                  DisagreementRelation::conflict,
                                  {8, 10},
                                  "Taras Zhelyabin asserts, Josef Kalm denies"});
  welder.disagreements.push_back({DisagreementKind::wording,
                                  DisagreementRelation::translation,
                                  {8, 12},
                                  "the same speaker, the same day, “welder”, “metal” in both"});

  for (const std::size_t article : {0, 1, 2, 3}) {
    static constexpr const char* words[] = {"killing at least eight people", "killing at least eight people",
                                            "At least eight people died", "the number of dead at eight"};
    sample.number(sample.claim(article, words[article], {"regional emergency service"}, service), "eight", 8,
                  article == 3 ? std::optional<double>(8) : std::nullopt);
  }
  sample.number(
      sample.claim(4, "The number of people killed in the explosions at the port of Jelnograd has risen to eleven",
                   {"regional emergency service"}, service),
      "eleven", 11, 11);
  sample.number(sample.claim(5, "The catastrophe in the port of Zhelnograd has taken eleven lives",
                             {"regional emergency service"}, service),
                "eleven", 11, 11);
  sample.point(Standing::contested, {1, 1, {"One service, one count."}}, {5, 6, {}})
      .disagreements.push_back(
          {DisagreementKind::quantity, DisagreementRelation::update, {13, 17}, "7 on 4 March, 11 on 5 March"});
}

void add_agreed(SampleAccount& sample, std::size_t director, std::size_t union_head) {
  const std::size_t chief = sample.origin("Marta Oyelin", OriginKind::speaker, "one briefing");
  for (const std::size_t article : {0, 1})
    sample.claim(article, "The second and stronger blast came after the first fire engines had reached the quay",
                 {"Marta Oyelin"}, chief);
  sample.claim(2, "The second explosion came after the fire engines arrived", {"Josef Kalm"}, union_head);
  sample.claim(3, "The second explosion happened eleven minutes after the first crews got to the quay",
               {"Marta Oyelin"}, chief);
  sample.point(Standing::corroborated, {2, 2, {"Nordwire and Vostrian Herald give one briefing of Marta Oyelin."}},
               {3, 4, {"Vostrian Herald reprints Nordwire."}});

  for (const std::size_t article : {0, 1})
    sample.claim(article, "It was a human mistake, and we will answer for it.", {"Taras Zhelyabin"}, director);
  sample.claim(2, "It was a human mistake and we will answer for it", {"Taras Zhelyabin"}, director);
  sample.claim(4, "the blaze was the result of human error", {"Taras Zhelyabin"}, director);
  sample.claim(5, "“This was the mistake of a person, and for it we shall give an answer.”", {"Taras Zhelyabin"},
               director);
  sample.point(Standing::single_origin, {1, 1, {"One speaker, one recorded statement."}}, {4, 5, {}}).one_origin = true;

  const std::size_t ministry = sample.origin("a senior official at the transport ministry", OriginKind::unnamed, "");
  sample.number(sample.claim(2, "the building held about 1,100 tonnes of ammonium nitrate",
                             {"a senior official at the transport ministry"}, ministry),
                "about 1,100 tonnes", 1100, 1100, true, "tonne");
  sample.point(Standing::single_origin, {1, 1, {}}, {1, 1, {}});

  const std::size_t owner =
      sample.origin("Ostmar Terminals", OriginKind::organization, "two spokespersons of one company");
  auto& silent = sample.claim(0, "the company's permit to store ammonium nitrate had lapsed in December",
                              {"Ida Renkel"}, owner, Stance::declines);
  silent.cue = sample.find(0, "neither confirmed nor denied");
  sample.claim(3, "the permit had lapsed", {"Ostmar Terminals"}, owner, Stance::declines).cue =
      sample.find(3, "would neither confirm nor deny");
  sample.point(Standing::unanswered, {1, 1, {"The same silence, given to several newsrooms."}}, {2, 2, {}});

  const std::size_t voice = sample.origin("Nordwire", OriginKind::outlet, "told in its own voice");
  sample.claim(0, "President Anton Veresku cancelled a trip abroad", {}, voice);
  sample.claim(1, "President Anton Veresku cancelled a trip abroad", {}, voice);
  sample.point(Standing::background, {1, 1, {}}, {1, 2, {}});
}

void add_names(SampleAccount& sample) {
  Entity director{EntityKind::person,
                  "Taras Zhelyabin",
                  {"Taras Jelyabin", "Taras Zheliabin", "Zhelyabin"},
                  {},
                  "one first name, one role, surnames that are transliterations of one another",
                  {}};
  for (const auto& [article, form] : {std::pair{0, "Taras Zhelyabin"},
                                      {1, "Taras Zhelyabin"},
                                      {2, "Taras Jelyabin"},
                                      {3, "Taras Zhelyabin"},
                                      {4, "Taras Zheliabin"},
                                      {5, "Taras Zhelyabin"}})
    director.mentions.push_back(
        {static_cast<std::size_t>(article), sample.find(static_cast<std::size_t>(article), form)});
  Entity city{EntityKind::place, "Zhelnograd", {"Jelnograd"}, {}, "zh and j write one letter", {}};
  city.mentions = {{0, sample.find(0, "Zhelnograd")}, {4, sample.find(4, "Jelnograd")}};
  Entity service{EntityKind::organization, "the emergency service", {}, {}, "", {{3, "a role, not a name"}}};
  Entity regional{EntityKind::organization, "regional emergency service", {}, {}, "", {}};
  sample.account.entities = {director, city, service, regional};
}

void add_copies(SampleAccount& sample) {
  Copy copy{0, 1, CopyKind::copy, 0.81, true, {}, {}, "published 2 hours 25 minutes later; 171 words in a row"};
  for (const char* words :
       {"A fire tore through a fertiliser warehouse in the port of Zhelnograd early on Tuesday and set off two "
        "explosions, "
        "killing at least eight people and injuring about 65, the regional emergency service said.",
        "Windows were broken as far away as the railway station, a mile and a half from the quay.",
        "that the fire broke out at about 1:20 a.m. in Warehouse 4, where a contractor had been repairing the roof.",
        "President Anton Veresku cancelled a trip abroad and declared a day of mourning for Thursday."})
    copy.passages.push_back({sample.find(0, words), sample.find(1, words)});
  Copy common{2, 3, CopyKind::common_source, 0.08, false, {}, {}, "one recorded statement of Taras Zhelyabin"};
  sample.account.copies = {copy, common};
}

}  // namespace

Account sample_account() {
  SampleAccount sample(read_example("harbour-fire"));
  const std::size_t service = sample.origin("regional emergency service", OriginKind::organization, "one name");
  const std::size_t hospital = sample.origin("Lena Achter", OriginKind::speaker, "");
  const std::size_t governor = sample.origin("Milan Draskov", OriginKind::speaker, "");
  const std::size_t director =
      sample.origin("Taras Zhelyabin", OriginKind::speaker, "one recorded statement to all media");
  const std::size_t union_head = sample.origin("Josef Kalm", OriginKind::speaker, "");
  sample.account.title = "Death toll in Jelnograd port fire climbs to eleven";
  sample.account.begin = sys_days{2025y / 3 / 4};
  sample.account.end = sys_days{2025y / 3 / 5};
  add_contested(sample, service, hospital, governor, director, union_head);
  add_agreed(sample, director, union_head);
  add_names(sample);
  add_copies(sample);
  sample.account.omissions = {{2, "dates that could not be resolved"}, {5, "sentences in which no claim was found"}};
  return sample.account;
}

TEST(SampleAccount, every_index_points_into_its_list) {
  const Account account = sample_account();
  for (const Claim& claim : account.claims) {
    EXPECT_LT(claim.article, account.articles.size());
    EXPECT_LT(claim.origin, account.origins.size());
    EXPECT_LT(claim.point, account.points.size());
  }
  for (const Point& point : account.points)
    for (const Disagreement& difference : point.disagreements)
      for (const std::size_t claim : difference.claims) EXPECT_LT(claim, account.claims.size());
}

}  // namespace hearsay
