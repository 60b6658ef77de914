#pragma once
#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "ledger/jobs.h"
#include "ledger/ledger.h"
#include "model/card_record.h"

namespace pehchan {

/// What the ledger knows of a card's digital form.
struct DigitalForm {
  std::string token;  ///< what its address ends in; empty: it has none yet
  std::string built;  ///< what was made of it last, in the words of whoever made it; empty: nothing
};

/// A made card, and where its latest copy lies.
struct DigitalCard {
  CardNumber number;
  Member member;                     ///< as the card shows them; all but member_no empty once purged
  std::string qr_text;               ///< what its QR code says, where that is kept
  long long expires_at = 0;          ///< when its code no longer counts, seconds since 1970 UTC; 0: never
  std::string card_template, photo;  ///< hashes, see CardHashes
  std::size_t sheet = 0, slot = 0;   ///< of the job; on the sheet, from 1
  DigitalForm form;
};

/// A file of a job as DigitalCards lie in it.
struct DigitalFile {
  JobFile file;
  bool is_purged = false;
};

/// The jobs of a period, in the order they were begun.
std::vector<Job> jobs_of_period(Ledger& ledger, const std::string& period);
/// How many cards of a period are made.
std::size_t count_made(Ledger& ledger, const std::string& period);
/// A job's files that are released or were purged since, in the order they were made.
std::vector<DigitalFile> digital_files(Ledger& ledger, const Job& job);

/// Where on a file a reading goes on: behind this slot.
struct Behind {
  std::size_t sheet = 0, slot = 0;
};
/// Made cards of the period whose latest copy lies on this file, at most `limit`, as they follow one another.
std::vector<DigitalCard> digital_cards_on(Ledger& ledger, const JobFile& file, const std::string& period, Behind behind,
                                          std::size_t limit);
/// Which slots (from 0) of a file's sheets hold a card, whatever became of it: by the sheet's number in the job.
std::map<std::size_t, std::vector<std::size_t>> filled_slots(Ledger& ledger, const JobFile& file);

/// A void card that has a digital form.
struct DeadCard {
  CardNumber number;
  std::string period;
  DigitalForm form;
};
/// Those of all periods in the order of their numbers, at most `limit`, those after `after`.
std::vector<DeadCard> dead_digital_cards(Ledger& ledger, const std::string& after, std::size_t limit);

/// How many purged cards have pages in a site all the same.
std::size_t count_forgotten_digital(Ledger& ledger);

/// A text for a card.
struct OfCard {
  std::string card, text;
};
/// Gives each of these cards its token, unless it has one; what they have then comes back in the same order.
std::vector<std::string> give_tokens(Ledger& ledger, std::span<const OfCard> tokens);
/// It is on disk: DigitalForm::built.
void mark_built(Ledger& ledger, std::span<const OfCard> built);

}  // namespace pehchan
