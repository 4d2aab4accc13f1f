import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { addMonths, type Day, toDate, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { loadBranchFiles } from "@/lib/rulebook/queries/branch-files";
import type { Finding } from "@/lib/rulebook/rules/finding";
import { findingsOf } from "@/lib/rulebook/rules/rulebook";

/** A finding with the first day on which it speaks again; null: nobody has silenced it. */
export type BranchFinding = Finding & { silencedUntil: Day | null };

/** The rules look back three months at most; a period that ended then is loaded from its beginning. */
const lookBackMonths = 3;

/**
 * Everything the rules say on a day (default: the actor's) of the branches in the actor's scope, or of the given ones
 * inside it, in the order of the branches' names and of the rulebook. Silenced findings are there, and marked.
 */
export async function branchFindings(
  actor: Actor,
  { branchIds, day = actor.day }: { branchIds?: string[]; day?: Day },
): Promise<BranchFinding[]> {
  const files = await loadBranchFiles(actor, { branchIds, from: addMonths(day, -lookBackMonths), day });
  const silencedUntil = await silencesOn(
    files.map(({ id }) => id),
    day,
  );
  return files.flatMap((file) =>
    findingsOf(file, day).map((finding) => ({ ...finding, silencedUntil: silencedUntil(finding) })),
  );
}

async function silencesOn(branchIds: string[], day: Day) {
  const rows = await db.findingSilence.findMany({
    where: { branchId: { in: branchIds }, endedAt: null, until: { gt: toDate(day) } },
    orderBy: { until: "asc" },
    select: { branchId: true, rule: true, subjectId: true, until: true },
  });
  const keyOf = (of: { branchId: string; rule: string }, subjectId: string) => `${of.branchId} ${of.rule} ${subjectId}`;
  const until = new Map(rows.map((row) => [keyOf(row, row.subjectId), toDay(row.until)]));
  return (finding: Finding): Day | null => until.get(keyOf(finding, finding.subject.id)) ?? null;
}
