import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Tx } from "@/lib/db/transaction";
import { type EnterpriseRecord, firstLocation, type LocationRecord } from "@/lib/imports/commands/enterprises/record";
import type { RefusedRow, WritePlace, WrittenRow } from "@/lib/imports/commands/written-row";
import type { StoredEnterprise } from "@/lib/imports/queries/stored-row";

type NewRow = { line: number; toWrite: StoredEnterprise; record: EnterpriseRecord };

/**
 * Registers the new enterprises of a chunk with their places. One that somebody registered since the file was judged is
 * refused: it may know better than the file.
 */
export async function createEnterprises(tx: Tx, rows: readonly NewRow[], place: WritePlace) {
  const written: WrittenRow[] = [];
  const refused: RefusedRow[] = [];
  if (rows.length === 0) return { written, refused };
  const twinOf = await twinFinder(
    tx,
    place.committeeId,
    rows.map(({ record }) => record),
  );
  const records: EnterpriseRecord[] = [];
  const locations: LocationRecord[] = [];
  for (const { line, toWrite, record } of rows) {
    const twin = twinOf(record);
    if (twin) {
      refused.push({ line, reason: `核对之后，登记中已有“${twin}”，没有写入；请重新导入这一行再核对` });
      continue;
    }
    const location = firstLocation(toWrite, record.id, place.day);
    records.push(record);
    if (location) locations.push(location);
    written.push({ line, subjectId: record.id, subjectVersion: 1, before: null });
  }
  await insertEnterprises(tx, records);
  await insertLocations(tx, locations);
  return { written, refused };
}

type Identity = { nameKey: string; creditCode: string | null };

/** Who in the register is the same: by code, or by name where one of the two has no code. */
async function twinFinder(tx: Tx, committeeId: string, given: readonly Identity[]) {
  const codes = given.flatMap(({ creditCode }) => creditCode ?? []);
  const nameKeys = given.map(({ nameKey }) => nameKey);
  const found = await tx.$queryRaw<{ name: string; nameKey: string; creditCode: string | null }[]>`
    SELECT name, "nameKey", "creditCode" FROM "Enterprise"
    WHERE "committeeId" = ${committeeId}::uuid
      AND ("creditCode" = ANY (${codes}::text[]) OR "nameKey" = ANY (${nameKeys}::text[]))`;
  const byCode = new Map(found.map((each) => [each.creditCode, each.name]));
  const byName = Map.groupBy(found, ({ nameKey }) => nameKey);
  return ({ nameKey, creditCode }: Identity): string | undefined => {
    if (creditCode !== null && byCode.has(creditCode)) return byCode.get(creditCode);
    const namesakes = byName.get(nameKey) ?? [];
    return namesakes.find((other) => creditCode === null || other.creditCode === null)?.name;
  };
}

/** Keys and sources travel as text: the database takes a third less time over it than over nested JSON. */
async function insertEnterprises(tx: Tx, records: readonly EnterpriseRecord[]): Promise<void> {
  if (records.length === 0) return;
  const rows = records.map(({ searchKeys, sources, ...columns }) => ({
    ...columns,
    searchKeys: searchKeys.join(" "),
    sources: JSON.stringify(sources),
  }));
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO "Enterprise" (id, "committeeId", name, "nameKey", "nameSort", "creditCode", category,
      "legalRepresentative", "investorName", "isInvestorMember", "registeredOn", "capitalWan", address,
      "employeeCount", "declaredMemberCount", "contactName", "contactPhoneCipher", "contactPhoneTailHash",
      "closedOn", "closeReason", "searchKeys", sources)
    SELECT id, "committeeId", name, "nameKey", "nameSort", "creditCode", category,
      "legalRepresentative", "investorName", "isInvestorMember", "registeredOn", "capitalWan", address,
      "employeeCount", "declaredMemberCount", "contactName", "contactPhoneCipher", "contactPhoneTailHash",
      "closedOn", "closeReason", string_to_array("searchKeys", ' '), sources::jsonb
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(
      id uuid, "committeeId" uuid, name text, "nameKey" text, "nameSort" text, "searchKeys" text, "creditCode" text,
      category "EnterpriseCategory", "legalRepresentative" text, "investorName" text, "isInvestorMember" boolean,
      "registeredOn" date, "capitalWan" numeric, address text, "employeeCount" int, "declaredMemberCount" int,
      "contactName" text, "contactPhoneCipher" text, "contactPhoneTailHash" text, "closedOn" date, "closeReason" text,
      sources text)`);
}

export async function insertLocations(tx: Tx, locations: readonly LocationRecord[]): Promise<void> {
  if (locations.length === 0) return;
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO "EnterpriseLocation" (id, "enterpriseId", "parkId", "buildingId", "isSettled", "validFrom", "validTo")
    SELECT * FROM json_to_recordset(${JSON.stringify(locations)}::json) AS r(
      id uuid, "enterpriseId" uuid, "parkId" uuid, "buildingId" uuid, "isSettled" boolean,
      "validFrom" date, "validTo" date)`);
}
