#include "photo/fault.h"

namespace pehchan {
namespace {

struct Told {
  const char* code;
  const char* hi;
  const char* en;
};

Told told_file(PhotoFault fault) {
  switch (fault) {
    case PhotoFault::path:
      return {"photo_path", "फ़ोटो का नाम फ़ोटो फ़ोल्डर से बाहर ले जाता है। केवल फ़ोल्डर के अंदर की फ़ाइल का नाम लिखें।",
              "The photo's name leads out of the photo folder. Name a file inside the folder only."};
    case PhotoFault::missing:
      return {"photo_missing", "इस नाम की फ़ोटो फ़ोल्डर में नहीं है। फ़ोटो रखें या नाम ठीक करें।",
              "There is no photo of this name in the folder. Put it there or correct the name."};
    case PhotoFault::other_case:
      return {
          "photo_missing",
          "इस नाम की फ़ोटो नहीं है; एक फ़ाइल है जिसके नाम में केवल छोटे-बड़े अंग्रेज़ी अक्षर (जैसे .jpg और .JPG) अलग हैं। नाम "
          "ठीक वैसा ही लिखें।",
          "There is no photo of this name, but there is a file whose name differs only in capital and small letters "
          "(such as .jpg and .JPG). Write the name exactly as the file has it."};
    case PhotoFault::unreadable:
      return {"photo_missing", "फ़ोटो पढ़ने की अनुमति नहीं है। फ़ाइल की अनुमति (permission) ठीक करें या उसकी नई प्रति रखें।",
              "The photo may not be read. Correct the file's permissions or put a new copy there."};
    case PhotoFault::not_file:
      return {"photo_not_file", "यह फ़ोटो की फ़ाइल नहीं, फ़ोल्डर या कोई और चीज़ है। फ़ोटो की फ़ाइल का नाम लिखें।",
              "This is a folder or something else, not a file. Name the photo's file."};
    case PhotoFault::empty:
      return {"photo_empty", "फ़ोटो की फ़ाइल खाली है (0 बाइट)। फ़ोटो दोबारा भेजें।",
              "The photo's file is empty (0 bytes). Send the photo again."};
    case PhotoFault::too_large:
      return {
          "photo_too_large", "फ़ोटो बहुत बड़ी है: अधिकतम 50 MB और 10 करोड़ पिक्सेल। छोटी करके या फ़ोन से सीधे खींची फ़ोटो भेजें।",
          "The photo is too large: at most 50 MB and 100 million pixels. Send a smaller copy, or one straight from a "
          "phone."};
    case PhotoFault::format:
      return {"photo_format", "यह फ़ाइल JPEG, PNG, WebP, TIFF, BMP या HEIC फ़ोटो नहीं है। JPEG (.jpg) में भेजें।",
              "This file is not a JPEG, PNG, WebP, TIFF, BMP or HEIC picture. Send a JPEG (.jpg)."};
    default:
      return {"photo_damaged", "फ़ोटो की फ़ाइल अधूरी या खराब है। मूल फ़ोटो दोबारा भेजें।",
              "The photo's file is cut off or damaged. Send the original photo again."};
  }
}

Told told_face(PhotoFault fault) {
  switch (fault) {
    case PhotoFault::too_small:
      return {"photo_too_small", "फ़ोटो बहुत छोटी है, साफ़ नहीं छपेगी। मूल फ़ोटो भेजें, उसकी छोटी प्रति नहीं।",
              "The photo has too few pixels to print well. Send the original, not a small copy."};
    case PhotoFault::no_face:
      return {"photo_no_face", "फ़ोटो में चेहरा नहीं मिला। सामने देखते हुए, अच्छे उजाले में खींची फ़ोटो भेजें।",
              "No face was found. Send a photo of the person facing the camera in good light."};
    case PhotoFault::several_faces:
      return {"photo_several_faces", "फ़ोटो में एक से अधिक चेहरे हैं। केवल इस सदस्य की अकेली फ़ोटो भेजें।",
              "There is more than one face. Send a photo of this member alone."};
    case PhotoFault::rejected:
      return {"photo_rejected", "देखने वाले ने यह फ़ोटो अस्वीकार की है। दूसरी फ़ोटो भेजें।",
              "Somebody looked at this photo and rejected it. Send another one."};
    case PhotoFault::other_photo:
      return {"photo_override_outdated",
              "photo_overrides.csv का निर्णय इसी नाम की किसी और फ़ोटो के बारे में है, इसलिए नहीं माना गया। यह फ़ोटो फिर से देखें।",
              "The decision in photo_overrides.csv is about another photo of this name, and was not followed. Look at "
              "this photo again."};
    default:
      return {"photo_unclear", "चेहरा या आँखें साफ़ नहीं दिखतीं। सामने देखते हुए, आँखें खुली, बिना काले चश्मे की फ़ोटो भेजें।",
              "The face or the eyes cannot be made out for certain. Send a photo facing the camera, eyes open, without "
              "dark "
              "glasses."};
  }
}

}  // namespace

Problem photo_problem(PhotoFault fault, const std::string& name) {
  const Told told = fault < PhotoFault::too_small ? told_file(fault) : told_face(fault);
  return {.code = told.code, .file = name, .row = 0, .field = "photo", .reason = {told.hi, told.en}};
}

}  // namespace pehchan
