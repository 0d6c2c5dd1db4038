// The whole texts, with their claims underlined and what is not the article set back. Claims may overlap, so a text is
// cut at every beginning and end, and each piece names the claims that cover it.
#include "present/page_parts.h"
#include "present/phrases.h"

#include <algorithm>
#include <optional>

namespace hearsay {

namespace {

struct Cover {
  Span span;
  std::size_t claim;
};

// Walks a text from cut to cut, knowing at each which claims are open. Linear in cuts times claims open at once.
class ArticleWriter {
 public:
  ArticleWriter(std::string& page, const AccountView& view, std::size_t article)
      : page_(page), view_(view), article_(view.account().articles[article]) {
    for (const std::size_t claim : view.claims_in(article))
      covers_.push_back({view.account().claims[claim].span, claim});
    std::stable_sort(covers_.begin(), covers_.end(),
                     [](const Cover& a, const Cover& b) { return a.span.begin < b.span.begin; });
    add_cuts();
  }

  void write() {
    std::size_t next = 0;
    std::size_t part = 0;
    page_ += "<p>";
    for (std::size_t i = 0; i + 1 < cuts_.size(); ++i) {
      const Span piece{cuts_[i], cuts_[i + 1]};
      std::erase_if(open_, [&](const Cover& cover) { return cover.span.end <= piece.begin; });
      while (next < covers_.size() && covers_[next].span.begin == piece.begin) open(covers_[next++]);
      while (part < article_.boilerplate.size() && article_.boilerplate[part].span.end <= piece.begin) ++part;
      const bool boilerplate =
          part < article_.boilerplate.size() && article_.boilerplate[part].span.contains(piece.begin);
      write_piece(piece, boilerplate ? &article_.boilerplate[part] : nullptr);
    }
    page_ += "</p>\n";
  }

 private:
  void add_cuts() {
    cuts_ = {0, article_.text.size()};
    for (const Cover& cover : covers_) cuts_.insert(cuts_.end(), {cover.span.begin, cover.span.end});
    for (const Boilerplate& part : article_.boilerplate) cuts_.insert(cuts_.end(), {part.span.begin, part.span.end});
    for (std::size_t at = 0; (at = article_.text.find('\n', at)) != std::string::npos; ++at)
      cuts_.insert(cuts_.end(), {at, at + 1});
    std::sort(cuts_.begin(), cuts_.end());
    cuts_.erase(std::unique(cuts_.begin(), cuts_.end()), cuts_.end());
  }

  // A claim is led to at its first piece; where several begin together, the others get a mark of their own before it.
  void open(const Cover& cover) {
    if (begun_ || cover.span.empty()) put(page_, "<span id=\"c{}\"></span>", cover.claim + 1);
    if (cover.span.empty()) return;
    if (!begun_) begun_ = cover.claim;
    open_.push_back(cover);
  }

  void write_piece(Span piece, const Boilerplate* boilerplate) {
    const std::string_view words = words_at(article_.text, piece);
    if (words == "\n") {
      if (!page_.ends_with("<p>")) page_ += "</p>\n<p>";
    } else if (!open_.empty()) {
      write_covered(words);
    } else if (boilerplate) {
      put(page_, "<span class=\"boilerplate\" title=\"Not the article: {}\">{}</span>", boilerplate->why, words);
    } else {
      put(page_, "{}", words);
    }
  }

  // The innermost claim, which opened last, gives the colour and the point to lead to.
  void write_covered(std::string_view words) {
    const std::size_t point = view_.account().claims[open_.back().claim].point;
    put(page_, "<a class=\"{}\" href=\"#p{}\"", style_of(view_.account().points[point].standing), point + 1);
    if (begun_) put(page_, " id=\"c{}\"", *begun_ + 1);
    if (!begun_ || open_.size() > 1) {
      page_ += " data-c=\"";
      for (std::size_t i = 0; i < open_.size(); ++i) put(page_, "{}{}", i > 0 ? " " : "", open_[i].claim + 1);
      page_ += '"';
    }
    put(page_, ">{}</a>", words);
    begun_.reset();
  }

  std::string& page_;
  const AccountView& view_;
  const Article& article_;
  std::vector<Cover> covers_;
  std::vector<Cover> open_;
  std::optional<std::size_t> begun_;  // the claim that begins at the next piece and has its id
  std::vector<std::size_t> cuts_;
};

bool is_web_address(std::string_view location) {
  return location.starts_with("https://") || location.starts_with("http://");
}

void write_article(std::string& page, const AccountView& view, std::size_t number) {
  const Article& article = view.account().articles[number];
  put(page, "<details class=\"source\" id=\"a{}\" data-id=\"{}\"{}><summary><b>{}</b>", number + 1, article.id,
      number == view.articles_by_time().front() ? " open" : "", newsroom_name(article));
  if (article.published)
    put(page, " <time datetime=\"{}\">{}</time>", to_iso(*article.published), moment_phrase(*article.published));
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
