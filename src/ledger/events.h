#pragma once
#include <nlohmann/json.hpp>
#include <string>

#include "ledger/connection.h"

namespace pehchan {

/// What stands between an event and the next of its job, and is hashed.
struct EventRecord {
  long long job = 0, seq = 0, at = 0;
  std::string who, host, what, detail, previous;
};

/// SHA-256 over every part of the event and the hash before it, so that no event of a job can be changed, left out or
/// moved without breaking every hash after it.
std::string hash_of(const EventRecord& event);

/// What the event of a card's making says of the text of its QR code: half of its SHA-256; nothing for no text.
std::string code_hash(const std::string& qr_text);

/// Adds one event to a job's chain (0: the ledger's own, for what belongs to no job), inside the caller's transaction.
/// `detail` holds numbers, files and reasons; never a name, mobile or EPIC number.
void add_event(Connection& connection, long long job, const std::string& what, const nlohmann::ordered_json& detail);

}  // namespace pehchan
