import { expect, test } from "vitest";
import { activityDue } from "@/lib/activities/rules";
import { type Day, holdsOn } from "@/lib/calendar";
import type { Due } from "@/lib/instructors/rules/rhythm";
import { dayOf } from "@/prisma/seed/actors";
import { sampleRows } from "@/prisma/seed/seed";
import type { Rows } from "@/prisma/seed/world";

process.env.DATA_KEY ||= Buffer.alloc(32, 7).toString("base64");

const at = "2026-11-23";

type Assigned = Rows["assignments"][number];

function lastHeldOn(rows: Rows, { branchId, enterpriseId }: Assigned): Day | null {
  const asked = branchId
    ? rows.activityBranches.filter((row) => row.branchId === branchId)
    : rows.activityEnterprises.filter((row) => row.enterpriseId === enterpriseId);
  const joined = new Set(asked.flatMap((row) => ((row.attendedCount ?? 0) > 0 ? row.activityId : [])));
  const held = rows.activities.filter((row) => row.status === "HELD" && dayOf(row.endsOn) <= at);
  const days = held.filter((row) => joined.has(row.id) || (branchId && row.branchId === branchId));
  return days.map(({ endsOn }) => dayOf(endsOn)).reduce<Day | null>((a, b) => (a && a > b ? a : b), null);
}

function countOf(rows: Rows, assignments: Assigned[]): Record<Due, number> {
  const counts: Record<Due, number> = { DONE: 0, DUE: 0, OVERDUE: 0, LATER: 0 };
  for (const fact of assignments) {
    const known = { assignedFrom: dayOf(fact.validFrom), lastHeldOn: lastHeldOn(rows, fact) };
    counts[activityDue(3, known, at).due] += 1;
  }
  return counts;
}

test("the samples show activities beside their rhythm: some done, some due, some overdue, also for the account", async () => {
  const rows = await sampleRows(at);
  const cared = rows.assignments.filter(({ servicePointId, validFrom, validTo }) => {
    const held = { validFrom: dayOf(validFrom), validTo: validTo ? dayOf(validTo) : null };
    return !servicePointId && holdsOn(at, held);
  });
  const account = rows.instructors.find(({ userId }) => userId)?.id;
  const shown = {
    branches: countOf(
      rows,
      cared.filter(({ branchId }) => branchId),
    ),
    enterprises: countOf(
      rows,
      cared.filter(({ enterpriseId }) => enterpriseId),
    ),
    account: countOf(
      rows,
      cared.filter(({ instructorId }) => instructorId === account),
    ),
  };
  for (const [who, { DONE, DUE, OVERDUE }] of Object.entries(shown)) {
    expect([DONE >= 8, DUE >= 1, OVERDUE >= 1], `${who}: ${JSON.stringify(shown)}`).toEqual([true, true, true]);
  }
});
