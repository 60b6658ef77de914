// Where a photo's time goes, on a head-and-shoulders JPEG of 1200×1600: decode, one HOG pass, eyes, the whole and what
// it is of a decode and a HOG pass. The photo is named by PEHCHAN_BENCH_PHOTO.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <opencv2/imgproc.hpp>
#include <string>

#include "photo/crop.h"
#include "photo/decode.h"
#include "photo/find_face.h"
#include "photo/open.h"
#include "support/plain_portraits.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

fs::path photo() {
  const char* given = std::getenv("PEHCHAN_BENCH_PHOTO");
  return given ? given : "photo.jpg";
}

std::string photo_bytes() { return open_photo(photo().parent_path(), photo().filename().string()).value(); }

void decode(benchmark::State& state) {
  const auto bytes = photo_bytes();
  const auto short_side = static_cast<int>(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(decode_photo(bytes, short_side));
}
BENCHMARK(decode)->ArgName("short_side")->Arg(0)->Arg(500)->Unit(benchmark::kMillisecond);

cv::Mat grey_photo(double side) {
  cv::Mat grey = decode_photo(photo_bytes(), 0).value().pixels;
  cv::cvtColor(grey, grey, cv::COLOR_BGR2GRAY);
  const double scale = side / std::max(grey.cols, grey.rows);
  cv::resize(grey, grey, {}, scale, scale, cv::INTER_AREA);
  return grey;
}

void hog_pass(benchmark::State& state) {
  cv::setNumThreads(1);
  const cv::Mat grey = grey_photo(static_cast<double>(state.range(0)));
  HogDetector detector;
  for (auto _ : state) benchmark::DoNotOptimize(detector.detect(grey, -0.3));
}
BENCHMARK(hog_pass)->ArgName("long_side")->Arg(640)->Arg(400)->Unit(benchmark::kMillisecond);

void eyes(benchmark::State& state) {
  const cv::Mat picture = decode_photo(photo_bytes(), 0).value().pixels;
  const auto face = FaceFinder().find(picture);
  EyeFinder finder;
  for (auto _ : state) benchmark::DoNotOptimize(finder.find(picture, face.box));
}
BENCHMARK(eyes)->Unit(benchmark::kMillisecond);

void find_face(benchmark::State& state) {
  const cv::Mat picture = decode_photo(photo_bytes(), 0).value().pixels;
  FaceFinder finder;
  for (auto _ : state) benchmark::DoNotOptimize(finder.find(picture));
}
BENCHMARK(find_face)->Unit(benchmark::kMillisecond);

void prepare(benchmark::State& state) {
  PortraitSpec spec;
  spec.width = static_cast<int>(state.range(0));
  spec.height = static_cast<int>(state.range(1));
  PlainPortraits plain(spec);
  const auto root = photo().parent_path();
  const auto name = photo().filename().string();
  for (auto _ : state) benchmark::DoNotOptimize(plain.maker.prepare(root, name));
}
BENCHMARK(prepare)->ArgNames({"width", "height"})->Args({590, 756})->Args({295, 378})->Unit(benchmark::kMillisecond);

// The whole portrait, in turn with a decode at full size and one HOG pass at 640 px: `ratio` is that of their CPU
// times.
void whole(benchmark::State& state) {
  PlainPortraits plain;
  const auto bytes = photo_bytes();
  const auto root = photo().parent_path();
  const auto name = photo().filename().string();
  const cv::Mat grey = grey_photo(640);
  HogDetector detector;
  double whole_ms = 0, parts_ms = 0;
  const auto cpu_ms = [] { return 1e3 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; };
  for (auto _ : state) {
    const double start = cpu_ms();
    benchmark::DoNotOptimize(plain.maker.prepare(root, name));
    const double middle = cpu_ms();
    benchmark::DoNotOptimize(decode_photo(bytes, 0));
    benchmark::DoNotOptimize(detector.detect(grey, -0.3));
    whole_ms += middle - start, parts_ms += cpu_ms() - middle;
  }
  state.counters["ratio"] = whole_ms / parts_ms;
  state.counters["whole_ms"] = whole_ms / static_cast<double>(state.iterations());
}
BENCHMARK(whole)->Unit(benchmark::kMillisecond);

void construct(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(FaceFinder());
}
BENCHMARK(construct)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace pehchan

BENCHMARK_MAIN();
