#include "print/preflight/stream_bytes.h"

#include <algorithm>

namespace pehchan {

bool is_plainly_packed(QPDFObjectHandle stream) {
  QPDFObjectHandle filter = stream.getDict().getKey("/Filter");
  if (filter.isArray() && filter.getArrayNItems() == 1) filter = filter.getArrayItem(0);
  if (filter.isNull()) return true;
  return filter.isNameAndEquals("/FlateDecode") && stream.getDict().getKey("/DecodeParms").isNull();
}

std::string stream_bytes(QPDFObjectHandle stream, std::size_t most) {
  if (!stream.isStream() || !is_plainly_packed(stream)) return {};
  const auto data = stream.getStreamData(qpdf_dl_generalized);
  return {reinterpret_cast<const char*>(data->getBuffer()), std::min(data->getSize(), most)};
}

}  // namespace pehchan
