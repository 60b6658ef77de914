#pragma once
#include <openssl/bio.h>
#include <openssl/evp.h>

#include <memory>

namespace pehchan {

template <auto release>
struct OpensslRelease {
  template <class T>
  void operator()(T* one) const {
    release(one);
  }
};

using KeyHandle = std::unique_ptr<EVP_PKEY, OpensslRelease<EVP_PKEY_free>>;
using DigestHandle = std::unique_ptr<EVP_MD_CTX, OpensslRelease<EVP_MD_CTX_free>>;
using BioHandle = std::unique_ptr<BIO, OpensslRelease<BIO_free_all>>;

}  // namespace pehchan
