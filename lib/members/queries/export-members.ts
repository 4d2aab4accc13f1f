import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Gender, MemberStage } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";
import type { Day } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { readInChunks } from "@/lib/db/read-in-chunks";
import { placesOf } from "@/lib/members/queries/list-members";
import { memberCondition } from "@/lib/members/queries/member-filter";
import type { MemberList } from "@/lib/members/schema";

/** The columns of a chunk's rows, in this order. */
export type ExportedMember = [
  committeeName: string,
  name: string,
  gender: Gender | null,
  birthOn: Day | null,
  ethnicity: string | null,
  education: string | null,
  stage: MemberStage,
  joinedOn: Day | null,
  becameFullOn: Day | null,
  branchName: string | null,
  enterpriseName: string | null,
  post: string | null,
  isManagement: boolean | null,
  isMobile: boolean,
  leftOn: Day | null,
];

/** All members under the filters of a list, committee by committee in pinyin order. ID numbers and phones stay behind. */
export async function exportMembers(actor: Actor, list: MemberList) {
  const condition = memberCondition(actor, list);
  const [counted] = await db.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM "Member" m WHERE ${condition}`;
  const query = Prisma.sql`
    SELECT c.name, m.name, m.gender::text, m."birthOn"::text, m.ethnicity, m.education, m.stage::text, m."joinedOn"::text,
      m."becameFullOn"::text, b.name, e.name, w.post, w."isManagement", m."isMobile", m."leftOn"::text
    FROM "Member" m JOIN "Committee" c ON c.id = m."committeeId" ${placesOf(actor.day)}
    WHERE ${condition}
    ORDER BY c."nameSort", c.id, m."nameSort", m.id`;
  return { total: counted?.total ?? 0, chunks: readInChunks(query) as AsyncGenerator<ExportedMember[]> };
}
