// Articles and their marks as JSON, format "hearsay/article/1".
#include "present/json/json.h"

#include "present/json/json_parts.h"
#include "present/json/json_text.h"

namespace hearsay {

namespace {

class ArticleWriter {
 public:
  explicit ArticleWriter(const Article& article) : positions_(article) {
    out_.begin_object();
    add_article(article, out_);
    out_.add("text", article.text);
    add_boilerplate(article, positions_, out_);
    if (article.places) add_places(*article.places);
    if (!article.left_out.empty())
      out_.add_objects("left_out", article.left_out,
                       [&](const PassedOver& part) { out_.add("text", part.text).add("why", part.why); });
  }

  void add(const Marks& marks, bool with_tokens) {
    out_.add_objects("sentences", marks.dissection.sentences, [&](const Sentence& sentence) { add(sentence.span); });
    if (with_tokens) add_tokens(marks.dissection);
    add_names(marks.names, marks.references);
    add_times(marks.times);
    add_quantities(marks.quantities);
    add_attributions("attributions", marks.attributions, false);
    add_attributions("nested", marks.attributions, true);
  }

  std::string take() { return out_.end_object().take(); }

 private:
  // Four numbers a run, because there are many: where it begins and ends in the text, and in the page.
  void add_places(const SourceMap& places) {
    out_.key("places").begin_object().add("encoding", places.encoding);
    out_.add_list("runs", places.runs, [&](const SourceMap::Run& run) {
      const Span text = positions_.in_code_points(run.text);
      out_.begin_array().value(text.begin).value(text.end).value(run.page.begin).value(run.page.end).end_array();
    });
    out_.end_object();
  }

  void add(Span bytes) { positions_.add_span(bytes, out_); }

  void add_span(std::string_view name, const std::optional<Span>& bytes) {
    out_.key(name);
    if (!bytes) {
      out_.raw("null");
      return;
    }
    out_.begin_object();
    add(*bytes);
    out_.end_object();
  }

  void add_tokens(const Dissection& dissection) {
    out_.add_objects("tokens", dissection.tokens, [&](const Token& token) {
      add(token.span);
      out_.add("tag", to_text(token.tag)).add("lemma", token.lemma).add("head", token.head);
      out_.add("relation", to_text(token.relation));
    });
  }

  void add_names(const Names& names, const std::vector<Reference>& found) {
    out_.add_objects("entities", names.mentions, [&](const Mention& mention) {
      add(mention.span);
      out_.add("kind", to_text(mention.kind)).add("name", names.named[mention.named].name).add("why", mention.why);
    });
    out_.add_objects("references", found, [&](const Reference& reference) {
      add(reference.span);
      out_.key("antecedent").begin_object();
      positions_.add_quoted(reference.antecedent, out_);
      out_.end_object();
      out_.add("why", reference.why);
    });
  }

  void add_times(const std::vector<Time>& times) {
    out_.add_objects("times", times, [&](const Time& time) {
      add(time.span);
      out_.add("type", to_text(time.type)).add("value", time.value).add("mod", time.mod);
      add_day("from", time.from, out_);
      add_day("to", time.to, out_);
      out_.add("why", time.why);
    });
  }

  void add_quantities(const std::vector<Quantity>& quantities) {
    out_.add_objects("quantities", quantities, [&](const Quantity& quantity) {
      add(quantity.span);
      out_.add("low", quantity.low).add("high", quantity.high);
      out_.add("approximate", quantity.approximate).add("unit", quantity.unit).add("of", quantity.of);
      out_.add("why", quantity.why);
    });
  }

  // The outermost ones are "attributions", as PolNeAR has them; those inside another's content are "nested", each with
  // the number of the one around it.
  void add_attributions(std::string_view name, const std::vector<Attribution>& attributions, bool nested) {
    out_.key(name).begin_array();
    for (std::size_t i = 0; i < attributions.size(); ++i)
      if (attributions[i].outer.has_value() == nested) add_attribution(attributions[i], i);
    out_.end_array();
  }

  void add_attribution(const Attribution& attribution, std::size_t number) {
    out_.begin_object();
    add_span("source", attribution.source);
    add_span("recipient", attribution.recipient);
    add_span("cue", attribution.cue);
    out_.add_objects("content", attribution.content, [&](Span part) { add(part); });
    out_.add("kind", to_text(attribution.kind)).add("number", number).add("outer", attribution.outer);
    out_.add("why", attribution.why).end_object();
  }

  Positions positions_;
  JsonText out_;
};

}  // namespace

std::string to_json(const Article& article) { return ArticleWriter(article).take(); }

std::string to_json(const Article& article, const Marks& marks, bool with_tokens) {
  ArticleWriter writer(article);
  writer.add(marks, with_tokens);
  return writer.take();
}

}  // namespace hearsay
