// The files below a path, in an order that does not depend on the file system.
#pragma once

#include "base/problem.h"

#include <functional>
#include <string>

namespace hearsay {

// Hands over each file below `path` in name order (byte order, folder by folder), or `path` itself when it is no
// folder; "named" tells whether the user named it, and only then is an unknown kind of file a problem. "-" is handed
// over as it is. Files whose name begins with a dot are left out of folders. Links are followed; a link back to a
// folder that holds it, a missing file, a folder that may not be opened, and a pipe, a socket or a device in a folder
// are reported.
void walk(const std::string& path, const std::function<void(const std::string& file, bool named)>& on_file,
          const std::function<void(Problem)>& on_problem);

}  // namespace hearsay
