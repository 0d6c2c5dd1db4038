// Each kind of record becomes a text in its own way; what follows (boilerplate, language) is the same for all.
#include "clean/clean.h"

#include "base/utf8.h"
#include "capture/bytes/encoding.h"
#include "clean/articles/language.h"
#include "clean/articles/outlets.h"
#include "clean/dates/date_values.h"
#include "clean/markup/html_tree.h"
#include "clean/pages/hidden_text.h"
#include "clean/pages/live_blog.h"
#include "clean/pages/main_text.h"
#include "clean/pages/page_edges.h"
#include "clean/pages/page_facts.h"
#include "clean/pages/page_text.h"
#include "clean/texts/bare_lines.h"
#include "clean/texts/boilerplate.h"

#include <algorithm>
#include <iterator>

namespace hearsay {

namespace {

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos; }

// Why a text cannot be used; nothing if it can.
std::optional<std::string> fault_of(std::string_view text) {
  const auto broken = first_broken_byte(text);
  if (text.find('\0') != std::string_view::npos) return "is binary, not text";
  if (broken) return "is not UTF-8 text (byte " + std::to_string(*broken) + ")";
  return std::nullopt;
}

// Compressed or otherwise binary bytes that are called a page: many of them are control characters. In UTF-16 every
// other byte may be zero.
bool is_binary(std::string_view bytes) {
  bytes = bytes.substr(0, 1024);
  std::size_t odd = 0;
  std::size_t noughts = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    noughts += byte == 0;
    odd += (byte < ' ') & (byte != 0) & (byte != '\t') & (byte != '\n') & (byte != '\r') & (byte != '\f');
  }
  if (4 * noughts < bytes.size()) odd += noughts;
  return 25 * odd > bytes.size();
}

// Metadata comes from outside and goes into JSON: what is malformed counts as missing.
void drop_if_broken(std::optional<std::string>& value) {
  if (value && first_broken_byte(*value)) value.reset();
}

// Notes what the carrier states about an article.
void add_carrier(const Record& record, Article& article) {
  const auto add = [&](bool says, const char* what) {
    if (says) article.statements.push_back({what, record.carrier});
  };
  add(article.title.has_value(), "title");
  add(article.outlet.has_value(), "outlet");
  add(record.language.has_value(), "language");
  add(article.published.has_value(), "published");
  add(article.modified.has_value(), "modified");
  for (std::size_t i = 0; i < record.authors.size(); ++i) add(true, "author");
  for (std::size_t i = 0; i < record.origins.size(); ++i) add(true, "origin");
}

// A small piece of HTML as its readers see it.
std::string shown_text(std::string_view html) {
  constexpr std::size_t longest = 2000;
  return text_below(html, parse_html(html), 0, longest);
}

Article described(Record& record) {
  for (auto* value : {&record.title, &record.outlet, &record.published, &record.modified, &record.language})
    drop_if_broken(*value);
  Article article;
  article.id = std::move(record.id);
  article.location = std::move(record.location);
  article.title = std::move(record.title);
  article.outlet = std::move(record.outlet);
  // A record's own date is believed, whatever its year (it may be from an archive); only what is not ISO 8601 is
  // guessed at.
  if (record.published) {
    article.published = parse_moment(*record.published);
    if (!article.published) article.published = read_date_value(*record.published, DayOrder::month_first);
  }
  if (record.modified) article.modified = read_date_value(*record.modified, DayOrder::month_first);
  if (article.title && record.carrier == "feed") article.title = shown_text(*article.title);
  if (!record.carrier.empty()) add_carrier(record, article);
  article.authors = std::move(record.authors);
  article.stated_origins = std::move(record.origins);
  if (!record.archived.empty()) article.statements.push_back({"archived", std::move(record.archived)});
  if (!record.fault.empty()) article.statements.push_back({"left out", "the rest of what " + std::move(record.fault)});
  if (record.language) article.language = language_of_tag(*record.language);
  return article;
}

// What the carrier says about an article takes precedence over what its page says.
void add_facts(Record& record, PageFacts facts, Article& article) {
  const auto add = [&](auto& member, auto& fact, const char* what) {
    if (member || !fact) return;
    member = std::move(fact->value);
    article.statements.push_back({what, std::move(fact->where)});
  };
  add(article.title, facts.title, "title");
  add(article.outlet, facts.outlet, "outlet");
  add(article.language, facts.language, "language");
  add(article.published, facts.published, "published");
  add(article.modified, facts.modified, "modified");
  add(article.address, facts.address, "address");
  for (auto& author : facts.authors) {
    article.authors.push_back(std::move(author.value));
    article.statements.push_back({"author", std::move(author.where)});
  }
  for (auto& origin : facts.origins) {
    article.stated_origins.push_back(std::move(origin.value));
    article.statements.push_back({"origin", std::move(origin.where)});
  }
  if (record.url) article.location = std::move(*record.url);
}

using Articles = std::vector<Article>;

// A post of a live blog as an article of its own; what the page says of itself applies to each of them.
Article article_of_post(const Article& page, const LivePost& post, std::size_t number) {
  Article article = page;
  article.id += "/" + std::to_string(number);
  article.statements.reserve(page.statements.size() + 1);  // there can be very many posts
  const auto restate = [&article](const char* what, const char* where) {
    std::erase_if(article.statements, [what](const Statement& statement) { return statement.what == what; });
    article.statements.push_back({what, where});
  };
  if (!post.title.empty()) {
    article.title = post.title;
    restate("title", "the post's heading");
  }
  if (post.published) {
    article.published = post.published;
    restate("published", "the post's time");
  }
  article.statements.push_back({"live blog post", page.id});
  return article;
}

// The articles of a page and the texts they get.
struct Cut {
  bool with_places;
  bool with_blank;  // including those without text
  Articles articles;
  std::vector<AlignedText> texts;  // if places are wanted

  void add(Article article, AlignedText text) {
    if (is_blank(text.text()) && !with_blank) return;
    if (text.full()) article.statements.push_back({"left out", "what follows the text's first 2,000,000 pieces"});
    if (with_places) {
      article.text = text.text();
      texts.push_back(std::move(text));
    } else {
      article.text = std::move(text).text();
    }
    articles.push_back(std::move(article));
  }

  Articles finish(const Record& record, const DecodedPage& page) {
    if (with_places) {
      auto places = map_to_page(record.content, record.encoding, page.encoding, texts);
      for (std::size_t i = 0; i < articles.size(); ++i) articles[i].places = std::move(places[i]);
    }
    return std::move(articles);
  }
};

// The record's bytes are kept only if places are to be found in them.
DecodedPage decoded(Record& record, Care care) {
  if (care.places) return decode_page(record.content, record.encoding);
  return decode_page(std::move(record.content), record.encoding);
}

// A page that shows hardly any text may have it where scripts find it.
void take_hidden_text(std::string_view page, const HtmlTree& tree, AlignedText& text, Article& article) {
  constexpr std::size_t hardly_any = 200;
  if (text.text().size() >= hardly_any) return;
  HiddenText hidden = find_hidden_text(page, tree);
  if (hidden.text.text().size() < 2 * text.text().size() || is_blank(hidden.text.text())) return;
  text = std::move(hidden.text);
  article.statements.push_back({"text", hidden.where});
}

tl::expected<Articles, std::string> clean_page(Record record, Care care) {
  if (is_binary(record.content)) return tl::unexpected(std::string("is binary, not a page"));
  const DecodedPage page = decoded(record, care);
  const HtmlTree tree = parse_html(page.text);
  const std::vector<LivePost> posts = find_live_posts(page.text, tree);
  std::vector<std::uint32_t> parts;
  for (const LivePost& post : posts) parts.push_back(post.node);
  PageTexts texts = find_texts(page.text, tree, parts, care.why);
  Article article = described(record);
  add_facts(record, find_facts(page.text, tree, record.url, parse_moment(record.fetched)), article);
  if (tree.cut) article.statements.push_back({"left out", "what follows the page's first 1,500,000 elements"});
  Cut cut{care.places, care.metadata && posts.empty(), {}, {}};
  cut.articles.reserve(posts.size() + 1);
  Article main = article;
  take_hidden_text(page.text, tree, texts.main, main);
  main.left_out = std::move(texts.left_out);
  cut.add(std::move(main), std::move(texts.main));
  for (std::size_t i = 0; i < posts.size(); ++i)
    cut.add(article_of_post(article, posts[i], i + 1), std::move(texts.parts[i]));
  if (cut.articles.empty()) return tl::unexpected(std::string("is a page without an article's text"));
  return cut.finish(record, page);
}

tl::expected<Articles, std::string> clean_fragment(Record record, Care care) {
  const DecodedPage page = decoded(record, care);
  AlignedText text = find_whole_text(page.text, parse_html(page.text));
  Article article = described(record);
  if (record.url && !article.outlet)
    if (std::string outlet = outlet_of_address(*record.url); !outlet.empty()) {
      article.outlet = std::move(outlet);
      article.statements.push_back({"outlet", "address"});
    }
  if (record.url) article.location = std::move(*record.url);
  Cut cut{care.places, false, {}, {}};
  cut.add(std::move(article), std::move(text));
  if (cut.articles.empty()) return tl::unexpected(std::string("has no text"));
  return cut.finish(record, page);
}

tl::expected<Articles, std::string> clean_text(Record record) {
  if (const auto fault = fault_of(record.content)) return tl::unexpected(*fault);
  Article article = described(record);
  article.text = std::move(record.content);
  return Articles{std::move(article)};
}

void add_boilerplate(Article& article, std::vector<Boilerplate> bare) {
  article.boilerplate.insert(article.boilerplate.end(), std::make_move_iterator(bare.begin()),
                             std::make_move_iterator(bare.end()));
  std::sort(article.boilerplate.begin(), article.boilerplate.end(),
            [](const Boilerplate& a, const Boilerplate& b) { return a.span < b.span; });
}

void mark_boilerplate(Article& article, Record::Kind kind) {
  article.boilerplate = find_boilerplate(article.text);
  // In a page the elements tell captions from headings, and lines at the text's ends are not the writer's.
  if (kind == Record::Kind::text) add_boilerplate(article, find_bare_lines(article.text, article.boilerplate));
  if (kind == Record::Kind::html)
    add_boilerplate(article, find_page_edges(article.text, article.boilerplate, article.authors));
}

// A stated language is believed, unless the text is plainly in another one.
void find_language(Article& article) {
  if (article.language && !may_be_in_another(article.text, *article.language)) return;
  auto detected = detect_language(article.text);
  if (!detected || detected == article.language) return;
  if (article.language) {
    std::erase_if(article.statements, [](const Statement& one) { return one.what == "language"; });
    article.statements.push_back({"language", "the text, against what is stated (" + *article.language + ")"});
  }
  article.language = std::move(detected);
}

}  // namespace

tl::expected<std::vector<Article>, std::string> clean(Record record, Care care) {
  if (is_blank(record.content)) return tl::unexpected(record.fault.empty() ? "is empty" : std::move(record.fault));
  const Record::Kind kind = record.kind;
  auto articles = kind == Record::Kind::html       ? clean_page(std::move(record), care)
                  : kind == Record::Kind::fragment ? clean_fragment(std::move(record), care)
                                                   : clean_text(std::move(record));
  if (!articles) return articles;
  const auto is_too_long = [](const Article& article) { return article.text.size() > longest_text_bytes; };
  if (std::any_of(articles->begin(), articles->end(), is_too_long))
    return tl::unexpected(std::string("has a text longer than an article's can be (2 MB)"));
  for (Article& article : *articles) {
    if (!care.text_only) mark_boilerplate(article, kind);
    if (!care.text_only || care.language) find_language(article);
  }
  return articles;
}

}  // namespace hearsay
