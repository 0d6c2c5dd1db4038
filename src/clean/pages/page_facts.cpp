// One pass collects where facts can be; then each fact is looked up in its order of trust. Dates have their own file.
#include "clean/pages/page_facts.h"

#include "base/utf8.h"
#include "clean/articles/language.h"
#include "clean/articles/outlets.h"
#include "clean/markup/entities.h"
#include "clean/pages/json_ld.h"
#include "clean/pages/page_dates.h"
#include "clean/pages/page_text.h"

#include <algorithm>
#include <array>

namespace hearsay {

namespace {

// "Bridge closed - Wennel Post" without the site's name. Of several separators, each at its last place in the title's
// second half, the first counts.
std::string without_site(const std::string& title) {
  constexpr std::string_view marks[] = {" | ", " - ", " – ", " — ", " :: ", " » "};
  std::array<std::size_t, std::size(marks)> last;
  last.fill(title.size());
  const std::size_t half = title.size() / 2;
  for (std::size_t at = title.find(' ', half); at != std::string::npos; at = title.find(' ', at + 1))
    for (std::size_t i = 0; i < last.size(); ++i)
      if (std::string_view(title).substr(at).starts_with(marks[i])) last[i] = at;
  return title.substr(0, *std::min_element(last.begin(), last.end()));
}

class Facts {
 public:
  Facts(std::string_view page, const HtmlTree& tree, const std::optional<std::string>& address,
        const std::optional<Moment>& fetched)
      : page_(page), tree_(tree), given_(address), fetched_(fetched) {}

  PageFacts find() {
    read_head();
    find_title();
    find_address();
    find_language();
    find_others();
    DateClues clues;
    clues.linked = &linked_;
    clues.address = facts_.address ? facts_.address->value : given_.value_or("");
    clues.language = facts_.language ? facts_.language->value : "";
    clues.language_tag = language_tag_;
    clues.has_times = has_times_;
    clues.fetched = fetched_;
    find_dates(page_, tree_, clues, facts_);
    return std::move(facts_);
  }

 private:
  std::string_view attribute(std::uint32_t node, Attribute name) const { return tree_.attribute(page_, node, name); }

  // The name of a meta element, in lower case.
  std::string meta_name(std::uint32_t node) const {
    for (const Attribute name : {Attribute::property, Attribute::name, Attribute::itemprop, Attribute::http_equiv}) {
      std::string value(attribute(node, name).substr(0, 100));
      std::transform(value.begin(), value.end(), value.begin(), [](unsigned char c) { return std::tolower(c); });
      if (!value.empty()) return value;
    }
    return {};
  }

  void read_head() {
    for (std::uint32_t node = 1; node < tree_.nodes.size(); ++node) {
      switch (tree_.nodes[node].tag) {
        case HtmlTag::meta:
          metas_.emplace_back(meta_name(node), node);
          break;
        case HtmlTag::script:
          if (attribute(node, Attribute::type).find("ld+json") != std::string_view::npos &&
              node + 1 < tree_.end_of(node))
            add_linked_data(words_at(page_, tree_.nodes[node + 1].raw), linked_);
          break;
        case HtmlTag::link:
          if (attribute(node, Attribute::rel) == "canonical" && canonical_.empty())
            canonical_ = without_entities(attribute(node, Attribute::href));
          break;
        case HtmlTag::h1:
          if (!first_h1_) first_h1_ = node;
          break;
        case HtmlTag::title:
          if (!title_) title_ = node;
          break;
        case HtmlTag::time:
          has_times_ = true;
          break;
        default:
          break;
      }
    }
  }

  std::string meta(std::string_view name) const {
    for (const auto& [known, node] : metas_)
      if (known == name)
        if (std::string value = squeezed(without_entities(attribute(node, Attribute::content))); !value.empty())
          return value;
    return {};
  }

  // "Bridge closed - Wennel Post" without the name that the page gives its site.
  std::string without_site_name(std::string title) const {
    for (const std::string& site : {meta("og:site_name"), linked_.publisher})
      for (const char* mark : {" | ", " - ", " – ", " — "})
        if (const std::string end = mark + site; !site.empty() && title.size() > end.size() && title.ends_with(end))
          return title.substr(0, title.size() - end.size());
    return title;
  }

  void set_title(std::string value, const char* where) {
    if (facts_.title) return;
    value = without_site_name(squeezed(without_entities(value)));
    if (!facts_.title && !value.empty() && !first_broken_byte(value)) facts_.title = {{std::move(value), where}};
  }

  void find_title() {
    set_title(linked_.headline, "JSON-LD headline");
    set_title(meta("og:title"), "meta og:title");
    set_title(meta("twitter:title"), "meta twitter:title");
    if (first_h1_) set_title(text_below(page_, tree_, first_h1_, 500), "h1");
    if (title_) set_title(without_site(squeezed(text_below(page_, tree_, title_, 500))), "title");
  }

  void find_address() {
    for (const auto& [value, where] : {std::pair<std::string, const char*>{canonical_, "link canonical"},
                                       {meta("og:url"), "meta og:url"},
                                       {linked_.address, "JSON-LD url"}}) {
      if (facts_.address || outlet_of_address(value).empty() || first_broken_byte(value)) continue;
      facts_.address = {{value, where}};
    }
    const std::string host = facts_.address ? outlet_of_address(facts_.address->value) : std::string();
    const std::string given = given_ ? outlet_of_address(*given_) : std::string();
    if (!given.empty())
      facts_.outlet = {{given, "address"}};
    else if (!host.empty())
      facts_.outlet = {{host, facts_.address->where}};
    if (!given.empty() && !host.empty() && given != host && !given.ends_with("." + host) &&
        !host.ends_with("." + given))
      facts_.origins.push_back({facts_.address->value, facts_.address->where});
  }

  void find_language() {
    const auto set = [&](std::string_view tag, const char* where) {
      // A tag with a country says more than one without.
      if (language_tag_.empty() || (language_tag_.size() <= 3 && tag.starts_with(language_tag_))) language_tag_ = tag;
      if (facts_.language) return;
      if (auto language = language_of_tag(tag)) facts_.language = {{*language, where}};
    };
    for (std::uint32_t node = 1; node < std::min<std::size_t>(tree_.nodes.size(), 50); ++node)
      if (tree_.nodes[node].tag == HtmlTag::html) set(attribute(node, Attribute::lang), "html lang");
    set(linked_.language, "JSON-LD inLanguage");
    set(meta("og:locale"), "meta og:locale");
    set(meta("content-language"), "meta content-language");
  }

  void find_others() {
    if (!facts_.outlet) {
      for (const auto& [value, where] : {std::pair<std::string, const char*>{linked_.publisher, "JSON-LD publisher"},
                                         {meta("og:site_name"), "meta og:site_name"}})
        if (!facts_.outlet && !value.empty() && !first_broken_byte(value)) facts_.outlet = {{value, where}};
    }
    for (const std::string& name : linked_.authors) facts_.authors.push_back({name, "JSON-LD author"});
    if (facts_.authors.empty())
      for (const char* name : {"author", "article:author", "dc.creator", "parsely-author", "byl"})
        if (std::string value = meta(name);
            !value.empty() && outlet_of_address(value).empty() && facts_.authors.empty())
          facts_.authors.push_back({value, std::string("meta ") + name});
    for (const char* name : {"syndication-source", "original-source"})
      if (std::string value = meta(name); !value.empty())
        facts_.origins.push_back({value, std::string("meta ") + name});
    for (const std::string& value : linked_.based_on) facts_.origins.push_back({value, "JSON-LD isBasedOn"});
  }

  std::string_view page_;
  const HtmlTree& tree_;
  const std::optional<std::string>& given_;
  const std::optional<Moment>& fetched_;
  std::string language_tag_;
  PageFacts facts_;
  LinkedData linked_;
  std::vector<std::pair<std::string, std::uint32_t>> metas_;
  std::string canonical_;
  bool has_times_ = false;
  std::uint32_t first_h1_ = 0;
  std::uint32_t title_ = 0;
};

}  // namespace

PageFacts find_facts(std::string_view page, const HtmlTree& tree, const std::optional<std::string>& address,
                     const std::optional<Moment>& fetched) {
  return Facts(page, tree, address, fetched).find();
}

}  // namespace hearsay
