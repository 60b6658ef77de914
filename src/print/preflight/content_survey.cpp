#include "print/preflight/content_survey.h"

#include <algorithm>
#include <cmath>

#include "print/dash_cost.h"
#include "print/preflight/stream_bytes.h"

namespace pehchan {
namespace {

using Handle = QPDFObjectHandle;

/// No file of ours nests deeper; a form that draws itself would never end.
constexpr int deepest = 12;
constexpr std::size_t most_content = 64'000'000;

Handle at(Handle dictionary, const char* kind, const std::string& name) {
  Handle names = dictionary.isDictionary() ? dictionary.getKey(kind) : Handle::newNull();
  return names.isDictionary() && !name.empty() ? names.getKey(name) : Handle::newNull();
}

QPDFMatrix matrix_of(Handle form) {
  Handle matrix = form.getDict().getKey("/Matrix");
  return matrix.isMatrix() ? QPDFMatrix(matrix.getArrayAsMatrix()) : QPDFMatrix();
}

/// Also of what is not a number.
std::size_t as_cost(double operators) {
  constexpr auto most = static_cast<double>(ContentSurvey::most_cost);
  return operators < most ? static_cast<std::size_t>(operators) : ContentSurvey::most_cost;
}

double smaller(double a, double b) { return a == 0 ? b : b == 0 ? a : std::min(a, b); }

}  // namespace

SurveyedPage ContentSurvey::read(QPDFPageObjectHelper page) {
  std::string content;
  for (Handle& stream : page.getPageContents()) content += stream_bytes(stream, most_content) + "\n";
  Handle resources = page.getAttribute("/Resources", false);
  Content read{.facts = facts_of_content(content, resources),
               .resources = resources,
               .group = page.getObjectHandle().getKey("/Group"),
               .shown = {}};
  follow(read, 0);
  pages_.push_back(std::move(read));
  return pages_.back().shown;
}

void ContentSurvey::for_each(const std::function<void(const SurveyedContent&)>& look) const {
  for (const Content& one : pages_) look({one.facts, one.resources, one.group});
  for (const auto& [object, one] : forms_) look({one.facts, one.resources, one.group, one.is_mask, one.is_designers});
}

const ContentSurvey::Content& ContentSurvey::read_form(Handle form, const Content& outer, bool is_mask, int depth) {
  const auto [known, is_new] = forms_.try_emplace(form.getObjGen());
  Content& content = known->second;
  if (!is_new || depth > deepest) return content;
  content.resources = form.getDict().getKey("/Resources");
  if (!content.resources.isDictionary()) content.resources = outer.resources;
  content.facts = facts_of_content(stream_bytes(form, most_content), content.resources);
  content.group = form.getDict().getKey("/Group");
  content.is_mask = is_mask;
  content.is_designers = outer.is_designers || artwork_.contains(form.getObjGen());
  follow(content, depth + 1);
  return content;
}

void ContentSurvey::follow(Content& content, int depth) {
  content.shown.smallest_text = content.facts.smallest_text;
  if (!content.is_designers) content.shown.smallest_of_many_inks = content.facts.smallest_of_many_inks;
  content.shown.undashed_length = content.facts.undashed_length;
  content.shown.cost = content.facts.operators + as_cost(content.facts.dashes);
  for (const Drawn& drawn : content.facts.drawn) add_drawn(content, drawn, depth);
  for (const std::string& name : content.facts.states) {
    Handle mask = at(content.resources, "/ExtGState", name);
    if (mask.isDictionary()) mask = mask.getKey("/SMask");
    if (!mask.isDictionary() || !mask.getKey("/G").isStream()) continue;
    const bool is_by_brightness = mask.getKey("/S").isNameAndEquals("/Luminosity");
    content.shown.cost += read_form(mask.getKey("/G"), content, is_by_brightness, depth).shown.cost;
  }
  for (const std::string& name : content.facts.patterns) {
    Handle pattern = at(content.resources, "/Pattern", name);
    if (pattern.isStream()) content.shown.cost += read_form(pattern, content, false, depth).shown.cost;
  }
  content.shown.cost = std::min(content.shown.cost, most_cost);
}

void ContentSurvey::add_drawn(Content& content, const Drawn& drawn, int depth) {
  SurveyedPage& shown = content.shown;
  Handle object = at(content.resources, "/XObject", drawn.name);
  if (!object.isStream() || shown.cost >= most_cost) return;
  if (object.isImage(false)) {
    shown.pictures.push_back({object, drawn.matrix, drawn.is_on_black_ink, content.is_designers});
  } else if (object.isFormXObject()) {
    const SurveyedPage& form = read_form(object, content, false, depth).shown;
    QPDFMatrix matrix = drawn.matrix;
    matrix.concat(matrix_of(object));
    shown.smallest_text = smaller(shown.smallest_text, form.smallest_text * std::hypot(matrix.c, matrix.d));
    shown.smallest_of_many_inks =
        smaller(shown.smallest_of_many_inks, form.smallest_of_many_inks * std::hypot(matrix.c, matrix.d));
    shown.cost += form.cost + form.pictures.size();
    if (drawn.dash_period > 0)
      shown.cost += as_cost(DashCost::of_a_dash * form.undashed_length / drawn.dash_period);
    else
      shown.undashed_length += form.undashed_length;
    for (const PlacedPicture& picture : form.pictures) {
      if (shown.pictures.size() >= most_pictures) break;
      QPDFMatrix whole = matrix;
      whole.concat(picture.matrix);
      shown.pictures.push_back({picture.stream, whole, picture.is_on_black_ink, picture.is_designers});
    }
  }
  if (shown.pictures.size() >= most_pictures) shown.cost = most_cost;
}

}  // namespace pehchan
