// Pages to articles on one core, beside the HTML parser Gumbo, which only builds its tree, on the same pages in the
// same run. The pages are made here: a news page of about 50 kB, of which a tenth is the article.
#include "clean/clean.h"
#include "clean/markup/html_tree.h"

#include <benchmark/benchmark.h>
#include <gumbo.h>

namespace hearsay {
namespace {

std::string news_page(int number) {
  std::string page =
      "<!DOCTYPE html><html lang=\"en\"><head><title>Bridge closed | Wennel Post</title><meta charset=\"utf-8\">"
      "<meta property=\"article:published_time\" content=\"2031-05-05T10:00:00Z\"><style>";
  for (int i = 0; i < 200; ++i) page += ".block-" + std::to_string(i) + " .inner { margin: 0 auto; color: #333 }\n";
  page += "</style></head><body><nav class=\"menu\"><ul>";
  for (int i = 0; i < 150; ++i)
    page += "<li class=\"menu-item item-" + std::to_string(i) + "\"><a href=\"/section/" + std::to_string(i) +
            "\">Section</a></li>";
  page += "</ul></nav><main><article><h1>Bridge closed</h1><div class=\"article-body\">";
  for (int i = 0; i < 24; ++i)
    page +=
        "<p>The bridge over the <b>Wennel</b> was closed on day " + std::to_string(number + i) +
        ", the town said &mdash; and \xE2\x80\x9Cnobody\xE2\x80\x9D was hurt, it added, though two boats had to turn "
        "around and wait until the evening before they could go on.</p>";
  page += "</div></article></main><aside class=\"related\">";
  for (int i = 0; i < 100; ++i)
    page += "<div class=\"teaser teaser-small\" data-id=\"" + std::to_string(i) + "\"><a href=\"/story/" +
            std::to_string(i) +
            "\"><span class=\"kicker\">Boats</span> <span class=\"title\">What the ferry's owner said about "
            "it</span></a></div>";
  page += "</aside><script>var state = {";
  for (int i = 0; i < 500; ++i) page += "\"key" + std::to_string(i) + "\": \"value\", ";
  return page + "};</script><footer>Imprint</footer></body></html>";
}

const std::vector<std::string>& pages() {
  static const std::vector<std::string> made = [] {
    std::vector<std::string> list;
    for (int i = 0; i < 50; ++i) list.push_back(news_page(i));
    return list;
  }();
  return made;
}

// Runs over all pages once an iteration; `work` returns something that depends on the page.
template <class Work>
void over_pages(benchmark::State& state, const Work& work) {
  std::size_t bytes = 0;
  std::size_t count = 0;
  for (auto step : state) {
    for (const std::string& page : pages()) {
      benchmark::DoNotOptimize(work(page));
      bytes += page.size();
      ++count;
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
  state.SetItemsProcessed(static_cast<std::int64_t>(count));
}

void page_to_article(benchmark::State& state) {
  over_pages(state, [](const std::string& page) {
    Record record;
    record.kind = Record::Kind::html;
    record.content = page;
    return clean(std::move(record))->size();
  });
}
BENCHMARK(page_to_article);

void parse_only(benchmark::State& state) {
  over_pages(state, [](const std::string& page) { return parse_html(page).nodes.size(); });
}
BENCHMARK(parse_only);

void parse_only_with_gumbo(benchmark::State& state) {
  over_pages(state, [](const std::string& page) {
    GumboOutput* const output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
    const auto children = output->root->v.element.children.length;
    gumbo_destroy_output(&kGumboDefaultOptions, output);
    return children;
  });
}
BENCHMARK(parse_only_with_gumbo);

}  // namespace
}  // namespace hearsay

BENCHMARK_MAIN();
