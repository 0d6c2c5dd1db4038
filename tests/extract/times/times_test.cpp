#include "extract/times/times.h"

#include "extract/marks.h"
#include "extract/times/rules.h"

#include <gtest/gtest.h>

#include <chrono>
#include <stdexcept>
#include <string>

namespace hearsay {
namespace {

// "words TYPE value MOD from..to", joined by "; ".
std::string printed(std::string_view text, const std::vector<Time>& times) {
  std::string line;
  for (const Time& time : times) {
    if (!line.empty()) line += "; ";
    line += std::string(words_at(text, time.span)) + " " + std::string(to_text(time.type)) + " " + time.value;
    if (time.mod) line += " " + *time.mod;
    if (time.from) line += " " + to_iso(*time.from);
    if (time.to && time.to != time.from) line += ".." + to_iso(*time.to);
  }
  return line;
}

// Without tags and trees, so that the rows say what the rules do and not how well the grammar is trained.
std::string times_of(const std::string& text, const std::string& published) {
  static const Grammar grammar;
  static const TimeFinder finder;
  ReferenceDay reference;
  if (!published.empty()) reference = {parse_moment(published), "the article's own date"};
  return printed(text, finder.find(text, grammar.dissect(text, {}, Depth::boundaries), reference));
}

struct Row {
  const char* text;
  const char* published;
  const char* times;
};

void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) EXPECT_EQ(times_of(row.text, row.published), row.times) << row.text;
}

TEST(Times, full_dates_stand_alone) {
  check({
      {"The dam was opened on 4 March 1987.", "", "4 March 1987 DATE 1987-03-04 1987-03-04"},
      {"The dam was opened on March 4, 1987, by the queen.", "", "March 4, 1987 DATE 1987-03-04 1987-03-04"},
      {"The dam was opened on 4th March 1987.", "", "4th March 1987 DATE 1987-03-04 1987-03-04"},
      {"The dam was opened on the 4th of March 1987.", "", "the 4th of March 1987 DATE 1987-03-04 1987-03-04"},
      {"Signed 2019-07-01 in Velmora.", "", "2019-07-01 DATE 2019-07-01 2019-07-01"},
      {"Signed 2019/07/01 in Velmora.", "", "2019/07/01 DATE 2019-07-01 2019-07-01"},
      {"The bill of 25/11/2016 was paid.", "", "25/11/2016 DATE 2016-11-25 2016-11-25"},
      {"The bill of 12/05/2016 was paid.", "", "12/05/2016 DATE 2016-12-05 2016-12-05"},
      {"The bill of 25.11.2016 was paid.", "", "25.11.2016 DATE 2016-11-25 2016-11-25"},
      {"The mayor spoke on Thursday, Nov. 3, 2016.", "", "Thursday, Nov. 3, 2016 DATE 2016-11-03 2016-11-03"},
      {"It fell in June 2011.", "", "June 2011 DATE 2011-06 2011-06-01..2011-06-30"},
      {"It fell in Sept. 2011.", "", "Sept. 2011 DATE 2011-09 2011-09-01..2011-09-30"},
      {"The firm lost money in 2009.", "", "2009 DATE 2009 2009-01-01..2009-12-31"},
      {"The town was founded in the year 1066.", "", "the year 1066 DATE 1066 1066-01-01..1066-12-31"},
      {"Prices fell in the 1990s.", "", "the 1990s DATE 199 1990-01-01..1999-12-31"},
      {"Prices fell in the late 1980s.", "", "the late 1980s DATE 198 END 1986-09-02..1989-12-31"},
      {"He sang in the sixties.", "", "the sixties DATE 196 1960-01-01..1969-12-31"},
      {"He fled in '68.", "", "'68 DATE 1968 1968-01-01..1968-12-31"},
      {"It was built in the 19th century.", "", "the 19th century DATE 18 1800-01-01..1899-12-31"},
      {"It was built in the twentieth century.", "", "the twentieth century DATE 19 1900-01-01..1999-12-31"},
      {"He died in the summer of 1944.", "", "the summer of 1944 DATE 1944-SU 1944-06-01..1944-08-31"},
      {"She was born in spring 1971.", "", "spring 1971 DATE 1971-SP 1971-03-01..1971-05-31"},
      {"The lake froze in the winter of 1962.", "", "the winter of 1962 DATE 1962-WI 1962-12-01..1963-02-28"},
      {"Sales rose in the first quarter of 2015.", "", "the first quarter of 2015 DATE 2015-Q1 2015-01-01..2015-03-31"},
      {"Sales fell in Q2 2014.", "", "Q2 2014 DATE 2014-Q2 2014-04-01..2014-06-30"},
      {"The firm made a loss in fiscal 2015.", "", "fiscal 2015 DATE 2015 2015-01-01..2015-12-31"},
      {"Rents rose in the first half of 2013.", "", "the first half of 2013 DATE 2013-H1 2013-01-01..2013-06-30"},
      {"Rents rose in early 2013.", "", "early 2013 DATE 2013 START 2013-01-01..2013-05-01"},
      {"Rents rose in mid-2013.", "", "mid-2013 DATE 2013 MID 2013-05-02..2013-09-01"},
      {"By the end of 2017 the work will be done.", "", "the end of 2017 DATE 2017 END 2017-09-02..2017-12-31"},
      {"Easter Sunday 2014 was wet.", "", "Easter Sunday 2014 DATE 2014-04-20 2014-04-20"},
      {"Christmas Day 2014 was wet.", "", "Christmas Day 2014 DATE 2014-12-25 2014-12-25"},
      {"On Thanksgiving 2014 it rained.", "", "Thanksgiving 2014 DATE 2014-11-27 2014-11-27"},
      {"It was founded in nineteen ninety-six.", "", "nineteen ninety-six DATE 1996 1996-01-01..1996-12-31"},
      {"He recalled 1972's storm.", "", "1972 DATE 1972 1972-01-01..1972-12-31"},
  });
}

TEST(Times, weekdays_lie_behind_unless_the_verb_looks_ahead) {
  check({
      {"The ferry sank on Friday.", "2016-11-08", "Friday DATE 2016-11-04 2016-11-04"},
      {"The ferry will sail on Friday.", "2016-11-09", "Friday DATE 2016-11-11 2016-11-11"},
      {"Officials said Wednesday that the bridge is closed.", "2016-11-09", "Wednesday DATE 2016-11-09 2016-11-09"},
      {"The bridge is expected to open on Monday.", "2016-11-09", "Monday DATE 2016-11-14 2016-11-14"},
      {"Last Friday the ferry sank.", "2016-11-09", "Last Friday DATE 2016-11-04 2016-11-04"},
      {"Next Friday the ferry will sail.", "2016-11-09", "Next Friday DATE 2016-11-11 2016-11-11"},
      {"This Friday the ferry sails.", "2016-11-09", "This Friday DATE 2016-11-11 2016-11-11"},
      {"The mayor called a strike for Thursday.", "2016-11-08", "Thursday DATE 2016-11-10 2016-11-10"},
      {"The deadline was extended until Friday.", "2016-11-09", "Friday DATE 2016-11-11 2016-11-11"},
      {"It will open as early as Tuesday.", "2016-11-09", "Tuesday DATE 2016-11-15 2016-11-15"},
      {"The ferry sank on Friday night.", "2016-11-08", "Friday night TIME 2016-11-04TNI 2016-11-04"},
      {"The ferry sank early on Friday.", "2016-11-08", "early on Friday DATE 2016-11-04 START 2016-11-04"},
      {"The mayor spoke on Thursday, 3 November.", "2016-11-09", "Thursday, 3 November DATE 2016-11-03 2016-11-03"},
      {"Tuesday's vote was close.", "2016-11-09", "Tuesday DATE 2016-11-08 2016-11-08"},
      {"The court sat on Monday last week.", "2016-11-09", "Monday last week DATE 2016-10-31 2016-10-31"},
  });
}

TEST(Times, months_and_days_without_a_year_are_sought_near_the_publication_day) {
  check({
      {"The law was passed in May.", "2016-11-09", "May DATE 2016-05 2016-05-01..2016-05-31"},
      {"The law was passed in November.", "2016-11-09", "November DATE 2016-11 2016-11-01..2016-11-30"},
      {"The report was published in January.", "2016-11-09", "January DATE 2016-01 2016-01-01..2016-01-31"},
      {"The report will be published in January.", "2016-11-09", "January DATE 2017-01 2017-01-01..2017-01-31"},
      {"The report is due in January.", "2016-11-09", "January DATE 2017-01 2017-01-01..2017-01-31"},
      {"He was elected last November.", "2016-11-09", "last November DATE 2015-11 2015-11-01..2015-11-30"},
      {"He will retire next June.", "2016-11-09", "next June DATE 2017-06 2017-06-01..2017-06-30"},
      {"He left on December 28.", "2016-11-09", "December 28 DATE 2015-12-28 2015-12-28"},
      {"He will leave on December 28.", "2016-11-09", "December 28 DATE 2016-12-28 2016-12-28"},
      {"He arrived on January 4.", "2016-11-09", "January 4 DATE 2016-01-04 2016-01-04"},
      {"In March the army left.", "2016-11-09", "March DATE 2016-03 2016-03-01..2016-03-31"},
      {"The ship left in mid-July.", "2016-11-09", "mid-July DATE 2016-07 MID 2016-07-11..2016-07-21"},
      {"The ship left around Nov. 1.", "2016-11-09", "around Nov. 1 DATE 2016-11-01 APPROX 2016-11-01"},
      {"The dam burst in early November.", "2016-11-09", "early November DATE 2016-11 START 2016-11-01..2016-11-10"},
      {"The dam burst at the end of August.", "2016-11-09",
       "the end of August DATE 2016-08 END 2016-08-22..2016-08-31"},
      {"The hearing is on November 21st.", "2016-11-09", "November 21st DATE 2016-11-21 2016-11-21"},
      {"It was signed in March last year.", "2016-11-09", "March last year DATE 2015-03 2015-03-01..2015-03-31"},
      {"PORTHAVEN, Nov. 8 (Agency) - The mayor resigned.", "2016-11-09", "Nov. 8 DATE 2016-11-08 2016-11-08"},
      {"He was shot on Christmas Day.", "2016-11-09", "Christmas Day DATE 2015-12-25 2015-12-25"},
      {"Shops will close on Good Friday.", "2016-11-09", "Good Friday DATE 2017-04-14 2017-04-14"},
      {"Nobody has been paid since last autumn.", "2016-11-09", "last autumn DATE 2015-FA 2015-09-01..2015-11-30"},
      {"The summer was dry.", "2016-11-09", "The summer DATE 2016-SU 2016-06-01..2016-08-31"},
      {"Sales rose in the third quarter.", "2016-11-09", "the third quarter DATE 2016-Q3 2016-07-01..2016-09-30"},
      {"Sales will rise in the first quarter.", "2016-11-09", "the first quarter DATE 2017-Q1 2017-01-01..2017-03-31"},
      {"The third-quarter loss was small.", "2016-11-09", "third-quarter DATE 2016-Q3 2016-07-01..2016-09-30"},
      {"The council will meet on December 4-5.", "2016-11-09", "December 4-5 DATE 2016-12-04 2016-12-04..2016-12-05"},
      {"The fair runs from 3 to 7 December.", "2016-11-09", "3 to 7 December DATE 2016-12-03 2016-12-03..2016-12-07"},
      {"The vote was held in the spring of last year.", "2016-11-09",
       "the spring of last year DATE 2015-SP 2015-03-01..2015-05-31"},
      {"The vote is scheduled for next spring.", "2016-11-09", "next spring DATE 2017-SP 2017-03-01..2017-05-31"},
  });
}

TEST(Times, days_are_counted_from_the_publication_day) {
  check({
      {"He left today.", "2016-11-09", "today DATE 2016-11-09 2016-11-09"},
      {"He left yesterday.", "2016-11-09", "yesterday DATE 2016-11-08 2016-11-08"},
      {"He will leave tomorrow.", "2016-11-09", "tomorrow DATE 2016-11-10 2016-11-10"},
      {"He left the day before yesterday.", "2016-11-09", "the day before yesterday DATE 2016-11-07 2016-11-07"},
      {"He left last week.", "2016-11-09", "last week DATE 2016-W44 2016-10-31..2016-11-06"},
      {"He left last month.", "2016-11-09", "last month DATE 2016-10 2016-10-01..2016-10-31"},
      {"He left last year.", "2016-11-09", "last year DATE 2015 2015-01-01..2015-12-31"},
      {"She returns next month.", "2016-11-09", "next month DATE 2016-12 2016-12-01..2016-12-31"},
      {"He spoke earlier this week.", "2016-11-09", "earlier this week DATE 2016-W45 START 2016-11-07..2016-11-09"},
      {"He will speak later this year.", "2016-11-09", "later this year DATE 2016 END 2016-11-09..2016-12-31"},
      {"The strike began five months ago.", "2016-11-09", "five months ago DATE 2016-06 2016-06-01..2016-06-30"},
      {"The strike began two weeks ago.", "2016-11-09", "two weeks ago DATE 2016-W43 2016-10-24..2016-10-30"},
      {"The strike began 11 days ago.", "2016-11-09", "11 days ago DATE 2016-10-29 2016-10-29"},
      {"The strike began a week ago.", "2016-11-09", "a week ago DATE 2016-W44 2016-10-31..2016-11-06"},
      {"The strike began nearly two years ago.", "2016-11-09",
       "nearly two years ago DATE 2014 LESS_THAN 2014-01-01..2014-12-31"},
      {"A decade ago the town was rich.", "2016-11-09", "A decade ago DATE 2006 2006-01-01..2006-12-31"},
      {"A couple of weeks ago he left.", "2016-11-09",
       "A couple of weeks ago DATE 2016-W43 APPROX 2016-10-24..2016-10-30"},
      {"The road reopened over the weekend.", "2016-11-09", "the weekend DATE 2016-W44-WE 2016-11-05..2016-11-06"},
      {"The end of the year is near.", "2016-11-09", "The end of the year DATE 2016 END 2016-09-01..2016-12-31"},
      {"Yesterday morning the power failed.", "2016-11-09", "Yesterday morning TIME 2016-11-08TMO 2016-11-08"},
      {"Last night the power failed.", "2016-11-09", "Last night TIME 2016-11-08TNI 2016-11-08"},
      {"Tomorrow evening the choir will sing.", "2016-11-09", "Tomorrow evening TIME 2016-11-10TEV 2016-11-10"},
      {"The choir sang this morning.", "2016-11-09", "this morning TIME 2016-11-09TMO 2016-11-09"},
      {"Half a century ago it was a village.", "2016-11-09", "Half a century ago DATE 1966 1966-01-01..1966-12-31"},
      {"Three decades ago it was a village.", "2016-11-09", "Three decades ago DATE 1986 1986-01-01..1986-12-31"},
      {"Prices rose in the past year.", "2016-11-09", "the past year DATE 2015 2015-11-09..2016-11-09"},
  });
}

TEST(Times, what_the_text_tells_of_carries_on) {
  check({
      {"Two boats left on 3 October 2016. The following day one came back.", "2016-11-09",
       "3 October 2016 DATE 2016-10-03 2016-10-03; The following day DATE 2016-10-04 2016-10-04"},
      {"The fire broke out on Saturday. That night the roof fell in.", "2016-11-09",
       "Saturday DATE 2016-11-05 2016-11-05; That night TIME 2016-11-05TNI 2016-11-05"},
      {"On 7 July 2015 he fell ill. Two days earlier he had been well.", "2016-11-09",
       "7 July 2015 DATE 2015-07-07 2015-07-07; Two days earlier DATE 2015-07-05 2015-07-05"},
      {"On 7 July 2015 he fell ill. He died three days later.", "2016-11-09",
       "7 July 2015 DATE 2015-07-07 2015-07-07; three days later DATE 2015-07-10 2015-07-10"},
      {"In October 2014 rents rose. The following month they fell.", "2016-11-09",
       "October 2014 DATE 2014-10 2014-10-01..2014-10-31; The following month DATE 2014-11 2014-11-01..2014-11-30"},
      {"In 2011 he moved to Velmora. A year later he died.", "2016-11-09",
       "2011 DATE 2011 2011-01-01..2011-12-31; A year later DATE 2012 2012-01-01..2012-12-31"},
      {"In 2011 he moved to Velmora. The next year he died.", "2016-11-09",
       "2011 DATE 2011 2011-01-01..2011-12-31; The next year DATE 2012 2012-01-01..2012-12-31"},
      {"He fell ill on 30 December 2015. The next morning he died.", "2016-11-09",
       "30 December 2015 DATE 2015-12-30 2015-12-30; The next morning TIME 2015-12-31TMO 2015-12-31"},
      {"The alarm rang on 2 May 2016. At 7:20 a.m. the doors opened.", "2016-11-09",
       "2 May 2016 DATE 2016-05-02 2016-05-02; 7:20 a.m. TIME 2016-05-02T07:20 2016-05-02"},
      {"He fell on 2 May 2016. That same day his brother fell.", "2016-11-09",
       "2 May 2016 DATE 2016-05-02 2016-05-02; That same day DATE 2016-05-02 2016-05-02"},
      {"Profit for the third quarter was 5 crowns against 4 a year earlier.", "2016-11-09",
       "the third quarter DATE 2016-Q3 2016-07-01..2016-09-30; a year earlier DATE 2015-Q3 2015-07-01..2015-09-30"},
  });
}

TEST(Times, clock_times_keep_their_minutes) {
  check({
      {"The blast was heard at 7:25 a.m. on Wednesday.", "2016-11-09",
       "7:25 a.m. on Wednesday TIME 2016-11-09T07:25 2016-11-09"},
      {"The blast was heard at 7.25am.", "2016-11-09", "7.25am TIME 2016-11-09T07:25 2016-11-09"},
      {"The blast was heard at 12:15 a.m. on 3 May 2016.", "2016-11-09",
       "12:15 a.m. on 3 May 2016 TIME 2016-05-03T00:15 2016-05-03"},
      {"The shop opens at 18:30 GMT.", "2016-11-09", "18:30 GMT TIME 2016-11-09T18:30 2016-11-09"},
      {"The shop opened at 0630 GMT.", "2016-11-09", "0630 GMT TIME 2016-11-09T06:30 2016-11-09"},
      {"The train left at noon on Tuesday.", "2016-11-09", "noon on Tuesday TIME 2016-11-08T12:00 2016-11-08"},
      {"The train left at half past six.", "2016-11-09", "half past six TIME 2016-11-09T06:30 2016-11-09"},
      {"The train left at five o'clock in the evening.", "2016-11-09",
       "five o'clock in the evening TIME 2016-11-09T17:00 2016-11-09"},
      {"The gates closed at 9 p.m. EST Tuesday.", "2016-11-09", "9 p.m. EST Tuesday TIME 2016-11-08T21:00 2016-11-08"},
      {"At 2016-11-07T08:30 the alarm rang.", "2016-11-09", "2016-11-07T08:30 TIME 2016-11-07T08:30 2016-11-07"},
      {"On the night of 4 May 2016 the lights failed.", "2016-11-09",
       "the night of 4 May 2016 TIME 2016-05-04TNI 2016-05-04"},
      {"The news broke at 10 pm on Tuesday night.", "2016-11-09",
       "10 pm on Tuesday night TIME 2016-11-08T22:00 2016-11-08"},
      {"Updated 8:05 AM EDT, Fri April 22, 2016", "2016-11-09",
       "8:05 AM EDT, Fri April 22, 2016 TIME 2016-04-22T08:05 2016-04-22"},
      {"It rang at 10.15pm on 3rd January 2013.", "2016-11-09",
       "10.15pm on 3rd January 2013 TIME 2013-01-03T22:15 2013-01-03"},
  });
}

TEST(Times, durations_and_sets) {
  check({
      {"The talks lasted two years.", "2016-11-09", "two years DURATION P2Y"},
      {"The talks lasted twenty-five minutes.", "2016-11-09", "twenty-five minutes DURATION PT25M"},
      {"The talks lasted a hundred and twenty days.", "2016-11-09", "a hundred and twenty days DURATION P120D"},
      {"The trip takes five and a half hours.", "2016-11-09", "five and a half hours DURATION PT5H30M"},
      {"They waited half an hour.", "2016-11-09", "half an hour DURATION PT30M"},
      {"They waited for 2 1/2 years.", "2016-11-09", "2 1/2 years DURATION P2Y6M"},
      {"The two-year project failed.", "2016-11-09", "two-year DURATION P2Y"},
      {"It was the worst flood in 50 years.", "2016-11-09", "50 years DURATION P50Y"},
      {"It happened in the past two weeks.", "2016-11-09", "the past two weeks DURATION P2W 2016-10-26..2016-11-09"},
      {"Work will start in the next three months.", "2016-11-09",
       "the next three months DURATION P3M 2016-11-09..2017-02-09"},
      {"He has lived there for 10 to 12 years.", "2016-11-09", "10 to 12 years DURATION P10Y"},
      {"The war lasted for decades.", "2016-11-09", "decades DURATION PXY"},
      {"The war lasted four decades.", "2016-11-09", "four decades DURATION P40Y"},
      {"The war lasted several months.", "2016-11-09", "several months DURATION PXM"},
      {"At least 72 hours passed.", "2016-11-09", "At least 72 hours DURATION PT72H EQUAL_OR_MORE"},
      {"He waited more than a year.", "2016-11-09", "more than a year DURATION P1Y MORE_THAN"},
      {"It was fixed within 48 hours.", "2016-11-09", "48 hours DURATION PT48H"},
      {"He has been quiet in recent weeks.", "2016-11-09", "recent weeks DURATION PXW"},
      {"He is paid every week.", "2016-11-09", "every week SET P1W"},
      {"The market is held every Friday.", "2016-11-09", "every Friday SET XXXX-WXX-5"},
      {"The court sits on Tuesdays.", "2016-11-09", "Tuesdays SET XXXX-WXX-2"},
      {"The paper appears daily.", "2016-11-09", "daily SET P1D"},
      {"She trains twice a day.", "2016-11-09", "twice a day SET P1D"},
      {"It lasted 5 \u00bd hours.", "2016-11-09", "5 \u00bd hours DURATION PT5H30M"},
      {"The council sits on Monday nights.", "2016-11-09", "Monday nights SET XXXX-WXX-1TNI"},
      {"A decades-long quarrel ended.", "2016-11-09", "decades-long DURATION PXY"},
      {"It will cost much over the next decade.", "2016-11-09", "the next decade DURATION P10Y 2016-11-09..2026-11-09"},
  });
}

TEST(Times, a_time_holds_no_preposition_and_no_word_of_what_it_describes) {
  check({
      {"He left at the beginning of October.", "2013-12-02",
       "the beginning of October DATE 2013-10 START 2013-10-01..2013-10-10"},
      {"Velmora Mills had a poor showing in its fourth quarter.", "2013-03-02",
       "fourth quarter DATE 2012-Q4 2012-10-01..2012-12-31"},
      {"Net fell to a year-earlier low, not to a year earlier.", "",
       "year-earlier DATE XXXX; a year earlier DATE XXXX"},
      {"They argued about Friday's vote.", "2013-03-06", "Friday DATE 2013-03-01 2013-03-01"},
      {"She was asked about last year's flood.", "2013-03-06", "last year DATE 2012 2012-01-01..2012-12-31"},
      {"It began around 7:15 p.m. on the quay.", "2013-03-06",
       "around 7:15 p.m. TIME 2013-03-06T19:15 APPROX 2013-03-06"},
  });
}

TEST(Times, lengths_come_in_many_words) {
  check({
      {"They talked for nearly an hour.", "", "nearly an hour DURATION PT1H LESS_THAN"},
      {"He has another week to answer.", "", "another week DURATION P1W"},
      {"The lease runs for an additional year.", "", "an additional year DURATION P1Y"},
      {"It may take a month or two.", "", "a month or two DURATION P1M APPROX"},
      {"It may take three years or so.", "", "three years or so DURATION P3Y APPROX"},
      {"Many left in recent weeks and months.", "", "recent weeks and months DURATION PXW"},
      {"He died within weeks or months.", "", "weeks or months DURATION PXW"},
      {"More storms are due in the weeks ahead.", "", "the weeks ahead DURATION PXW"},
      {"She grew fond of it over the years.", "", "the years DURATION PXY"},
      {"It cost more over a three-year period.", "", "a three-year period DURATION P3Y"},
      {"In the first hours after the quake nobody slept.", "", "the first hours DURATION PTXH"},
      {"Fewer boats have come in recent years.", "", "recent years DATE PAST_REF"},
      {"The dam will one day give way.", "", "one day DATE FUTURE_REF"},
      {"He slept for one day.", "", "one day DURATION P1D"},
      {"Cabin staff get an hourly wage.", "", "hourly SET PT1H"},
  });
}

TEST(Times, about_as_long_ago_and_days_named_twice) {
  check({
      {"A week or so ago the pier gave way.", "2013-03-20",
       "A week or so ago DATE 2013-W11 APPROX 2013-03-11..2013-03-17"},
      {"It was sold ten years or so ago.", "2013-03-20", "ten years or so ago DATE 2003 APPROX 2003-01-01..2003-12-31"},
      {"They row on this coming Sunday, March eighth.", "2009-03-05",
       "this coming Sunday, March eighth DATE 2009-03-08 2009-03-08"},
      {"On Monday he fell ill. By mid afternoon he was well.", "2013-03-20",
       "Monday DATE 2013-03-18 2013-03-18; mid afternoon TIME 2013-03-18TAF MID 2013-03-18"},
      {"Buyers were few in the morning.", "2013-03-20", "the morning TIME 2013-03-20TMO 2013-03-20"},
      {"It was the week's worst storm.", "2013-03-20", "the week DATE 2013-W12 2013-03-18..2013-03-24"},
      {"He said so on \"This Week With Orla Venn\".", "2013-03-20", ""},
  });
}

TEST(Times, a_quarter_that_has_ended_is_named_by_its_last_day) {
  check({
      {"In the quarter ended Sept. 28 the mill lost money, as a year earlier.", "2013-10-20",
       "the quarter DATE 2013-Q3 2013-07-01..2013-09-30; Sept. 28 DATE 2013-09-28 2013-09-28; "
       "a year earlier DATE 2012-Q3 2012-07-01..2012-09-30"},
      {"In the quarter ended Oct. 3 it broke even.", "2013-10-20",
       "the quarter DATE 2013-Q3 2013-07-01..2013-09-30; Oct. 3 DATE 2013-10-03 2013-10-03"},
      {"In the quarter ended Jan. 3, 2013, it broke even.", "2013-10-20",
       "the quarter DATE 2012-Q4 2012-10-01..2012-12-31; Jan. 3, 2013 DATE 2013-01-03 2013-01-03"},
      {"Shares have doubled since year-end.", "2013-10-20", "year-end DATE 2012-12-31 2012-12-31"},
      {"It will close by year-end.", "2013-10-20", "year-end DATE 2013-12-31 2013-12-31"},
  });
}

TEST(Times, what_is_to_be_done_by_a_month_lies_ahead) {
  check({
      {"The ferry line wants to double its trips by August.", "2013-02-13",
       "August DATE 2013-08 2013-08-01..2013-08-31"},
      {"A dividend was declared, payable Dec. 15.", "2013-10-26", "Dec. 15 DATE 2013-12-15 2013-12-15"},
      {"The race was started as planned Saturday night.", "2013-02-25", "Saturday night TIME 2013-02-23TNI 2013-02-23"},
  });
}

TEST(Times, what_cannot_be_resolved_keeps_its_type) {
  check({
      {"The ferry sank on Friday.", "", "Friday DATE XXXX-WXX-5"},
      {"The law was passed in October.", "", "October DATE XXXX-10"},
      {"It was signed on 5 October.", "", "5 October DATE XXXX-10-05"},
      {"He left last week.", "", "last week DATE XXXX-WXX"},
      {"He left yesterday.", "", "yesterday DATE XXXX-XX-XX"},
      {"He left two months ago.", "", "two months ago DATE XXXX-XX"},
      {"Sales rose in the third quarter.", "", "the third quarter DATE XXXX-Q3"},
      {"The gates closed at 9 p.m.", "", "9 p.m. TIME XXXX-XX-XXT21:00"},
      {"Thousands are now homeless.", "2016-11-09", "now DATE PRESENT_REF"},
      {"He recently moved.", "2016-11-09", "recently DATE PAST_REF"},
      {"The plan is for the future.", "2016-11-09", "the future DATE FUTURE_REF"},
      {"In the past, boats came often.", "2016-11-09", "the past DATE PAST_REF"},
      {"Years ago the town was rich.", "2016-11-09", "Years ago DATE PAST_REF"},
      {"He was released three days later.", "2016-11-09", "three days later DATE XXXX-XX-XX"},
      {"The bill of 30 February 2016 was paid.", "2016-11-09", "30 February 2016 DATE XXXX"},
  });
}

TEST(Times, what_is_no_time_is_left_alone) {
  check({
      {"The boy, 12 years old, was found.", "2016-11-09", ""},
      {"A 34-year-old woman was hurt.", "2016-11-09", ""},
      {"The three-month-old baby slept.", "2016-11-09", ""},
      {"It may rain.", "2016-11-09", ""},
      {"The army began its march.", "2016-11-09", ""},
      {"Some 2000 people came.", "2016-11-09", ""},
      {"The index closed at 2016.45 points.", "2016-11-09", ""},
      {"It costs $1950 to fix.", "2016-11-09", ""},
      {"The camp held 1,950 people.", "2016-11-09", ""},
      {"A second man was held.", "2016-11-09", ""},
      {"He won 3-1 and left for spring training in the hall.", "2016-11-09", ""},
      {"Three quarters of them stayed.", "2016-11-09", ""},
      {"His house stands at 1600 metres.", "2016-11-09", ""},
      {"Over a quarter of them stayed.", "2016-11-09", ""},
      {"The 9th Circuit ruled.", "2016-11-09", ""},
      {"Sales fell in Q9.", "2016-11-09", ""},
      {"The 99th century is far.", "2016-11-09", ""},
  });
}

TEST(Times, a_near_weekday_is_meant_rather_than_a_far_one) {
  check({
      // stamped on Monday, told of Tuesday: another time zone, not six days ago
      {"The ferry sank on Tuesday, the coast guard said.", "2016-11-07", "Tuesday DATE 2016-11-08 2016-11-08"},
      {"The ferry sank last Tuesday.", "2016-11-07", "last Tuesday DATE 2016-11-01 2016-11-01"},
      {"Crowds gather on the quay on Monday.", "2016-11-08", "Monday DATE 2016-11-07 2016-11-07"},
      {"The keeper could not be found on Sunday.", "2016-11-07", "Sunday DATE 2016-11-06 2016-11-06"},
      {"The lists could be out on Friday.", "2016-11-08", "Friday DATE 2016-11-11 2016-11-11"},
      {"As late as Monday the race was still on.", "2016-11-08", "Monday DATE 2016-11-07 2016-11-07"},
      {"They would look for ways round Monday's ruling.", "2016-11-08", "Monday DATE 2016-11-07 2016-11-07"},
      {"The talks lasted until Sunday.", "2016-11-08", "Sunday DATE 2016-11-06 2016-11-06"},
      {"The talks were put off until Sunday.", "2016-11-08", "Sunday DATE 2016-11-13 2016-11-13"},
      {"The flood came on 4 May 2015. The following Friday the dam broke.", "2016-11-08",
       "4 May 2015 DATE 2015-05-04 2015-05-04; The following Friday DATE 2015-05-08 2015-05-08"},
      {"The flood came on 4 May 2015. The previous Friday the dam had held.", "2016-11-08",
       "4 May 2015 DATE 2015-05-04 2015-05-04; The previous Friday DATE 2015-05-01 2015-05-01"},
      {"Files from this May 3, 2012, photo are lost.", "2016-11-08", "this May 3, 2012 DATE 2012-05-03 2012-05-03"},
  });
}

TEST(Times, a_year_told_once_holds_for_its_neighbours) {
  check({
      {"Between June and July 2011 sales fell.", "2013-03-21",
       "June DATE 2011-06 2011-06-01..2011-06-30; July 2011 DATE 2011-07 2011-07-01..2011-07-31"},
      {"It ran from 26 December to 1 March 2012.", "2013-03-21",
       "26 December DATE 2011-12-26 2011-12-26; 1 March 2012 DATE 2012-03-01 2012-03-01"},
      {"The fair of last September was wet. The Sept. 14 fire killed four.", "2013-05-21",
       "last September DATE 2012-09 2012-09-01..2012-09-30; Sept. 14 DATE 2012-09-14 2012-09-14"},
      {"The fair of August 2011 was wet. On Aug. 14 a barn burned.", "2013-08-21",
       "August 2011 DATE 2011-08 2011-08-01..2011-08-31; Aug. 14 DATE 2013-08-14 2013-08-14"},
      {"He was poor in 2008. That October he won.", "2013-05-21",
       "2008 DATE 2008 2008-01-01..2008-12-31; That October DATE 2008-10 2008-10-01..2008-10-31"},
      {"Sales fell in the third quarter.", "2013-03-21", "the third quarter DATE 2012-Q3 2012-07-01..2012-09-30"},
      {"The April-June quarter was dry.", "2013-08-21", "The April-June quarter DATE 2013-Q2 2013-04-01..2013-06-30"},
  });
}

TEST(Times, what_only_looks_like_a_time_is_none) {
  check({
      {"April Quenby met June Tallow and August Brandt.", "2013-03-21", ""},
      {"An April shower fell.", "2013-06-21", "April DATE 2013-04 2013-04-01..2013-04-30"},
      {"The paper USA Today wrote it.", "2013-03-21", ""},
      {"The Daily Gazette wrote it.", "2013-03-21", ""},
      {"The daily flood tables were lost.", "2013-03-21", "daily SET P1D"},
      {"She earns $12 an hour.", "2013-03-21", "an hour SET PT1H"},
      {"He told \u201cThis Week\u201d so.", "2013-03-21", ""},
      {"The voyage will last 23 days.", "2013-03-21", "23 days DURATION P23D"},
      {"The last 22 days were dry.", "2013-03-21", "The last 22 days DURATION P22D 2013-02-27..2013-03-21"},
      {"Stores filled on Black Friday.", "2013-03-21", ""},
      {"A decade-long drought ended.", "2013-03-21", "decade-long DURATION P10Y"},
      {"It happened a quarter of a century ago.", "2013-03-21",
       "a quarter of a century ago DATE 1988 1988-01-01..1988-12-31"},
      {"The lights came on 20 minutes later.", "2013-03-21", "20 minutes DURATION PT20M"},
      {"She has rowed for the past year and a half.", "2013-03-21", "the past year and a half DURATION P1Y6M"},
      {"The boat sails every other Friday.", "2013-03-21", "every other Friday SET XXXX-WXX-5"},
      {"It will be gone by the end of the decade.", "2013-03-21",
       "the end of the decade DATE 201 END 2016-09-01..2019-12-31"},
      {"He woke in the early hours of Tuesday.", "2013-03-21",
       "the early hours of Tuesday TIME 2013-03-19TMO START 2013-03-19"},
      {"In those days boats were wooden.", "2013-03-21", "In those days DATE PAST_REF"},
      {"A long time ago boats were wooden.", "2013-03-21", "A long time ago DATE PAST_REF"},
      {"After the 9/11 attacks the rules changed.", "2013-03-21", "9/11 DATE 2001-09-11 2001-09-11"},
  });
}

TEST(Times, the_tree_gives_the_tense) {
  const Grammar grammar;
  const TimeFinder finder;
  const ReferenceDay reference = {parse_moment("2016-11-09"), "the article's own date"};
  const Row rows[] = {
      {"The mayor said that the old bridge had collapsed on Friday.", "", "Friday DATE 2016-11-04 2016-11-04"},
      {"The mayor said that the new bridge will be opened to all on Friday.", "", "Friday DATE 2016-11-11 2016-11-11"},
      {"In May, two lost goats were seen grazing by the mill.", "", "May DATE 2016-05 2016-05-01..2016-05-31"},
      {"The workers plan to march to the town hall on Friday.", "", "Friday DATE 2016-11-11 2016-11-11"},
      {"The council set the fee in a letter that was read on Tuesday.", "", "Tuesday DATE 2016-11-08 2016-11-08"},
      {"The two teams meet on Saturday.", "", "Saturday DATE 2016-11-12 2016-11-12"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(printed(row.text, finder.find(row.text, grammar.dissect(row.text, {}, Depth::tree), reference)),
              row.times)
        << row.text;
}

TEST(Times, the_rule_and_the_day_it_was_resolved_against_are_named) {
  const TimeFinder finder;
  const std::string text = "He left last week and now she is alone.";
  const auto times = finder.find(text, {}, {parse_moment("2016-11-09"), "the article's own date"});
  ASSERT_EQ(times.size(), 2U);
  EXPECT_TRUE(times[0].why.ends_with("\"last <date-unit>\", 2016-11-09 (the article's own date)")) << times[0].why;
  EXPECT_TRUE(times[1].why.ends_with(", not resolved")) << times[1].why;
}

TEST(Times, what_the_verb_said_of_a_weekday_is_named) {
  const TimeFinder finder;
  const Grammar grammar;
  const ReferenceDay reference = {parse_moment("2016-11-08"), "the article's own date"};
  const auto why = [&](const std::string& text) {
    return finder.find(text, grammar.dissect(text, {}, Depth::tree), reference).at(0).why;
  };
  EXPECT_NE(why("The ferry will sail on Friday.").find("\"Friday\", the verb looks ahead, 2016-11-08"),
            std::string::npos);
  EXPECT_NE(why("The ferry was lost on Friday.").find("\"Friday\", the verb looks back, 2016-11-08"),
            std::string::npos);
}

TEST(Times, a_day_that_no_calendar_has_is_none) {
  check({
      {"It met on Feb. 30, 2015.", "2016-11-08", "Feb. 30, 2015 DATE XXXX"},
      {"The lease ends on 31 November.", "2016-11-08", "31 November DATE XXXX"},
      {"The lease ended on Feb. 29, 2016.", "2016-11-08", "Feb. 29, 2016 DATE 2016-02-29 2016-02-29"},
  });
}

TEST(Times, years_in_a_row_are_one_time) {
  check({
      {"the 2006-07 season", "2016-11-08", "2006-07 DATE 2006/2007 2006-01-01..2007-12-31"},
      {"the 2006–07 season", "2016-11-08", "2006–07 DATE 2006/2007 2006-01-01..2007-12-31"},
      {"the 2006/07 budget", "2016-11-08", "2006/07 DATE 2006/2007 2006-01-01..2007-12-31"},
      {"in 1999-00", "2016-11-08", "1999-00 DATE 1999/2000 1999-01-01..2000-12-31"},
      {"in 2014-03", "2016-11-08", "2014-03 DATE 2014-03 2014-03-01..2014-03-31"},
      {"on 2014-03-05", "2016-11-08", "2014-03-05 DATE 2014-03-05 2014-03-05"},
  });
}

TEST(Times, weekdays_in_a_row_share_the_last_one_s_month) {
  check({
      {"It sits on Tuesday 3, Thursday 5 and Friday 6 May 2016.", "2016-11-08",
       "Tuesday 3 DATE 2016-05-03 2016-05-03; Thursday 5 DATE 2016-05-05 2016-05-05; "
       "Friday 6 May 2016 DATE 2016-05-06 2016-05-06"},
      {"On Tuesday 3 of them sat; on Friday 6 May 2016 none.", "2016-11-08",
       "Tuesday DATE 2016-11-08 2016-11-08; Friday 6 May 2016 DATE 2016-05-06 2016-05-06"},
  });
}

TEST(Times, decimals_are_no_numbers_of_their_own) {
  check({
      {"It failed 2.0 weeks ago.", "2016-11-09", "2.0 weeks ago DATE 2016-W43 2016-10-24..2016-10-30"},
      {"It failed 6.5 days ago.", "2016-11-09", "days ago DATE PAST_REF"},
      {"It failed 1,400 years ago.", "2016-11-09", "1,400 years ago DATE 0616 0616-01-01..0616-12-31"},
      {"at 7.00 p.m.", "2016-11-09", "7.00 p.m. TIME 2016-11-09T19:00 2016-11-09"},
  });
}

TEST(Times, a_count_of_thousands_is_no_year) {
  check({
      {"Two thousand and six people came.", "2016-11-09", ""},
      {"It opened in two thousand and six.", "2016-11-09", "two thousand and six DATE 2006 2006-01-01..2006-12-31"},
      {"A quarter million came.", "2016-11-09", ""},
  });
}

TEST(Times, spans_hold_whatever_bytes_stand_around_them) {
  check({
      {"\u201cOn Friday\u201d \u2014 caf\u00e9", "2016-11-08", "Friday DATE 2016-11-04 2016-11-04"},
      {"last\u00a0week", "2016-11-09", "last\u00a0week DATE 2016-W44 2016-10-31..2016-11-06"},
      {"Friday\u2019s vote", "2016-11-08", "Friday DATE 2016-11-04 2016-11-04"},
      {"in\n\n2009", "2016-11-09", "2009 DATE 2009 2009-01-01..2009-12-31"},
      {"on 4 March\n\n1987 of them", "2016-11-09",
       "4 March DATE 2017-03-04 2017-03-04; 1987 DATE 1987 1987-01-01..1987-12-31"},
      {"", "2016-11-09", ""},
      {"99999999999999999999 years ago", "2016-11-09", "years ago DATE PAST_REF"},
      {"900000000 years ago", "2016-11-09", "900000000 years ago DATE 0001 0001-01-01..0001-12-31"},
      {"in 999999999 years", "0001-01-01", "999999999 years DURATION P999999999Y"},
  });
}

// Work for each word is bounded, so this ends soon; with work that grows with the square it would not.
TEST(Times, a_text_of_nothing_but_numbers_or_dates_is_done_in_time_that_grows_with_its_length) {
  const TimeFinder finder;
  for (const std::string_view word : {"1999 ", "12-", "two ", "4 March 1987, ", "10:35 ", "one hundred and ", "7"}) {
    std::string text;
    while (text.size() < 60'000) text += word;
    const auto times = finder.find(text, {}, {});
    for (const Time& time : times) ASSERT_LE(time.span.end, text.size());
  }
}

TEST(Times, rules_can_say_what_no_calendar_knows_and_it_stays_unresolved) {
  const TimeRules rules("rules.txt", "DATE:\nlast moon => month=14\n<N> moons => unit=month shift=-n*1000000\n");
  const std::string text = "last moon, 999 moons";
  const auto words = time_words(text, rules.vocabulary());
  TimeMatcher matcher(rules, words);
  const auto month = matcher.match(0);
  ASSERT_TRUE(month);
  EXPECT_FALSE(within_bounds(month->meaning));
  const auto moons = matcher.match(3);
  ASSERT_TRUE(moons);
  EXPECT_EQ(moons->meaning.get(Slot::shift), -999'000'000);
}

TEST(Times, a_rule_that_is_broken_is_named_by_its_line) {
  const struct {
    const char* rules;
    const char* reason;
  } rows[] = {
      {"DATE:\n(today => ref=present\n", "rules.txt:2: a \"(\" that is never closed"},
      {"DATE:\n<nothing>\n", "rules.txt:2: no phrase \"nothing\" above this line"},
      {"DATE:\n\n# remark\ntoday => colour=blue\n", "rules.txt:4: there is no \"colour\" to be set"},
      {"DATE:\ntoday => unit=fathom\n", "rules.txt:2: there is no \"fathom\" to be set"},
      {"today => unit=day\n", "rules.txt:1: a rule before the first heading"},
      {"DATE:\nlast [of\n", "rules.txt:2: \"[ ]\" may stand only before or after all other words"},
      {"DATE:\nlast <week\n", "rules.txt:2: a \"<\" that is never closed"},
      {"DATE:\n10 days\n", "rules.txt:2: digits cannot be written out; use a form of digits, as <YYYY>"},
      {"DATE:\ntoday => unit\n", "rules.txt:2: \"unit\" is not of the form name=value"},
      {"DATE:\ntoday\nDATE:\n", "rules.txt:3: the phrase \"DATE\" stands here for the second time"},
      {"DATE:\n<DATE> or so\n", "rules.txt:2: no phrase \"DATE\" above this line"},
      {"DATE:\nthe?\n", "rules.txt:2: a rule that fits no words at all"},
      {"DATE:\ntoday => year=99999999*99999999\n", "rules.txt:2: there is no \"99999999\" to be set"},
      {"DATE:\ntoday => year=9999999*9999999\n", "rules.txt:2: a number that is too large"},
  };
  for (const auto& row : rows) {
    try {
      TimeRules("rules.txt", row.rules);
      ADD_FAILURE() << row.rules;
    } catch (const std::runtime_error& error) {
      EXPECT_STREQ(error.what(), row.reason);
    }
  }
}

TEST(Times, rules_without_end_are_refused_before_they_fill_the_memory) {
  const auto repeated = [](const std::string& part, int times) {
    std::string whole;
    for (int i = 0; i < times; ++i) whole += part;
    return whole;
  };
  const std::string wide = "(" + repeated("(a|b)", 11) + "|c)";  // 2,049 rows
  std::string deep;
  for (char c = 'a'; c < 'z'; ++c)
    for (char d = 'a'; d < 'z'; ++d) deep += std::string(1, c) + d + repeated("(a|b)", 11) + "\n";
  const struct {
    std::string rule;
    const char* reason;
  } rows[] = {
      {wide + wide, "rules.txt:2: the rule stands for too many rows of words; make phrases of its parts"},
      {repeated(wide + "|", 10) + "c",
       "rules.txt:2: the rule stands for too many rows of words; make phrases of its parts"},
      {repeated("(", 1000000), "rules.txt:2: brackets in brackets in brackets: more than 32"},
      {deep, "too many rules"},
  };
  for (const auto& row : rows) {
    try {
      TimeRules("rules.txt", "DATE:\n" + row.rule + "\n");
      ADD_FAILURE() << row.reason;
    } catch (const std::runtime_error& error) {
      EXPECT_NE(std::string(error.what()).find(row.reason), std::string::npos) << error.what();
    }
  }
}

}  // namespace
}  // namespace hearsay
