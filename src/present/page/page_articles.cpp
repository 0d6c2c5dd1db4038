// The whole texts, with a place for each claim to be led to and what is not the article set back. Which words a claim
// covers is only said here, in an attribute: web/marks.js underlines them when an article is opened, so that a page of
// many reports opens at once.
#include "present/page/page_parts.h"
#include "present/words/phrases.h"

#include <algorithm>

namespace hearsay {

namespace {

// In the units in which a script counts (UTF-16), without the line ends, which become paragraphs.
std::size_t length_in_script(std::string_view words) {
  std::size_t length = 0;
  for (const char c : words) {
    const auto byte = static_cast<unsigned char>(c);
    if (c != '\n' && (byte & 0xC0) != 0x80) length += byte >= 0xF0 ? 2 : 1;
  }
  return length;
}

// Walks a text from cut to cut.
class ArticleWriter {
 public:
  ArticleWriter(std::string& page, const AccountView& view, std::size_t article)
      : page_(page), view_(view), article_(view.account().articles[article]), claims_(view.claims_in(article)) {
    std::stable_sort(claims_.begin(), claims_.end(),
                     [&](std::size_t a, std::size_t b) { return claim(a).span.begin < claim(b).span.begin; });
    add_cuts();
  }

  void write() {
    auto next = claims_.begin();
    std::size_t part = 0;
    page_ += "<p>";
    for (std::size_t i = 0; i + 1 < cuts_.size(); ++i) {
      const Span piece{cuts_[i], cuts_[i + 1]};
      for (; next != claims_.end() && claim(*next).span.begin == piece.begin; ++next) write_place(*next);
      while (part < article_.boilerplate.size() && article_.boilerplate[part].span.end <= piece.begin) ++part;
      const bool boilerplate =
          part < article_.boilerplate.size() && article_.boilerplate[part].span.contains(piece.begin);
      write_piece(words_at(article_.text, piece), boilerplate ? &article_.boilerplate[part] : nullptr);
    }
    for (; next != claims_.end(); ++next) write_place(*next);
    page_ += "</p>\n";
  }

 private:
  const Claim& claim(std::size_t number) const { return view_.account().claims[number]; }

  void add_cuts() {
    cuts_ = {0, article_.text.size()};
    for (const std::size_t number : claims_) cuts_.push_back(claim(number).span.begin);
    for (const Boilerplate& part : article_.boilerplate) cuts_.insert(cuts_.end(), {part.span.begin, part.span.end});
    for (std::size_t at = 0; (at = article_.text.find('\n', at)) != std::string::npos; ++at)
      cuts_.insert(cuts_.end(), {at, at + 1});
    std::sort(cuts_.begin(), cuts_.end());
    cuts_.erase(std::unique(cuts_.begin(), cuts_.end()), cuts_.end());
  }

  // Where a claim begins, how long it is and to which point it belongs.
  void write_place(std::size_t number) {
    put(page_, "<a id=\"c{}\" data-m=\"{}.{}\"></a>", number + 1,
        length_in_script(words_at(article_.text, claim(number).span)), claim(number).point + 1);
  }

  void write_piece(std::string_view words, const Boilerplate* boilerplate) {
    if (words == "\n") {
      if (!page_.ends_with("<p>")) page_ += "</p>\n<p>";
    } else if (boilerplate) {
      put(page_, "<span class=\"boilerplate\" title=\"Not the article: {}\">{}</span>", boilerplate->why, words);
    } else {
      put(page_, "{}", words);
    }
  }

  std::string& page_;
  const AccountView& view_;
  const Article& article_;
  std::vector<std::size_t> claims_;
  std::vector<std::size_t> cuts_;
};

bool is_web_address(std::string_view location) {
  return location.starts_with("https://") || location.starts_with("http://");
}

bool is_updated(const Account& account, std::size_t article) {
  return std::any_of(account.updates.begin(), account.updates.end(),
                     [&](const ArticleUpdate& update) { return update.article == article; });
}

void write_article(std::string& page, const AccountView& view, std::size_t number) {
  const Article& article = view.account().articles[number];
  put(page, "<details class=\"source\" id=\"a{}\" data-id=\"{}\"{}><summary><b>{}</b>", number + 1, article.id,
      number == view.articles_by_time().front() ? " open" : "", newsroom_name(article));
  if (article.published)
    put(page, " <time datetime=\"{}\">{}</time>", to_iso(*article.published), moment_phrase(*article.published));
  if (is_updated(view.account(), number)) page += " <small>updated</small>";
  page += "</summary>\n<article>\n";
  if (article.title) put(page, "<h3><q>{}</q></h3>\n", *article.title);
  put(page, "<div class=\"text\" lang=\"{}\">", article.language.value_or("en"));
  ArticleWriter(page, view, number).write();
  page += "</div>\n<p class=\"location\">";
  if (is_web_address(article.location))
    put(page, "<a href=\"{}\" rel=\"noopener noreferrer external\">{}</a>", article.location, article.location);
  else
    put(page, "{}", article.location);
  page += "</p>\n</article>\n</details>\n";
}

}  // namespace

void write_articles(std::string& page, const AccountView& view) {
  page +=
      "<aside id=\"articles\" aria-labelledby=\"articles-title\" tabindex=\"-1\">\n<div class=\"bar\"><h2 "
      "id=\"articles-title\">The articles</h2><button type=\"button\" class=\"close\" hidden>Close</button></div>\n<p "
      "class=\"note\">Underlined words are claims, each leading to its point. Grey words are not the "
      "article.</p>\n<div "
      "class=\"hint\" role=\"status\" hidden></div>\n";
  for (const std::size_t article : view.articles_by_time()) write_article(page, view, article);
  page += "</aside>\n";
}

}  // namespace hearsay
