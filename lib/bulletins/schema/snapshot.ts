import { z } from "zod";

/** What a bulletin counts: reports, tasks, organization life, coverage. */
export const figureGroups = ["reports", "tasks", "orgLife", "coverage"] as const;
export type FigureGroup = (typeof figureGroups)[number];

/** One branch or enterprise of a list, in words as they stood. */
const listRow = z.object({
  name: z.string(),
  state: z.string(),
  note: z.string(),
  /** The keys of the figures it counts in. */
  counts: z.array(z.string()),
  /** Not asked at all: stands in no denominator. */
  isOutside: z.boolean(),
});

const figure = z.object({
  key: z.string(),
  group: z.enum(figureGroups),
  label: z.string(),
  count: z.number().int(),
  /** The denominator; null for a plain number. */
  base: z.number().int().nullable(),
  baseLabel: z.string().nullable(),
  unit: z.string(),
  /** Which of the lists stands behind it. */
  list: z.string(),
});

/** Who must catch up: by status, inside it in name order. */
const catchUpGroup = z.object({
  status: z.string(),
  branches: z.array(z.object({ name: z.string(), reasons: z.array(z.string()) })),
});

const head = z.object({
  format: z.literal(1),
  takenOn: z.string(),
  committeeName: z.string(),
  quarter: z.object({ year: z.number().int(), quarter: z.number().int().min(1).max(4) }),
  planTitle: z.string(),
  summaryDueOn: z.string(),
  coverageDay: z.string(),
  figures: z.array(figure),
  catchUp: z.array(catchUpGroup),
  /** Branches that reported on time and fulfilled everything, in name order. */
  fulfilled: z.array(z.string()),
});

const lists = z.record(z.string(), z.array(listRow));

/**
 * A bulletin's figures with the lists behind them. Written in words, so that it reads the same when labels, rules and names
 * have changed. A later format gets a number of its own; the reading functions below go on reading this one.
 */
const snapshot = head.extend({ lists });

export type ListRow = z.output<typeof listRow>;
export type Figure = z.output<typeof figure>;
export type CatchUpGroup = z.output<typeof catchUpGroup>;
export type SnapshotHead = z.output<typeof head>;
export type Snapshot = z.output<typeof snapshot>;

/** Everything but the lists, which can be long. */
export function readHead(json: unknown): SnapshotHead {
  return head.parse(json);
}

/** One list as it was kept; empty when the snapshot has none of that name. */
export function readList(json: unknown): ListRow[] {
  return z.array(listRow).nullable().parse(json) ?? [];
}

/** The whole snapshot, checked before it is kept for good. */
export function checkSnapshot(made: Snapshot): Snapshot {
  return snapshot.parse(made);
}
