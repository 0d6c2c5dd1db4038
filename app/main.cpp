// The program: its command line is command_line.cpp, each command a file of its own.
#include "command_line.h"

#include "present/words/lines.h"

#include <cstdio>
#include <exception>
#include <new>

int main(int argc, char** argv) {
  try {
    return hearsay::CommandLine().run(argc, argv);
  } catch (const std::bad_alloc&) {
    std::fputs("hearsay: not enough memory\n", stderr);
    return 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "hearsay: %s\n", hearsay::on_one_line(error.what()).c_str());
    return 1;
  }
}
