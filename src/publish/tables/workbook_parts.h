// The parts of a workbook that hold no cells (ECMA-376: part 1, 12.3 and 18; part 2, 10).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace hearsay {

struct SheetFacts {
  std::string name;
  std::string filtered;  // its cells that have filters, "A1:C9"; or none
};

std::string book_part(const std::vector<SheetFacts>& sheets);
std::string book_relationships(std::size_t sheets);
std::string styles_part();  // cell formats in the order of CellFormat
std::string properties_part(const std::string& title);
std::string package_relationships();
std::string content_types_part(std::size_t sheets);

}  // namespace hearsay
