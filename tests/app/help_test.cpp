// The help of an invented program with words too long for its lines.
#include "help.h"

#include <gtest/gtest.h>

#include <memory>

namespace hearsay {
namespace {

TEST(Help, is_as_wide_as_where_it_is_read) {
  CLI::App app("Fires pots, and says which of them broke and which are\nfit to be sold.", "kiln");
  app.formatter(std::make_shared<Help>(50));
  std::string pot;
  std::string glaze;
  CLI::App* fire = app.add_subcommand("fire", "Fires what is there, from the smallest to the largest");
  fire->add_option("POT", pot, "A pot's file")->required();
  fire->add_option("-g,--glaze", glaze, "Which of the glazes it gets before it goes in")
      ->type_name("GLAZE")
      ->check(CLI::IsMember({"matt", "clear", "celadon", "tenmoku", "ash"}));
  app.footer(
      "Files: kiln.log has a line for each pot that was\nfired.\n\nExample:\n  kiln fire --glaze matt pots/ shelf/ "
      "| kiln count --broken -\n  kiln peek\n");
  EXPECT_EQ(app.help(), R"(Fires pots, and says which of them broke and which
are fit to be sold.
Usage: kiln [OPTIONS] [SUBCOMMAND]

Options:
  -h,--help                   Print this help
                              message and exit

Subcommands:
  fire                        Fires what is there,
                              from the smallest to
                              the largest

Files: kiln.log has a line for each pot that was
fired.

Example:
  kiln fire --glaze matt pots/ shelf/ | kiln \
    count --broken -
  kiln peek

)");
  EXPECT_EQ(fire->help(), R"(Fires what is there, from the smallest to the
largest
Usage: fire [OPTIONS] POT

Positionals:
  POT TEXT REQUIRED           A pot's file

Options:
  -h,--help                   Print this help
                              message and exit
  -g,--glaze GLAZE:{matt, clear, celadon, tenmoku,
  ash}
                              Which of the glazes
                              it gets before it
                              goes in

)");
}

}  // namespace
}  // namespace hearsay
