#include "photo/assessment.h"

#include <algorithm>
#include <functional>

#include "photo/measure_words.h"

namespace pehchan {

const char* word_of(Outcome outcome) {
  constexpr const char* words[] = {"one", "many", "none", "review", "damaged", "unsupported"};
  return words[static_cast<int>(outcome)];
}

const char* word_of(Grade grade) {
  constexpr const char* words[] = {"good", "warn", "hold"};
  return words[static_cast<int>(grade)];
}

Outcome outcome_of(PhotoFault fault) {
  switch (fault) {
    case PhotoFault::damaged:
    case PhotoFault::empty:
      return Outcome::damaged;
    case PhotoFault::too_small:
      return Outcome::review;
    default:
      return Outcome::unsupported;
  }
}

void judge_measure(Assessment& photo, const PhotoLimits& limits, PhotoMeasure measure, double value) {
  const Grade grade = limits.grade(measure, value);
  if (grade == Grade::good) return;
  photo.findings.push_back({.code = code_of(measure),
                            .value = value,
                            .limit = grade == Grade::hold ? limits[measure].hold : limits[measure].warn,
                            .grade = grade,
                            .reason = words_of(measure, grade)});
}

void add_finding(Assessment& photo, Finding finding) {
  photo.grade = std::max(photo.grade, finding.grade);
  photo.findings.push_back(std::move(finding));
  std::ranges::stable_sort(photo.findings, std::ranges::greater(), &Finding::grade);
}

void tell_damaged(Assessment& photo) {
  photo.outcome = Outcome::damaged;
  photo.grade = Grade::hold;
  photo.findings = {finding_of(PhotoFault::damaged)};
}

Finding finding_of(PhotoFault fault) {
  Problem problem = photo_problem(fault, {});
  return {.code = std::move(problem.code),
          .value = std::nullopt,
          .limit = std::nullopt,
          .grade = Grade::hold,
          .reason = std::move(problem.reason)};
}

std::vector<Problem> problems_of(const Assessment& photo, Grade grade) {
  std::vector<Problem> problems;
  for (const Finding& finding : photo.findings)
    if (finding.grade == grade)
      problems.push_back(
          {.code = finding.code, .file = photo.file, .row = 0, .field = "photo", .reason = finding.reason});
  return problems;
}

}  // namespace pehchan
