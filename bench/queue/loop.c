/* The queue of loop.ts in C, with the chance of planning/simulate/chance.ts: the same people, the same waits, to the bit. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double inverse[256], logarithm[256];
static const double LN_2 = 0.6931471805599453;

static void fill(void) {
  for (int at = 0; at < 256; at++) {
    double centre = 1 + (at + 0.5) / 256, s = (centre - 1) / (centre + 1), sum = 0;
    for (int term = 41; term > 0; term -= 2) sum = sum * s * s + 1.0 / term;
    inverse[at] = 1 / centre;
    logarithm[at] = 2 * s * sum;
  }
}

static inline double exponential(uint32_t seed, uint32_t slot) {
  uint32_t t = seed + (slot + 1) * 0x6d2b79f5u;
  t = (t ^ (t >> 15)) * (t | 1);
  t ^= t + (t ^ (t >> 7)) * (t | 61);
  uint32_t x = t ^ (t >> 14);
  if (x == 0) return 23;
  int shift = __builtin_clz(x);
  uint32_t whole = x << shift;
  int at = (whole >> 23) & 255;
  double r = (whole / 2147483648.0) * inverse[at] - 1;
  double rest = r * (1 - r * (0.5 - r * (1.0 / 3 - r * (0.25 - r * 0.2))));
  return (shift + 1) * LN_2 - logarithm[at] - rest;
}

static void sink(double *heap, int count, double moment) {
  int at = 0;
  for (int child = 1; child < count; child = 2 * at + 1) {
    int right = child + 1;
    double earliest = heap[child];
    if (right < count && heap[right] < earliest) {
      earliest = heap[right];
      child = right;
    }
    if (earliest >= moment) break;
    heap[at] = earliest;
    at = child;
  }
  heap[at] = moment;
}

int main(int argc, char **argv) {
  if (argc != 5) return 2;
  int servers = atoi(argv[1]), people = atoi(argv[3]);
  double load = atof(argv[2]), now = 0, sum = 0;
  uint32_t seed = (uint32_t)atoi(argv[4]);
  double *heap = calloc(servers, sizeof *heap);
  fill();
  clock_t began = clock();
  for (int person = 0; person < people; person++) {
    now += exponential(seed, 2 * person) / load;
    double start = heap[0] > now ? heap[0] : now;
    sum += start - now;
    sink(heap, servers, start + exponential(seed, 2 * person + 1));
  }
  double seconds = (double)(clock() - began) / CLOCKS_PER_SEC;
  printf("{\"sum\": %.17g, \"seconds\": %.9g}\n", sum, seconds);
  free(heap);
  return 0;
}
