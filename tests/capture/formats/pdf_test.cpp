#include "capture/formats/pdf.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <vector>

namespace hearsay {
namespace {

TEST(PdfTest, lines_of_pages_become_paragraphs) {
  const struct {
    const char* what;
    const char* printed;
    const char* text;
  } rows[] = {
      {"nothing", "", ""},
      {"blanks", " \n\n\f\n", ""},
      {"lines of a paragraph", "The road was\nclosed on Monday.\n\nNobody was hurt.\n",
       "The road was closed on Monday.\nNobody was hurt."},
      {"a word cut at the line's end", "The har-\nbour was open.", "The harbour was open."},
      {"a hyphen before a capital", "The road to Marrow-\nOrre.", "The road to Marrow-Orre."},
      {"a dash", "It was open -\nsome say.", "It was open - some say."},
      {"over the end of a page", "The road was\n\f closed again.\n\nIt rained.",
       "The road was closed again.\nIt rained."},
      {"a page that begins anew", "The road was closed.\n\fno one was hurt.", "The road was closed.\nno one was hurt."},
      {"what stands on every page", "Quay News\n\nOne.\n\n1\n\fQuay News\n\nTwo.\n\n2\n\fQuay News\n\nThree.\n\n3\n",
       "One.\nTwo.\nThree."},
      {"two pages tell nothing of every page", "Quay News\n\nOne.\n\fQuay News\n\nTwo.\n",
       "Quay News\nOne.\nQuay News\nTwo."},
  };
  for (const auto& row : rows) EXPECT_EQ(paragraphs_of_pages(row.printed), row.text) << row.what;
}

// A PDF of one page with one line, as small as it can be.
std::string one_line(const std::string& words) {
  const std::string content = "BT /F 12 Tf 50 700 Td (" + words + ") Tj ET";
  const std::vector<std::string> objects = {
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
      "<</Length " + std::to_string(content.size()) + ">>stream\n" + content + "\nendstream",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"};
  std::string pdf = "%PDF-1.4\n";
  std::string places;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    char place[24];
    std::snprintf(place, sizeof place, "%010zu 00000 n \n", pdf.size());
    places += place;
    pdf += std::to_string(i + 1) + " 0 obj" + objects[i] + "endobj\n";
  }
  const std::size_t table = pdf.size();
  return pdf + "xref\n0 6\n0000000000 65535 f \n" + places + "trailer<</Size 6/Root 1 0 R>>\nstartxref\n" +
         std::to_string(table) + "\n%%EOF\n";
}

TEST(PdfTest, another_program_takes_the_text_out) {
  if (std::system("command -v pdftotext > /dev/null") != 0) GTEST_SKIP() << "pdftotext is not installed";
  EXPECT_EQ(text_of_pdf(one_line("The road was closed on Monday.")).value(), "The road was closed on Monday.");
  EXPECT_EQ(text_of_pdf(one_line("")).error(), "is a PDF without a text");
  EXPECT_EQ(text_of_pdf("%PDF-1.4\nbroken").error(), "is a PDF that pdftotext cannot read");
}

TEST(PdfTest, where_the_other_program_is_missing_it_is_named) {
  const std::string path = std::getenv("PATH");
  setenv("PATH", "/nowhere", 1);
  EXPECT_EQ(text_of_pdf(one_line("x")).error(),
            "is a PDF, which is read where pdftotext is installed (Debian: poppler-utils)");
  setenv("PATH", path.c_str(), 1);
}

}  // namespace
}  // namespace hearsay
