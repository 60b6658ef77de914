#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "ledger/jobs.h"
#include "ledger/ledger.h"
#include "ledger/work.h"
#include "model/member.h"

namespace pehchan {

/// What a card was made from, as hashes, to tell later whether something has changed since.
struct CardHashes {
  std::string row;          ///< of the fields that the template shows
  std::string photo;        ///< of the photo's file
  std::string photo_stamp;  ///< its size and time: while they stay, it need not be read to know that it is unchanged
  std::string card_template;
  std::string photo_print = {};  ///< a Fingerprint's hex digits; empty where none was taken
};

/// One card on a sheet of a file that is finished and proofed, but has not its final name yet.
struct PlacedCard {
  std::string number;
  Member member;  ///< as the card shows it
  CardHashes hashes;
  std::size_t sheet = 1;  ///< of the job
  std::size_t slot = 1;
  std::size_t copy = 1;
  std::string qr_text = {};  ///< what its QR code says
  long long expires_at = 0;  ///< seconds since 1970 UTC, as its signed code says; 0: never
};

// A file is published in three steps, so that at whatever moment a run is killed the ledger never claims a card that is
// not on disk, and no card can get onto a second sheet: prepare_file (its cards are bound to it), the rename,
// release_file (its cards are `rendered`). What a killed run left is settled by the next one in the same folder:
// release_file if the file is there, forget_file if it is not.

/// First step, for cards of the queue that this lease has claimed. Throws RunError (try_again) when the lease was lost:
/// then nothing is bound, and the file must be dropped.
long long prepare_file(Ledger& ledger, const Lease& lease, const JobFile& file, std::span<const PlacedCard> cards);

/// The same for further copies of released cards; each card's copy is one more than its last. Throws RunError
/// (try_again) when one of them is void or handed over.
long long prepare_copies(Ledger& ledger, const JobFile& file, std::span<const PlacedCard> cards);

/// Last step: its cards are `rendered`, and the job's chain says which they are.
void release_file(Ledger& ledger, long long file);

/// The prepared file is not on disk: its cards go back to the queue, copies are forgotten.
void forget_file(Ledger& ledger, long long file);

/// Prepared and neither released nor forgotten, in this folder.
std::vector<JobFile> prepared_files(Ledger& ledger, const std::string& folder);

}  // namespace pehchan
