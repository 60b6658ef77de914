#include "credential/cose_sign1.h"

#include "credential/cbor_reader.h"
#include "credential/cbor_writer.h"
#include "credential/key_id.h"

namespace pehchan {
namespace {

using Kind = CborValue::Kind;

constexpr std::uint64_t sign1_tag = 18, cwt_tag = 61;
/// RFC 9052 §3.1 and RFC 9596; EdDSA of RFC 9053.
constexpr std::int64_t header_algorithm = 1, header_critical = 2, header_kid = 4, header_type = 16, eddsa = -8;

/// What is signed: RFC 9052 §4.4.
std::string signed_structure(std::string_view protected_bytes, std::string_view payload) {
  const std::string parts[] = {cbor_text("Signature1"), cbor_bytes(protected_bytes), cbor_bytes(""),
                               cbor_bytes(payload)};
  return cbor_array(parts);
}

/// Null when it is right.
const char* read_header(CoseSign1& message) {
  const auto header = read_cbor(message.protected_bytes, KeyOrder::ascending);
  if (!header) return header.error();
  const CborValue *algorithm = header->find(header_algorithm), *kid = header->find(header_kid),
                  *type = header->find(header_type);
  if (header->find(header_critical) != nullptr) return "it asks for something that this reader does not know";
  if (algorithm == nullptr || algorithm->integer() != eddsa) return "it is not signed with EdDSA";
  if (kid == nullptr || !kid->is(Kind::bytes) || !is_key_id(kid->content)) return "it does not say which key signed it";
  message.kid = kid->content;
  if (type == nullptr) return nullptr;
  if (!type->is(Kind::text) || type->content.empty()) return "its type is no text";
  message.type = type->content;
  return nullptr;
}

}  // namespace

std::string sign_cose(std::string_view payload, const SigningKey& key, std::string_view type) {
  CborMap header;
  header.add(header_algorithm, cbor_integer(eddsa));
  header.add(header_kid, cbor_bytes(key.kid()));
  if (!type.empty()) header.add(header_type, cbor_text(type));
  const std::string protected_bytes = header.encoded();
  const std::string parts[] = {cbor_bytes(protected_bytes), CborMap().encoded(), cbor_bytes(payload),
                               cbor_bytes(key.sign(signed_structure(protected_bytes, payload)))};
  return cbor_tag(sign1_tag, cbor_array(parts));
}

Result<CoseSign1, const char*> read_cose(std::string_view bytes) {
  const auto root = read_cbor(bytes, KeyOrder::ascending);
  if (!root) return failure(root.error());
  CoseSign1 message;
  message.is_tagged_cwt = root->is(Kind::tag) && root->number == cwt_tag;
  const CborValue& tagged = message.is_tagged_cwt ? root->items[0] : *root;
  if (!tagged.is(Kind::tag) || tagged.number != sign1_tag) return failure("it is not a signed message (COSE_Sign1)");
  const CborValue& parts = tagged.items[0];
  if (!parts.is(Kind::array) || parts.items.size() != 4 || !parts.items[0].is(Kind::bytes) ||
      !parts.items[1].is(Kind::map) || !parts.items[2].is(Kind::bytes) || !parts.items[3].is(Kind::bytes))
    return failure("it has not the four parts of a signed message");
  if (!parts.items[1].items.empty()) return failure("it has a header that is not signed");
  message.protected_bytes = parts.items[0].content;
  message.payload = parts.items[2].content;
  message.signature = parts.items[3].content;
  if (const char* why = read_header(message)) return failure(why);
  return message;
}

bool is_signed_by(const PublicKey& key, const CoseSign1& message) {
  return is_signed_by(key.x, signed_structure(message.protected_bytes, message.payload), message.signature);
}

Result<CoseSign1, Refusal> open_signed(std::string_view bytes, const PublicKeys& keys, std::string_view type) {
  using Why = Refusal::Why;
  auto message = read_cose(bytes);
  if (!message) return failure(Refusal{.why = Why::unreadable, .detail = message.error()});
  const PublicKey* key = find_key(keys, message->kid);
  if (key == nullptr) return failure(Refusal{.why = Why::unknown_key, .kid = message->kid});
  if (!is_signed_by(*key, *message)) return failure(Refusal{.why = Why::bad_signature, .kid = message->kid});
  if (message->type != type)
    return failure(Refusal{.why = Why::wrong_content, .detail = "it is signed as something else", .kid = message->kid});
  return std::move(*message);
}

}  // namespace pehchan
