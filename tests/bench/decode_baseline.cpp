// The unavoidable work alone: decodes every JPEG of a folder once, at half size, on as many threads as there are cores.
#include <turbojpeg.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

int main(int argc, char** argv) {
  if (argc != 2) return 64;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1])) files.push_back(entry.path());
  std::atomic<std::size_t> next = 0;
  std::atomic<int> failed = 0;
  {
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
      threads.emplace_back([&] {
        const tjhandle decoder = tjInitDecompress();
        std::vector<unsigned char> pixels;
        for (std::size_t at; (at = next++) < files.size();) {
          std::ifstream stream(files[at], std::ios::binary);
          const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
          const auto* jpeg = reinterpret_cast<const unsigned char*>(bytes.data());
          int width = 0, height = 0, sampling = 0, colours = 0;
          if (tjDecompressHeader3(decoder, jpeg, bytes.size(), &width, &height, &sampling, &colours) != 0) {
            ++failed;
            continue;
          }
          width = (width + 1) / 2;
          height = (height + 1) / 2;
          pixels.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
          if (tjDecompress2(decoder, jpeg, bytes.size(), pixels.data(), width, 0, height, TJPF_BGR, 0) != 0) ++failed;
        }
        tjDestroy(decoder);
      });
  }
  std::printf("%zu photos, %d failed\n", files.size(), failed.load());
  return failed > 0 ? 1 : 0;
}
