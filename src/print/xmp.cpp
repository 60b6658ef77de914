#include "print/xmp.h"

#include <fmt/format.h>

namespace pehchan {
namespace {

/// What only a press file says. `pdf:Trapped` in an archive file would be against PDF/A.
constexpr const char* of_press =
    "  <pdf:Trapped>False</pdf:Trapped>\n"
    "  <pdfxid:GTS_PDFXVersion xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\">PDF/X-4</pdfxid:GTS_PDFXVersion>\n";
constexpr const char* of_archive =
    "  <pdfaid:part xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">2</pdfaid:part>\n"
    "  <pdfaid:conformance xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">U</pdfaid:conformance>\n";

std::string escaped(const std::string& text) {
  std::string xml;
  for (const char c : text) {
    if (c == '&')
      xml += "&amp;";
    else if (c == '<')
      xml += "&lt;";
    else if (c == '>')
      xml += "&gt;";
    else if (static_cast<unsigned char>(c) >= 0x20)
      xml += c;
  }
  return xml;
}

/// A UUID of version 8 (RFC 9562), which leaves open what it is made of.
std::string uuid_of(const std::string& hex) {
  return fmt::format("uuid:{}-{}-8{}-a{}-{}", hex.substr(0, 8), hex.substr(8, 4), hex.substr(13, 3), hex.substr(17, 3),
                     hex.substr(20, 12));
}

}  // namespace

std::string xmp_of(const FileWords& words, Purpose purpose) {
  const std::string uuid = uuid_of(words.fingerprint);
  return fmt::format(
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      " <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
      "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\" "
      "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
      "  <dc:format>application/pdf</dc:format>\n"
      "  <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:title>\n"
      "  <xmp:CreatorTool>{}</xmp:CreatorTool>\n"
      "  <xmp:CreateDate>{}</xmp:CreateDate>\n"
      "  <xmp:ModifyDate>{}</xmp:ModifyDate>\n"
      "  <xmp:MetadataDate>{}</xmp:MetadataDate>\n"
      "  <xmpMM:DocumentID>{}</xmpMM:DocumentID>\n"
      "  <xmpMM:InstanceID>{}</xmpMM:InstanceID>\n"
      "  <xmpMM:VersionID>1</xmpMM:VersionID>\n"
      "  <xmpMM:RenditionClass>default</xmpMM:RenditionClass>\n"
      "  <pdf:Producer>{}</pdf:Producer>\n"
      "{}"
      " </rdf:Description>\n"
      "</rdf:RDF>\n"
      "</x:xmpmeta>\n"
      "<?xpacket end=\"r\"?>",
      escaped(words.title), escaped(words.creator), words.created, words.modified, words.modified, uuid, uuid,
      escaped(words.producer), purpose == Purpose::press ? of_press : of_archive);
}

}  // namespace pehchan
