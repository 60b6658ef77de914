#include "cli/roll_options.h"

namespace pehchan {
namespace po = boost::program_options;

void add_roll_options(CommandLine& line, RollSource& source, bool is_required) {
  line.options.add_options()  //
      ("roll", po::value(&source.where)->value_name("ROLL"),
       "the roll: a CSV, XLSX, ODS or SQLite file, or postgresql://USER@HOST/DATABASE")                     //
      ("encoding", po::value(&source.encoding)->value_name("NAME"), "of a CSV roll, when it is not UTF-8")  //
      ("worksheet", po::value(&source.worksheet)->value_name("NAME"), "of a workbook; default: the first")  //
      ("header-row", po::value(&source.header_row)->value_name("N"),
       "the row with the headings, when it is not found by itself")                                         //
      ("table", po::value(&source.table)->value_name("NAME"), "of a database: read this table")             //
      ("query", po::value(&source.query)->value_name("SQL"), "of a database: read what this SELECT gives")  //
      ("columns", path_value(source.columns),
       "says which heading is which column, as lines: member_no = \"Our number\"")  //
      ("places", path_value(source.places), "list of all states, districts, blocks and booths; others are withheld");
  if (is_required) line.require("roll");
}

}  // namespace pehchan
