#pragma once
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "batch/print_record.h"
#include "batch/send_options.h"
#include "batch/sheet_parts.h"
#include "batch/watch_print.h"

namespace pehchan {

/// A job's parts on their way to one printer, and what came of those before.
class Sending {
 public:
  /// What is given here must outlive it. `folder`: the job's, locked by the caller.
  Sending(Ledger& ledger, const Job& job, std::filesystem::path folder, const SendOptions& options,
          const SendAsker& ask, const SendSink& sink, const std::stop_token& stop);

  /// What a run that was killed, or that lost its printer, had left with it, which is asked for it wherever `options`
  /// would print now. Throws RunError (try_again) when nobody can say what became of it.
  void follow(const PrintRecord& left);
  /// Nothing is sent before the first has been found to be printed just so, and all to be what was released.
  void send(const std::vector<SheetPart>& parts);

  bool is_over() const { return is_over_; }
  SendSummary summary() const;

 private:
  void refuse_lost(const PrintRecord& left, const std::string& why) const;
  void settle_lost(const PrintRecord& left, const std::string& why);
  void ask_first(const SheetPart& part, const std::string& pdf);
  void send(const SheetPart& part, const std::string& pdf);
  void watch(IppPrinter& printer, const PrintRecord& given, const std::string& name, const std::string& trouble = {});
  void conclude(const PrintRecord& given, const PrintEnd& end);
  void complete(const PrintRecord& given, bool is_acknowledged);
  void give_up(const PrintRecord& given, const PrintEnd& end);
  void mark(const SheetRange& sheets, PaperSide side);
  void note_fronts(const SheetRange& sheets, bool is_well);

  Ledger& ledger_;
  const Job& job_;
  const std::filesystem::path folder_;
  const SendOptions& options_;
  const SendAsker& ask_;
  const SendSink& sink_;
  const std::stop_token& stop_;
  IppPrinter printer_;
  Ticket ticket_;
  SendSummary summary_;
  bool is_over_ = false;
};

}  // namespace pehchan
