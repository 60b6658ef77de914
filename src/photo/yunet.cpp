// The only place of OpenCV's neural networks. A model is given a picture padded to multiples of 32 px, as its last
// stride demands.
#include "photo/yunet.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/core/utils/logger.hpp>
#include <opencv2/dnn.hpp>
#include <opencv2/imgproc.hpp>

#include "base/run_error.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr float least_score = 0.6F, same_face = 0.3F;
constexpr int most_faces = 100, longest_side = 640, multiple = 32;
constexpr double least_apart = 0.3;  // of a frontal face's eyes, in widths of its box: usually 0.45

RunError unusable(const fs::path& model, const std::string& why) {
  return {ExitCode::bad_config, fmt::format("the face model {} {}", model.string(), why),
          "Give the ONNX file of YuNet, face_detection_yunet_2022mar.onnx or face_detection_yunet_2023mar.onnx, or "
          "leave --face-model out."};
}

cv::Mat padded(const cv::Mat& bgr) {
  const auto up = [](int side) { return (side + multiple - 1) / multiple * multiple; };
  cv::Mat picture;
  cv::copyMakeBorder(bgr, picture, 0, up(bgr.rows) - bgr.rows, 0, up(bgr.cols) - bgr.cols, cv::BORDER_CONSTANT);
  return picture;
}

ModelFace face_of(const cv::Rect2f& box, const std::array<cv::Point2f, 3>& points, float score) {
  const auto at = [&](std::size_t i) { return PicturePoint{points[i].x, points[i].y}; };
  return {{box.x, box.y, box.width, box.height, score}, {at(0), at(1)}, at(2)};
}

// The numbers of an output; a model for other sizes or of another make is found out before anything is read.
const float* numbers_of(const cv::Mat& output, std::size_t count) {
  CV_Assert(output.type() == CV_32F && output.isContinuous() && output.total() == count);
  return output.ptr<float>();
}

float joint(float a, float b) { return std::sqrt(std::clamp(a, 0.0F, 1.0F) * std::clamp(b, 0.0F, 1.0F)); }

// Boxes and points are offsets from anchors, in tenths of the anchor's size; so is the power of the width, while the
// height's is in fifths.
constexpr std::size_t box_and_points = 14;
struct AnchorLevel {
  int stride;
  std::vector<float> sizes;
};
const std::vector<AnchorLevel> anchor_levels{{8, {10, 16, 24}}, {16, {32, 48}}, {32, {64, 96}}, {64, {128, 192, 256}}};

struct Anchor {
  float x, y, size;
};

std::vector<Anchor> anchors_of(cv::Size picture) {
  std::vector<Anchor> anchors;
  for (const auto& [stride, sizes] : anchor_levels)
    for (int y = 0; y < picture.height / stride; ++y)
      for (int x = 0; x < picture.width / stride; ++x)
        for (const float size : sizes)
          anchors.push_back({(static_cast<float>(x) + 0.5F) * static_cast<float>(stride),
                             (static_cast<float>(y) + 0.5F) * static_cast<float>(stride), size});
  return anchors;
}

const std::vector<cv::String> names_2022{"loc", "conf", "iou"};

std::vector<ModelFace> read_2022(const std::vector<cv::Mat>& outputs, cv::Size picture) {
  const auto anchors = anchors_of(picture);
  const float* place = numbers_of(outputs[0], anchors.size() * box_and_points);
  const float* classes = numbers_of(outputs[1], anchors.size() * 2);
  const float* overlap = numbers_of(outputs[2], anchors.size());
  std::vector<ModelFace> faces;
  for (std::size_t i = 0; i < anchors.size(); ++i, place += box_and_points) {
    const float score = joint(classes[2 * i + 1], overlap[i]);
    if (!(score >= least_score)) continue;
    const auto& [x, y, size] = anchors[i];
    const auto at = [&, x = x, y = y, size = size](std::size_t j) {
      return cv::Point2f(x + place[j] * 0.1F * size, y + place[j + 1] * 0.1F * size);
    };
    const float width = size * std::exp(0.1F * place[2]), height = size * std::exp(0.2F * place[3]);
    faces.push_back(face_of({at(0).x - width / 2, at(0).y - height / 2, width, height}, {at(4), at(6), at(8)}, score));
  }
  return faces;
}

// Boxes and points are offsets from cells, in strides; sizes are powers.
constexpr std::array strides{8, 16, 32};

std::vector<cv::String> names_2023() {
  std::vector<cv::String> names;
  for (const int stride : strides)
    for (const auto* part : {"cls", "obj", "bbox", "kps"}) names.push_back(fmt::format("{}_{}", part, stride));
  return names;
}

std::vector<ModelFace> read_2023(const std::vector<cv::Mat>& outputs, cv::Size picture) {
  std::vector<ModelFace> faces;
  for (std::size_t level = 0; level < strides.size(); ++level) {
    const int columns = picture.width / strides[level], rows = picture.height / strides[level];
    const auto cells = static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows);
    const float* classes = numbers_of(outputs[4 * level], cells);
    const float* objects = numbers_of(outputs[4 * level + 1], cells);
    const float* box = numbers_of(outputs[4 * level + 2], cells * 4);
    const float* points = numbers_of(outputs[4 * level + 3], cells * 10);
    for (std::size_t cell = 0; cell < cells; ++cell, box += 4, points += 10) {
      const float score = joint(classes[cell], objects[cell]);
      if (!(score >= least_score)) continue;
      const auto stride = static_cast<float>(strides[level]);
      const auto at = [&](const float* offset) {
        return cv::Point2f(static_cast<float>(static_cast<int>(cell) % columns) + offset[0],
                           static_cast<float>(static_cast<int>(cell) / columns) + offset[1]) *
               stride;
      };
      const float width = std::exp(box[2]) * stride, height = std::exp(box[3]) * stride;
      faces.push_back(face_of({at(box).x - width / 2, at(box).y - height / 2, width, height},
                              {at(points), at(points + 2), at(points + 4)}, score));
    }
  }
  return faces;
}

// One of each face: the best, best first.
std::vector<ModelFace> without_doubles(const std::vector<ModelFace>& faces) {
  std::vector<cv::Rect2d> boxes;
  std::vector<float> scores;
  for (const auto& [box, eyes, nose] : faces) {
    boxes.emplace_back(box.x, box.y, box.width, box.height);
    scores.push_back(static_cast<float>(box.score));
  }
  std::vector<int> kept;
  cv::dnn::NMSBoxes(boxes, scores, least_score, same_face, kept, 1, most_faces);
  std::vector<ModelFace> singles;
  for (const int i : kept) singles.push_back(faces[static_cast<std::size_t>(i)]);
  return singles;
}

bool has_all(const std::vector<cv::String>& names, const std::vector<cv::String>& wanted) {
  return std::all_of(wanted.begin(), wanted.end(),
                     [&](const auto& name) { return std::find(names.begin(), names.end(), name) != names.end(); });
}

// OpenCV tells the terminal itself of a model that it cannot read.
class Silence {
 public:
  Silence() = default;
  ~Silence() { cv::utils::logging::setLogLevel(before_); }
  Silence(const Silence&) = delete;
  Silence& operator=(const Silence&) = delete;

 private:
  cv::utils::logging::LogLevel before_ = cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
};

}  // namespace

bool ModelFace::is_frontal() const {
  const auto middle = eyes.middle();
  const double apart = eyes.distance();
  if (apart < least_apart * box.width) return false;
  const double along =
      ((nose.x - middle.x) * (eyes.left.x - eyes.right.x) + (nose.y - middle.y) * (eyes.left.y - eyes.right.y)) / apart;
  return std::abs(along) < apart / 2;
}

struct YuNet::Net {
  cv::dnn::Net net;
  std::vector<cv::String> names;
  std::vector<ModelFace> (*read)(const std::vector<cv::Mat>&, cv::Size);

  explicit Net(const fs::path& model) : net(cv::dnn::readNetFromONNX(model.string())) {
    const auto outputs = net.getUnconnectedOutLayersNames();
    if (has_all(outputs, names_2022))
      names = names_2022, read = read_2022;
    else if (has_all(outputs, names_2023()))
      names = names_2023(), read = read_2023;
    else
      throw unusable(model, "is not a YuNet model: its outputs have other names");
  }

  std::vector<ModelFace> detect(const cv::Mat& picture) {
    net.setInput(cv::dnn::blobFromImage(picture));
    std::vector<cv::Mat> outputs;
    net.forward(outputs, names);
    return without_doubles(read(outputs, picture.size()));
  }
};

YuNet::YuNet(const fs::path& model) try {
  if (!fs::is_regular_file(model)) throw unusable(model, "is not there");
  const Silence silence;
  net_ = std::make_unique<Net>(model);
  net_->detect(cv::Mat(2 * multiple, 3 * multiple, CV_8UC3, cv::Scalar::all(0)));
} catch (const RunError&) {
  throw;
} catch (const std::exception&) {
  throw unusable(model, "cannot be read as a YuNet model");
}
YuNet::~YuNet() = default;

std::vector<ModelFace> YuNet::detect(const cv::Mat& bgr) {
  const double scale = std::min(1.0, static_cast<double>(longest_side) / std::max(bgr.cols, bgr.rows));
  cv::Mat small = bgr;
  if (scale < 1) cv::resize(bgr, small, {}, scale, scale, cv::INTER_AREA);
  auto faces = net_->detect(padded(small));
  const auto back = [scale](PicturePoint p) { return PicturePoint{p.x / scale, p.y / scale}; };
  for (auto& [box, eyes, nose] : faces) {
    box = {box.x / scale, box.y / scale, box.width / scale, box.height / scale, box.score};
    eyes = {back(eyes.right), back(eyes.left)};
    nose = back(nose);
  }
  return faces;
}

}  // namespace pehchan
