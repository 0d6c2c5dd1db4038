// The options of what is written in a format of others (src/publish), and the writing: for report and export.
#pragma once

#include "extract/marks.h"
#include "narrate/account.h"
#include "publish/publish.h"
#include "session.h"

#include <string>
#include <vector>

namespace CLI {
class Option;
}

namespace hearsay {

class Publishing {
 public:
  // --table, --columns, --codebook, --bom.
  void add_options(CLI::App& app);

  // Where the kind may be many files and the output is a folder, that becomes this one's. To be called before there is
  // a session, which writes no folders.
  void take_folder(CommonOptions& options);

  // Takes the session's word for what to write, which may be none of a kind. Throws CLI::ValidationError when the
  // options do not go together, before there is any work.
  void check(const std::string& word, const CommonOptions& options);

  bool is_of_marks() const { return facts_of(wanted_.kind).of_marks && is_kind_; }

  void publish(const Account& account, Session& session);
  void publish_marks(const std::vector<Article>& articles, const Marker& marker, Session& session) const;

 private:
  void publish_folder(const Account& account) const;
  void publish_metadata(const Account& account) const;

  Wanted wanted_;
  bool is_kind_ = false;
  std::string codebook_;
  std::string folder_;
  std::string output_;
  CLI::Option* table_option_ = nullptr;
};

}  // namespace hearsay
