import { resolve } from "node:path";
import { withDatabase } from "@/scripts/database";

/**
 * How many records; a city spreads them evenly over its committees. Its branches record fewer meetings with fewer people,
 * so that it is filled within minutes: eight meetings of twenty would be six million rows of attendance. Likewise its
 * instructors visit once a quarter (some 160,000 visits; monthly ones would be half a million), and three enterprises in ten
 * have raised a request in eight quarters (30,000), one in two in the district (600, beside 6,000 visits).
 */
const sizes = {
  district: {
    name: "district",
    committees: 1,
    enterprises: 1_200,
    branches: 60,
    members: 1_500,
    meetings: 8,
    attendees: 20,
    visitEvery: 1,
    requestShare: 0.5,
  },
  city: {
    name: "city",
    committees: 40,
    enterprises: 100_000,
    branches: 5_000,
    members: 120_000,
    meetings: 4,
    attendees: 8,
    visitEvery: 3,
    requestShare: 0.3,
  },
} as const;

export type BenchSize = (typeof sizes)[keyof typeof sizes];

export function benchSize(name: string): BenchSize {
  if (name !== "district" && name !== "city") throw new Error("--size is district or city");
  return sizes[name];
}

/** Runs with a database that belongs to the measurement alone, in its own data folder. */
export function withBenchDatabase<T>(size: BenchSize, run: () => Promise<T>): Promise<T> {
  delete process.env.DATABASE_URL;
  process.env.DATA_DIR = resolve(process.env.BENCH_DATA_DIR ?? ".data/bench", size.name);
  return withDatabase(run);
}

export const benchPassword = "Bench-2026-portal";
