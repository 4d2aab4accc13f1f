import "server-only";
import type { EnterpriseCategory } from "@/generated/prisma/enums";
import type { Day } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import type { Sources } from "@/lib/enterprises/rules/sources";
import type { FactTable } from "@/lib/imports/commands/dated-facts";
import type { Location } from "@/lib/imports/rules/enterprises/location-plan";

/** The columns of an enterprise an import may write, as the database holds them. */
export type EnterpriseColumns = {
  name: string;
  nameKey: string;
  nameSort: string;
  searchKeys: string[];
  creditCode: string | null;
  category: EnterpriseCategory;
  legalRepresentative: string | null;
  investorName: string | null;
  isInvestorMember: boolean | null;
  registeredOn: Day | null;
  capitalWan: number | null;
  address: string | null;
  employeeCount: number | null;
  declaredMemberCount: number | null;
  contactName: string | null;
  contactPhoneCipher: string | null;
  contactPhoneTailHash: string | null;
  closedOn: Day | null;
  closeReason: string | null;
  sources: Sources;
};

/** An enterprise as it stands, locked until the end of the transaction. */
export type PresentEnterprise = {
  id: string;
  version: number;
  columns: EnterpriseColumns;
  location: Location | null;
  /** Newest first. */
  formerNames: { name: string; validTo: Day }[];
};

/** Reads and locks the enterprises, with the location that holds on the day, or the last one where they are closed. */
export async function lockEnterprises(tx: Tx, ids: string[], day: Day): Promise<Map<string, PresentEnterprise>> {
  await tx.$queryRaw`SELECT 1 FROM "Enterprise" WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  const rows = await tx.$queryRaw<PresentEnterprise[]>`
    SELECT e.id, e.version,
      jsonb_build_object('name', e.name, 'nameKey', e."nameKey", 'nameSort', e."nameSort", 'searchKeys', e."searchKeys",
        'creditCode', e."creditCode", 'category', e.category, 'legalRepresentative', e."legalRepresentative",
        'investorName', e."investorName", 'isInvestorMember', e."isInvestorMember", 'registeredOn', e."registeredOn",
        'capitalWan', e."capitalWan", 'address', e.address, 'employeeCount', e."employeeCount",
        'declaredMemberCount', e."declaredMemberCount", 'contactName', e."contactName",
        'contactPhoneCipher', e."contactPhoneCipher", 'contactPhoneTailHash', e."contactPhoneTailHash",
        'closedOn', e."closedOn", 'closeReason', e."closeReason", 'sources', e.sources) AS columns,
      (SELECT jsonb_build_object('id', l.id, 'parkId', l."parkId", 'buildingId', l."buildingId",
          'isSettled', l."isSettled", 'validFrom', l."validFrom", 'validTo', l."validTo")
        FROM "EnterpriseLocation" l WHERE l."enterpriseId" = e.id AND l."validFrom" <= ${day}::date
          AND (l."validTo" IS NULL OR l."validTo" > ${day}::date OR e."closedOn" <= ${day}::date)
        ORDER BY l."validFrom" DESC LIMIT 1) AS location,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('name', n.name, 'validTo', n."validTo") ORDER BY n."validTo" DESC), '[]')
        FROM "EnterpriseName" n WHERE n."enterpriseId" = e.id) AS "formerNames"
    FROM "Enterprise" e WHERE e.id = ANY (${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** A fact that holds only while an enterprise is active, beside its location. */
export type ActivityFact = { table: FactTable; id: string; enterpriseId: string; validFrom: Day; validTo: Day | null };

/** What of branch coverage, instructors and association holds on the day or begins later. */
export function factsOfActivityAfter(tx: Tx, enterpriseIds: string[], day: Day): Promise<ActivityFact[]> {
  return tx.$queryRaw<ActivityFact[]>`
    SELECT 'BranchCoverage' AS table, id, "enterpriseId", "validFrom"::text, "validTo"::text FROM "BranchCoverage"
    WHERE "enterpriseId" = ANY (${enterpriseIds}::uuid[]) AND ("validTo" IS NULL OR "validTo" > ${day}::date)
    UNION ALL
    SELECT 'Assignment', id, "enterpriseId", "validFrom"::text, "validTo"::text FROM "Assignment"
    WHERE "enterpriseId" = ANY (${enterpriseIds}::uuid[]) AND ("validTo" IS NULL OR "validTo" > ${day}::date)
    UNION ALL
    SELECT 'AssociationMembership', id, "enterpriseId", "validFrom"::text, "validTo"::text FROM "AssociationMembership"
    WHERE "enterpriseId" = ANY (${enterpriseIds}::uuid[]) AND ("validTo" IS NULL OR "validTo" > ${day}::date)`;
}

/** The codes that somebody in the committee has by now. */
export async function codesTaken(tx: Tx, committeeId: string, codes: string[]): Promise<Set<string>> {
  if (codes.length === 0) return new Set();
  const rows = await tx.$queryRaw<{ creditCode: string }[]>`
    SELECT "creditCode" FROM "Enterprise"
    WHERE "committeeId" = ${committeeId}::uuid AND "creditCode" = ANY (${codes}::text[])`;
  return new Set(rows.map(({ creditCode }) => creditCode));
}
