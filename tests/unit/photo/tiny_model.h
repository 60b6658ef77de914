#pragma once
#include <string>
#include <vector>

namespace pehchan {

/// One output of a made-up network: its name and what it always says, as `rows` rows.
struct ModelOutput {
  std::string name;
  std::size_t rows;
  std::vector<float> numbers;
};

/// An ONNX file whose network says the same of every picture of three colours. It does look at it: numbers that nothing
/// goes into are no output to OpenCV.
std::string tiny_model(const std::vector<ModelOutput>& outputs);

/// A face at an anchor of 2022mar's or a cell of 2023mar's network, for pictures of 96×64 px.
struct SeenFace {
  std::size_t place;  ///< the how-manieth of 351 anchors; or of the 24 cells of stride 16
  float score;
};
std::string model_2022(const std::vector<SeenFace>& faces);
std::string model_2023(const std::vector<SeenFace>& faces);

}  // namespace pehchan
