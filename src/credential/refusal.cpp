#include "credential/refusal.h"

namespace pehchan {

const char* code_of(Refusal::Why why) {
  switch (why) {
    case Refusal::Why::unreadable:
      return "unreadable";
    case Refusal::Why::unknown_key:
      return "unknown_key";
    case Refusal::Why::bad_signature:
      return "bad_signature";
    case Refusal::Why::wrong_content:
      return "wrong_content";
    case Refusal::Why::not_yet_valid:
      return "not_yet_valid";
    case Refusal::Why::expired:
      return "expired";
    case Refusal::Why::revoked:
      return "revoked";
    case Refusal::Why::unknown_status:
      return "unknown_status";
  }
  return "";
}

Words words_of(Refusal::Why why) {
  switch (why) {
    case Refusal::Why::unreadable:
      return {"यह कोड पढ़ा नहीं जा सका, या यह हस्ताक्षर वाला पहचान-पत्र कोड नहीं है। दोबारा साफ़ फ़ोटो लें।",
              "This is not a signed card's code, or it is damaged. Take the picture again, sharp and from nearer."};
    case Refusal::Why::unknown_key:
      return {
          "यह कार्ड ऐसी कुंजी से हस्ताक्षरित है जो यहाँ नहीं है। जारीकर्ता की नई कुंजियाँ लें; न मिले तो कार्ड न मानें।",
          "It is signed with a key that is not among these. Get the issuer's latest public keys; if it is not there "
          "either, do not accept the card."};
    case Refusal::Why::bad_signature:
      return {"हस्ताक्षर ग़लत है: कार्ड बदला गया है या नक़ली है। इसे न मानें।",
              "The signature is wrong: the card was altered or forged. Do not accept it."};
    case Refusal::Why::wrong_content:
      return {"हस्ताक्षर सही है, पर यह पहचान-पत्र का कोड नहीं है। इसे न मानें।",
              "Rightly signed, but not as a member's card. Do not accept it."};
    case Refusal::Why::not_yet_valid:
      return {"यह कार्ड अभी मान्य नहीं हुआ है। इस कंप्यूटर की तारीख़ भी जाँचें।",
              "The card is not valid yet. Check this machine's date, too."};
    case Refusal::Why::expired:
      return {"कार्ड की अवधि समाप्त हो चुकी है।", "The card has expired."};
    case Refusal::Why::revoked:
      return {"यह कार्ड रद्द किया जा चुका है या बदल दिया गया है। इसे न मानें।",
              "The card was revoked: it is void or was replaced. Do not accept it."};
    case Refusal::Why::unknown_status:
      return {"यह पता नहीं चल सका कि कार्ड रद्द है या नहीं: इसकी स्थिति-सूची नहीं दी गई।",
              "Whether it was revoked cannot be told: its status list was not given."};
  }
  return {};
}

}  // namespace pehchan
