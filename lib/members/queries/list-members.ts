import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { MemberStage } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";
import type { Day } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { pageWindow } from "@/lib/forms/list-params";
import { entryHolds, memberCondition } from "@/lib/members/queries/member-filter";
import type { MemberList } from "@/lib/members/schema";

export type MemberRow = {
  id: string;
  name: string;
  gender: "MALE" | "FEMALE" | null;
  stage: MemberStage;
  joinedOn: Day | null;
  isMobile: boolean;
  leftOn: Day | null;
  branchId: string | null;
  branchName: string | null;
  enterpriseId: string | null;
  enterpriseName: string | null;
  post: string | null;
};

const orders: Record<MemberList["sort"], Prisma.Sql> = {
  name: Prisma.sql`m."nameSort", m.id`,
  "-name": Prisma.sql`m."nameSort" DESC, m.id DESC`,
  joinedOn: Prisma.sql`m."joinedOn", m.id`,
  "-joinedOn": Prisma.sql`m."joinedOn" DESC NULLS LAST, m.id DESC`,
};

/** One page of the members in the actor's scope with branch and employer today, and how many there are in all. */
export async function listMembers(actor: Actor, list: MemberList): Promise<{ rows: MemberRow[]; total: number }> {
  const condition = memberCondition(actor, list);
  const order = orders[list.sort];
  const { skip, take } = pageWindow(list.page);
  const [rows, [counted]] = await Promise.all([
    db.$queryRaw<MemberRow[]>`
      SELECT m.id, m.name, m.gender::text, m.stage::text, m."joinedOn"::text, m."isMobile", m."leftOn"::text,
        b.id AS "branchId", b.name AS "branchName", e.id AS "enterpriseId", e.name AS "enterpriseName", w.post
      FROM (SELECT m.id, m.name, m."nameSort", m.gender, m.stage, m."joinedOn", m."isMobile", m."leftOn"
        FROM "Member" m WHERE ${condition} ORDER BY ${order} LIMIT ${take} OFFSET ${skip}) m
      ${placesOf(actor.day)}
      ORDER BY ${order}`,
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM "Member" m WHERE ${condition}`,
  ]);
  return { rows, total: counted?.total ?? 0 };
}

/** Joins the branch and the employer of `m` on a day; the database keeps each to one at a time. */
export function placesOf(day: Day): Prisma.Sql {
  return Prisma.sql`
    LEFT JOIN "Membership" s ON s."memberId" = m.id AND ${entryHolds(Prisma.sql`s`, day)}
    LEFT JOIN "Branch" b ON b.id = s."branchId"
    LEFT JOIN "Employment" w ON w."memberId" = m.id AND ${entryHolds(Prisma.sql`w`, day)}
    LEFT JOIN "Enterprise" e ON e.id = w."enterpriseId"`;
}
