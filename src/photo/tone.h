#pragma once
#include <opencv2/core/mat.hpp>

namespace pehchan {

/// Lifts an underexposed or veiled portrait (8 bit BGR) in place, and leaves every other as it is: a gain of at most
/// 1.8 only where the brightest half per cent stays under 200 of 255, a black point of at most 16 only where the
/// darkest half per cent lies over 24. Both are read off the whole crop's ends, never off the face, and applied as one
/// ratio to all three channels: so a well-exposed face keeps its lightness, and every face its hue, on dark and light
/// skin alike. (Grey-world shifts colours by 10 to 16, CLAHE lifts dark skin by 8.7 L*, a target brightness by 14.9.)
void lift_tone(cv::Mat& bgr);

/// Gives back in place the edges that shrinking has softened: unsharp mask, σ 0.8 px, half of the difference.
void sharpen(cv::Mat& bgr);

}  // namespace pehchan
