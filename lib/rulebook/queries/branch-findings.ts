import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { addMonths, type Day, toDate, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { canSilenceFindings } from "@/lib/rulebook/policy";
import { loadBranchFiles } from "@/lib/rulebook/queries/branch-files";
import type { Finding } from "@/lib/rulebook/rules/finding";
import { findingsOf } from "@/lib/rulebook/rules/rulebook";

type Silence = { id: string; until: Day; reason: string; byName: string };

export type BranchFinding = Finding & {
  /** The first day on which it speaks again; null: nobody has silenced it. */
  silencedUntil: Day | null;
  silence: Silence | null;
  can: { silence: boolean };
};

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
  const silenceOf = await silencesOn(
    files.map(({ id }) => id),
    day,
  );
  return files.flatMap((file) => {
    const can = { silence: canSilenceFindings(actor, file) };
    return findingsOf(file, day).map((finding) => {
      const silence = silenceOf(finding);
      return { ...finding, silencedUntil: silence?.until ?? null, silence, can };
    });
  });
}

async function silencesOn(branchIds: string[], day: Day) {
  const rows = await db.findingSilence.findMany({
    where: { branchId: { in: branchIds }, endedAt: null, until: { gt: toDate(day) } },
    orderBy: { until: "asc" },
    select: { id: true, branchId: true, rule: true, subjectId: true, until: true, reason: true, byName: true },
  });
  const keyOf = (of: { branchId: string; rule: string }, subjectId: string) => `${of.branchId} ${of.rule} ${subjectId}`;
  const silences = new Map(
    rows.map(({ until, id, reason, byName, ...row }) => [
      keyOf(row, row.subjectId),
      { id, reason, byName, until: toDay(until) },
    ]),
  );
  return (finding: Finding): Silence | null => silences.get(keyOf(finding, finding.subject.id)) ?? null;
}
