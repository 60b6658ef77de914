#include "tiny_model.h"

#include <array>
#include <cstdint>
#include <cstring>

namespace pehchan {
namespace {

// Protocol buffers by hand; the numbers of the fields are those of onnx.proto.
void put_varint(std::string& out, std::uint64_t value) {
  for (; value > 0x7F; value >>= 7U) out += static_cast<char>((value & 0x7FU) | 0x80U);
  out += static_cast<char>(value);
}

std::string number(unsigned field, std::uint64_t value) {
  std::string out;
  put_varint(out, field << 3U);
  put_varint(out, value);
  return out;
}

std::string text(unsigned field, const std::string& bytes) {
  std::string out;
  put_varint(out, field << 3U | 2U);
  put_varint(out, bytes.size());
  return out + bytes;
}

template <class Value>
std::string tensor(const std::string& name, const std::vector<std::size_t>& shape, const std::vector<Value>& values) {
  constexpr int floats = 1, integers = 7;
  std::string out, raw(values.size() * sizeof(Value), '\0');
  std::memcpy(raw.data(), values.data(), raw.size());
  for (const auto side : shape) out += number(1, side);
  return out + number(2, std::is_same_v<Value, float> ? floats : integers) + text(8, name) + text(9, raw);
}

std::string node(const std::string& kind, const std::vector<std::string>& inputs, const std::string& output) {
  std::string out;
  for (const auto& input : inputs) out += text(1, input);
  return out + text(2, output) + text(3, "node_of_" + output) + text(4, kind);
}

std::string value(const std::string& name, const std::vector<std::size_t>& shape) {
  std::string sides;
  for (const auto side : shape) sides += text(1, number(1, side));
  return text(1, name) + text(2, text(1, number(1, 1) + text(2, sides)));
}

}  // namespace

std::string tiny_model(const std::vector<ModelOutput>& outputs) {
  std::string graph = text(1, node("GlobalAveragePool", {"input"}, "pool")) + text(2, "tiny");
  for (const auto& [name, rows, numbers] : outputs) {
    const std::size_t count = numbers.size();
    const std::string kernel = text(1, "kernel_shape") + number(8, 1) + number(8, 1) + number(20, 7);
    graph += text(1, node("Conv", {"pool", name + "_weights", name + "_bias"}, name + "_flat") + text(5, kernel));
    graph += text(1, node("Reshape", {name + "_flat", name + "_shape"}, name));
    graph += text(5, tensor(name + "_weights", {count, 3, 1, 1}, std::vector<float>(count * 3, 0.0F)));
    graph += text(5, tensor(name + "_bias", {count}, numbers));
    const std::vector<std::int64_t> shape{1, static_cast<std::int64_t>(rows), static_cast<std::int64_t>(count / rows)};
    graph += text(5, tensor(name + "_shape", {3}, shape));
    graph += text(12, value(name, {1, rows, count / rows}));
  }
  graph += text(11, value("input", {1, 3, 64, 96}));
  return number(1, 7) + text(8, text(1, "") + number(2, 11)) + text(7, graph);
}

std::string model_2022(const std::vector<SeenFace>& faces) {
  constexpr std::size_t anchors = 351;
  std::vector<float> loc(anchors * 14), conf(anchors * 2), iou(anchors);
  for (const auto& [place, score] : faces) {
    // Half an anchor to the right and a quarter down; e^0.1 as wide and e^0.4 as high.
    constexpr std::array<float, 14> seen{5, 2.5, 1, 2, 2, 0, 8, 0, 5, 3, 3, 6, 7, 6};
    std::copy(seen.begin(), seen.end(), loc.begin() + static_cast<std::ptrdiff_t>(place * 14));
    conf[2 * place + 1] = iou[place] = score;
  }
  return tiny_model({{"loc", anchors, loc}, {"conf", anchors, conf}, {"iou", anchors, iou}});
}

std::string model_2023(const std::vector<SeenFace>& faces) {
  std::vector<ModelOutput> outputs;
  for (const std::size_t stride : {8U, 16U, 32U}) {
    const std::size_t cells = 96 / stride * 64 / stride;
    std::vector<float> cls(cells), obj(cells), bbox(cells * 4), kps(cells * 10);
    for (const auto& [place, score] : faces) {
      if (stride != 16) continue;
      // Half a cell to the right and a quarter down; e as wide and e^1.25 as high.
      constexpr std::array<float, 4> box{0.5, 0.25, 1, 1.25};
      constexpr std::array<float, 10> points{0.1F, 0, 1.3F, 0.1F, 0.7F, 0.5F, 0.2F, 1, 1.2F, 1};
      std::copy(box.begin(), box.end(), bbox.begin() + static_cast<std::ptrdiff_t>(place * 4));
      std::copy(points.begin(), points.end(), kps.begin() + static_cast<std::ptrdiff_t>(place * 10));
      cls[place] = obj[place] = score;
    }
    const auto name = [&](const char* part) { return part + std::to_string(stride); };
    outputs.push_back({name("cls_"), cells, cls});
    outputs.push_back({name("obj_"), cells, obj});
    outputs.push_back({name("bbox_"), cells, bbox});
    outputs.push_back({name("kps_"), cells, kps});
  }
  return tiny_model(outputs);
}

}  // namespace pehchan
