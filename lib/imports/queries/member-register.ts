import "server-only";
import type { Gender, MemberStage } from "@/generated/prisma/enums";
import type { Day } from "@/lib/calendar";
import { decryptPersonal, searchHash } from "@/lib/crypto/personal";
import { db } from "@/lib/db/client";
import { normaliseName } from "@/lib/identifiers/name";
import type { MemberEntry } from "@/lib/imports/rules/members/entry";
import type { KnownBranch, KnownEmployer, KnownMember, MemberRegister } from "@/lib/imports/rules/members/register";

type Row = {
  id: string;
  version: number;
  idNumberHash: string;
  name: string;
  gender: Gender | null;
  ethnicity: string | null;
  birthOn: Day | null;
  education: string | null;
  stage: MemberStage;
  joinedOn: Day | null;
  becameFullOn: Day | null;
  isMobile: boolean;
  phoneCipher: string | null;
  hasLeft: boolean;
  employerId: string | null;
  employerName: string | null;
  post: string | null;
  branchId: string | null;
  branchName: string | null;
};

type Place = { committeeId: string; day: Day };

/**
 * The register of a committee as a roster needs it: the members of the file by ID number, all employers, the branches that
 * stand on the day. The caller has asked whether the actor imports for this committee.
 */
export async function memberRegisterFor(
  entries: readonly MemberEntry[],
  place: Place,
): Promise<{ register: MemberRegister; versions: Map<string, number> }> {
  const idNumbers = new Map<string, string>();
  for (const { values } of entries) {
    if (values.idNumber) idNumbers.set(searchHash("idNumber", values.idNumber), values.idNumber);
  }
  const [members, employers, branches] = await Promise.all([
    membersByHash([...idNumbers.keys()], place),
    employersOf(place),
    branchesOf(place),
  ]);
  const byIdNumber = new Map(
    members.map((row) => {
      const idNumber = idNumbers.get(row.idNumberHash) ?? "";
      return [idNumber, knownOf(row, idNumber)];
    }),
  );
  const versions = new Map(members.map(({ id, version }) => [id, version]));
  return { register: { byIdNumber, ...employers, branchesByName: branches }, versions };
}

/** Of somebody who has left, the employer and branch held last. */
function membersByHash(hashes: string[], { committeeId, day }: Place): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT m.id, m.version, m."idNumberHash", m.name, m.gender::text, m.ethnicity, m."birthOn"::text, m.education,
      m.stage::text, m."joinedOn"::text, m."becameFullOn"::text, m."isMobile", m."phoneCipher",
      m."leftOn" IS NOT NULL AS "hasLeft", w."enterpriseId" AS "employerId", e.name AS "employerName", w.post,
      s."branchId", b.name AS "branchName"
    FROM "Member" m
    LEFT JOIN LATERAL (
      SELECT * FROM "Employment" w WHERE w."memberId" = m.id AND w."validFrom" <= ${day}::date
        AND (w."validTo" IS NULL OR w."validTo" > ${day}::date OR w."validTo" = m."leftOn")
      ORDER BY w."validFrom" DESC LIMIT 1
    ) w ON true
    LEFT JOIN "Enterprise" e ON e.id = w."enterpriseId"
    LEFT JOIN LATERAL (
      SELECT * FROM "Membership" s WHERE s."memberId" = m.id AND s."validFrom" <= ${day}::date
        AND (s."validTo" IS NULL OR s."validTo" > ${day}::date OR s."validTo" = m."leftOn")
      ORDER BY s."validFrom" DESC LIMIT 1
    ) s ON true
    LEFT JOIN "Branch" b ON b.id = s."branchId"
    WHERE m."committeeId" = ${committeeId}::uuid AND m."idNumberHash" = ANY (${hashes}::text[])`;
}

function knownOf({ id, version, idNumberHash, phoneCipher, hasLeft, ...values }: Row, idNumber: string): KnownMember {
  return { id, hasLeft, values: { ...values, idNumber, phone: phoneCipher && decryptPersonal(phoneCipher) } };
}

/** By code, by today's name, and by a former name nobody bears today. */
async function employersOf({ committeeId, day }: Place) {
  const rows = await db.$queryRaw<(KnownEmployer & { creditCode: string | null; formerNames: string[] | null })[]>`
    SELECT e.id, e.name, e."creditCode", coalesce(e."closedOn" <= ${day}::date, false) AS "isClosed",
      (SELECT array_agg(n.name) FROM "EnterpriseName" n WHERE n."enterpriseId" = e.id) AS "formerNames"
    FROM "Enterprise" e WHERE e."committeeId" = ${committeeId}::uuid`;
  const employersByName = Map.groupBy(rows, ({ name }) => normaliseName(name)) as Map<string, KnownEmployer[]>;
  const former = rows.flatMap((row) => (row.formerNames ?? []).map((name) => ({ key: normaliseName(name), row })));
  for (const [key, found] of Map.groupBy(former, (each) => each.key)) {
    if (!employersByName.has(key)) employersByName.set(key, [...new Set(found.map(({ row }) => row))]);
  }
  const employersByCode = new Map(rows.flatMap((row) => (row.creditCode ? [[row.creditCode, row]] : [])));
  return { employersByName, employersByCode: employersByCode as Map<string, KnownEmployer> };
}

async function branchesOf({ committeeId, day }: Place): Promise<Map<string, KnownBranch[]>> {
  const rows = await db.$queryRaw<KnownBranch[]>`
    SELECT id, name FROM "Branch" WHERE "committeeId" = ${committeeId}::uuid
      AND "foundedOn" <= ${day}::date AND ("dissolvedOn" IS NULL OR "dissolvedOn" > ${day}::date)`;
  return Map.groupBy(rows, ({ name }) => normaliseName(name));
}
