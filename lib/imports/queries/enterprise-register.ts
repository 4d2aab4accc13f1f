import "server-only";
import type { EnterpriseCategory } from "@/generated/prisma/enums";
import type { Day } from "@/lib/calendar";
import { decryptPersonal } from "@/lib/crypto/personal";
import { db } from "@/lib/db/client";
import { registrationLabels } from "@/lib/imports/labels";
import type { EnterpriseEntry } from "@/lib/imports/rules/enterprises/entry";
import type { KnownPark } from "@/lib/imports/rules/enterprises/places";
import type { KnownEnterprise } from "@/lib/imports/rules/enterprises/subjects";
import type { KnownRegistration } from "@/lib/imports/rules/enterprises/values";

type Row = {
  id: string;
  version: number;
  name: string;
  nameKey: string;
  formerNameKeys: string[] | null;
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
  isClosed: boolean;
  closeReason: string | null;
  isSettled: boolean | null;
  parkName: string | null;
  buildingName: string | null;
};

/**
 * The enterprises of a committee that rows may speak of: by code, by name, by former name. The caller has asked whether
 * the actor imports for this committee. The place of a closed enterprise is the last one it had.
 */
export async function enterprisesNamedIn(
  entries: readonly EnterpriseEntry[],
  { committeeId, day }: { committeeId: string; day: Day },
): Promise<{ known: KnownEnterprise[]; versions: Map<string, number> }> {
  const codes = entries.flatMap(({ values }) => values.creditCode ?? []);
  const nameKeys = [...new Set(entries.map(({ nameKey }) => nameKey))];
  const rows = await db.$queryRaw<Row[]>`
    WITH wanted AS (
      SELECT id FROM "Enterprise" WHERE "committeeId" = ${committeeId}::uuid AND "creditCode" = ANY (${codes}::text[])
      UNION SELECT id FROM "Enterprise" WHERE "committeeId" = ${committeeId}::uuid AND "nameKey" = ANY (${nameKeys}::text[])
      UNION SELECT e.id FROM "EnterpriseName" n JOIN "Enterprise" e ON e.id = n."enterpriseId"
        WHERE e."committeeId" = ${committeeId}::uuid AND n."nameKey" = ANY (${nameKeys}::text[])
    )
    SELECT e.id, e.version, e.name, e."nameKey", e."creditCode", e.category::text, e."legalRepresentative",
      e."investorName", e."isInvestorMember", e."registeredOn"::text, e."capitalWan"::float8, e.address,
      e."employeeCount", e."declaredMemberCount", e."contactName", e."contactPhoneCipher",
      coalesce(e."closedOn" <= ${day}::date, false) AS "isClosed", e."closeReason",
      (SELECT array_agg(n."nameKey") FROM "EnterpriseName" n WHERE n."enterpriseId" = e.id) AS "formerNameKeys",
      l."isSettled", p.name AS "parkName", b.name AS "buildingName"
    FROM wanted JOIN "Enterprise" e USING (id)
    LEFT JOIN LATERAL (
      SELECT * FROM "EnterpriseLocation" l
      WHERE l."enterpriseId" = e.id AND l."validFrom" <= ${day}::date
        AND (l."validTo" IS NULL OR l."validTo" > ${day}::date OR e."closedOn" <= ${day}::date)
      ORDER BY l."validFrom" DESC LIMIT 1
    ) l ON true
    LEFT JOIN "Park" p ON p.id = l."parkId"
    LEFT JOIN "Building" b ON b.id = l."buildingId"`;
  return { known: rows.map(knownOf), versions: new Map(rows.map(({ id, version }) => [id, version])) };
}

/** The parks of a committee that are in use, with their buildings. */
export async function parksOf(committeeId: string): Promise<KnownPark[]> {
  return db.park.findMany({
    where: { committeeId, closedOn: null },
    select: { id: true, name: true, buildings: { where: { closedOn: null }, select: { id: true, name: true } } },
  });
}

function knownOf(row: Row): KnownEnterprise {
  const { id, nameKey, formerNameKeys, version, contactPhoneCipher, isClosed, closeReason, ...values } = row;
  return {
    id,
    nameKey,
    formerNameKeys: formerNameKeys ?? [],
    values: {
      ...values,
      contactPhone: contactPhoneCipher && decryptPersonal(contactPhoneCipher),
      registration: isClosed ? registrationOf(closeReason) : "ACTIVE",
    },
  };
}

/** The close reason begins with the word for how an enterprise ended; anything else was written by hand. */
function registrationOf(closeReason: string | null): KnownRegistration {
  const kinds = Object.keys(registrationLabels) as KnownRegistration[];
  const kind = kinds.find((each) => each !== "ACTIVE" && closeReason?.split("：")[0] === registrationLabels[each]);
  return kind ?? "CLOSED";
}
