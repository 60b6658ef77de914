#include "photo/grey_picture.h"

#include <opencv2/imgproc.hpp>

#include "photo/decode.h"

namespace pehchan {

Result<GreyPicture, PhotoFault> grey_picture(std::string_view bytes) {
  const auto picture = decode_photo(bytes, 0);
  if (!picture) return failure(picture.error());
  cv::Mat grey;
  cv::cvtColor(picture->pixels, grey, cv::COLOR_BGR2GRAY);
  return GreyPicture{.width = grey.cols, .height = grey.rows, .pixels = {grey.datastart, grey.dataend}};
}

}  // namespace pehchan
