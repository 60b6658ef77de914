#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <vector>

#include "print/preflight/preflight.h"

namespace pehchan {

// Sound files of printed_order() with one thing changed.

/// One sheet of three cards, made once a program.
const std::filesystem::path& printed_for(Purpose purpose);

using Change = std::function<void(QPDF&)>;

/// The file with one thing changed, written as QPDF does.
std::filesystem::path changed(Purpose purpose, const Change& change, bool has_id = true);

using Codes = std::vector<std::string>;

/// Of the faults, in their order, each once in a row.
Codes codes_of(const Preflight& found);
Codes codes_after(Purpose purpose, const Change& change);
/// Of the rules alone that need no page drawn, which is much quicker.
Codes codes_undrawn(const std::filesystem::path& file, std::optional<Purpose> demanded = std::nullopt);

QPDFObjectHandle page_of(QPDF& pdf, std::size_t index = 0);
QPDFObjectHandle info_of(QPDF& pdf);
QPDFObjectHandle intent_of(QPDF& pdf);

/// Behind the first page's own.
void add_content(QPDF& pdf, const std::string& content);
/// A graphics state /Own, instead of all others.
void add_state(QPDF& pdf, const std::string& state);
void change_xmp(QPDF& pdf, const std::string& from, const std::string& to);

/// The first object that is so.
QPDFObjectHandle first(QPDF& pdf, const std::function<bool(QPDFObjectHandle&)>& is_so);
QPDFObjectHandle picture(QPDF& pdf, const char* filter);
QPDFObjectHandle font(QPDF& pdf, const char* subtype);

}  // namespace pehchan
