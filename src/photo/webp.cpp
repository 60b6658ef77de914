#include "photo/webp.h"

#include <webp/decode.h>
#include <webp/demux.h>

#include <memory>
#include <opencv2/core.hpp>
#include <optional>

#include "photo/limits.h"
#include "photo/on_white.h"

namespace pehchan {
namespace {

struct Deleter {
  void operator()(WebPDemuxer* demuxer) const { WebPDemuxDelete(demuxer); }
};
using Demuxer = std::unique_ptr<WebPDemuxer, Deleter>;

const std::uint8_t* data_of(std::string_view bytes) { return reinterpret_cast<const std::uint8_t*>(bytes.data()); }

std::optional<cv::Mat> decode_frame(const WebPData& frame) {
  WebPBitstreamFeatures features;
  if (WebPGetFeatures(frame.bytes, frame.size, &features) != VP8_STATUS_OK || features.has_animation != 0)
    return std::nullopt;
  if (std::uint64_t(features.width) * std::uint64_t(features.height) > most_pixels) return std::nullopt;
  cv::Mat pixels(features.height, features.width, features.has_alpha != 0 ? CV_8UC4 : CV_8UC3);
  const auto into = features.has_alpha != 0 ? WebPDecodeBGRAInto : WebPDecodeBGRInto;
  if (into(frame.bytes, frame.size, pixels.data, pixels.total() * pixels.elemSize(), static_cast<int>(pixels.step)) ==
      nullptr)
    return std::nullopt;
  return features.has_alpha != 0 ? on_white(pixels) : pixels;
}

std::optional<cv::Mat> first_frame(const WebPDemuxer* demuxer) {
  WebPIterator frame;
  if (WebPDemuxGetFrame(demuxer, 1, &frame) == 0) return std::nullopt;
  const std::unique_ptr<WebPIterator, void (*)(WebPIterator*)> release(&frame, WebPDemuxReleaseIterator);
  if (frame.complete == 0) return std::nullopt;
  auto pixels = decode_frame(frame.fragment);
  const cv::Size canvas(static_cast<int>(WebPDemuxGetI(demuxer, WEBP_FF_CANVAS_WIDTH)),
                        static_cast<int>(WebPDemuxGetI(demuxer, WEBP_FF_CANVAS_HEIGHT)));
  if (!pixels || pixels->size() == canvas) return pixels;
  cv::Mat whole(canvas, CV_8UC3, cv::Scalar::all(255));
  const cv::Rect place(frame.x_offset, frame.y_offset, pixels->cols, pixels->rows);
  if ((place & cv::Rect({}, canvas)) != place) return std::nullopt;
  pixels->copyTo(whole(place));
  return whole;
}

std::string profile_of(const WebPDemuxer* demuxer) {
  WebPChunkIterator chunk;
  if (WebPDemuxGetChunk(demuxer, "ICCP", 1, &chunk) == 0) return {};
  const std::unique_ptr<WebPChunkIterator, void (*)(WebPChunkIterator*)> release(&chunk, WebPDemuxReleaseChunkIterator);
  if (chunk.chunk.size > longest_profile) return {};
  return {reinterpret_cast<const char*>(chunk.chunk.bytes), chunk.chunk.size};
}

}  // namespace

Result<RawPicture, PhotoFault> decode_webp(std::string_view bytes) {
  const WebPData file{data_of(bytes), bytes.size()};
  const Demuxer demuxer(WebPDemux(&file));  // refuses a file that is cut off
  if (!demuxer) return failure(PhotoFault::damaged);
  auto pixels = first_frame(demuxer.get());
  if (!pixels) return failure(PhotoFault::damaged);
  return RawPicture{.bgr = *std::move(pixels), .icc = profile_of(demuxer.get())};
}

}  // namespace pehchan
