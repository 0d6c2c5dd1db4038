// Whose words a quotation is where no attribution stands beside it.
#pragma once

#include "clean/articles/article.h"
#include "extract/marks.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace hearsay {

// An attribution with a source (an index into Marks::attributions), or a name alone.
struct Speaker {
  std::optional<std::uint32_t> attribution;
  Span name;
};

// The quotations of one article: a speaker goes on over sentences and paragraphs, and a post is signed below.
// The article and its marks must outlive it.
class Quotations {
 public:
  Quotations(const Article& article, const Marks& marks);

  // Does the byte stand inside quotation marks, also in those of a quotation of several paragraphs?
  bool holds(std::size_t byte) const { return quoted_[byte]; }

  // Whose words they are that begin at a byte inside a quotation: the one whose name stands right behind the quotation,
  // else the speaker of the last quotation before in the same paragraph or, where the paragraph itself goes on with a
  // quotation, in those before. Captions, headings and boilerplate in between are passed over.
  std::optional<Speaker> speaker_at(std::size_t byte) const;

  // The name that signs the post in which a byte stands: "— Name (@handle)" behind it or in the line below.
  std::optional<Span> signed_by(std::size_t byte) const;

 private:
  struct Paragraph {
    Span span;
    bool goes_on = false;      // opens inside a quotation or with a quotation mark
    bool passed_over = false;  // boilerplate, a caption, a heading
  };

  void find_quoted();
  void find_paragraphs();
  void find_signatures();
  void find_names_beside();
  std::optional<Speaker> speaker_in(Span words) const;
  std::size_t paragraph_at(std::size_t byte) const;

  const Article& article_;
  const Marks& marks_;
  std::vector<bool> quoted_;  // one entry a byte, and one for the end
  std::vector<Paragraph> paragraphs_;
  std::vector<std::pair<Span, Span>> beside_;  // a quotation and the name right behind it, in text order
  std::vector<std::pair<Span, Span>> signed_;  // a post's words and the name behind or below them, in text order
};

}  // namespace hearsay
