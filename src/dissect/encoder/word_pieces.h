// The pieces that an encoder reads: words in lower case cut into the longest pieces of a fixed vocabulary.
#pragma once

#include "base/span.h"
#include "dissect/arithmetic/model_file.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// A vocabulary where it lies in a file: the names one after the other, where each begins and the last one ends, and the
// slots of a hash table: number + 1 of a piece, or 0; open addressing by FNV-1a. It has more slots than pieces.
struct PieceTable {
  std::span<const std::uint32_t> slots, begins;
  std::string_view names;

  std::size_t size() const { return begins.empty() ? 0 : begins.size() - 1; }
  std::optional<std::uint32_t> find(std::string_view name) const;

  // A word's longest known pieces (WordPiece, Wu et al. 2016): the first as it is written, the others with "##" before
  // them. None when there is no known piece for a rest.
  struct Part {
    std::uint32_t number;
    std::size_t end_byte;
  };
  std::vector<Part> parts_of(std::string_view word) const;
};

// Puts the sections pieces.slots, pieces.begins and pieces.names of a vocabulary into a file; for tests.
void add_pieces(std::span<const std::string> names, ModelWriter& file);

// A piece and the bytes of the text that it stands for.
struct WordPiece {
  std::uint32_t number;
  Span bytes;
};

// Cuts text in the way of BERT's uncased models. Points into the model's file, which must stay.
class WordPieces {
 public:
  // Reads the sections pieces.slots, pieces.begins and pieces.names. Throws std::runtime_error, naming the file, when
  // they are broken or [UNK] is not among the pieces.
  explicit WordPieces(const ModelFile& file);

  std::size_t size() const { return table_.size(); }

  // Throws std::runtime_error when there is no such piece.
  std::uint32_t number_of(std::string_view name) const;

  // The pieces of a text in order, without marks of its begin and end. An unknown word is one piece, [UNK].
  std::vector<WordPiece> split(std::string_view text) const;

 private:
  std::string file_;
  PieceTable table_;
  std::uint32_t unknown_ = 0;
};

}  // namespace hearsay
