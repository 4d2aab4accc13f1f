import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Day } from "@/lib/calendar";
import { coverageTrend } from "@/lib/coverage/queries/coverage-trend";
import { summarizeCoverage } from "@/lib/coverage/queries/summarize-coverage";
import type { CoverageBase } from "@/lib/coverage/schema";

/** Everything the coverage board shows: figures, trend, and joint branches that could be founded. */
export async function readCoverageBoard(
  actor: Actor,
  asked: { day: Day; base: CoverageBase; committee?: string | undefined },
) {
  const question = { day: asked.day, base: asked.base, ...(asked.committee ? { committeeId: asked.committee } : {}) };
  const summary = await summarizeCoverage(actor, question);
  const trend = await coverageTrend(actor, { ...question, present: summary.total });
  return { summary, trend };
}
