#include "demo/people.h"

#include <array>

namespace pehchan {
namespace {

struct Word {
  const char *latin, *hindi;
};

constexpr std::array<Word, 36> mens = {{{"Aarav", "आरव"},           {"Ramesh", "रमेश"},
                                        {"Suresh", "सुरेश"},          {"Mohammad Irfan", "मोहम्मद इरफ़ान"},
                                        {"Gurpreet", "गुरप्रीत"},     {"Brahmadev", "ब्रह्मदेव"},
                                        {"Jitendra", "जितेन्द्र"},     {"Dharmendra", "धर्मेन्द्र"},
                                        {"Krishnakant", "कृष्णकान्त"}, {"Lakshman", "लक्ष्मण"},
                                        {"Shatrughna", "शत्रुघ्न"},    {"Vishwanath", "विश्वनाथ"},
                                        {"Om Prakash", "ओम प्रकाश"}, {"Santosh", "सन्तोष"},
                                        {"Imran", "इमरान"},         {"Joseph", "जोसेफ़"},
                                        {"Birsa", "बिरसा"},         {"Harsh", "हर्ष"},
                                        {"Rajendra", "राजेन्द्र"},     {"Satyaprakash", "सत्यप्रकाश"},
                                        {"Anirudh", "अनिरुद्ध"},      {"Pradyumna", "प्रद्युम्न"},
                                        {"Ashfaq", "अशफ़ाक़"},        {"Manoj", "मनोज"},
                                        {"Deepak", "दीपक"},         {"Vikram", "विक्रम"},
                                        {"Yogendra", "योगेन्द्र"},     {"Nand Kishore", "नन्द किशोर"},
                                        {"Tejinder", "तेजिन्दर"},     {"Ghanshyam", "घनश्याम"},
                                        {"Jagdish", "जगदीश"},       {"Mukesh", "मुकेश"},
                                        {"Siddharth", "सिद्धार्थ"},   {"Purushottam", "पुरुषोत्तम"},
                                        {"Shivam", "शिवम"},         {"Zakir", "ज़ाकिर"}}};

constexpr std::array<Word, 32> womens = {
    {{"Sunita", "सुनीता"},       {"Anita", "अनीता"},       {"Lakshmi", "लक्ष्मी"},   {"Savitri", "सावित्री"},
     {"Gayatri", "गायत्री"},     {"Annapurna", "अन्नपूर्णा"}, {"Draupadi", "द्रौपदी"}, {"Shakuntala", "शकुन्तला"},
     {"Vidyavati", "विद्यावती"}, {"Fatima", "फ़ातिमा"},     {"Nazneen", "नाज़नीन"},  {"Simran", "सिमरन"},
     {"Harpreet", "हरप्रीत"},    {"Mary", "मैरी"},          {"Phulmani", "फूलमनी"},  {"Kritika", "कृतिका"},
     {"Pragya", "प्रज्ञा"},       {"Shraddha", "श्रद्धा"},    {"Jyotsna", "ज्योत्स्ना"}, {"Urmila", "उर्मिला"},
     {"Kaushalya", "कौशल्या"},   {"Meenakshi", "मीनाक्षी"}, {"Rukmini", "रुक्मिणी"},  {"Pushpa", "पुष्पा"},
     {"Saraswati", "सरस्वती"},   {"Rekha", "रेखा"},         {"Geeta", "गीता"},      {"Neelam", "नीलम"},
     {"Aishwarya", "ऐश्वर्या"},   {"Shabnam", "शबनम"},      {"Priyanka", "प्रियंका"}, {"Kamla", "कमला"}}};

constexpr std::array<Word, 7> mens_middle = {{{"Kumar", "कुमार"},
                                              {"Prasad", "प्रसाद"},
                                              {"Singh", "सिंह"},
                                              {"Narayan", "नारायण"},
                                              {"Chandra", "चन्द्र"},
                                              {"Lal", "लाल"},
                                              {"Nath", "नाथ"}}};

constexpr std::array<Word, 4> womens_middle = {
    {{"Devi", "देवी"}, {"Kumari", "कुमारी"}, {"Bai", "बाई"}, {"Rani", "रानी"}}};

constexpr std::array<Word, 24> families = {{{"Sharma", "शर्मा"},
                                            {"Verma", "वर्मा"},
                                            {"Yadav", "यादव"},
                                            {"Mishra", "मिश्र"},
                                            {"Tiwari", "तिवारी"},
                                            {"Paswan", "पासवान"},
                                            {"Vishwakarma", "विश्वकर्मा"},
                                            {"Kushwaha", "कुशवाहा"},
                                            {"Srivastava", "श्रीवास्तव"},
                                            {"Ansari", "अंसारी"},
                                            {"Khan", "ख़ान"},
                                            {"Murmu", "मुर्मू"},
                                            {"Oraon", "उराँव"},
                                            {"Chaturvedi", "चतुर्वेदी"},
                                            {"Prajapati", "प्रजापति"},
                                            {"Gupta", "गुप्ता"},
                                            {"Maurya", "मौर्य"},
                                            {"Rathore", "राठौड़"},
                                            {"Jatav", "जाटव"},
                                            {"Bhattacharya", "भट्टाचार्य"},
                                            {"Agnihotri", "अग्निहोत्री"},
                                            {"Upadhyay", "उपाध्याय"},
                                            {"Gill", "गिल"},
                                            {"Kashyap", "कश्यप"}}};

void add(PersonName& name, const Word& word) {
  if (!name.latin.empty()) {
    name.latin += ' ';
    name.hindi += ' ';
  }
  name.latin += word.latin;
  name.hindi += word.hindi;
}

}  // namespace

PersonName invent_name(Random random) {
  PersonName name;
  name.woman = random.chance(0.48);
  add(name, name.woman ? random.pick(womens) : random.pick(mens));
  if (random.chance(0.4)) add(name, name.woman ? random.pick(womens_middle) : random.pick(mens_middle));
  if (random.chance(0.92)) add(name, random.pick(families));
  if (random.chance(0.04)) add(name, random.pick(families));
  return name;
}

PersonName invent_endless_name(Random random) {
  PersonName name;
  for (int i = 0; i < 12; ++i) add(name, random.pick(mens));
  for (int i = 0; i < 8; ++i) add(name, random.pick(families));
  return name;
}

}  // namespace pehchan
