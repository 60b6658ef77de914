// All that the page says about a card, in Hindi and English. No data of a card is ever part of these.

/** A verdict: its heading, and what it means. Keys are outcomes and reasons of verifyCard and checkStatus. */
export const VERDICTS = {
  valid: [
    'मान्य', 'Valid',
    'हस्ताक्षर सही है: नीचे लिखी बातें जारीकर्ता की ही हैं।', 'The signature is good: what stands below is the issuer’s own word.',
  ],
  altered: [
    'मान्य नहीं: बदला हुआ', 'Not valid: altered',
    'कोड में लिखी बातें बदली गई हैं या हस्ताक्षर नक़ली है। इस कार्ड को न मानें।',
    'What the code says was changed, or its signature is forged. Do not accept this card.',
  ],
  expired: [
    'मान्य नहीं: अवधि समाप्त', 'Not valid: expired',
    'हस्ताक्षर सही है, पर कार्ड की अवधि बीत चुकी है।', 'The signature is good, but the card’s time is over.',
  ],
  not_yet: [
    'अभी मान्य नहीं', 'Not valid yet',
    'इस कार्ड की तारीख़ आगे की है। पहले देख लें कि इस फ़ोन की तारीख़ सही है या नहीं।',
    'This card is dated in the future. First see that the date of this phone is right.',
  ],
  revoked: [
    'मान्य नहीं: रद्द', 'Not valid: cancelled',
    'यह कार्ड रद्द हो चुका है या इसकी जगह नया कार्ड बना है। इसे न मानें।',
    'This card was cancelled, or a new one has taken its place. Do not accept it.',
  ],
  unknown_key: [
    'मान्य नहीं: अनजान कुंजी', 'Not valid: unknown key',
    'हस्ताक्षर ऐसी कुंजी का है जो इस पेज में नहीं है। इंटरनेट से जुड़कर पेज फिर से खोलें; तब भी यही आए तो कार्ड को न मानें।',
    'It is signed with a key that this page does not have. Open the page again with a network; if it still says so, do not accept '
      + 'the card.',
  ],
  wrong_content: [
    'मान्य नहीं: यह कार्ड नहीं है', 'Not valid: not a card',
    'हस्ताक्षर सही है, पर यह किसी सदस्य के कार्ड का कोड नहीं है।', 'Rightly signed, but it is not the code of a member’s card.',
  ],
  not_a_card: [
    'यह कार्ड का कोड नहीं है', 'Not a card’s code',
    'कोड पढ़ा गया, पर यह हस्ताक्षर वाले कार्ड का कोड नहीं है, या ख़राब है। इससे कुछ साबित नहीं होता।',
    'A code was read, but it is not that of a signed card, or it is broken. It proves nothing.',
  ],
  no_code: [
    'कोई कोड नहीं मिला', 'No code found',
    'चित्र में पूरा QR कोड साफ़ दिखना चाहिए: पास से, सीधा, बिना चमक के। कोड कार्ड के पीछे होता है।',
    'The whole QR code must be clear in the picture: near, straight and without glare. It is on the back of the card.',
  ],
  several: [
    'कई कोड हैं: एक बार में एक ही कार्ड', 'Several codes: one card at a time',
    'इस चित्र में एक से ज़्यादा कोड हैं, इसलिए कोई भी नहीं जाँचा गया। ऐसा चित्र चुनें जिसमें एक ही कार्ड का कोड हो।',
    'There is more than one code in this picture, so none was checked. Choose a picture that shows the code of one card only.',
  ],
  no_picture: [
    'चित्र नहीं खुला', 'The picture did not open',
    'JPEG या PNG चित्र चुनें, या कैमरे से स्कैन करें।', 'Choose a JPEG or PNG picture, or scan with the camera.',
  ],
};

/** What was found about cancellation: of valid cards only. */
export const STATUS = {
  good: ['रद्द नहीं है: सूची में देख लिया गया', 'Not cancelled: the list was looked up'],
  none: [
    'रद्द हुआ है या नहीं, यह नहीं जाँचा जा सकता: कोड में सूची का पता नहीं है।',
    'Whether it was cancelled cannot be checked: the code names no list.',
  ],
  offline: [
    'रद्द हुआ है या नहीं, यह नहीं जाँचा जा सका: इंटरनेट नहीं मिला।',
    'Could not check whether it was cancelled: no network.',
  ],
  elsewhere: [
    'रद्द हुआ है या नहीं, यह यहाँ से नहीं जाँचा जा सकता: जारीकर्ता की वेबसाइट पर यही पेज खोलें।',
    'Cannot check from here whether it was cancelled: open this page on the issuer’s own website.',
  ],
  no_list: [
    'रद्द हुआ है या नहीं, यह नहीं जाँचा जा सका: सूची नहीं मिली।',
    'Could not check whether it was cancelled: the list was not found.',
  ],
  bad_list: [
    'रद्द हुआ है या नहीं, यह नहीं जाँचा जा सका: सूची पर भरोसा नहीं किया जा सकता।',
    'Could not check whether it was cancelled: the list cannot be trusted.',
  ],
  old_list: [
    'रद्द हुआ है या नहीं, यह नहीं जाँचा जा सका: सूची पुरानी है।',
    'Could not check whether it was cancelled: the list is too old.',
  ],
};

export const FACTS = {
  name: ['नाम', 'Name'],
  cardNumber: ['कार्ड संख्या', 'Card number'],
  expiresAt: ['कब तक मान्य', 'Valid until'],
  issuedAt: ['जारी होने की तारीख़', 'Issued on'],
  location: ['ज़िला कोड', 'District code'],
  issuer: ['किसने जारी किया', 'Issued by'],
  listed: ['रद्द कार्डों की सूची की तारीख़', 'Date of the list of cancelled cards'],
};

export const COMPARE = [
  'अब मिलाएँ: कार्ड पर छपा नाम और संख्या यही हों, और फ़ोटो सामने खड़े व्यक्ति की हो। फ़ोटो पर हस्ताक्षर नहीं होता।',
  'Now compare: the name and number printed on the card must be these, and the photo must be of the person before you. The photo '
    + 'is not signed.',
];

/** What the page says of itself while it works, or cannot. */
export const PAGE = {
  looking: ['कार्ड के पीछे का QR कोड घेरे के अंदर लाएँ…', 'Hold the QR code on the card’s back into the frame…'],
  harder: ['थोड़ा पास लाएँ, सीधा रखें, और चमक हटाएँ…', 'A little nearer, hold it straight, and avoid glare…'],
  several: ['कई कोड दिख रहे हैं: एक बार में एक ही कार्ड दिखाएँ…', 'Several codes: show one card at a time…'],
  checking: ['जाँच हो रही है…', 'Checking…'],
  noCamera: [
    'कैमरा नहीं खुला। ब्राउज़र को कैमरे की अनुमति दें, या कार्ड का चित्र चुनें।',
    'The camera did not open. Allow the browser to use it, or choose a picture of the card.',
  ],
  noKeys: [
    'इस पेज में जारीकर्ता की कुंजियाँ नहीं हैं, इसलिए यह कोई कार्ड नहीं जाँच सकता। इसे जारीकर्ता की वेबसाइट से खोलें।',
    'This page holds no keys of an issuer and cannot check any card. Open it from the issuer’s website.',
  ],
  tooOld: [
    'यह ब्राउज़र जाँच नहीं कर सकता। इसे अपडेट करें, और पेज को https:// से खोलें।',
    'This browser cannot check cards. Update it, and open the page by https://.',
  ],
  failed: ['कुछ गड़बड़ हुई। पेज फिर से खोलें।', 'Something went wrong. Open the page again.'],
};
