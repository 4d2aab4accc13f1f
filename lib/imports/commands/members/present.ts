import "server-only";
import type { Tx } from "@/lib/db/transaction";
import type { EmploymentRecord, MemberColumns, MembershipRecord } from "@/lib/imports/commands/members/record";

export type Office = { id: string; branchId: string; validFrom: string; validTo: string | null };

/** A member as it stands, locked until the end of the transaction. */
export type PresentMember = {
  id: string;
  version: number;
  columns: MemberColumns;
  hasLeft: boolean;
  employment: EmploymentRecord | null;
  membership: MembershipRecord | null;
  /** Offices that hold on the day or begin later. */
  offices: Office[];
};

/** Reads and locks members, with the employment and the membership that hold on the day. */
export async function lockMembers(tx: Tx, ids: string[], day: string): Promise<Map<string, PresentMember>> {
  await tx.$queryRaw`SELECT 1 FROM "Member" WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  const rows = await tx.$queryRaw<PresentMember[]>`
    SELECT m.id, m.version, m."leftOn" IS NOT NULL AS "hasLeft",
      jsonb_build_object('name', m.name, 'nameSort', m."nameSort", 'searchKeys', m."searchKeys", 'gender', m.gender,
        'ethnicity', m.ethnicity, 'birthOn', m."birthOn", 'phoneCipher', m."phoneCipher", 'phoneHash', m."phoneHash",
        'phoneTailHash', m."phoneTailHash", 'education', m.education, 'stage', m.stage, 'joinedOn', m."joinedOn",
        'becameFullOn', m."becameFullOn", 'isMobile', m."isMobile") AS columns,
      (SELECT jsonb_build_object('id', w.id, 'memberId', w."memberId", 'enterpriseId', w."enterpriseId", 'post', w.post,
          'isManagement', w."isManagement", 'validFrom', w."validFrom", 'validTo', w."validTo")
        FROM "Employment" w WHERE w."memberId" = m.id
          AND w."validFrom" <= ${day}::date AND (w."validTo" IS NULL OR w."validTo" > ${day}::date)) AS employment,
      (SELECT jsonb_build_object('id', s.id, 'memberId', s."memberId", 'branchId', s."branchId",
          'validFrom', s."validFrom", 'validTo', s."validTo")
        FROM "Membership" s WHERE s."memberId" = m.id
          AND s."validFrom" <= ${day}::date AND (s."validTo" IS NULL OR s."validTo" > ${day}::date)) AS membership,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'branchId', o."branchId",
          'validFrom', o."validFrom", 'validTo', o."validTo")), '[]')
        FROM "BranchOfficer" o WHERE o."memberId" = m.id
          AND (o."validTo" IS NULL OR o."validTo" > ${day}::date)) AS offices
    FROM "Member" m WHERE m.id = ANY (${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}
