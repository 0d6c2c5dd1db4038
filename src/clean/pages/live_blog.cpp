// First by schema.org markup; otherwise, the largest family of siblings that each hold a time.
#include "clean/pages/live_blog.h"

#include "clean/dates/date_values.h"
#include "clean/markup/entities.h"
#include "clean/pages/page_text.h"

#include <algorithm>

namespace hearsay {

namespace {

constexpr std::size_t fewest_posts = 3;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Is a time of day in the text ("22:17", "9.05pm")? Its byte, or npos.
std::size_t find_clock(std::string_view text) {
  for (std::size_t i = 1; i + 2 < text.size(); ++i)
    if ((text[i] == ':' || text[i] == '.') && is_digit(text[i - 1]) && is_digit(text[i + 1]) && is_digit(text[i + 2]) &&
        (i + 3 == text.size() || !is_digit(text[i + 3])) && text[i + 1] < '6')
      return i - (i > 1 && is_digit(text[i - 2]) ? 2 : 1);
  return std::string_view::npos;
}

class Posts {
 public:
  Posts(std::string_view page, const HtmlTree& tree) : page_(page), tree_(tree) {}

  std::vector<LivePost> find() {
    if (!is_live()) return {};
    std::vector<std::uint32_t> nodes = marked(Attribute::itemprop, "liveBlogUpdate");
    if (nodes.size() < fewest_posts) nodes = marked(Attribute::itemtype, "schema.org/BlogPosting");
    if (nodes.size() < fewest_posts) nodes = of_a_kind();
    std::vector<LivePost> posts;
    for (const std::uint32_t node : nodes) posts.push_back({node, title_of(node), time_of(node)});
    return posts;
  }

 private:
  std::string_view attribute(std::uint32_t node, Attribute name) const { return tree_.attribute(page_, node, name); }

  // Few pages have these attributes at all.
  bool may_be_marked() const {
    return std::any_of(tree_.attributes.begin(), tree_.attributes.end(), [](const HtmlTree::AttributeValue& one) {
      return one.name == Attribute::itemtype || one.name == Attribute::itemprop;
    });
  }

  bool is_live() const {
    const bool marked = may_be_marked();
    for (std::uint32_t node = 1; node < tree_.nodes.size(); ++node) {
      const HtmlNode& here = tree_.nodes[node];
      if (here.tag == HtmlTag::script && attribute(node, Attribute::type).find("ld+json") != std::string_view::npos &&
          words_at(page_, here.raw).find("\"LiveBlogPosting\"") != std::string_view::npos)
        return true;
      if (!marked) continue;
      if (attribute(node, Attribute::itemtype).find("LiveBlogPosting") != std::string_view::npos ||
          attribute(node, Attribute::itemprop) == "liveBlogUpdate")
        return true;
    }
    return false;
  }

  // Elements with a mark, only the outermost.
  std::vector<std::uint32_t> marked(Attribute name, std::string_view mark) const {
    std::vector<std::uint32_t> nodes;
    for (std::uint32_t node = 1; node < tree_.nodes.size();) {
      if (attribute(node, name).find(mark) != std::string_view::npos) {
        nodes.push_back(node);
        node = tree_.end_of(node);
      } else {
        ++node;
      }
    }
    return nodes;
  }

  bool holds_time(std::uint32_t node) const {
    const HtmlNode& here = tree_.nodes[node];
    if (here.tag == HtmlTag::time) return true;
    return here.tag == HtmlTag::text && here.raw.size() < 60 &&
           find_clock(words_at(page_, here.raw)) != std::string_view::npos;
  }

  // The largest family of elements under one parent that each hold a time.
  std::vector<std::uint32_t> of_a_kind() const {
    std::vector<char> timed(tree_.nodes.size());
    for (std::uint32_t node = static_cast<std::uint32_t>(timed.size()); node-- > 1;) {
      timed[node] |= static_cast<char>(holds_time(node));
      timed[tree_.nodes[node].parent] |= timed[node];
    }
    std::vector<std::uint32_t> best;
    std::size_t best_bytes = 0;
    for (std::uint32_t parent = 0; parent < tree_.nodes.size(); ++parent) {
      std::vector<std::uint32_t> family;
      std::size_t bytes = 0;
      for (std::uint32_t child = tree_.first_child(parent); child; child = tree_.nodes[child].next_sibling) {
        const HtmlNode& here = tree_.nodes[child];
        if (!timed[child] || (here.tag != HtmlTag::div && here.tag != HtmlTag::article && here.tag != HtmlTag::li &&
                              here.tag != HtmlTag::section))
          continue;
        family.push_back(child);
        bytes += here.raw.size();
      }
      if (family.size() >= fewest_posts && bytes > best_bytes) {
        best = std::move(family);
        best_bytes = bytes;
      }
    }
    return best;
  }

  std::string title_of(std::uint32_t post) const {
    for (std::uint32_t node = post; node < tree_.end_of(post); ++node)
      if (const HtmlTag tag = tree_.nodes[node].tag; tag == HtmlTag::h2 || tag == HtmlTag::h3 || tag == HtmlTag::h4)
        return text_below(page_, tree_, node, 300);
    return {};
  }

  std::optional<Moment> time_of(std::uint32_t post) const {
    for (std::uint32_t node = post; node < tree_.end_of(post); ++node) {
      if (!holds_time(node)) continue;
      if (tree_.nodes[node].tag == HtmlTag::time)
        if (auto moment = read_date_value(without_entities(attribute(node, Attribute::datetime)), DayOrder::day_first))
          return moment;
      if (auto moment = read_date_value(text_below(page_, tree_, node, 200), DayOrder::day_first)) return moment;
    }
    return std::nullopt;
  }

  std::string_view page_;
  const HtmlTree& tree_;
};

}  // namespace

std::vector<LivePost> find_live_posts(std::string_view page, const HtmlTree& tree) { return Posts(page, tree).find(); }

}  // namespace hearsay
