#pragma once
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

namespace pehchan {

/// Whether a stream is not packed at all, or by Flate alone and once: what we write, and what print/pdf_bombs has seen
/// the unpacked size of.
bool is_plainly_packed(QPDFObjectHandle stream);

/// Its bytes unpacked, at most `most`; none when it is not plainly packed. Throws QPDFExc when it is damaged.
std::string stream_bytes(QPDFObjectHandle stream, std::size_t most);

}  // namespace pehchan
