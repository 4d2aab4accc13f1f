import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { EnterpriseCategory } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";
import type { Day } from "@/lib/calendar";
import { coverageScope } from "@/lib/coverage/policy";
import { inBase, inState, standingOn } from "@/lib/coverage/queries/standing-rows";
import { explainCoverage, type Standing } from "@/lib/coverage/rules/standing";
import type { CoverageBase, CoverageList } from "@/lib/coverage/schema";
import { db } from "@/lib/db/client";
import { pageWindow } from "@/lib/forms/list-params";

export type CoverageRow = Standing & {
  id: string;
  name: string;
  category: EnterpriseCategory;
  parkName: string | null;
  buildingName: string | null;
  sentence: string;
};

type Asked = CoverageList & { day: Day; base: CoverageBase };

/** The enterprises behind a figure, in pinyin order, each with its sentence; the total is the figure. */
export async function listCoverage(actor: Actor, list: Asked): Promise<{ rows: CoverageRow[]; total: number }> {
  const { skip, take } = pageWindow(list.page);
  const [rows, counted] = await Promise.all([
    readRows(actor, list, Prisma.sql`LIMIT ${take} OFFSET ${skip}`),
    db.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM ${standingOn(coverageScope(actor, list.committee), list.day)} s WHERE ${conditions(list)}`,
  ]);
  return { rows, total: counted[0]?.total ?? 0 };
}

/** The whole list behind a figure, for the Excel file. */
export function exportCoverage(actor: Actor, list: Asked): Promise<CoverageRow[]> {
  return readRows(actor, list, Prisma.sql`LIMIT 200000`);
}

async function readRows(actor: Actor, list: Asked, window: Prisma.Sql): Promise<CoverageRow[]> {
  const rows = await db.$queryRaw<Omit<CoverageRow, "sentence">[]>`
    SELECT s.id::text, s."name", s."category"::text AS "category", p."name" AS "parkName", b."name" AS "buildingName",
      s."isSettled", s."memberCount", s."fullMemberCount", s."hasSingleBranch", s."hasJointBranch", s."hasInstructor"
    FROM ${standingOn(coverageScope(actor, list.committee), list.day)} s
    LEFT JOIN "Park" p ON p.id = s."parkId"
    LEFT JOIN "Building" b ON b.id = s."buildingId"
    WHERE ${conditions(list)}
    ORDER BY s."nameSort", s.id ${window}`;
  return rows.map((row) => ({ ...row, sentence: explainCoverage(row) }));
}

function conditions(list: Asked): Prisma.Sql {
  const asked = [inBase(list.base)];
  if (list.state) asked.push(inState(list.state));
  if (list.park === "none") asked.push(Prisma.sql`s."parkId" IS NULL`);
  else if (list.park) asked.push(Prisma.sql`s."parkId" = ${list.park}::uuid`);
  if (list.building) asked.push(Prisma.sql`s."buildingId" = ${list.building}::uuid`);
  if (list.category) asked.push(Prisma.sql`s."category" = ${list.category}::"EnterpriseCategory"`);
  if (list.scale) asked.push(list.scale === "above" ? Prisma.sql`s."isAboveScale"` : Prisma.sql`NOT s."isAboveScale"`);
  if (list.q) asked.push(Prisma.sql`strpos(s."name", ${list.q}) > 0`);
  return Prisma.join(asked, " AND ");
}
