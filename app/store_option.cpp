#include "store_option.h"

#include <CLI/CLI.hpp>

namespace hearsay {

void add_store_option(CLI::App& app, std::string& store, const std::string& more) {
  app.add_option("--store", store, std::string("The store: ") + store_places + more)->type_name("FILE")->required();
}

}  // namespace hearsay
