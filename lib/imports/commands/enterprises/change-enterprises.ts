import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Tx } from "@/lib/db/transaction";
import { setEnds } from "@/lib/imports/commands/dated-facts";
import { changeOf, type EnterpriseChange, type FormerName } from "@/lib/imports/commands/enterprises/change";
import { insertLocations } from "@/lib/imports/commands/enterprises/create-enterprises";
import {
  codesTaken,
  type EnterpriseColumns,
  factsOfActivityAfter,
  lockEnterprises,
} from "@/lib/imports/commands/enterprises/present";
import {
  enterpriseOf,
  type RefusedRow,
  type RowToWrite,
  type WritePlace,
  type WrittenRow,
} from "@/lib/imports/commands/written-row";
import type { EnterpriseField } from "@/lib/imports/rules/enterprises/values";

/**
 * Writes the changed enterprises of a chunk. One that somebody saved since the file was judged is refused, not overwritten;
 * so are a code that went to another one, and a closing on the day something else begins.
 */
export async function changeEnterprises(tx: Tx, rows: readonly RowToWrite[], place: WritePlace) {
  const written: WrittenRow[] = [];
  const refused: RefusedRow[] = [];
  if (rows.length === 0) return { written, refused };
  const given = rows.map((row) => ({ ...row, enterprise: enterpriseOf(row.values), fields: fieldsOf(row) }));
  const present = await lockEnterprises(tx, rows.flatMap(({ subjectId }) => subjectId ?? []), place.day); // biome-ignore format: one thought
  const codes = given.flatMap((row) => (row.fields.includes("creditCode") ? (row.enterprise.values.creditCode ?? []) : [])); // biome-ignore format: one thought
  const taken = await codesTaken(tx, place.committeeId, codes);
  const closing = given.filter((row) => isClosing(row.fields, row.enterprise.values.registration));
  const activity = Map.groupBy(
    await factsOfActivityAfter(tx, closing.flatMap(({ subjectId }) => subjectId ?? []), place.day), // biome-ignore format: one thought
    ({ enterpriseId }) => enterpriseId,
  );
  const changes: EnterpriseChange[] = [];
  for (const { line, subjectId, subjectVersion, enterprise, fields } of given) {
    const now = present.get(subjectId ?? "");
    const facts = activity.get(subjectId ?? "") ?? [];
    const code = enterprise.values.creditCode;
    if (!now || now.version !== subjectVersion) refused.push({ line, reason: changedSince });
    else if (fields.includes("creditCode") && code && taken.has(code)) refused.push({ line, reason: codeTaken });
    else if (facts.some(({ validFrom }) => validFrom >= place.day)) refused.push({ line, reason: beginsLater });
    else {
      const change = changeOf(now, enterprise, fields, facts, place);
      changes.push(change);
      written.push({ line, subjectId: now.id, subjectVersion: now.version + 1, before: change.before });
    }
  }
  await applyChanges(tx, changes, place);
  return { written, refused };
}

const changedSince = "核对之后，登记中的这家企业又有修改，为免覆盖没有写入；请重新导入这一行再核对";
const codeTaken = "核对之后，这个信用代码已登记在另一家企业名下，没有写入；请核对后重新导入";
const beginsLater = "登记为注销，但该企业有今天或以后开始的支部覆盖、指导员联系或协会会员记录；请先在企业页面核对";

function fieldsOf({ changes }: RowToWrite): EnterpriseField[] {
  return (changes ?? []).map(({ field }) => field as EnterpriseField);
}

function isClosing(fields: readonly EnterpriseField[], registration: string | null): boolean {
  return fields.includes("registration") && registration !== "ACTIVE";
}

async function applyChanges(tx: Tx, changes: readonly EnterpriseChange[], { day }: WritePlace): Promise<void> {
  if (changes.length === 0) return;
  await updateColumns(
    tx,
    changes.map(({ id, columns }) => ({ id, ...columns })),
  );
  await insertFormerNames(
    tx,
    changes.flatMap(({ formerName }) => formerName ?? []),
    day,
  );
  const removed = changes.flatMap(({ before }) => before.removedLocation?.id ?? []);
  if (removed.length > 0) await tx.enterpriseLocation.deleteMany({ where: { id: { in: removed } } });
  await setEnds(tx, changes.flatMap(({ ends }) => ends)); // biome-ignore format: one thought
  await insertLocations(tx, changes.flatMap(({ location }) => location ?? [])); // biome-ignore format: one thought
}

/** Writes all columns an import may write, and the next version. */
export async function updateColumns(tx: Tx, rows: readonly (EnterpriseColumns & { id: string })[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw(Prisma.sql`
    UPDATE "Enterprise" e SET version = e.version + 1, "updatedAt" = now(),
      name = r.name, "nameKey" = r."nameKey", "nameSort" = r."nameSort", "searchKeys" = r."searchKeys",
      "creditCode" = r."creditCode", category = r.category, "legalRepresentative" = r."legalRepresentative",
      "investorName" = r."investorName", "isInvestorMember" = r."isInvestorMember", "registeredOn" = r."registeredOn",
      "capitalWan" = r."capitalWan", address = r.address, "employeeCount" = r."employeeCount",
      "declaredMemberCount" = r."declaredMemberCount", "contactName" = r."contactName",
      "contactPhoneCipher" = r."contactPhoneCipher", "contactPhoneTailHash" = r."contactPhoneTailHash",
      "closedOn" = r."closedOn", "closeReason" = r."closeReason", sources = r.sources
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(
      id uuid, name text, "nameKey" text, "nameSort" text, "searchKeys" text[], "creditCode" text,
      category "EnterpriseCategory", "legalRepresentative" text, "investorName" text, "isInvestorMember" boolean,
      "registeredOn" date, "capitalWan" numeric, address text, "employeeCount" int, "declaredMemberCount" int,
      "contactName" text, "contactPhoneCipher" text, "contactPhoneTailHash" text, "closedOn" date, "closeReason" text,
      sources jsonb)
    WHERE e.id = r.id`);
}

async function insertFormerNames(tx: Tx, names: readonly FormerName[], day: string): Promise<void> {
  if (names.length === 0) return;
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO "EnterpriseName" (id, "enterpriseId", name, "nameKey", "validFrom", "validTo")
    SELECT id, "enterpriseId", name, "nameKey", "validFrom", ${day}::date
    FROM json_to_recordset(${JSON.stringify(names)}::json)
      AS r(id uuid, "enterpriseId" uuid, name text, "nameKey" text, "validFrom" date)`);
}
