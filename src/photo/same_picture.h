#pragma once
#include <string_view>

namespace pehchan {

/// Whether two photos are one and the same picture, be it compressed, resized, brightened (20 %) or cut at the edges
/// (3 % a side) otherwise; not whether they show the same person. Both are read at 96×96 px, one is laid on the other
/// (moved and stretched until they fit best), and then their details must agree in every part of the picture: the
/// correlation of the worst of 8×8 parts that have any detail is at least 0.70. Measured: the same picture 0.80 and up
/// (0.705 for one that was brightened until a tenth of it was white), other people −0.2 and less; the most alike of
/// 499,500 pairs of invented people, who are drawn from few parts before similar walls, 0.53. No, when either cannot be
/// decoded whole. About 30 ms: for pairs whose fingerprints are near.
bool is_same_picture(std::string_view one, std::string_view other);

}  // namespace pehchan
