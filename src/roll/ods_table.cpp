#include <fmt/format.h>

#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <atomic>
#include <cerrno>
#include <filesystem>
#include <utility>

#include "base/atomic_file.h"
#include "base/run_error.h"
#include "roll/gdal_session.h"
#include "roll/table_writer.h"

namespace pehchan {
namespace {

/// GDAL would write it as a formula, which may send what is beside it away.
std::string as_text(const std::string& cell) { return cell.starts_with("of:") ? " " + cell : cell; }

/// GDAL wants a name that ends in .ods, so the file is made in its memory and written whole.
class OdsTable : public TableWriter {
 public:
  OdsTable(const std::filesystem::path& file, const std::string& worksheet) : file_(file), path_(file) {
    static std::atomic<unsigned> made{0};
    memory_ = fmt::format("/vsimem/pehchan-{}.ods", made++);
    const GdalSession gdal;
    GDALDriver* const driver = GetGDALDriverManager()->GetDriverByName("ODS");
    dataset_ = driver != nullptr ? driver->Create(memory_.c_str(), 0, 0, 0, GDT_Unknown, nullptr) : nullptr;
    layer_ = dataset_ != nullptr ? dataset_->CreateLayer(worksheet.empty() ? "Sheet1" : worksheet.c_str()) : nullptr;
    if (layer_ == nullptr) refuse(gdal);
  }

  ~OdsTable() override {
    const GdalSession gdal;
    if (dataset_ != nullptr) GDALClose(dataset_);
    VSIUnlink(memory_.c_str());
  }

  void row(const std::vector<std::string>& cells) override {
    const GdalSession gdal;
    while (layer_->GetLayerDefn()->GetFieldCount() < static_cast<int>(cells.size())) {
      OGRFieldDefn field(cells[static_cast<std::size_t>(layer_->GetLayerDefn()->GetFieldCount())].c_str(), OFTString);
      if (layer_->CreateField(&field, FALSE) != OGRERR_NONE) refuse(gdal);
    }
    if (std::exchange(is_begun_, true)) add(cells, gdal);
  }

  void commit() override {
    {
      const GdalSession gdal;
      GDALClose(std::exchange(dataset_, nullptr));
      if (!gdal.failure().empty()) refuse(gdal);
    }
    vsi_l_offset length = 0;
    const GByte* const bytes = VSIGetMemFileBuffer(memory_.c_str(), &length, FALSE);
    file_.write({reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length)});
    file_.commit();
  }

 private:
  void add(const std::vector<std::string>& cells, const GdalSession& gdal) {
    OGRFeature feature(layer_->GetLayerDefn());
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (!cells[i].empty()) feature.SetField(static_cast<int>(i), as_text(cells[i]).c_str());
    if (layer_->CreateFeature(&feature) != OGRERR_NONE) refuse(gdal);
  }

  [[noreturn]] void refuse(const GdalSession& gdal) const {
    throw RunError(ExitCode::cannot_create, fmt::format("cannot make {}: {}", path_.string(), gdal.failure()),
                   "Save the roll as .xlsx or 'CSV UTF-8' and use that.");
  }

  AtomicFile file_;
  std::filesystem::path path_;
  std::string memory_;
  GDALDataset* dataset_ = nullptr;
  OGRLayer* layer_ = nullptr;
  bool is_begun_ = false;
};

}  // namespace

std::unique_ptr<TableWriter> make_ods_table(const std::filesystem::path& file, const std::string& worksheet) {
  return std::make_unique<OdsTable>(file, worksheet);
}

}  // namespace pehchan
