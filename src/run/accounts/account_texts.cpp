// Texts are assembled in code points, as the JSON counts them, and become UTF-8 at the end.
#include "run/accounts/account_texts.h"

#include "base/utf8.h"

#include <stdexcept>

namespace hearsay {

using namespace account_fields;

namespace {

// Of all articles together: a small account must not take all memory by a large number in it.
constexpr std::size_t most_code_points = 64u << 20;

}  // namespace

AccountTexts::AccountTexts(std::size_t articles, std::span<const std::string> whole) : texts_(articles) {
  if (whole.empty()) return;
  if (whole.size() != articles) throw BadAccount("does not have as many articles as there are texts");
  whole_ = true;
  for (std::size_t i = 0; i < articles; ++i) {
    const CodePointIndex index(whole[i]);
    texts_[i].put({0, index.code_points_before(whole[i].size())}, whole[i]);
  }
}

template <class Know>
Span AccountTexts::known(JsonValue row, std::size_t article, Know know) {
  const Span span{count(row, "begin"), count(row, "end")};
  SparseText& text = texts_[article];
  const std::size_t before = text.size();
  try {
    know(text, span);
  } catch (const std::length_error& error) {
    throw BadAccount(error.what());
  }
  code_points_ += text.size() - before;
  if (code_points_ > most_code_points) throw BadAccount("has spans that lie beyond what its articles can be (64 MB)");
  return span;
}

Span AccountTexts::span(JsonValue row, std::size_t article) {
  return known(row, article, [](SparseText& text, Span span) { text.reach(span); });
}

Span AccountTexts::quoted(JsonValue row, std::size_t article) {
  if (whole_ && !may_have(row, "text")) return span(row, article);
  return known(row, article, [&](SparseText& words, Span span) { words.put(span, text(row, "text")); });
}

void AccountTexts::fill(Account& account) {
  for (std::size_t i = 0; i < texts_.size(); ++i) account.articles[i].text = texts_[i].in_utf8();
  const auto to_bytes = [&](Span& span, std::size_t article) { span = texts_[article].in_bytes(span); };
  for (std::size_t i = 0; i < texts_.size(); ++i)
    for (Boilerplate& part : account.articles[i].boilerplate) to_bytes(part.span, i);
  for (Copy& copy : account.copies) {
    for (Passage& passage : copy.passages) {
      to_bytes(passage.from, copy.from);
      to_bytes(passage.to, copy.to);
    }
    for (Change& change : copy.changes) {
      to_bytes(change.from, copy.from);
      to_bytes(change.to, copy.to);
    }
  }
  for (ArticleUpdate& update : account.updates)
    if (update.span) to_bytes(*update.span, update.article);
  for (Entity& entity : account.entities)
    for (EntityMention& mention : entity.mentions) to_bytes(mention.span, mention.article);
  for (Claim& claim : account.claims) {
    to_bytes(claim.span, claim.article);
    if (claim.cue) to_bytes(*claim.cue, claim.article);
    if (claim.context) to_bytes(*claim.context, claim.article);
    for (StandIn& one : claim.stand_ins) {
      to_bytes(one.word, claim.article);
      to_bytes(one.named, claim.article);
    }
    for (Source& source : claim.sources) to_bytes(source.span, claim.article);
    for (Value& value : claim.values) to_bytes(value.span, claim.article);
  }
}

}  // namespace hearsay
