// The only place of OpenCV's neural networks. A model is given a picture padded to multiples of 32 px, as its last
// stride demands.
#include "photo/yunet.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/dnn.hpp>
#include <opencv2/imgproc.hpp>
#include <opencv2/objdetect/face.hpp>

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

/// A row of fifteen numbers, as cv::FaceDetectorYN has them: box, right eye, left eye, nose, mouth, score.
ModelFace from_row(const float* row) {
  const auto point = [row](int at) { return PicturePoint{row[at], row[at + 1]}; };
  return {{row[0], row[1], row[2], row[3], row[14]}, {point(4), point(6)}, point(8)};
}

class Detector {
 public:
  virtual ~Detector() = default;
  virtual std::vector<ModelFace> detect(const cv::Mat& padded) = 0;
};

class March2022 final : public Detector {
 public:
  explicit March2022(const std::string& file)
      : yunet_(cv::FaceDetectorYN::create(file, "", {longest_side, longest_side}, least_score, same_face)) {}

  std::vector<ModelFace> detect(const cv::Mat& picture) override {
    yunet_->setInputSize(picture.size());
    cv::Mat rows;
    yunet_->detect(picture, rows);
    std::vector<ModelFace> faces;
    for (int i = 0; i < rows.rows; ++i) faces.push_back(from_row(rows.ptr<float>(i)));
    return faces;
  }

 private:
  cv::Ptr<cv::FaceDetectorYN> yunet_;
};

constexpr std::array strides{8, 16, 32};
constexpr std::array parts{"cls", "obj", "bbox", "kps"};
constexpr std::array<std::size_t, 4> numbers{1, 1, 4, 10};  // of each part, for a cell

std::vector<cv::String> output_names() {
  std::vector<cv::String> names;
  for (const auto* part : parts)
    for (const int stride : strides) names.push_back(fmt::format("{}_{}", part, stride));
  return names;
}

class March2023 final : public Detector {
 public:
  explicit March2023(cv::dnn::Net net) : net_(std::move(net)) {}

  std::vector<ModelFace> detect(const cv::Mat& picture) override {
    net_.setInput(cv::dnn::blobFromImage(picture));
    std::vector<cv::Mat> outputs;
    net_.forward(outputs, output_names());
    for (std::size_t level = 0; level < strides.size(); ++level) read(outputs, level, picture.size());
    std::vector<int> kept;
    cv::dnn::NMSBoxes(boxes_, scores_, least_score, same_face, kept, 1, most_faces);
    std::vector<ModelFace> faces;
    for (const int i : kept) faces.push_back(faces_[static_cast<std::size_t>(i)]);
    faces_.clear(), boxes_.clear(), scores_.clear();
    return faces;
  }

 private:
  void read(const std::vector<cv::Mat>& outputs, std::size_t level, cv::Size picture) {
    const int stride = strides[level], columns = picture.width / stride;
    const auto cells = static_cast<std::size_t>(columns) * static_cast<std::size_t>(picture.height / stride);
    std::array<const float*, parts.size()> part{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const cv::Mat& output = outputs[i * strides.size() + level];
      CV_Assert(output.type() == CV_32F && output.total() == cells * numbers[i]);
      part[i] = output.ptr<float>();
    }
    for (std::size_t cell = 0; cell < cells; ++cell) {
      const float score = std::sqrt(std::clamp(part[0][cell], 0.0F, 1.0F) * std::clamp(part[1][cell], 0.0F, 1.0F));
      if (!(score >= least_score)) continue;
      const float x = static_cast<float>(static_cast<int>(cell) % columns);
      const float y = static_cast<float>(static_cast<int>(cell) / columns), size = static_cast<float>(stride);
      const float* box = part[2] + 4 * cell;
      const float* points = part[3] + 10 * cell;
      std::array<float, 15> row{};
      row[2] = std::exp(box[2]) * size, row[3] = std::exp(box[3]) * size;
      row[0] = (x + box[0]) * size - row[2] / 2, row[1] = (y + box[1]) * size - row[3] / 2;
      for (std::size_t i = 0; i < 10; ++i) row[4 + i] = (points[i] + (i % 2 == 0 ? x : y)) * size;
      row[14] = score;
      faces_.push_back(from_row(row.data()));
      boxes_.emplace_back(row[0], row[1], row[2], row[3]);
      scores_.push_back(score);
    }
  }

  cv::dnn::Net net_;
  std::vector<ModelFace> faces_;
  std::vector<cv::Rect2d> boxes_;
  std::vector<float> scores_;
};

bool has_all(const std::vector<cv::String>& names, const std::vector<cv::String>& wanted) {
  return std::all_of(wanted.begin(), wanted.end(),
                     [&](const auto& name) { return std::find(names.begin(), names.end(), name) != names.end(); });
}

std::unique_ptr<Detector> detector_of(const fs::path& model) {
  const cv::dnn::Net net = cv::dnn::readNetFromONNX(model.string());
  const auto names = net.getUnconnectedOutLayersNames();
  if (has_all(names, {"loc", "conf", "iou"})) return std::make_unique<March2022>(model.string());
  if (has_all(names, output_names())) return std::make_unique<March2023>(net);
  throw unusable(model, "is not a YuNet model: its outputs have other names");
}

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
  std::unique_ptr<Detector> detector;
};

YuNet::YuNet(const fs::path& model) : net_(std::make_unique<Net>()) {
  if (!fs::is_regular_file(model)) throw unusable(model, "is not there");
  try {
    net_->detector = detector_of(model);
    net_->detector->detect(cv::Mat(multiple * 2, multiple * 3, CV_8UC3, cv::Scalar::all(0)));
  } catch (const std::exception& error) {
    if (dynamic_cast<const RunError*>(&error) != nullptr) throw;
    throw unusable(model, "cannot be read as a YuNet model");
  }
}
YuNet::~YuNet() = default;

std::vector<ModelFace> YuNet::detect(const cv::Mat& bgr) {
  const double scale = std::min(1.0, static_cast<double>(longest_side) / std::max(bgr.cols, bgr.rows));
  cv::Mat small = bgr;
  if (scale < 1) cv::resize(bgr, small, {}, scale, scale, cv::INTER_AREA);
  auto faces = net_->detector->detect(padded(small));
  const auto back = [scale](PicturePoint p) { return PicturePoint{p.x / scale, p.y / scale}; };
  for (auto& [box, eyes, nose] : faces) {
    box = {box.x / scale, box.y / scale, box.width / scale, box.height / scale, box.score};
    eyes = {back(eyes.right), back(eyes.left)};
    nose = back(nose);
  }
  std::stable_sort(faces.begin(), faces.end(), [](const auto& a, const auto& b) { return a.box.score > b.box.score; });
  return faces;
}

}  // namespace pehchan
