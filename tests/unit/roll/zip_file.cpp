#include "unit/roll/zip_file.h"

namespace pehchan {
namespace {

std::string number(std::uint32_t value, std::size_t width) {
  std::string bytes;
  for (std::size_t i = 0; i < width; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFF);
  return bytes;
}

std::uint32_t crc_of(const std::string& bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ ((crc & 1) != 0 ? 0xEDB88320 : 0);
  }
  return ~crc;
}

std::string override(const std::string& part, const std::string& type) {
  return "<Override PartName=\"" + part + "\" ContentType=\"application/vnd.openxmlformats-officedocument." +
         "spreadsheetml." + type + "+xml\"/>";
}

}  // namespace

std::string zip_of(const std::vector<ZipPart>& parts) {
  std::string all, directory;
  for (const ZipPart& part : parts) {
    const auto size = static_cast<std::uint32_t>(part.bytes.size()), start = static_cast<std::uint32_t>(all.size());
    const std::string same = number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) +
                             number(crc_of(part.bytes), 4) + number(size, 4) + number(part.declared.value_or(size), 4) +
                             number(static_cast<std::uint32_t>(part.name.size()), 2);
    all += "PK\x03\x04" + same + number(0, 2) + part.name + part.bytes;
    directory += "PK\x01\x02" + number(20, 2) + same + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 2) +
                 number(0, 4) + number(start, 4) + part.name;
  }
  const auto count = static_cast<std::uint32_t>(parts.size());
  return all + directory + std::string("PK\x05\x06", 4) + number(0, 2) + number(0, 2) + number(count, 2) +
         number(count, 2) + number(static_cast<std::uint32_t>(directory.size()), 4) +
         number(static_cast<std::uint32_t>(all.size()), 4) + number(0, 2);
}

std::string xlsx_of(const std::string& sheet_data) {
  const std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
                    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                    relations = "http://schemas.openxmlformats.org/package/2006/relationships";
  return zip_of(
      {{"[Content_Types].xml", xml + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">" +
                                   override("/xl/workbook.xml", "sheet.main") +
                                   override("/xl/worksheets/sheet1.xml", "worksheet") + "</Types>"},
       {"xl/workbook.xml", xml + "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office +
                               "\"><sheets><sheet name=\"Roll\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
       {"xl/_rels/workbook.xml.rels", xml + "<Relationships xmlns=\"" + relations +
                                          "\"><Relationship Id=\"rId1\" Type=\"" + office +
                                          "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
       {"xl/worksheets/sheet1.xml",
        xml + "<worksheet xmlns=\"" + main + "\"><sheetData>" + sheet_data + "</sheetData></worksheet>"}});
}

}  // namespace pehchan
