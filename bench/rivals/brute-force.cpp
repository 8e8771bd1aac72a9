// The model by brute force: every day of every draw, blocks of draws side by side, the loop over draws left to the
// vectoriser. One advisory for each flow, lead times of two geometric lags. The inputs are those of same-work.ts.
//
//   brute-force DRAWS FLOWS REPETITIONS SEED LENGTH,LENGTH,...      (lengths of the months in days)
//
// Prints the processor seconds of each repetition, then the 5%, 50% and 95% points of the loss in the last one.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <vector>

namespace {

constexpr int kLanes = 256;
constexpr int kLags = 2;
constexpr double kWeight[kLags] = {0.6, 0.4};
constexpr double kDeparting[kLags] = {1.0 / 21, 1.0 / 61};
constexpr double kDailyArrivals = 7.4e6 / 365;
constexpr int kOnset = 14;
constexpr double kCancellingHalfLife = 3;

// xoshiro256++ of Blackman and Vigna, its state filled by SplitMix64.
class Generator {
 public:
  explicit Generator(std::uint64_t seed) {
    for (int i = 0; i < 4; ++i) {
      seed += 0x9e3779b97f4a7c15u;
      std::uint64_t mixed = (seed ^ (seed >> 30)) * 0xbf58476d1ce4e5b9u;
      mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
      state_[i] = mixed ^ (mixed >> 31);
    }
  }

  double uniform() { return (static_cast<double>(bits() >> 11) + 0.5) / 9007199254740992.0; }

  // Marsaglia's polar method, which makes two at a time.
  double normal() {
    if (waiting_) {
      waiting_ = false;
      return second_;
    }
    double x, y, square;
    do {
      x = 2 * uniform() - 1;
      y = 2 * uniform() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    const double stretch = std::sqrt(-2 * std::log(square) / square);
    second_ = y * stretch;
    waiting_ = true;
    return x * stretch;
  }

  // Marsaglia and Tsang (2000), for shapes of 1 and more.
  double gamma(double shape) {
    const double d = shape - 1.0 / 3;
    const double c = 1 / std::sqrt(9 * d);
    for (;;) {
      const double z = normal();
      const double root = 1 + c * z;
      if (root <= 0) continue;
      const double cube = root * root * root;
      if (std::log(uniform()) < z * z / 2 + d * (1 - cube + std::log(cube))) return d * cube;
    }
  }

  double beta(double a, double b) {
    const double x = gamma(a);
    return x / (x + gamma(b));
  }

  // Mean 1, given the standard deviation of the logarithm.
  double lognormal(double sigma) { return std::exp(sigma * normal() - sigma * sigma / 2); }

 private:
  static std::uint64_t rotate(std::uint64_t x, int by) { return (x << by) | (x >> (64 - by)); }

  std::uint64_t bits() {
    const std::uint64_t result = rotate(state_[0] + state_[3], 23) + state_[0];
    const std::uint64_t shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = rotate(state_[3], 45);
    return result;
  }

  std::uint64_t state_[4];
  bool waiting_ = false;
  double second_ = 0;
};

double share_of_a_day(double half_life) { return 1 - std::exp2(-1 / half_life); }

// One block of draws of one flow.
struct Block {
  alignas(64) double suppression[kLanes], cancellation[kLanes], end[kLanes], awareness[kLanes], recovery[kLanes],
      spend[kLanes];
  alignas(64) double level[kLanes], left[kLanes], late[kLags][kLanes], going[kLanes], cancelled[kLanes], lost[kLanes];

  void sample(Generator &random) {
    const double sigma = std::sqrt(std::log1p(0.36));
    for (int i = 0; i < kLanes; ++i) {
      suppression[i] = random.beta(8, 6);
      cancellation[i] = random.beta(4, 8);
      end[i] = kOnset + std::floor(300 * random.lognormal(sigma) + 0.5);
      awareness[i] = share_of_a_day(1 + 6 * random.uniform());
      recovery[i] = share_of_a_day(random.gamma(16.0 / 3) * 11.25);
      spend[i] = 277000 * random.lognormal(0.08);
      level[i] = lost[i] = late[0][i] = late[1][i] = 0;
      left[i] = 1;
    }
  }

  // `early`: share of departures whose booking was made before the onset.
  void live(int day, double early) {
    const double step = std::exp2(-1 / kCancellingHalfLife);
    for (int i = 0; i < kLanes; ++i) {
      const bool in_force = day < end[i];
      const double target = in_force ? suppression[i] : 0;
      level[i] += (target - level[i]) * (target > level[i] ? awareness[i] : recovery[i]);
      left[i] *= in_force ? step : 1;
      const double hit = early * cancellation[i] * (1 - left[i]);
      double share = early - hit;
      for (int k = 0; k < kLags; ++k) {
        late[k][i] += kDeparting[k] * (1 - level[i] - late[k][i]);
        share += kWeight[k] * late[k][i];
      }
      going[i] += share;
      cancelled[i] += hit;
    }
  }
};

double quantile(const std::vector<double> &ascending, double p) {
  const double rank = p * (ascending.size() - 1);
  const std::size_t below = static_cast<std::size_t>(rank);
  const std::size_t above = std::min(below + 1, ascending.size() - 1);
  return ascending[below] + (rank - below) * (ascending[above] - ascending[below]);
}

}  // namespace

int main(int count, char **given) {
  if (count != 6) return 2;
  const int draws = std::atoi(given[1]), flows = std::atoi(given[2]), repetitions = std::atoi(given[3]);
  const std::uint64_t seed = std::strtoull(given[4], nullptr, 10);
  std::vector<int> lengths;
  for (char *word = std::strtok(given[5], ","); word != nullptr; word = std::strtok(nullptr, ",")) {
    lengths.push_back(std::atoi(word));
  }
  const std::size_t months = lengths.size();
  std::vector<double> loss(draws), arrivals(months * flows * draws), cancellations(arrivals.size());

  for (int repetition = 0; repetition < repetitions; ++repetition) {
    const std::clock_t begun = std::clock();
    std::fill(loss.begin(), loss.end(), 0.0);
    Generator random(seed + repetition);
    static Block block;
    for (int flow = 0; flow < flows; ++flow) {
      for (int from = 0; from < draws; from += kLanes) {
        const int used = std::min(kLanes, draws - from);
        block.sample(random);
        double outstanding[kLags] = {1, 1};
        int day = 0;
        for (std::size_t month = 0; month < months; ++month) {
          const int begins = day;
          std::fill(block.going, block.going + kLanes, 0.0);
          std::fill(block.cancelled, block.cancelled + kLanes, 0.0);
          int quiet = 0;
          for (; day < begins + lengths[month]; ++day) {
            if (day < kOnset) {
              ++quiet;
              continue;
            }
            double early = 0;
            for (int k = 0; k < kLags; ++k) {
              outstanding[k] *= 1 - kDeparting[k];
              early += kWeight[k] * outstanding[k];
            }
            block.live(day, early);
          }
          const std::size_t row = (flow * months + month) * draws + from;
          for (int i = 0; i < used; ++i) {
            const double daily = kDailyArrivals * random.lognormal(0.05);
            arrivals[row + i] = daily * (quiet + block.going[i]);
            cancellations[row + i] = daily * block.cancelled[i];
            block.lost[i] += daily * lengths[month] - arrivals[row + i];
          }
        }
        for (int i = 0; i < used; ++i) loss[from + i] += block.lost[i] * block.spend[i];
      }
    }
    std::printf("%.9f ", static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC);
  }
  std::sort(loss.begin(), loss.end());
  std::printf("\n%.17g %.17g %.17g\n", quantile(loss, 0.05), quantile(loss, 0.5), quantile(loss, 0.95));
}
