import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import type { Day } from "@/lib/calendar";
import { visibleMembersSql } from "@/lib/members/policy";
import type { MemberList } from "@/lib/members/schema";
import { nameMatchesSql } from "@/lib/search/matches-sql";

/** The dated entries `entry` that hold on a day. */
export function entryHolds(entry: Prisma.Sql, day: Day): Prisma.Sql {
  return Prisma.sql`${entry}."validFrom" <= ${day}::date AND (${entry}."validTo" IS NULL OR ${entry}."validTo" > ${day}::date)`;
}

/** The scope and the filters of a list as one condition on `"Member" m`. */
export function memberCondition(actor: Actor, list: MemberList): Prisma.Sql {
  const { day } = actor;
  const conditions = [visibleMembersSql(actor), ...placeConditions(list, day)];
  const name = nameMatchesSql(list.q, Prisma.sql`m."searchKeys"`);
  if (name) conditions.push(name);
  if (list.stage) conditions.push(Prisma.sql`m."stage" = ${list.stage}::"MemberStage"`);
  if (list.mobile) conditions.push(Prisma.sql`m."isMobile"`);
  if (!list.left) conditions.push(Prisma.sql`(m."leftOn" IS NULL OR m."leftOn" > ${day}::date)`);
  return Prisma.join(conditions, " AND ");
}

function placeConditions(list: MemberList, day: Day): Prisma.Sql[] {
  const membership = Prisma.sql`SELECT 1 FROM "Membership" f WHERE f."memberId" = m.id AND ${entryHolds(Prisma.sql`f`, day)}`;
  const employment = Prisma.sql`SELECT 1 FROM "Employment" f WHERE f."memberId" = m.id AND ${entryHolds(Prisma.sql`f`, day)}`;
  const branchName = nameMatchesSql(list.branchName, Prisma.sql`p."searchKeys"`);
  const employer = nameMatchesSql(list.employer, Prisma.sql`p."searchKeys"`);
  const conditions: Prisma.Sql[] = [];
  if (list.branch) conditions.push(Prisma.sql`EXISTS (${membership} AND f."branchId" = ${list.branch}::uuid)`);
  if (list.enterprise)
    conditions.push(Prisma.sql`EXISTS (${employment} AND f."enterpriseId" = ${list.enterprise}::uuid)`);
  if (branchName) {
    conditions.push(
      Prisma.sql`EXISTS (${membership} AND f."branchId" IN (SELECT p.id FROM "Branch" p WHERE ${branchName}))`,
    );
  }
  if (employer) {
    conditions.push(
      Prisma.sql`EXISTS (${employment} AND f."enterpriseId" IN (SELECT p.id FROM "Enterprise" p WHERE ${employer}))`,
    );
  }
  if (list.unassigned === "branch") conditions.push(Prisma.sql`NOT EXISTS (${membership})`);
  if (list.unassigned === "employer") conditions.push(Prisma.sql`NOT EXISTS (${employment})`);
  return conditions;
}
