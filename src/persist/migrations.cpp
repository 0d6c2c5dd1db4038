#include "persist/migrations.h"

#include "base/resources.h"

#include <fmt/format.h>

namespace hearsay {

namespace {

constexpr std::size_t newest_version = 2;

}  // namespace

std::vector<std::string> schema_steps() {
  std::vector<std::string> steps;
  for (std::size_t version = 1; version <= newest_version; ++version)
    steps.emplace_back(resource(fmt::format("src/persist/schema/{}.sql", version)));
  return steps;
}

void migrate(SqlDatabase& database, std::span<const std::string> steps) {
  const std::size_t begun = database.version();
  if (begun > steps.size())
    throw StoreError(fmt::format("{} was written by a newer Hearsay: it has version {}, and this one knows {}",
                                 database.name(), begun, steps.size()));
  for (std::size_t version = begun; version < steps.size(); ++version) {
    SqlTransaction step(database);
    database.run(steps[version]);
    database.set_version(version + 1);
    step.commit();
  }
}

}  // namespace hearsay
