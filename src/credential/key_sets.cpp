#include "credential/key_sets.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "credential/base64url.h"
#include "credential/cbor_reader.h"
#include "credential/cbor_writer.h"
#include "credential/key_id.h"

namespace pehchan {
namespace {

using Kind = CborValue::Kind;

/// RFC 9052 §7.1, RFC 9053 §7.2: key type OKP on the curve Ed25519, for EdDSA.
constexpr std::int64_t key_type = 1, key_id = 2, key_algorithm = 3, key_curve = -1, key_x = -2, okp = 1, ed25519 = 6,
                       eddsa = -8;
constexpr const char* no_kid = "a key has no kid, or one that is not 1 to 32 letters, digits, '-' and '_'";
constexpr const char* wrong_x = "a key has not the 32 bytes of an Ed25519 key";

std::string_view bytes_of(const Ed25519Public& x) { return {reinterpret_cast<const char*>(x.data()), x.size()}; }

std::string text_of(const nlohmann::json& key, const char* name) {
  const auto found = key.find(name);
  return found != key.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// Null when it was added.
const char* add(PublicKeys& keys, std::string_view kid, std::string_view x) {
  if (!is_key_id(kid)) return no_kid;
  PublicKey key{.kid = std::string(kid)};
  if (x.size() != key.x.size()) return wrong_x;
  std::ranges::copy(x, key.x.begin());
  keys.push_back(std::move(key));
  return nullptr;
}

Result<PublicKeys, const char*> unless_empty(PublicKeys keys) {
  if (keys.empty()) return failure("it has no key of Ed25519");
  return keys;
}

}  // namespace

std::string jwks_of(const PublicKeys& keys) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const PublicKey& key : keys)
    list.push_back({{"kty", "OKP"},
                    {"crv", "Ed25519"},
                    {"kid", key.kid},
                    {"use", "sig"},
                    {"alg", "EdDSA"},
                    {"x", to_base64url(bytes_of(key.x))}});
  return nlohmann::ordered_json{{"keys", list}}.dump(2) + "\n";
}

std::string cose_key_set_of(const PublicKeys& keys) {
  std::vector<std::string> items;
  for (const PublicKey& key : keys) {
    CborMap map;
    map.add(key_type, cbor_integer(okp));
    map.add(key_id, cbor_bytes(key.kid));
    map.add(key_algorithm, cbor_integer(eddsa));
    map.add(key_curve, cbor_integer(ed25519));
    map.add(key_x, cbor_bytes(bytes_of(key.x)));
    items.push_back(map.encoded());
  }
  return cbor_array(items);
}

Result<PublicKeys, const char*> read_jwks(std::string_view text) {
  const auto root = nlohmann::json::parse(text, nullptr, false);
  if (!root.is_object() || !root.contains("keys") || !root["keys"].is_array()) return failure("it is not a JWKS");
  PublicKeys keys;
  for (const auto& key : root["keys"]) {
    if (!key.is_object() || text_of(key, "kty") != "OKP" || text_of(key, "crv") != "Ed25519") continue;
    if (key.contains("d")) return failure("it holds a private key, which must not lie about");
    const auto x = from_base64url(text_of(key, "x"));
    if (!x) return failure(wrong_x);
    if (const char* why = add(keys, text_of(key, "kid"), *x)) return failure(why);
  }
  return unless_empty(std::move(keys));
}

Result<PublicKeys, const char*> read_cose_key_set(std::string_view cbor) {
  const auto root = read_cbor(cbor, KeyOrder::any);
  if (!root) return failure(root.error());
  if (!root->is(Kind::array)) return failure("it is not a COSE_KeySet");
  PublicKeys keys;
  for (const CborValue& key : root->items) {
    const CborValue *type = key.find(key_type), *curve = key.find(key_curve), *kid = key.find(key_id),
                    *x = key.find(key_x);
    if (type == nullptr || type->integer() != okp || curve == nullptr || curve->integer() != ed25519) continue;
    if (kid == nullptr || !kid->is(Kind::bytes)) return failure(no_kid);
    if (x == nullptr || !x->is(Kind::bytes)) return failure(wrong_x);
    if (const char* why = add(keys, kid->content, x->content)) return failure(why);
  }
  return unless_empty(std::move(keys));
}

}  // namespace pehchan
