#include "demo/look.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "demo/brush.h"

namespace pehchan {
namespace {

constexpr double picture_width = 1200, picture_height = 1600;

/// From the lightest to the darkest found across India.
constexpr std::array<Colour, 7> skins = {rgb(236, 196, 164), rgb(224, 177, 140), rgb(205, 155, 115), rgb(181, 130, 92),
                                         rgb(152, 104, 72),  rgb(122, 81, 56),   rgb(96, 63, 45)};

constexpr std::array<Colour, 14> cloths = {
    rgb(238, 236, 230), rgb(196, 214, 232), rgb(46, 74, 120),  rgb(120, 42, 58),  rgb(74, 104, 84),
    rgb(224, 196, 120), rgb(150, 92, 140),  rgb(70, 72, 78),   rgb(206, 120, 92), rgb(48, 110, 118),
    rgb(232, 206, 214), rgb(168, 176, 150), rgb(140, 104, 72), rgb(92, 60, 110)};

constexpr std::array<Colour, 8> backs = {rgb(120, 160, 205), rgb(176, 186, 194), rgb(236, 236, 234),
                                         rgb(206, 190, 160), rgb(142, 174, 160), rgb(214, 190, 190),
                                         rgb(98, 128, 172),  rgb(190, 204, 170)};

Colour skin_between(double place) {
  const double at = place * (skins.size() - 1);
  const auto i = std::min(static_cast<std::size_t>(at), skins.size() - 2);
  return mixed(skins[i], skins[i + 1], at - static_cast<double>(i));
}

void invent_features(Look& look, Random& random) {
  look.width = random.between(0.97, 1.09);
  look.jaw = (look.woman ? 0.93 : 1.0) * random.between(0.92, 1.1);
  look.chin = random.between(-0.08, 0.1);
  look.brow = random.between(-0.04, 0.05);
  look.brow_weight = (look.woman ? 0.72 : 1.05) * random.between(0.8, 1.25);
  look.eye_open = random.between(0.1, 0.13);
  look.nose_width = random.between(0.85, 1.18);
  look.nose_length = random.between(0.93, 1.08);
  look.lips = random.between(0.8, 1.3);
  look.mouth_width = random.between(0.88, 1.12);
  look.smile = random.between(0.01, 0.1);
  look.light = random.between(-1, 1);
}

void invent_hair(Look& look, Random& random) {
  const double grey = std::clamp((look.age - 0.55) * random.between(0.6, 2.6), 0.0, 1.0);
  look.hair_colour = mixed(mixed(rgb(22, 18, 18), rgb(52, 36, 28), random.unit()), rgb(206, 204, 202), grey);
  if (look.woman) {
    constexpr std::array<Hair, 8> styles = {Hair::tied_back, Hair::tied_back, Hair::long_open, Hair::long_open,
                                            Hair::pallu,     Hair::pallu,     Hair::scarf,     Hair::bob};
    look.hair = random.pick(styles);
    return;
  }
  constexpr std::array<Hair, 12> styles = {Hair::side_part, Hair::side_part, Hair::side_part, Hair::crew,
                                           Hair::crew,      Hair::full,      Hair::full,      Hair::side_part,
                                           Hair::receding,  Hair::bald,      Hair::turban,    Hair::cap};
  look.hair = random.pick(styles);
  if (look.age < 0.4 && (look.hair == Hair::bald || look.hair == Hair::receding)) look.hair = Hair::full;
  constexpr std::array<Beard, 8> beards = {Beard::none,      Beard::none,      Beard::stubble,   Beard::stubble,
                                           Beard::moustache, Beard::moustache, Beard::moustache, Beard::full};
  look.beard = random.pick(beards);
}

void invent_clothes(Look& look, Random& random) {
  constexpr std::array<Clothes, 5> for_men = {Clothes::shirt, Clothes::shirt, Clothes::kurta, Clothes::waistcoat,
                                              Clothes::sweater};
  constexpr std::array<Clothes, 5> for_women = {Clothes::saree, Clothes::saree, Clothes::suit_and_dupatta,
                                                Clothes::suit_and_dupatta, Clothes::kurta};
  look.clothes = look.woman ? random.pick(for_women) : random.pick(for_men);
  if (look.hair == Hair::pallu) look.clothes = random.chance(0.7) ? Clothes::saree : Clothes::suit_and_dupatta;
  look.cloth = random.pick(cloths);
  look.second_cloth = random.pick(cloths);
  if (look.second_cloth == look.cloth) look.second_cloth = mixed(look.cloth, rgb(20, 20, 30), 0.45);
}

}  // namespace

Look invent_look(Random random, bool woman) {
  Look look;
  look.woman = woman;
  look.age = random.unit();
  const double warmth = random.between(-0.02, 0.02);
  look.skin = skin_between(random.unit());
  look.skin = {look.skin.r + warmth, look.skin.g, look.skin.b - warmth};
  invent_features(look, random);
  invent_hair(look, random);
  invent_clothes(look, random);
  look.spectacles = random.chance(0.1 + 0.25 * look.age);
  look.bindi = woman && look.hair != Hair::scarf && random.chance(0.5);
  look.earrings = woman && random.chance(0.6);
  look.nose_pin = woman && random.chance(0.3);
  const Colour painted = mixed(rgb(170, 50, 62), rgb(140, 60, 70), random.unit());
  look.lip_colour = mixed(mixed(look.skin, rgb(130, 48, 48), woman ? 0.5 : 0.36), painted,
                          woman && random.chance(0.5) ? random.between(0.25, 0.65) : 0);
  constexpr std::array<Background, 8> backgrounds = {Background::studio,  Background::studio, Background::studio,
                                                     Background::wall,    Background::wall,   Background::outdoors,
                                                     Background::curtain, Background::bricks};
  look.background = random.pick(backgrounds);
  look.behind = random.pick(backs);
  return look;
}

Framing invent_framing(Random random) {
  constexpr double head = 3.59;  // crown to chin
  Framing framing;
  framing.eye_distance = random.between(0.22, 0.55) * picture_height / head;
  const double d = framing.eye_distance;
  framing.tilt = random.between(-1, 1) * random.between(0, 8) * std::numbers::pi / 180;
  // A passport crop is 3.88 d wide and reaches 2.34 d above and 2.63 d below the eyes; its tilt wants a little more.
  const double aside = 2.2 * d, above = 2.55 * d, below = 2.9 * d;
  const double x_room = std::max(0.0, picture_width / 2 - aside);
  framing.eyes_x = picture_width / 2 + random.between(-1, 1) * std::min(x_room, 190.0);
  const double lowest = std::min(picture_height - below, std::max(above, 0.56 * picture_height));
  framing.eyes_y = random.between(above, std::max(above, lowest));
  return framing;
}

}  // namespace pehchan
