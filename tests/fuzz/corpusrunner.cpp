// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

// Runs a fuzz target without libFuzzer: every seed of a folder, then 2000 mutations of them, the same in every run.
namespace {

constexpr int kMutations = 2000;

std::vector<std::string> seedsOf(const char *folder)
{
    std::vector<std::string> names;
    for (const auto &entry : std::filesystem::directory_iterator(folder))
        names.push_back(entry.path().string());
    std::sort(names.begin(), names.end());
    std::vector<std::string> seeds;
    for (const std::string &name : names) {
        std::ifstream file(name, std::ios::binary);
        seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return seeds;
}

void mutateOnce(std::string &text, const std::vector<std::string> &seeds, std::mt19937_64 &random)
{
    const auto below = [&](std::size_t bound) { return static_cast<std::size_t>(random() % bound); };
    const std::size_t at = below(text.size() + 1);
    switch (random() % 6) {
    case 0:
        if (at < text.size())
            text[at] = static_cast<char>(random());
        break;
    case 1: text.erase(at, below(16)); break;
    case 2: text.insert(at, 1, "\"{}[]:,\\\n\r\t #-'*&!|0"[below(20)]); break;
    case 3: text.insert(at, text.substr(below(text.size() + 1), below(32))); break;
    case 4: {
        const std::string &other = seeds[below(seeds.size())];
        text.insert(at, other.substr(below(other.size() + 1), below(64)));
        break;
    }
    default: text.resize(at);
    }
}

void run(const std::string &text)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(text.data()), text.size());
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::cerr << "usage: " << argv[0] << " FOLDER\n";
        return 2;
    }
    const std::vector<std::string> seeds = seedsOf(argv[1]);
    if (seeds.empty()) {
        std::cerr << "no seeds in " << argv[1] << '\n';
        return 2;
    }
    for (const std::string &seed : seeds)
        run(seed);
    std::mt19937_64 random(20261120);
    for (int i = 0; i < kMutations; ++i) {
        std::string text = seeds[static_cast<std::size_t>(i) % seeds.size()];
        for (std::uint64_t steps = 1 + random() % 8; steps > 0; --steps)
            mutateOnce(text, seeds, random);
        run(text);
    }
    std::cout << seeds.size() << " seeds and " << kMutations << " mutations\n";
    return 0;
}
