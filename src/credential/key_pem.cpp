#include "credential/key_pem.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>

#include <algorithm>
#include <cstring>

#include "base/run_error.h"

namespace pehchan {
namespace {

using Pkcs8Handle = std::unique_ptr<PKCS8_PRIV_KEY_INFO, OpensslRelease<PKCS8_PRIV_KEY_INFO_free>>;
using EncryptedHandle = std::unique_ptr<X509_SIG, OpensslRelease<X509_SIG_free>>;

/// scrypt's costs (RFC 7914): 16 MB and about 50 ms, OpenSSL's own choice for key files.
constexpr std::uint64_t scrypt_n = 16384, scrypt_r = 8, scrypt_p = 1;

BioHandle reading(std::string_view text) {
  return BioHandle(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

BioHandle in_memory() { return BioHandle(BIO_new(BIO_s_secmem())); }

std::string written(BIO& bio) {
  char* bytes = nullptr;
  const long size = BIO_get_mem_data(&bio, &bytes);
  return {bytes, static_cast<std::size_t>(std::max(0L, size))};
}

/// OpenSSL asks for the passphrase by this, and would ask the terminal without.
int give_passphrase(char* buffer, int size, int, void* data) {
  const std::string& text = static_cast<const Passphrase*>(data)->text();
  if (text.size() > static_cast<std::size_t>(size)) return -1;
  std::memcpy(buffer, text.data(), text.size());
  return static_cast<int>(text.size());
}

[[noreturn]] void refuse_writing() {
  ERR_clear_error();
  throw RunError(ExitCode::internal, "OpenSSL could not write a key");
}

bool write_encrypted(BIO& out, PKCS8_PRIV_KEY_INFO& key, const std::string& passphrase) {
  X509_ALGOR* way = PKCS5_pbe2_set_scrypt(EVP_aes_256_cbc(), nullptr, 0, nullptr, scrypt_n, scrypt_r, scrypt_p);
  if (way == nullptr) return false;
  const EncryptedHandle encrypted(PKCS8_set0_pbe(passphrase.data(), static_cast<int>(passphrase.size()), &key, way));
  if (!encrypted) X509_ALGOR_free(way);
  return encrypted && PEM_write_bio_PKCS8(&out, encrypted.get()) == 1;
}

}  // namespace

bool is_encrypted_pem(std::string_view pem) {
  return pem.find("-----BEGIN ENCRYPTED PRIVATE KEY-----") != std::string_view::npos;
}

bool is_private_pem(std::string_view pem) { return pem.find("PRIVATE KEY-----") != std::string_view::npos; }

Result<KeyHandle, PemFault> read_private_pem(std::string_view pem, const Passphrase& passphrase) {
  const bool is_encrypted = is_encrypted_pem(pem);
  if (!is_encrypted && pem.find("-----BEGIN PRIVATE KEY-----") == std::string_view::npos)
    return failure(PemFault::not_key);
  if (is_encrypted && passphrase.empty()) return failure(PemFault::no_passphrase);
  const BioHandle bio = reading(pem);
  KeyHandle key(PEM_read_bio_PrivateKey(bio.get(), nullptr, give_passphrase, const_cast<Passphrase*>(&passphrase)));
  ERR_clear_error();
  if (!key) return failure(is_encrypted ? PemFault::not_passphrase : PemFault::not_key);
  if (EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_ED25519) return failure(PemFault::not_ed25519);
  return key;
}

std::string private_pem(EVP_PKEY& key, const Passphrase& passphrase) {
  const BioHandle bio = in_memory();
  const Pkcs8Handle info(EVP_PKEY2PKCS8(&key));
  if (!bio || !info) refuse_writing();
  const bool is_written = passphrase.empty() ? PEM_write_bio_PKCS8_PRIV_KEY_INFO(bio.get(), info.get()) == 1
                                             : write_encrypted(*bio, *info, passphrase.text());
  if (!is_written) refuse_writing();
  return written(*bio);
}

Result<Ed25519Public, PemFault> read_public_pem(std::string_view pem) {
  const BioHandle bio = reading(pem);
  const KeyHandle key(PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr));
  ERR_clear_error();
  if (!key) return failure(PemFault::not_key);
  if (EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_ED25519) return failure(PemFault::not_ed25519);
  return public_part(*key);
}

std::string public_pem(const Ed25519Public& x) {
  const KeyHandle key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, x.data(), x.size()));
  const BioHandle bio(BIO_new(BIO_s_mem()));
  if (!key || !bio || PEM_write_bio_PUBKEY(bio.get(), key.get()) != 1) refuse_writing();
  return written(*bio);
}

}  // namespace pehchan
