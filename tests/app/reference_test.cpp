// Man pages and completions of an invented program whose words are awkward for roff and for shells.
#include "reference/reference.h"

#include <gtest/gtest.h>
#include <CLI/CLI.hpp>

#include <memory>
#include <stdexcept>

namespace hearsay {
namespace {

struct Kiln {
  std::string path;
  std::string glaze = "matt";
  std::string pair;
  int hours = 0;
  bool slow = false;
  CLI::App app{"Fires pots,\nand says which broke.", "kiln"};

  Kiln() {
    app.set_version_flag("--version", "kiln 1");
    app.footer("Example:\n  kiln fire pots/\n\nkiln COMMAND --help tells more.\n\nExit status: 0 done, 2 wrong use.");
    CLI::App* fire = app.add_subcommand("fire", "Fires what is there: all of it");
    fire->add_option("POT", path, "A pot's file, or - for the shelf")->required();
    fire->add_option("-g,--glaze", glaze, "Which glaze, or it's bare")
        ->check(CLI::IsMember({"matt", "clear"}))
        ->capture_default_str();
    fire->add_option("--hours", hours, "So many hours. More than [9] crack")->check(CLI::Range(1, 20));
    fire->add_option("--log", pair, "Write it down")->type_name("FILE")->group("Records");
    fire->add_flag("--slow", slow, "C:\\slow fire");
    fire->footer(".dots begin this line.\n'quotes' this one.\n\nExample:\n  kiln fire --slow .\n  kiln fire a\\b");
    app.add_subcommand("peek", "")->group("");
  }
};

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(Reference, says_what_each_option_takes) {
  const Kiln kiln;
  const Reference found = describe(kiln.app);
  ASSERT_EQ(found.commands.size(), 1u) << "a hidden command is left out";
  const struct {
    std::vector<std::string> names;
    std::string value;
    std::vector<std::string> choices;
    std::string initial;
    bool takes_path;
  } rows[] = {
      {{"-h", "--help"}, "", {}, "", false},
      {{}, "POT", {}, "", true},
      {{"-g", "--glaze"}, "TEXT", {"matt", "clear"}, "matt", false},
      {{"--hours"}, "NUMBER", {}, "", false},
      {{"--log"}, "FILE", {}, "", true},
      {{"--slow"}, "", {}, "", false},
  };
  const std::vector<OptionReference>& options = found.commands[0].options;
  ASSERT_EQ(options.size(), std::size(rows));
  for (std::size_t i = 0; i < options.size(); ++i) {
    EXPECT_EQ(options[i].names, rows[i].names);
    EXPECT_EQ(options[i].value, rows[i].value);
    EXPECT_EQ(options[i].choices, rows[i].choices);
    EXPECT_EQ(options[i].initial, rows[i].initial);
    EXPECT_EQ(options[i].takes_path, rows[i].takes_path) << options[i].value;
    EXPECT_FALSE(options[i].repeated);
  }
}

TEST(Reference, refuses_what_has_no_help) {
  CLI::App app("About", "kiln");
  bool flag = false;
  app.add_flag("--mute", flag, "");
  EXPECT_THROW(describe(app), std::logic_error);
}

TEST(Reference, cuts_a_footer_into_its_sections) {
  const Kiln kiln;
  const std::vector<Note> notes = describe(kiln.app).program.notes;
  ASSERT_EQ(notes.size(), 3u);
  EXPECT_EQ(notes[0].heading + "|" + notes[0].text, "Example|  kiln fire pots/\n");
  EXPECT_EQ(notes[1].heading + "|" + notes[1].text, "|kiln COMMAND --help tells more.\n");
  EXPECT_EQ(notes[2].heading + "|" + notes[2].text, "Exit status|0 done, 2 wrong use.\n");
}

TEST(ManPage, prints_awkward_text_as_it_stands) {
  const Kiln kiln;
  const Reference reference = describe(kiln.app);
  EXPECT_EQ(man_page(reference, reference.commands[0], "7.1"), R"(.TH KILN\-FIRE 1 "" "Kiln 7.1" "Kiln"
.SH NAME
kiln\-fire \- fires what is there: all of it
.SH SYNOPSIS
.B kiln fire
[\fIOPTION\fR]... \fIPOT\fR
.SH DESCRIPTION
\&.dots begin this line.
\&'quotes' this one.
.SH OPTIONS
.TP
\fB\-h\fR, \fB\-\-help\fR
Print this help message and exit.
.TP
\fIPOT\fR
A pot's file, or \- for the shelf.
.TP
\fB\-g\fR, \fB\-\-glaze\fR \fITEXT\fR
Which glaze, or it's bare (default: matt).
.TP
\fB\-\-hours\fR \fINUMBER\fR
So many hours. More than [9] crack.
.TP
\fB\-\-slow\fR
C:\eslow fire.
.SS "Records"
.TP
\fB\-\-log\fR \fIFILE\fR
Write it down.
.SH EXIT STATUS
0 done, 2 wrong use.
.SH EXAMPLES
.RS 4
.nf
kiln fire \-\-slow .
kiln fire a\eb
.fi
.RE
.SH SEE ALSO
.BR kiln (1)
)");
}

TEST(ManPage, of_the_program_lists_its_commands) {
  const Kiln kiln;
  const std::string page = man_page(describe(kiln.app), "7.1");
  EXPECT_TRUE(has(page, "kiln \\- fires pots, and says which broke\n")) << page;
  EXPECT_TRUE(has(page, ".TP\n\\fBfire\\fR\nFires what is there: all of it. See\n.BR kiln\\-fire (1).\n")) << page;
  EXPECT_FALSE(has(page, "peek")) << page;
}

TEST(Completion, quotes_what_a_shell_would_take_apart) {
  const Kiln kiln;
  const Reference reference = describe(kiln.app);
  const std::string zsh = zsh_completion(reference);
  EXPECT_TRUE(has(zsh, R"('(-g --glaze)--glaze=[Which glaze, or it'\''s bare]:TEXT:(matt clear)')")) << zsh;
  EXPECT_TRUE(has(zsh, R"('(--hours)--hours=[So many hours]:NUMBER: ')")) << zsh;
  EXPECT_TRUE(has(zsh, R"('(--slow)--slow[C\:\\slow fire]')")) << zsh;
  EXPECT_TRUE(has(zsh, R"('fire:Fires what is there\: all of it')")) << zsh;
  const std::string fish = fish_completion(reference);
  EXPECT_TRUE(has(fish, R"(-s g -l glaze -x -a 'matt clear' -d 'Which glaze, or it\'s bare')")) << fish;
  EXPECT_TRUE(has(fish, R"(-l slow -d 'C:\\slow fire')")) << fish;
  EXPECT_TRUE(has(bash_completion(reference), "-g|--glaze) words='matt clear';;")) << bash_completion(reference);
}

}  // namespace
}  // namespace hearsay
