import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Tx } from "@/lib/db/transaction";
import { placesGone, standingPlaces } from "@/lib/imports/commands/members/places";
import {
  type EmploymentRecord,
  firstEmployment,
  firstMembership,
  type MemberRecord,
  type MembershipRecord,
} from "@/lib/imports/commands/members/record";
import type { RefusedRow, WritePlace, WrittenRow } from "@/lib/imports/commands/written-row";
import type { StoredMember } from "@/lib/imports/queries/stored-row";

type NewRow = { line: number; toWrite: StoredMember; record: MemberRecord };

/**
 * Registers the new members of a chunk, with employer and branch. Somebody registered since the file was judged is refused,
 * and so is one whose employer or branch is gone by now.
 */
export async function createMembers(tx: Tx, rows: readonly NewRow[], place: WritePlace) {
  const written: WrittenRow[] = [];
  const refused: RefusedRow[] = [];
  if (rows.length === 0) return { written, refused };
  const places = await standingPlaces(tx, rows.map(({ toWrite }) => toWrite.values), place); // biome-ignore format: one thought
  const taken = await hashesTaken(tx, place.committeeId, rows.map(({ record }) => record.idNumberHash)); // biome-ignore format: one thought
  const records: MemberRecord[] = [];
  const employments: EmploymentRecord[] = [];
  const memberships: MembershipRecord[] = [];
  for (const { line, toWrite, record } of rows) {
    const { values } = toWrite;
    const gone = placesGone(values, places);
    if (taken.has(record.idNumberHash)) refused.push({ line, reason: registeredSince });
    else if (gone) refused.push({ line, reason: gone });
    else {
      records.push(record);
      employments.push(...firstEmployment(record.id, values, place.day));
      memberships.push(...firstMembership(record.id, values, place.day));
      written.push({ line, subjectId: record.id, subjectVersion: 1, before: null });
    }
  }
  await insertMembers(tx, records);
  await insertEmployments(tx, employments);
  await insertMemberships(tx, memberships);
  return { written, refused };
}

const registeredSince = "核对之后，这个身份证号已登记，没有写入；请重新导入这一行再核对";

async function hashesTaken(tx: Tx, committeeId: string, hashes: string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ idNumberHash: string }[]>`
    SELECT "idNumberHash" FROM "Member"
    WHERE "committeeId" = ${committeeId}::uuid AND "idNumberHash" = ANY (${hashes}::text[])`;
  return new Set(rows.map(({ idNumberHash }) => idNumberHash));
}

async function insertMembers(tx: Tx, records: readonly MemberRecord[]): Promise<void> {
  if (records.length === 0) return;
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO "Member" (id, "committeeId", name, "nameSort", "searchKeys", gender, ethnicity, "birthOn",
      "idNumberCipher", "idNumberHash", "phoneCipher", "phoneHash", "phoneTailHash", education, stage, "joinedOn",
      "becameFullOn", "isMobile")
    SELECT * FROM json_to_recordset(${JSON.stringify(records)}::json) AS r(
      id uuid, "committeeId" uuid, name text, "nameSort" text, "searchKeys" text[], gender "Gender", ethnicity text,
      "birthOn" date, "idNumberCipher" text, "idNumberHash" text, "phoneCipher" text, "phoneHash" text,
      "phoneTailHash" text, education text, stage "MemberStage", "joinedOn" date, "becameFullOn" date,
      "isMobile" boolean)`);
}

export async function insertEmployments(tx: Tx, records: readonly EmploymentRecord[]): Promise<void> {
  if (records.length === 0) return;
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO "Employment" (id, "memberId", "enterpriseId", post, "isManagement", "validFrom", "validTo")
    SELECT * FROM json_to_recordset(${JSON.stringify(records)}::json) AS r(
      id uuid, "memberId" uuid, "enterpriseId" uuid, post text, "isManagement" boolean, "validFrom" date, "validTo" date)`);
}

export async function insertMemberships(tx: Tx, records: readonly MembershipRecord[]): Promise<void> {
  if (records.length === 0) return;
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO "Membership" (id, "memberId", "branchId", "validFrom", "validTo")
    SELECT * FROM json_to_recordset(${JSON.stringify(records)}::json)
      AS r(id uuid, "memberId" uuid, "branchId" uuid, "validFrom" date, "validTo" date)`);
}
