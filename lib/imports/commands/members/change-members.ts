import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Tx } from "@/lib/db/transaction";
import { setEnds } from "@/lib/imports/commands/dated-facts";
import { changeOf, type MemberChange } from "@/lib/imports/commands/members/change";
import { insertEmployments, insertMemberships } from "@/lib/imports/commands/members/create-members";
import { placesGone, standingPlaces } from "@/lib/imports/commands/members/places";
import { lockMembers, type PresentMember } from "@/lib/imports/commands/members/present";
import type { MemberColumns } from "@/lib/imports/commands/members/record";
import {
  memberOf,
  type RefusedRow,
  type RowToWrite,
  type WritePlace,
  type WrittenRow,
} from "@/lib/imports/commands/written-row";
import type { MemberField } from "@/lib/imports/rules/members/values";

/**
 * Writes the changed members of a chunk. Somebody saved since the file was judged is refused, not overwritten; so are
 * members whose employer or branch is gone, and those who take up an office on the day they would leave its branch.
 */
export async function changeMembers(tx: Tx, rows: readonly RowToWrite[], place: WritePlace) {
  const written: WrittenRow[] = [];
  const refused: RefusedRow[] = [];
  if (rows.length === 0) return { written, refused };
  const given = rows.map((row) => ({ ...row, member: memberOf(row.values), fields: fieldsOf(row) }));
  const present = await lockMembers(tx, rows.flatMap(({ subjectId }) => subjectId ?? []), place.day); // biome-ignore format: one thought
  const places = await standingPlaces(tx, given.map(({ member }) => member.values), place); // biome-ignore format: one thought
  const changes: MemberChange[] = [];
  for (const { line, subjectId, subjectVersion, member, fields } of given) {
    const now = present.get(subjectId ?? "");
    const gone = placesGone(member.values, places);
    if (!now || now.version !== subjectVersion || now.hasLeft) refused.push({ line, reason: changedSince });
    else if (gone) refused.push({ line, reason: gone });
    else if (beginsOfficeLater(now, member.values.branchId, fields, place.day))
      refused.push({ line, reason: officeLater });
    else {
      const change = changeOf(now, member, fields, place.day);
      changes.push(change);
      written.push({ line, subjectId: now.id, subjectVersion: now.version + 1, before: change.before });
    }
  }
  await applyChanges(tx, changes, place.day);
  return { written, refused };
}

const changedSince = "核对之后，登记中的这名党员又有修改，为免覆盖没有写入；请重新导入这一行再核对";
const officeLater = "变更党支部，但该党员有今天或以后开始的支部任职；请先在党员页面核对";

function fieldsOf({ changes }: RowToWrite): MemberField[] {
  return (changes ?? []).map(({ field }) => field as MemberField);
}

function beginsOfficeLater(now: PresentMember, branchId: string | null, fields: MemberField[], day: string): boolean {
  if (!fields.includes("branchId") || branchId === null) return false;
  return now.offices.some((office) => office.branchId === now.membership?.branchId && office.validFrom >= day);
}

async function applyChanges(tx: Tx, changes: readonly MemberChange[], day: string): Promise<void> {
  if (changes.length === 0) return;
  await updateMemberColumns(
    tx,
    changes.map(({ id, columns }) => ({ id, ...columns })),
  );
  const employments = changes.flatMap(({ before }) => before.removedEmployment?.id ?? []);
  if (employments.length > 0) await tx.employment.deleteMany({ where: { id: { in: employments } } });
  const memberships = changes.flatMap(({ before }) => before.removedMembership?.id ?? []);
  if (memberships.length > 0) await tx.membership.deleteMany({ where: { id: { in: memberships } } });
  const ended = changes.flatMap((change) => change.ended.map(({ table, id }) => ({ table, id, validTo: day })));
  await setEnds(tx, ended);
  await insertEmployments(tx, changes.flatMap(({ employment }) => employment ?? [])); // biome-ignore format: one thought
  await insertMemberships(tx, changes.flatMap(({ membership }) => membership ?? [])); // biome-ignore format: one thought
}

/** Writes all columns an import may change, and the next version. */
export async function updateMemberColumns(tx: Tx, rows: readonly (MemberColumns & { id: string })[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw(Prisma.sql`
    UPDATE "Member" m SET version = m.version + 1, "updatedAt" = now(), name = r.name, "nameSort" = r."nameSort",
      "searchKeys" = r."searchKeys", gender = r.gender, ethnicity = r.ethnicity, "birthOn" = r."birthOn",
      "phoneCipher" = r."phoneCipher", "phoneHash" = r."phoneHash", "phoneTailHash" = r."phoneTailHash",
      education = r.education, stage = r.stage, "joinedOn" = r."joinedOn", "becameFullOn" = r."becameFullOn",
      "isMobile" = r."isMobile"
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(
      id uuid, name text, "nameSort" text, "searchKeys" text[], gender "Gender", ethnicity text, "birthOn" date,
      "phoneCipher" text, "phoneHash" text, "phoneTailHash" text, education text, stage "MemberStage",
      "joinedOn" date, "becameFullOn" date, "isMobile" boolean)
    WHERE m.id = r.id`);
}
