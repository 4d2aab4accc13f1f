import { describe, expect, test } from "vitest";
import { Prisma } from "@/generated/prisma/client";
import { coverageTrend } from "@/lib/coverage/queries/coverage-trend";
import { summarizeCoverage } from "@/lib/coverage/queries/summarize-coverage";
import type { CoverageBase } from "@/lib/coverage/schema";
import { db } from "@/lib/db/client";
import { seedSamples } from "@/prisma/seed/seed";
import { staffOf } from "@/tests/support/actors";
import { giveOwnDatabase } from "@/tests/support/own-database";

giveOwnDatabase(() => seedSamples("2026-11-23"));

const days = ["2025-03-31", "2026-06-30", "2026-11-23"];
const bases = ["SETTLED", "ACTIVE", "ABOVE_SCALE"] as const;

/** The same question asked of the tables directly, enterprise by enterprise, without the portal's own function. */
async function countIndependently(committeeId: string, day: string, base: CoverageBase) {
  const holds = (from: string, to: string) =>
    Prisma.raw(`${from} <= DATE '${day}' AND coalesce(${to}, DATE '9999-12-31') > DATE '${day}'`);
  const inBase = {
    ACTIVE: Prisma.sql`true`,
    SETTLED: Prisma.sql`EXISTS (SELECT 1 FROM "EnterpriseLocation" l WHERE l."enterpriseId" = e.id AND l."isSettled" AND ${holds('l."validFrom"', 'l."validTo"')})`,
    ABOVE_SCALE: Prisma.sql`EXISTS (SELECT 1 FROM "EnterpriseScaleYear" y WHERE y."enterpriseId" = e.id AND y.year = ${Number(day.slice(0, 4))})`,
  }[base as "ACTIVE"];
  const branches = (kind: Prisma.Sql) => Prisma.sql`EXISTS (
    SELECT 1 FROM "BranchCoverage" c, "Branch" b WHERE c."enterpriseId" = e.id AND b.id = c."branchId" AND ${kind}
      AND ${holds('c."validFrom"', 'c."validTo"')} AND ${holds('b."foundedOn"', 'b."dissolvedOn"')})`;
  const single = branches(Prisma.sql`b.kind = 'SINGLE'`);
  const any = branches(Prisma.sql`true`);
  const reached = Prisma.sql`EXISTS (SELECT 1 FROM "Assignment" a WHERE a."enterpriseId" = e.id AND ${holds('a."validFrom"', 'a."validTo"')})`;
  const full = Prisma.sql`(SELECT count(*) FROM "Employment" w, "Member" m WHERE w."enterpriseId" = e.id AND m.id = w."memberId"
    AND m."becameFullOn" <= ${day}::date AND coalesce(m."leftOn", DATE '9999-12-31') > ${day}::date
    AND m.stage = 'FULL' AND ${holds('w."validFrom"', 'w."validTo"')})`;
  const [counted] = await db.$queryRaw<Record<string, number>[]>`
    SELECT count(*)::int AS base, sum(CASE WHEN ${any} THEN 1 ELSE 0 END)::int AS organized,
      sum(CASE WHEN ${single} THEN 1 ELSE 0 END)::int AS single,
      sum(CASE WHEN ${any} OR ${reached} THEN 1 ELSE 0 END)::int AS worked,
      sum(CASE WHEN ${full} >= 3 AND NOT ${single} THEN 1 ELSE 0 END)::int AS due
    FROM "Enterprise" e
    WHERE e."committeeId" = ${committeeId}::uuid AND ${inBase}
      AND coalesce(e."registeredOn", DATE '1900-01-01') <= ${day}::date
      AND coalesce(e."closedOn", DATE '9999-12-31') > ${day}::date`;
  return counted;
}

describe("the samples' coverage equals an independent count", () => {
  test.each(days.flatMap((day) => bases.map((base) => [day, base] as const)))("%s, %s", async (day, base) => {
    const { id } = await db.committee.findUniqueOrThrow({ where: { code: "yubei" } });
    const { total, parks } = await summarizeCoverage(staffOf(id), { day, base });
    const { base: all, organized, single, worked, due } = total;
    expect({ base: all, organized, single, worked, due }).toEqual(await countIndependently(id, day, base));
    expect(all).toBeGreaterThan(0);
    const sum = (part: "base" | "organized" | "worked") => parks.reduce((count, park) => count + park[part], 0);
    expect([sum("base"), sum("organized"), sum("worked")]).toEqual([all, organized, worked]);
  });

  test("the trend's points are the quarter ends' own figures", async () => {
    const { id } = await db.committee.findUniqueOrThrow({ where: { code: "yubei" } });
    const day = "2026-11-23";
    const { total } = await summarizeCoverage(staffOf(id), { day, base: "SETTLED" });
    const trend = await coverageTrend(staffOf(id), { day, base: "SETTLED", present: total });
    expect(trend.map((point) => point.day)).toEqual([
      "2025-03-31",
      "2025-06-30",
      "2025-09-30",
      "2025-12-31",
      "2026-03-31",
      "2026-06-30",
      "2026-09-30",
      "2026-11-23",
    ]);
    for (const point of [trend[0], trend[5]]) {
      const counted = await countIndependently(id, point?.day ?? "", "SETTLED");
      expect([point?.base, point?.organized, point?.worked]).toEqual([
        counted?.base,
        counted?.organized,
        counted?.worked,
      ]);
    }
  });
});
