#include "printer/printer_facts.h"

#include <cups/pwg.h>

#include <algorithm>
#include <utility>

namespace pehchan {
namespace {

constexpr std::size_t longest = 200;

std::string shown(std::string word) {
  std::erase_if(word, [](unsigned char c) { return c < 0x20 || c == 0x7f; });
  if (word.size() > longest) word.resize(longest);
  return word;
}

std::string first_of(const std::vector<std::string>& words) { return words.empty() ? std::string() : words.front(); }

/// Whether CUPS waits until a printer behind a queue says itself that it has printed: of all others it only knows what
/// it has sent.
bool is_followed(const std::string& device) {
  const bool speaks_ipp = device.starts_with("ipp:") || device.starts_with("ipps:") ||
                          (device.starts_with("dnssd:") && device.find("._ipp") != std::string::npos);
  return speaks_ipp && device.find("waitjob=false") == std::string::npos;
}

/// One number or a range.
std::pair<int, int> range_of(ipp_t* collection, const char* name) {
  ipp_attribute_t* attribute = ippFindAttribute(collection, name, IPP_TAG_ZERO);
  if (!attribute) return {0, 0};
  if (ippGetValueTag(attribute) != IPP_TAG_RANGE) return {ippGetInteger(attribute, 0), ippGetInteger(attribute, 0)};
  int most = 0;
  const int least = ippGetRange(attribute, 0, &most);
  return {least, most};
}

void add_sizes(ipp_t* answer, std::vector<Medium>& media) {
  ipp_attribute_t* sizes = ippFindAttribute(answer, "media-size-supported", IPP_TAG_BEGIN_COLLECTION);
  for (int i = 0; sizes && i < ippGetCount(sizes); ++i) {
    const auto [least_width, most_width] = range_of(ippGetCollection(sizes, i), "x-dimension");
    const auto [least_height, most_height] = range_of(ippGetCollection(sizes, i), "y-dimension");
    media.push_back({least_width, most_width, least_height, most_height, {}});
  }
}

/// "custom_min_…" and "custom_max_…" are the two ends of what a printer takes beside the papers that it names.
void add_keywords(ipp_t* answer, std::vector<Medium>& media) {
  Medium between;
  for (const std::string& keyword : words_in(answer, "media-supported")) {
    const pwg_media_t* size = pwgMediaForPWG(keyword.c_str());
    if (!size) continue;
    if (keyword.starts_with("custom_min_"))
      between.least_width = size->width, between.least_height = size->length;
    else if (keyword.starts_with("custom_max_"))
      between.most_width = size->width, between.most_height = size->length;
    else
      media.push_back({size->width, size->width, size->length, size->length, keyword});
  }
  if (between.least_width > 0 && between.most_width > 0) media.push_back(between);
}

}  // namespace

std::vector<std::string> words_in(ipp_t* answer, const char* name) {
  std::vector<std::string> words;
  ipp_attribute_t* attribute = ippFindAttribute(answer, name, IPP_TAG_ZERO);
  for (int i = 0; attribute && i < ippGetCount(attribute); ++i)
    if (const char* word = ippGetString(attribute, i, nullptr)) words.push_back(shown(word));
  return words;
}

PrinterFacts printer_facts(ipp_t* answer) {
  PrinterFacts facts{.name = first_of(words_in(answer, "printer-info")),
                     .state_message = first_of(words_in(answer, "printer-state-message")),
                     .state_reasons = words_in(answer, "printer-state-reasons"),
                     .formats = words_in(answer, "document-format-supported"),
                     .sides = words_in(answer, "sides-supported"),
                     .scalings = words_in(answer, "print-scaling-supported"),
                     .qualities = {},
                     .media = {}};
  ipp_attribute_t* qualities = ippFindAttribute(answer, "print-quality-supported", IPP_TAG_ENUM);
  for (int i = 0; qualities && i < ippGetCount(qualities); ++i) facts.qualities.push_back(ippGetInteger(qualities, i));
  const auto columns = words_in(answer, "media-col-supported");
  facts.takes_media_col = std::ranges::find(columns, "media-size") != columns.end();
  if (ipp_attribute_t* accepting = ippFindAttribute(answer, "printer-is-accepting-jobs", IPP_TAG_BOOLEAN))
    facts.is_accepting = ippGetBoolean(accepting, 0) != 0;
  if (ipp_attribute_t* state = ippFindAttribute(answer, "printer-state", IPP_TAG_ENUM))
    facts.is_stopped = ippGetInteger(state, 0) == IPP_PSTATE_STOPPED;
  if (!words_in(answer, "cups-version").empty())
    facts.count = is_followed(first_of(words_in(answer, "device-uri"))) ? PrinterFacts::Count::when_done
                                                                        : PrinterFacts::Count::never;
  add_sizes(answer, facts.media);
  add_keywords(answer, facts.media);
  return facts;
}

}  // namespace pehchan
