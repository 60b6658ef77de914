#include "roll/workbook.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <cstdlib>
#include <system_error>
#include <vector>

#include "base/run_error.h"
#include "roll/gdal_session.h"
#include "roll/word_key.h"
#include "roll/workbook_limits.h"
#include "roll/zip_listing.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

constexpr const char* save_again = "Open it in the spreadsheet and save it again as .xlsx or as 'CSV UTF-8'.";

struct DatasetCloser {
  void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};

RollFormat format_of(const fs::path& file) {
  bool is_xlsx = false, is_ods = false;
  for (const ZipEntry& entry : list_zip(file)) {
    is_xlsx = is_xlsx || entry.name == "xl/workbook.xml";
    is_ods = is_ods || entry.name == "content.xml";
  }
  if (is_xlsx == is_ods)
    throw RunError(ExitCode::bad_input, fmt::format("{} is not an XLSX or ODS workbook", file.string()), save_again);
  return is_xlsx ? RollFormat::xlsx : RollFormat::ods;
}

/// The file under a name that GDAL knows the format by, and that has nothing in it which GDAL would take for its own.
class PlainName {
 public:
  PlainName(const fs::path& file, const char* name) {
    std::string folder = fs::temp_directory_path() / "pehchan-roll-XXXXXX";
    std::error_code error;
    if (::mkdtemp(folder.data()) != nullptr) {
      folder_ = folder;
      fs::create_symlink(fs::absolute(file), path_ = folder_ / name, error);
    }
    if (path_.empty() || error)
      throw RunError(ExitCode::cannot_create, fmt::format("cannot write in {}", fs::temp_directory_path().string()),
                     "Set TMPDIR to a folder where you may write.");
  }
  ~PlainName() {
    std::error_code ignored;
    if (!folder_.empty()) fs::remove_all(folder_, ignored);
  }
  PlainName(const PlainName&) = delete;
  PlainName& operator=(const PlainName&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path folder_, path_;
};

class Worksheet : public RowSource {
 public:
  Worksheet(const fs::path& file, const std::string& wanted)
      : file_(file), format_(format_of(file)), name_(file, format_ == RollFormat::xlsx ? "roll.xlsx" : "roll.ods") {
    const GdalSession gdal;
    refuse_bombs(name_.path(), file);
    const char* const drivers[] = {format_ == RollFormat::xlsx ? "XLSX" : "ODS", nullptr};
    dataset_.reset(GDALDataset::Open(name_.path().c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers));
    if (!dataset_) refuse(gdal.failure());
    layer_ = chosen(wanted);
    layer_->ResetReading();
    // The whole worksheet is read here: a fault in its middle must not pass for its end.
    layer_->GetFeatureCount();
    if (!gdal.failure().empty()) refuse(gdal.failure());
  }

  bool next(Record& record) override {
    const GdalSession gdal;
    do {
      const OGRFeatureUniquePtr feature(layer_->GetNextFeature());
      if (!feature) return false;
      take(*feature, record);
    } while (is_blank(record));
    return true;
  }

  void expect_columns(std::size_t count) override { columns_ = count; }
  SourceForm form() const override { return {.format = format_, .worksheet = layer_->GetName()}; }

 private:
  [[noreturn]] void refuse(const std::string& why) const {
    throw RunError(ExitCode::bad_input,
                   fmt::format("{} cannot be read as a workbook{}{}", file_.string(), why.empty() ? "" : ": ", why),
                   save_again);
  }

  OGRLayer* chosen(const std::string& wanted) const {
    std::vector<std::string> names;
    for (OGRLayer* layer : dataset_->GetLayers()) {
      if (wanted.empty() || word_key(layer->GetName()) == word_key(wanted)) return layer;
      names.emplace_back(layer->GetName());
    }
    if (names.empty()) refuse("it has no worksheet");
    throw RunError(ExitCode::bad_input, fmt::format("{} has no worksheet '{}'", file_.string(), wanted),
                   fmt::format("Give --worksheet one of: {}.", fmt::join(names, ", ")));
  }

  void take(const OGRFeature& feature, Record& record) const {
    record.row = static_cast<std::size_t>(feature.GetFID());
    record.defect = Defect::none;
    record.cells.clear();
    for (int i = 0; i < feature.GetFieldCount(); ++i)
      record.cells.emplace_back(feature.IsFieldSetAndNotNull(i) ? feature.GetFieldAsString(i) : "");
    while (record.cells.size() > columns_ && record.cells.back().empty()) record.cells.pop_back();
    if (columns_ > 0) record.cells.resize(std::max(record.cells.size(), columns_));
    if (columns_ > 0 && record.cells.size() > columns_) record.defect = Defect::cell_count;
    limit_length(record);
  }

  fs::path file_;
  RollFormat format_;
  PlainName name_;
  std::unique_ptr<GDALDataset, DatasetCloser> dataset_;
  OGRLayer* layer_ = nullptr;
  std::size_t columns_ = 0;
};

}  // namespace

std::unique_ptr<RowSource> open_workbook(const fs::path& file, const std::string& worksheet) {
  return std::make_unique<Worksheet>(file, worksheet);
}

}  // namespace pehchan
