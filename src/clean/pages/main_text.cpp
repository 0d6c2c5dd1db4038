// Four steps. What is not visible, what by its name or kind is not an article (left_out) and what is a list of
// links (link_lists) is marked. The rest is cut into blocks (page_blocks). From the blocks of the element that holds
// the article (article_element) those are dropped that are mostly links and not sentences; the others are written
// (block_text), after the lead above them. In the tradition of Readability and of Kohlschütter et al., "Boilerplate
// Detection using Shallow Text Features" (WSDM 2010), without trained weights: only the few numbers below are tuned.
#include "clean/pages/main_text.h"

#include "clean/markup/html_names.h"
#include "clean/pages/article_element.h"
#include "clean/pages/block_text.h"
#include "clean/pages/left_out.h"
#include "clean/pages/link_lists.h"
#include "clean/pages/page_blocks.h"

#include <xxhash.h>

#include <algorithm>
#include <unordered_set>

namespace hearsay {

namespace {

class Finder {
 public:
  Finder(std::string_view page, const HtmlTree& tree)
      : page_(page), tree_(tree), uses_(find_unseen(page, tree)), cutter_(page, tree, uses_) {}

  AlignedText find_all() {
    blocks_ = cutter_.cut(uses_);
    AlignedText text;
    for (const PageBlock& block : blocks_) append_block(page_, tree_, uses_, block, text);
    return text;
  }

  PageTexts find(const std::vector<std::uint32_t>& parts, bool why) {
    PageTexts texts;
    const std::vector<NodeUse> seen = why ? uses_ : std::vector<NodeUse>();
    headline_ = mark_left_out(page_, tree_, cutter_.cut(uses_), uses_);
    blocks_ = cutter_.cut(uses_);
    mark_link_lists(page_, tree_, blocks_, uses_);
    drop_left_out();
    if (!parts.empty()) {
      for (const std::uint32_t part : parts) texts.parts.push_back(content_of(part));
      for (const std::uint32_t part : parts) mark(tree_, part, NodeUse::own_text, uses_);
      drop_left_out();
    }
    const std::uint32_t container = find_article_element(page_, tree_, blocks_, headline_);
    leads_ = find_leads(container);
    for (const PageBlock& lead : leads_) append_block(page_, tree_, uses_, lead, texts.main);
    add_content_below(container, texts.main);
    if (why) texts.left_out = find_left_out(container, seen);
    return texts;
  }

 private:
  // Whole block elements were marked, so no block is left only in part.
  void drop_left_out() {
    std::erase_if(blocks_, [this](const PageBlock& block) { return uses_[block.first_text] != NodeUse::kept; });
  }

  AlignedText content_of(std::uint32_t container) const {
    AlignedText text;
    add_content_below(container, text);
    return text;
  }

  // The first block whose text begins at or after a node.
  std::vector<PageBlock>::const_iterator first_block(std::uint32_t from) const {
    return std::lower_bound(blocks_.begin(), blocks_.end(), from,
                            [](const PageBlock& one, std::uint32_t node) { return one.first_text < node; });
  }

  void add_content_below(std::uint32_t container, AlignedText& text) const {
    const std::size_t before = text.text().size();
    if (write_content(container, false, text)) {
      text.shorten(before);
      write_content(container, true, text);
    }
  }

  // Some pages hold their text twice, for wide and for narrow screens. Writes the content, repeated lines only once if
  // asked; true if so much is repeated that this should be asked for.
  bool write_content(std::uint32_t container, bool once, AlignedText& text) const {
    constexpr std::size_t shortest = 60;  // shorter lines may be repeated by chance
    std::unordered_set<std::uint64_t> written;
    std::unordered_set<std::uint64_t> repeated;
    std::size_t again = 0;
    const std::size_t end = tree_.end_of(container);
    for (auto block = first_block(container); block != blocks_.end() && block->first_text < end; ++block) {
      if (block->node < container || !is_content(*block)) continue;
      const std::size_t before = text.text().size();
      append_block(page_, tree_, uses_, *block, text);
      const std::size_t size = text.text().size() - before;
      if (size < shortest) continue;
      const std::string_view words = std::string_view(text.text()).substr(before + (before > 0));
      const std::uint64_t hash = XXH3_64bits(words.data(), words.size());
      if (written.insert(hash).second) continue;
      repeated.insert(hash);
      again += size;
      if (once) text.shorten(before);
    }
    constexpr std::size_t fewest_repeated = 3;
    return !once && repeated.size() >= fewest_repeated && 10 * again > 3 * text.text().size();
  }

  // A lead is between the headline and the text: sentences outside the element that holds the text.
  std::vector<PageBlock> find_leads(std::uint32_t container) const {
    std::vector<PageBlock> leads;
    if (headline_ == 0 || headline_ >= container) return leads;
    constexpr std::size_t most_leads = 3;
    for (auto block = first_block(tree_.end_of(headline_)); block < first_block(container) && leads.size() < most_leads;
         ++block)
      if (is_lead(*block)) leads.push_back(*block);
    return leads;
  }

  bool is_lead(const PageBlock& block) const {
    if (block.characters < 40 || block.link_density() > 0.3) return false;
    return ends_as_sentence(page_, tree_, block) || is_long_question(block) || holds_sentence(page_, tree_, block);
  }

  // Longer than a headline, since headlines often end in a question mark.
  bool is_long_question(const PageBlock& block) const {
    const HtmlTag tag = tree_.nodes[block.node].tag;
    return block.characters >= 120 && (tag == HtmlTag::p || tag == HtmlTag::div) &&
           ends_as_question(page_, tree_, block);
  }

  // "The Harbour Herald reports:", of which the name is a link.
  bool introduces(const PageBlock& block) const {
    return block.words >= 3 && block.link_characters + 4 <= block.characters && ends_with_colon(page_, tree_, block);
  }

  // An address written out for people to read: "Pictures: https://...".
  bool shows_address(const PageBlock& block) const {
    for (std::uint32_t node = block.first_text; node < block.end_text; ++node) {
      if (tree_.nodes[node].tag != HtmlTag::text || uses_[node] != NodeUse::kept) continue;
      const std::string_view words = words_at(page_, tree_.nodes[node].raw);
      if (words.find("://") != std::string_view::npos || words.find("www.") != std::string_view::npos) return true;
    }
    return false;
  }

  // Goes over everything that the page shows: `seen` has the uses before anything was left out.
  std::vector<PassedOver> find_left_out(std::uint32_t container, const std::vector<NodeUse>& seen) const {
    std::vector<PassedOver> left_out;
    for (const PageBlock& block : cutter_.cut(seen)) {
      const char* why = why_left_out(block, container);
      AlignedText text;
      if (why) append_block(page_, tree_, seen, block, text);
      if (!text.text().empty()) left_out.push_back({std::move(text).text(), why});
    }
    return left_out;
  }

  // Null if it is not left out.
  const char* why_left_out(const PageBlock& block, std::uint32_t container) const {
    switch (uses_[block.first_text]) {
      case NodeUse::kind:
        return "a menu, a form, a footer or the like, by its element";
      case NodeUse::name:
        return "something else, by its element's name";
      case NodeUse::readers_text:
        return "what readers write";
      case NodeUse::caption:
        return "a caption, by its element's name";
      case NodeUse::links:
        return "in a list of links";
      case NodeUse::unseen:
      case NodeUse::own_text:
        return nullptr;
      case NodeUse::kept:
        break;
    }
    if (tree_.nodes[block.node].tag == HtmlTag::h1) return "the headline";
    if (block.node < container || block.node >= tree_.end_of(container)) {
      const auto is_it = [&](const PageBlock& lead) { return lead.first_text == block.first_text; };
      const bool lead = std::any_of(leads_.begin(), leads_.end(), is_it);
      return lead ? nullptr : "outside the part of the page that holds the article";
    }
    return is_content(block) ? nullptr : "a link or a time without a sentence";
  }

  bool is_content(const PageBlock& block) const {
    const HtmlTag tag = tree_.nodes[block.node].tag;
    if (tag == HtmlTag::h1) return false;
    if (block.words <= 3 && tree_.nodes[tree_.nodes[block.first_text].parent].tag == HtmlTag::time)
      return false;  // "10:05"
    if (block.link_density() < 0.7) return true;
    // A paragraph may be one long link; more often that is a list or a headline of another article.
    const bool paragraph = tag == HtmlTag::p || tag == HtmlTag::blockquote || tag == HtmlTag::div;
    if (!paragraph) return false;
    return (block.words >= 8 && ends_as_sentence(page_, tree_, block)) || shows_address(block) || introduces(block);
  }

  std::string_view page_;
  const HtmlTree& tree_;
  std::vector<NodeUse> uses_;
  BlockCutter cutter_;
  std::vector<PageBlock> blocks_;
  std::uint32_t headline_ = 0;    // 0: none
  std::vector<PageBlock> leads_;  // the text's leads, from outside the container
};

}  // namespace

AlignedText find_main_text(std::string_view page, const HtmlTree& tree) {
  if (tree.nodes.size() < 2) return {};
  return Finder(page, tree).find({}, false).main;
}

PageTexts find_texts(std::string_view page, const HtmlTree& tree, const std::vector<std::uint32_t>& parts, bool why) {
  if (tree.nodes.size() < 2) return {};
  return Finder(page, tree).find(parts, why);
}

AlignedText find_whole_text(std::string_view page, const HtmlTree& tree) {
  if (tree.nodes.size() < 2) return {};
  return Finder(page, tree).find_all();
}

}  // namespace hearsay
