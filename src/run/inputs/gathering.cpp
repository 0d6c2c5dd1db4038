// Each carrier has its own reader in src/capture; here the right one is chosen and its output passed on. What cannot be
// read is reported in its place among the records, and reading goes on.
#include "run/inputs/gathering.h"

#include "base/lines.h"
#include "base/trimmed.h"
#include "capture/bytes/compressed.h"
#include "capture/bytes/lines.h"
#include "capture/bytes/utf16.h"
#include "capture/folders/companions.h"
#include "capture/folders/unread_kinds.h"
#include "capture/folders/walk.h"
#include "capture/formats/archive.h"
#include "capture/formats/epub.h"
#include "capture/formats/feed.h"
#include "capture/formats/har.h"
#include "capture/formats/json_record.h"
#include "capture/formats/mail.h"
#include "capture/formats/mhtml.h"
#include "capture/formats/pdf.h"
#include "capture/formats/warc.h"
#include "run/accounts/account_reading.h"
#include "run/accounts/own_writing.h"
#include "run/inputs/page_records.h"
#include "run/inputs/reading_shape.h"
#include "run/inputs/seen_hashes.h"
#include "run/inputs/visitor.h"

#include <xxhash.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace hearsay {

namespace {

constexpr const char* own_account = "is an account that hearsay wrote, which is not read";
constexpr const char* too_large = "is larger than an article can be (32 MB)";

bool begins_json_in_utf16(std::string_view start) {
  const auto source = open_memory(start);
  const Shape shape = shape_of_bytes(read_all(*from_utf16(*source), 4 * start.size()));
  return shape == Shape::json || shape == Shape::json_lines || shape == Shape::har;
}

std::uint64_t hash_of(const std::string& text) { return XXH3_64bits(text.data(), text.size()); }

class Gathering {
 public:
  Gathering(const Manner& manner, const Taker& taker) : manner_(manner), taker_(taker), visitor_(manner) {}

  void read(const std::string& path) {
    if (is_web_address(path)) return read_address(path);
    std::error_code missing;
    if (const std::string scheme = scheme_of(path); !scheme.empty() && !std::filesystem::exists(path, missing))
      return tell(path, "is an address with a scheme that is not supported (" + scheme + "); http and https are");
    const std::size_t before = sent_;
    bool named_file = false;
    walk(
        path,
        [&](const std::string& file, bool named) {
          named_file |= named;
          if (!taker_.done()) read_file(file, named);
        },
        [&](const Problem& problem) { tell(problem.where, problem.reason); });
    if (sent_ == before && !named_file && !taker_.done()) tell(path, "is a folder that holds no articles");
  }

 private:
  void tell(const std::string& where, const std::string& reason) {
    ++sent_;
    taker_.give(Problem{where, reason});
  }

  void set_aside(SetAside::Kind kind, const std::string& where) { taker_.give(SetAside{kind, where}); }

  void send(Record record, const std::string& where) {
    ++sent_;
    taker_.give(Arrival{where, std::move(record)});
  }

  // A record that may have no id of its own.
  void send_named(Record record, const std::string& name, std::size_t number, const std::string& where) {
    if (record.id.empty()) record.id = stem_of_name(name) + ":" + std::to_string(number);
    record.location = record.url.value_or(where);
    send(std::move(record), where);
  }

  void read_address(const std::string& address) {
    try {
      auto fetched = visitor_.visit(address);
      if (!fetched) return;
      const Validators validators = fetched->validators;
      pages_missed_ = false;
      if (shape_of_bytes(std::string_view(fetched->bytes).substr(0, 1024)) == Shape::html)
        send(fetched_page(std::move(*fetched)), address);
      else
        read_source(open_memory(fetched->bytes), address, true);
      taker_.settle();
      if (!taker_.done() && !pages_missed_) visitor_.remember(address, validators);
    } catch (const Unreadable& error) {
      tell(address, error.what());
    }
  }

  // Replaces what the feed has of an item by the page that the item links to, under the item's id and with what the
  // feed says of it. If the page cannot be fetched, the item stays as it is in the feed. False if the page has not
  // changed.
  bool fetch_page(Record& item) {
    try {
      const std::string address = *item.url;
      auto fetched = visitor_.visit(address);
      if (!fetched) return false;
      if (!is_page_type(fetched->content_type)) throw Unreadable("is not a page");
      visitor_.remember(address, fetched->validators);
      Record page = fetched_page(std::move(*fetched));
      item.kind = page.kind;
      item.content = std::move(page.content);
      item.encoding = std::move(page.encoding);
      item.url = std::move(page.url);
    } catch (const Unreadable& error) {
      pages_missed_ = true;
      tell(*item.url, error.what());
    }
    return true;
  }

  void read_file(const std::string& path, bool named) {
    if (!named && is_own(path)) return;
    try {
      if (!named && is_passed_over(path)) return is_account_beside(path) ? tell(path, own_account) : tell_unread(path);
      auto source = open_file(path);
      if (manner_.bytes_read) source = counted(std::move(source), *manner_.bytes_read);
      read_source(std::move(source), path, named);
    } catch (const Unreadable& error) {
      tell(path, error.what());
    }
  }

  bool is_own(const std::string& path) const {
    return std::any_of(manner_.not_read.begin(), manner_.not_read.end(), [&](const std::string& own) {
      std::error_code missing;
      return !own.empty() && std::filesystem::equivalent(own, path, missing);
    });
  }

  // Is it an account that lies beside a text of its name, as what describes the text would?
  static bool is_account_beside(const std::string& path) {
    return shape_of_name(path) == Shape::json && begins_account(unpacked(open_file(path))->peek(1024));
  }

  // Reports what is in a folder or an archive and is not read.
  void tell_unread(const std::string& path) {
    if (holds_no_text(path)) return set_aside(SetAside::Kind::without_text, path);
    if (const std::string reason = unread_reason(path); !reason.empty()) tell(path, reason);
  }

  void read_source(std::unique_ptr<ByteSource> packed, const std::string& name, bool named) {
    if (stem_of_name(name).ends_with(".paths") || name.ends_with(".paths"))
      return tell(name, "is a list of archives, not an archive");
    const auto source = unpacked(std::move(packed));
    read_unpacked(*source, name, named);
    if (const std::string remark = taker_.done() ? "" : source->remark(); !remark.empty()) tell(name, remark);
  }

  // JSON in UTF-16 is decoded as it comes. A page is not: the places of its text are counted in its own bytes, and
  // src/clean decodes it; nor is a text, which is taken over as it is.
  void read_unpacked(PeekSource& source, const std::string& name, bool named) {
    if (is_utf16(source.peek(4))) {
      const Shape shape = shape_of_name(name);
      const bool json = shape == Shape::json || shape == Shape::json_lines || shape == Shape::har;
      if (json || (shape == Shape::unknown && begins_json_in_utf16(source.peek(1024)))) {
        PeekSource decoded(from_utf16(source));
        return read_decoded(decoded, name, named);
      }
    }
    read_decoded(source, name, named);
  }

  void read_decoded(PeekSource& source, const std::string& name, bool named) {
    Shape shape = shape_of_name(name);
    const std::string_view start = source.peek(1024);
    const Shape seen = shape_of_bytes(start);
    const bool other_xml =
        start.find("<?xml") != std::string_view::npos && start.find("<html") == std::string_view::npos;
    if (named && is_epub(start)) return read_book(source, name);
    if (named && is_pdf(start)) return read_pdf(source, name);
    if (const std::string reason = unread_reason_of_bytes(start); !reason.empty()) return tell(name, reason);
    if (shape == Shape::unknown || name == "-" || is_web_address(name)) shape = seen;
    if (shape == Shape::feed && seen == Shape::html && !other_xml) shape = Shape::html;  // a page named .xml
    if (manner_.on_account && named && begins_account(start)) return read_accounts(source, name);
    switch (shape) {
      case Shape::json_lines:
        return read_lines(source, name);
      case Shape::json:
        return read_json(source, name, named);
      case Shape::feed:
        return read_feed(source, name, named);
      case Shape::warc:
        return read_warc(source, name);
      case Shape::har:
        return read_har(source, name);
      case Shape::mail:
        return read_mail(source, name);
      case Shape::archive:
        return read_archive(source, name);
      case Shape::mhtml:
        return read_saved_page(source, name);
      default:
        return read_one(source, name, shape == Shape::html);
    }
  }

  // A whole source in memory; nothing, with a problem reported, if it is too large.
  std::optional<std::string> whole(ByteSource& source, const std::string& name) {
    std::string bytes = read_all(source, largest_record_bytes);
    if (bytes.size() <= largest_record_bytes) return bytes;
    tell(name, too_large);
    return std::nullopt;
  }

  void read_one(ByteSource& source, const std::string& name, bool html) {
    auto bytes = whole(source, name);
    if (!bytes) return;
    if (html && begins_own_page(*bytes)) return tell(name, "is a page that Hearsay made");
    if (!html && begins_printed_account(*bytes)) return tell(name, own_account);
    Record record;
    record.content = std::move(*bytes);
    record.kind = html ? Record::Kind::html : Record::Kind::text;
    record.id = stem_of_name(name);
    record.location = name;
    if (name != "-" && !is_web_address(name)) companions_.add_to(record, name);
    send(std::move(record), name);
  }

  void read_lines(ByteSource& source, const std::string& name) {
    LineReader lines(source);
    std::size_t number = 0;
    while (!taker_.done()) {
      const auto line = lines.next();
      if (!line) break;
      const std::string where = name + ":" + std::to_string(++number);
      if (line->too_long) {
        tell(where, "is a line longer than an article can be (32 MB)");
        continue;
      }
      if (line->text.find_first_not_of(" \t") == std::string::npos) continue;
      if (begins_account(line->text)) {
        tell(where, own_account);
        continue;
      }
      auto record = parse_json_record(line->text);
      if (record)
        send_named(std::move(*record), name, number, where);
      else
        tell(where, record.error());
    }
    if (number == 0) tell(name, "is empty");
  }

  void read_json(ByteSource& source, const std::string& name, bool named) {
    const auto bytes = whole(source, name);
    if (!bytes) return;
    if (begins_account(*bytes)) return tell(name, own_account);
    if (is_json_feed(std::string_view(*bytes).substr(0, 1024))) {
      auto feed = parse_json_feed(*bytes);
      return feed ? read_items(std::move(*feed), name) : tell(name, feed.error());
    }
    auto records = parse_json_file(*bytes);
    if (!records) return tell(name, records.error());
    if (records->empty() && named) return tell(name, "is JSON without an article");
    if (records->empty()) return set_aside(SetAside::Kind::no_article, name);
    std::size_t number = 0;
    for (Record& record : *records) {
      if (taker_.done()) return;
      if (record.id.empty() && records->size() == 1) record.id = stem_of_name(name);
      send_named(std::move(record), name, ++number, name);
    }
  }

  // One a line, as the program prints them, or a single one over many lines.
  void read_accounts(ByteSource& source, const std::string& name) {
    constexpr std::size_t most = std::size_t{1} << 30;
    const std::string bytes = read_all(source, most);
    if (bytes.size() > most) return tell(name, "is larger than an account can be (1 GB)");
    std::string_view rest = bytes;
    const std::string_view first = trimmed(std::string_view(bytes).substr(0, bytes.find('\n')));
    const bool in_lines = first.starts_with('{') && first.ends_with('}');
    for (std::size_t number = 1; !rest.empty(); ++number) {
      const std::string_view json = in_lines ? next_line(rest) : std::exchange(rest, {});
      if (trimmed(json).empty()) continue;
      ++sent_;
      manner_.on_account(number == 1 ? name : name + ":" + std::to_string(number), json);
    }
  }

  void read_feed(ByteSource& source, const std::string& name, bool named) {
    const auto bytes = whole(source, name);
    if (!bytes) return;
    auto feed = parse_feed(*bytes);
    if (feed) return read_items(std::move(*feed), name);
    if (named || !feed.error().starts_with("is XML")) return tell(name, feed.error());
    set_aside(SetAside::Kind::no_article, name);
  }

  void read_items(Feed feed, const std::string& name) {
    if (!feed.fault.empty()) tell(name, feed.fault);
    if (feed.records.empty()) return tell(name, "is a feed without items");
    if (feed.kind != Feed::Kind::items && !manner_.fetch)
      return tell(name, "is a list of addresses (" + std::to_string(feed.records.size()) + "), which --fetch reads");
    if (feed.kind == Feed::Kind::feeds) return read_feeds(feed, name);
    std::size_t without_text = 0;
    std::size_t number = 0;
    for (Record& record : feed.records) {
      ++number;
      if (manner_.fetch) taker_.settle();  // nothing is fetched that is no longer wanted
      if (taker_.done()) return;
      if (manner_.fetch && record.url && !fetch_page(record)) continue;
      const bool only_links = !manner_.fetch && record.url && record.content.empty();
      if (only_links) ++without_text;
      if (only_links) continue;
      send_named(std::move(record), name, number, name + ":" + std::to_string(number));
    }
    if (without_text > 0)
      tell(name, "links to " + std::to_string(without_text) + (without_text == 1 ? " page" : " pages") +
                     " without giving a text; --fetch fetches them");
  }

  // Lists may hold lists (an index of sitemaps), but not endlessly.
  void read_feeds(const Feed& feed, const std::string& name) {
    constexpr int deepest = 3;
    if (lists_ == deepest) return tell(name, "is a list in a list in a list, and is not followed further");
    ++lists_;
    for (const Record& record : feed.records) {
      taker_.settle();
      if (taker_.done()) break;
      read_address(*record.url);
    }
    --lists_;
  }

  void read_har(ByteSource& source, const std::string& name) {
    const auto bytes = whole(source, name);
    if (!bytes) return;
    auto pages = parse_har(*bytes);
    if (!pages) return tell(name, pages.error());
    if (pages->empty()) tell(name, "is an HTTP archive without a page");
    std::size_t number = 0;
    for (Record& page : *pages) {
      if (taker_.done()) return;
      send_named(std::move(page), name, ++number, name);
    }
  }

  void read_book(ByteSource& source, const std::string& name) {
    auto pages = read_epub(source);
    if (!pages) return tell(name, pages.error());
    std::size_t number = 0;
    for (Record& page : *pages) {
      if (taker_.done()) return;
      const std::string where = name + "/" + page.archived;
      send_named(std::move(page), name, ++number, where);
    }
  }

  void read_pdf(ByteSource& source, const std::string& name) {
    const auto bytes = whole(source, name);
    if (!bytes) return;
    auto text = text_of_pdf(*bytes);
    if (!text) return tell(name, text.error());
    Record record;
    record.content = std::move(*text);
    record.id = stem_of_name(name);
    record.location = name;
    if (name != "-" && !is_web_address(name)) companions_.add_to(record, name);
    send(std::move(record), name);
  }

  void read_mail(ByteSource& source, const std::string& name) {
    const auto bytes = whole(source, name);
    if (!bytes) return;
    std::size_t number = 0;
    for (const std::string_view message : messages_of(*bytes)) {
      if (taker_.done()) return;
      const std::string where = name + ":" + std::to_string(++number);
      if (auto record = parse_mail(message))
        send_named(std::move(*record), name, number, where);
      else
        tell(where, "is a message without a text");
    }
  }

  void read_warc(ByteSource& source, const std::string& name) {
    WarcReader reader(source);
    std::size_t records = 0;
    while (!taker_.done()) {
      try {
        auto record = reader.next();
        if (!record) break;
        ++records;
        read_archived(std::move(*record), name);
      } catch (const BrokenPart& error) {  // the archive goes on after it
        ++records;
        tell(name + ", record after byte " + std::to_string(reader.offset()), error.what());
      }
    }
    if (records == 0) tell(name, "holds no WARC records");
  }

  void read_archived(WarcRecord record, const std::string& name) {
    const std::string where = name + ", record at byte " + std::to_string(record.offset);
    if (record.fault) return tell(where, record.fault);
    if (is_revisited_page(record)) {
      if (!archived_.contains(hash_of(record.digest)) && !archived_.contains(hash_of(record.refers_to)))
        tell(where, "is a revisit of a page that does not come before it (" + record.address + ")");
      return;
    }
    const std::uint64_t key = hash_of(record.digest.empty() ? record.id : record.digest);
    auto page = archived_page(std::move(record), where);
    if (!page) return;
    archived_.insert(key);
    send(std::move(*page), where);
  }

  void read_archive(ByteSource& source, const std::string& name) {
    ArchiveReader reader(source, [&](const std::string& file, const char* reason) { tell(name + "/" + file, reason); });
    const std::size_t before = sent_;
    bool any = false;
    while (!taker_.done()) {
      const auto file = reader.next();
      if (!file) break;
      any = true;
      read_member(reader, *file, name);
    }
    if (sent_ != before || taker_.done()) return;
    tell(name, any ? "is an archive that holds no articles" : "is an archive without a file in it");
  }

  // Reads a file in an archive like one in a folder.
  void read_member(ArchiveReader& reader, const std::string& file, const std::string& archive) {
    const std::string inside = archive + "/" + file;
    const Shape shape = shape_of_name(inside);
    const bool in_wacz = archive.ends_with(".wacz");
    if (leads_out(file)) return tell(inside, "is a path that leads out of the archive, which is not read");
    if (is_hidden(file)) return shape == Shape::unknown ? void() : set_aside(SetAside::Kind::hidden, inside);
    if (in_wacz && shape != Shape::warc) return;  // indexes and the like
    if (shape == Shape::archive) return tell(inside, "is an archive in an archive, which is not read");
    if (shape == Shape::unknown) return tell_unread(inside);
    try {
      read_source(reader.open(), inside, false);
    } catch (const Unreadable& error) {
      tell(inside, error.what());
    }
  }

  void read_saved_page(ByteSource& source, const std::string& name) {
    const auto bytes = whole(source, name);
    if (!bytes) return;
    auto page = parse_mhtml(*bytes);
    if (!page) return tell(name, "is a saved page without a page in it");
    Record record;
    record.kind = Record::Kind::html;
    record.content = std::move(page->html);
    record.encoding = std::move(page->encoding);
    record.url = std::move(page->address);
    record.id = stem_of_name(name);
    record.location = record.url.value_or(name);
    send(std::move(record), name);
  }

  const Manner& manner_;
  const Taker& taker_;
  Companions companions_;
  SeenHashes archived_;  // the pages of all archives, by their digests and, where they have none, their ids
  Visitor visitor_;
  std::size_t sent_ = 0;       // records and problems
  int lists_ = 0;              // of feeds, being read
  bool pages_missed_ = false;  // of the feed that is being read
};

}  // namespace

void gather(const std::vector<std::string>& paths, const Manner& manner, const Taker& taker) {
  Gathering gathering(manner, taker);
  for (const std::string& path : paths) gathering.read(path);
}

}  // namespace hearsay
