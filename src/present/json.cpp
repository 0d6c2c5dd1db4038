// Articles and their marks as JSON, format "hearsay/article/1". Keys keep the order in which they are set here.
#include "present/json.h"

#include "present/json_parts.h"
#include "present/json_text.h"

namespace hearsay {

namespace {

class ArticleWriter {
 public:
  explicit ArticleWriter(const Article& article) : positions_(article), out_("{}") {
    describe(article, out_);
    out_.add("text", article.text);
    add_list("boilerplate", article.boilerplate, [&](const Boilerplate& part) {
      begin(part.span);
      out_.add("why", part.why);
    });
    if (article.places) add_places(*article.places);
  }

  void add(const Marks& marks, bool with_tokens) {
    add_list("sentences", marks.dissection.sentences, [&](const Sentence& sentence) { begin(sentence.span); });
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
  void add_places(const Places& places) {
    out_.key("places").begin_object().add("encoding", places.encoding).key("runs").begin_array();
    for (const Places::Run& run : places.runs) {
      const Span text = positions_.in_code_points(run.text);
      out_.begin_array();
      for (const std::size_t number : {text.begin, text.end, run.page.begin, run.page.end}) out_.value(number);
      out_.end_array();
    }
    out_.end_array().end_object();
  }

  // `write` begins the object of each item; it ends here.
  template <class List, class Write>
  void add_list(std::string_view name, const List& list, const Write& write) {
    out_.key(name).begin_array();
    for (const auto& item : list) {
      write(item);
      out_.end_object();
    }
    out_.end_array();
  }

  void begin(Span bytes) {
    const Span points = positions_.in_code_points(bytes);
    out_.begin_object().add("begin", points.begin).add("end", points.end);
  }

  void add_span(std::string_view name, const std::optional<Span>& bytes) {
    out_.key(name);
    if (!bytes) {
      out_.raw("null");
      return;
    }
    begin(*bytes);
    out_.end_object();
  }

  void add_number(std::string_view name, const std::optional<double>& number) {
    out_.key(name).raw(dump(number_or_null(number)));
  }

  void add_day(std::string_view name, const std::optional<Day>& day) {
    out_.add(name, day ? std::optional(to_iso(*day)) : std::nullopt);
  }

  void add_tokens(const Dissection& dissection) {
    add_list("tokens", dissection.tokens, [&](const Token& token) {
      begin(token.span);
      out_.add("tag", to_text(token.tag)).add("lemma", token.lemma).add("head", token.head);
      out_.add("relation", to_text(token.relation));
    });
  }

  void add_names(const Names& names, const std::vector<Reference>& found) {
    add_list("entities", names.mentions, [&](const Mention& mention) {
      begin(mention.span);
      out_.add("kind", to_text(mention.kind)).add("name", names.named[mention.named].name).add("why", mention.why);
    });
    add_list("references", found, [&](const Reference& reference) {
      begin(reference.span);
      out_.key("antecedent");
      begin(reference.antecedent);
      out_.add("text", positions_.words(reference.antecedent)).end_object();
      out_.add("why", reference.why);
    });
  }

  void add_times(const std::vector<Time>& times) {
    add_list("times", times, [&](const Time& time) {
      begin(time.span);
      out_.add("type", to_text(time.type)).add("value", time.value).add("mod", time.mod);
      add_day("from", time.from);
      add_day("to", time.to);
      out_.add("why", time.why);
    });
  }

  void add_quantities(const std::vector<Quantity>& quantities) {
    add_list("quantities", quantities, [&](const Quantity& quantity) {
      begin(quantity.span);
      add_number("low", quantity.low);
      add_number("high", quantity.high);
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
    add_list("content", attribution.content, [&](Span part) { begin(part); });
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
