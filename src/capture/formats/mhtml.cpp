// The first page among the parts of the message (mime.h) is the one that was saved.
#include "capture/formats/mhtml.h"

#include "capture/formats/mime.h"
#include "capture/network/header_text.h"

namespace hearsay {

namespace {

bool is_page(const MimeHeaders& headers) {
  const std::string type = small(value_of(headers, "content-type"));
  return type.starts_with("text/html") || type.starts_with("application/xhtml");
}

SavedPage page_of(const MimeHeaders& part, std::string_view body, const MimeHeaders& whole) {
  SavedPage page;
  page.html = decoded_body(body, value_of(part, "content-transfer-encoding"));
  page.encoding = parameter(value_of(part, "content-type"), "charset");
  for (const std::string& address :
       {value_of(whole, "snapshot-content-location"), value_of(part, "content-location")}) {
    if (!page.address && (address.starts_with("http://") || address.starts_with("https://"))) page.address = address;
  }
  return page;
}

}  // namespace

std::optional<SavedPage> parse_mhtml(std::string_view file) {
  std::optional<SavedPage> page;
  std::string_view body = file;
  const MimeHeaders whole = take_headers(body);
  each_part(file, [&](const MimeHeaders& headers, std::string_view part) {
    if (!page && is_page(headers)) page = page_of(headers, part, whole);
  });
  return page;
}

bool is_mhtml(std::string_view start) {
  const std::string folded = small(start.substr(0, 1024));
  const bool header = folded.starts_with("from:") || folded.starts_with("mime-version:") ||
                      folded.starts_with("subject:") || folded.starts_with("snapshot-content-location:") ||
                      folded.starts_with("content-type: multipart/related");
  return header && folded.find("multipart/related") != std::string::npos;
}

}  // namespace hearsay
