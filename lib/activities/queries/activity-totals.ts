import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { ActivityMeasure } from "@/generated/prisma/enums";
import { measuredUnits } from "@/lib/activities/rules";
import { db } from "@/lib/db/client";

export type ActivityTotals = {
  activityCount: number;
  branchCount: number;
  branchPeople: number;
  enterpriseCount: number;
  enterprisePeople: number;
  /** One sum for each measure and unit: amounts of different units are never added. */
  figures: { measure: ActivityMeasure; unit: string; amount: number }[];
};

/**
 * What the held ones among some activities come to: how many they are, which units came (each counted once), how many
 * people came in all, and the sum of their figures by measure and unit. The caller's filter holds the scope.
 */
export async function totalsOf(among: Prisma.ActivityWhereInput): Promise<ActivityTotals> {
  const held = { AND: [among, { status: "HELD" as const }] };
  const came = { activity: held, attendedCount: { gt: 0 } };
  const [activityCount, branches, enterprises, figures] = await Promise.all([
    db.activity.count({ where: held }),
    db.activityBranch.groupBy({ by: ["branchId"], where: came, _sum: { attendedCount: true } }),
    db.activityEnterprise.groupBy({ by: ["enterpriseId"], where: came, _sum: { attendedCount: true } }),
    db.activityFigure.groupBy({ by: ["measure", "unit"], where: { activity: held }, _sum: { amount: true } }),
  ]);
  return {
    activityCount,
    branchCount: branches.length,
    branchPeople: sumOf(branches),
    enterpriseCount: enterprises.length,
    enterprisePeople: sumOf(enterprises),
    figures: figures
      .map(({ measure, unit, _sum }) => ({ measure, unit, amount: _sum.amount?.toNumber() ?? 0 }))
      .toSorted(
        (a, b) => measuredUnits.indexOf(`${a.measure}:${a.unit}`) - measuredUnits.indexOf(`${b.measure}:${b.unit}`),
      ),
  };
}

function sumOf(groups: { _sum: { attendedCount: number | null } }[]): number {
  return groups.reduce((sum, { _sum }) => sum + (_sum.attendedCount ?? 0), 0);
}
