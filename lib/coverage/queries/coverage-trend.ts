import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { addQuarters, type Day, quarterDays, quarterOf, writeQuarter } from "@/lib/calendar";
import { coverageScope } from "@/lib/coverage/policy";
import { inBase, standingOn } from "@/lib/coverage/queries/standing-rows";
import { type CoverageFigures, figures } from "@/lib/coverage/queries/summarize-coverage";
import type { CoverageBase } from "@/lib/coverage/schema";
import { db } from "@/lib/db/client";

export type TrendPoint = CoverageFigures & { day: Day; quarter: string };

/** Past quarter ends change only by corrections; they are counted again at most once a minute. */
const keepMs = 60_000;
const kept = new Map<string, { until: number; points: Promise<TrendPoint[]> }>();

/** The seven quarter ends before the day, and the day itself, oldest first. The day itself is never kept. */
export async function coverageTrend(
  actor: Actor,
  asked: { day: Day; base: CoverageBase; committeeId?: string; present: CoverageFigures },
): Promise<TrendPoint[]> {
  const quarter = quarterOf(asked.day);
  const ends = Array.from({ length: 7 }, (_, index) => quarterDays(addQuarters(quarter, index - 7)).to);
  const scope = coverageScope(actor, asked.committeeId);
  const past = scope.length === 0 ? [] : await keptFigures(scope, asked.base, ends);
  return [...past, { ...asked.present, day: asked.day, quarter: writeQuarter(quarter) }];
}

function keptFigures(scope: string[], base: CoverageBase, days: Day[]): Promise<TrendPoint[]> {
  const key = `${scope.join()} ${base} ${days[0]}`;
  const found = kept.get(key);
  if (found && found.until > Date.now()) return found.points;
  const points = countFigures(scope, base, days);
  if (kept.size > 500) kept.clear();
  kept.set(key, { until: Date.now() + keepMs, points });
  points.catch(() => kept.delete(key));
  return points;
}

async function countFigures(scope: string[], base: CoverageBase, days: Day[]): Promise<TrendPoint[]> {
  const counts = await Promise.all(
    days.map(
      (day) =>
        db.$queryRaw<CoverageFigures[]>`SELECT ${figures} FROM ${standingOn(scope, day)} s WHERE ${inBase(base)}`,
    ),
  );
  return counts.map(([count], index) => {
    const day = days[index] as Day;
    return { ...(count as CoverageFigures), day, quarter: writeQuarter(quarterOf(day)) };
  });
}
