import "server-only";
import { describeFact } from "@/lib/agenda/labels";
import { canSeeAhead } from "@/lib/agenda/policy";
import { deadlines, type Span } from "@/lib/agenda/queries/deadlines";
import { type AgendaKind, horizonDays, openDeadlines } from "@/lib/agenda/rules/entries";
import type { Actor } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { addDays, addMonths, type Day } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";

export type Deadline = { kind: AgendaKind; day: Day; words: string; href: string; isOverdue: boolean };

/** How long an overdue deadline stays before the eyes. */
const overdueMonths = 60;

/** What is overdue and what falls due in the next 90 days, branch by branch; the desk, the page and the print alike. */
export async function deadlinesAhead(
  actor: Actor,
  asked: Pick<Span, "findings"> & { branchIds: string[] },
): Promise<Map<string, Deadline[]>> {
  const span = { ...asked, from: addMonths(actor.day, -overdueMonths), to: addDays(actor.day, horizonDays) };
  const open = openDeadlines(await deadlines(actor, span), actor.day);
  const byBranch = Map.groupBy(open, ({ branch }) => branch.id);
  return new Map(
    [...byBranch].map(([branchId, facts]) => [
      branchId,
      facts.map((fact) => ({
        kind: fact.kind,
        day: fact.day,
        words: describeFact(fact, { names: true }),
        href: fact.href,
        isOverdue: fact.day < actor.day,
      })),
    ]),
  );
}

/** A live branch with its deadlines, for whoever may read the names in them; null for everybody else. */
export async function findBranchAhead(actor: Actor, branchId: string) {
  if (!isRecordId(branchId)) return null;
  const branch = await db.branch.findFirst({
    where: { AND: [visibleBranches(actor), { id: branchId, dissolvedOn: null }] },
    select: { id: true, name: true, committeeId: true, committee: { select: { name: true } } },
  });
  if (!branch || !canSeeAhead(actor, branch)) return null;
  const ahead = await deadlinesAhead(actor, { branchIds: [branch.id] });
  return {
    id: branch.id,
    name: branch.name,
    committeeName: branch.committee.name,
    until: addDays(actor.day, horizonDays),
    deadlines: ahead.get(branch.id) ?? [],
  };
}
