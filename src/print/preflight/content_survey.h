#pragma once
#include <cstddef>
#include <functional>
#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFMatrix.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <set>
#include <utility>
#include <vector>

#include "print/preflight/content_facts.h"

namespace pehchan {

/// A picture of a page and the matrix that brings the unit square to where it lies, in the page's points.
struct PlacedPicture {
  QPDFObjectHandle stream;
  QPDFMatrix matrix;
  bool is_on_black_ink = true;  ///< when it is a mask: what it is filled with
  bool is_designers = false;    ///< of the artwork
};

/// What a page shows, the forms on it included.
struct SurveyedPage {
  double smallest_text = 0;          ///< pt; 0: none is painted
  double smallest_of_many_inks = 0;  ///< pt, of text on three inks or more; 0: there is none
  double undashed_length = 0;        ///< of its lines, each in its own space, that would have dashes from outside
  std::vector<PlacedPicture> pictures;
  std::size_t cost = 0;  ///< operators, as often as they are carried out, and dashes
};

/// One content stream and what it is read with.
struct SurveyedContent {
  const ContentFacts& facts;
  QPDFObjectHandle resources;
  QPDFObjectHandle group;     ///< null: none
  bool is_mask = false;       ///< its brightness says what is let through
  bool is_designers = false;  ///< of the artwork
};

/// Reads each content stream of a file once: pages', forms', masks' and patterns'.
class ContentSurvey {
 public:
  /// Content that costs more, or places more pictures on a page, is not followed to its end.
  static constexpr std::size_t most_cost = 20'000'000, most_pictures = 20'000;

  /// `artwork`: forms that are a designer's, with all that they draw.
  explicit ContentSurvey(std::set<QPDFObjGen> artwork = {}) : artwork_(std::move(artwork)) {}
  /// Throws QPDFExc when the page's objects are damaged.
  SurveyedPage read(QPDFPageObjectHelper page);
  /// Of all that was read.
  void for_each(const std::function<void(const SurveyedContent&)>& look) const;

 private:
  struct Content {
    ContentFacts facts;
    QPDFObjectHandle resources, group;
    bool is_mask = false, is_designers = false;
    SurveyedPage shown;  ///< in its own space
  };
  /// `outer`: what draws it.
  const Content& read_form(QPDFObjectHandle form, const Content& outer, bool is_mask, int depth);
  void follow(Content& content, int depth);
  void add_drawn(Content& content, const Drawn& drawn, int depth);

  std::set<QPDFObjGen> artwork_;
  std::map<QPDFObjGen, Content> forms_;
  std::vector<Content> pages_;
};

}  // namespace pehchan
