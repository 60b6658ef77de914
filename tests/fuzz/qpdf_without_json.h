#pragma once
// clang 14 cannot read qpdf/JSON.hh of QPDF 11.3 as C++20 (a vector of an incomplete class in it). Nothing of ours uses
// it: fuzzers are built with its name alone.
#define JSON_HH
class JSON;
