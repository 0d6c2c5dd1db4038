// How --help is laid out: lines as wide as where they are read, and what a description continues with below itself.
#pragma once

#include <CLI/CLI.hpp>

#include <cstddef>
#include <string>

namespace hearsay {

class Help : public CLI::Formatter {
 public:
  // Lines of at most so many columns; only a word that is longer may be wider.
  explicit Help(std::size_t most) : most_(most) {}

  std::string make_description(const CLI::App* app) const override;
  std::string make_usage(const CLI::App* app, std::string name) const override;
  std::string make_option(const CLI::Option* option, bool is_positional) const override;
  std::string make_subcommand(const CLI::App* app) const override;
  std::string make_footer(const CLI::App* app) const override;

 private:
  std::string entry(const std::string& label, const std::string& about) const;

  std::size_t most_;
};

// As wide as the terminal that standard output is, but no wider than `columns`; so wide where it is none.
std::size_t help_columns();

}  // namespace hearsay
