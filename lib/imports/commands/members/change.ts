import "server-only";
import { newId } from "@/lib/db/new-id";
import type { FactTable, FactUndo } from "@/lib/imports/commands/dated-facts";
import type { PresentMember } from "@/lib/imports/commands/members/present";
import {
  type EmploymentRecord,
  type MemberColumns,
  type MembershipRecord,
  spelledMember,
} from "@/lib/imports/commands/members/record";
import type { StoredMember } from "@/lib/imports/queries/stored-row";
import type { MemberField } from "@/lib/imports/rules/members/values";

/** What stood before a row was written. */
export type MemberBefore = {
  columns: MemberColumns;
  facts: FactUndo[];
  /** What was replaced on the day it was entered. */
  removedEmployment: EmploymentRecord | null;
  removedMembership: MembershipRecord | null;
};

type End = { table: FactTable; id: string; validTo: string | null };

/** All that a changed row does to a member. Ends lie on the day of the import. */
export type MemberChange = {
  id: string;
  columns: MemberColumns;
  employment: EmploymentRecord | null;
  membership: MembershipRecord | null;
  ended: End[];
  before: MemberBefore;
};

const plainFields = [
  "gender",
  "birthOn",
  "ethnicity",
  "education",
  "joinedOn",
  "becameFullOn",
  "stage",
  "isMobile",
] as const satisfies readonly (MemberField & keyof MemberColumns)[];

/**
 * Works out what a changed row does: only the fields that differed when it was judged. Another employer, post or branch holds
 * from the day of the import; whoever leaves a branch leaves its offices.
 */
export function changeOf(
  present: PresentMember,
  member: StoredMember,
  fields: readonly MemberField[],
  day: string,
): MemberChange {
  const { values } = member;
  const job = fields.includes("employerId") || fields.includes("post") ? nextJob(present, values, fields, day) : null;
  const branch = fields.includes("branchId") && values.branchId !== null ? values.branchId : null;
  const seat = branch === null ? null : nextSeat(present, branch, day);
  const offices = seat ? present.offices.filter(({ branchId }) => branchId === present.membership?.branchId) : [];
  const isFresh = (fact: { validFrom: string } | null) => fact !== null && fact.validFrom >= day;
  const [employment, membership] = [job && present.employment, seat && present.membership];
  const ended: End[] = [
    ...(employment && !isFresh(employment) ? [endOf("Employment", employment)] : []),
    ...(membership && !isFresh(membership) ? [endOf("Membership", membership)] : []),
    ...offices.map((office) => endOf("BranchOfficer", office)),
  ];
  const begun: FactUndo[] = [
    ...(job ? [{ table: "Employment" as const, id: job.id, did: "BEGAN" as const }] : []),
    ...(seat ? [{ table: "Membership" as const, id: seat.id, did: "BEGAN" as const }] : []),
  ];
  const before: MemberBefore = {
    columns: present.columns,
    facts: [...begun, ...ended.map((end): FactUndo => ({ ...end, did: "ENDED" }))],
    removedEmployment: isFresh(employment) ? employment : null,
    removedMembership: isFresh(membership) ? membership : null,
  };
  const columns = nextColumns(present.columns, member, fields);
  return { id: present.id, columns, employment: job, membership: seat, ended, before };
}

const endOf = (table: FactTable, { id, validTo }: { id: string; validTo: string | null }): End => ({
  table,
  id,
  validTo,
});

function nextColumns(
  columns: MemberColumns,
  { values, phone }: StoredMember,
  fields: readonly MemberField[],
): MemberColumns {
  const said = new Set(fields);
  return {
    ...columns,
    ...Object.fromEntries(plainFields.filter((field) => said.has(field)).map((field) => [field, values[field]])),
    ...(said.has("name") ? spelledMember(values.name) : {}),
    ...(said.has("phone") ? phone : {}),
  };
}

/** At the same employer the place in its management stays; at another one nothing is known of it. */
function nextJob(
  { id, employment: now }: PresentMember,
  values: StoredMember["values"],
  fields: readonly MemberField[],
  day: string,
): EmploymentRecord | null {
  const enterpriseId = values.employerId ?? now?.enterpriseId;
  if (enterpriseId === undefined) return null;
  const isSame = now?.enterpriseId === enterpriseId;
  return {
    id: newId(),
    memberId: id,
    enterpriseId,
    post: fields.includes("post") || !isSame ? values.post : now.post,
    isManagement: isSame && now.isManagement,
    validFrom: day,
    validTo: now?.validTo ?? null,
  };
}

function nextSeat({ id, membership: now }: PresentMember, branchId: string, day: string): MembershipRecord {
  return { id: newId(), memberId: id, branchId, validFrom: day, validTo: now?.validTo ?? null };
}
