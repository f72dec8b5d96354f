// Times of the core, natively.
#pragma once

#include <algorithm>
#include <chrono>
#include <vector>

namespace pli::bench {

/// Milliseconds: the median of a few runs.
template <class Work> double median_of(Work work) {
    constexpr int runs = 5;
    std::vector<double> times;
    for (int run = 0; run < runs; ++run) {
        const auto start = std::chrono::steady_clock::now();
        const auto result = work();
        static_cast<void>(result);
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

} // namespace pli::bench
