import "server-only";
import type { Gender, MemberStage } from "@/generated/prisma/enums";
import type { Day } from "@/lib/calendar";
import { newId } from "@/lib/db/new-id";
import type { StoredMember } from "@/lib/imports/queries/stored-row";
import { searchKeysOf } from "@/lib/search/keys";
import { pinyinSortKey } from "@/lib/search/pinyin";

/** The columns of a member an import may change, as the database holds them. */
export type MemberColumns = {
  name: string;
  nameSort: string;
  searchKeys: string[];
  gender: Gender | null;
  ethnicity: string | null;
  birthOn: Day | null;
  phoneCipher: string | null;
  phoneHash: string | null;
  phoneTailHash: string | null;
  education: string | null;
  stage: MemberStage;
  joinedOn: Day | null;
  becameFullOn: Day | null;
  isMobile: boolean;
};

export type EmploymentRecord = {
  id: string;
  memberId: string;
  enterpriseId: string;
  post: string | null;
  isManagement: boolean;
  validFrom: Day;
  validTo: Day | null;
};

export type MembershipRecord = { id: string; memberId: string; branchId: string; validFrom: Day; validTo: Day | null };

export type MemberRecord = MemberColumns & {
  id: string;
  committeeId: string;
  idNumberCipher: string;
  idNumberHash: string;
};

const noPhone = { phoneCipher: null, phoneHash: null, phoneTailHash: null };

export function newMember({ values, idNumber, phone }: StoredMember, committeeId: string): MemberRecord {
  const { gender, ethnicity, birthOn, education, joinedOn, becameFullOn } = values;
  return {
    id: newId(),
    committeeId,
    ...spelledMember(values.name),
    gender,
    ethnicity,
    birthOn,
    ...(phone ?? noPhone),
    education,
    stage: values.stage ?? "FULL",
    joinedOn,
    becameFullOn,
    isMobile: values.isMobile ?? false,
    ...idNumber,
  };
}

/**
 * Where a new member works: since the day of the import, for a roster says who works there, not since when. Figures of
 * earlier days claim nothing of it.
 */
export function firstEmployment(
  memberId: string,
  { employerId, post }: StoredMember["values"],
  day: Day,
): EmploymentRecord[] {
  if (employerId === null) return [];
  return [
    { id: newId(), memberId, enterpriseId: employerId, post, isManagement: false, validFrom: day, validTo: null },
  ];
}

/** The branch a new member belongs to: since the day of the import, for the same reason. */
export function firstMembership(memberId: string, { branchId }: StoredMember["values"], day: Day): MembershipRecord[] {
  return branchId === null ? [] : [{ id: newId(), memberId, branchId, validFrom: day, validTo: null }];
}

export function spelledMember(name: string) {
  return { name, nameSort: pinyinSortKey(name, true), searchKeys: searchKeysOf(name, true) };
}
