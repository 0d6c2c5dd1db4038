// write_reference FOLDER: writes man1/hearsay*.1, hearsay.bash, hearsay.zsh and hearsay.fish there. Run by the build.
#include "command_line.h"
#include "reference.h"

#include "base/version.h"

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

namespace {

void write(const std::filesystem::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (!file) throw std::runtime_error(path.string() + " cannot be written");
}

void write_all(const std::filesystem::path& folder) {
  const hearsay::CommandLine line;
  const hearsay::Reference reference = hearsay::describe(line.app());
  const std::string version(hearsay::version());
  std::filesystem::create_directories(folder / "man1");
  write(folder / "man1" / "hearsay.1", man_page(reference, version));
  for (const hearsay::CommandReference& command : reference.commands)
    write(folder / "man1" / ("hearsay-" + command.name + ".1"), man_page(reference, command, version));
  write(folder / "hearsay.bash", bash_completion(reference));
  write(folder / "hearsay.zsh", zsh_completion(reference));
  write(folder / "hearsay.fish", fish_completion(reference));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: write_reference FOLDER\n", stderr);
    return 2;
  }
  try {
    write_all(argv[1]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "write_reference: %s\n", error.what());
    return 1;
  }
  return 0;
}
