import { randomUUID } from "node:crypto";
import type { Prisma } from "@/generated/prisma/client";
import type { BranchKind, EnterpriseCategory, MemberStage, OfficerPost } from "@/generated/prisma/enums";
import { hashPassword } from "@/lib/auth/passwords";
import { addMonths, type Day, toDate } from "@/lib/calendar";
import { encryptPersonal, searchHash } from "@/lib/crypto/personal";
import { db } from "@/lib/db/client";
import { normaliseName } from "@/lib/identifiers/name";
import { searchKeysOf } from "@/lib/search/keys";
import { pinyinSortKey } from "@/lib/search/pinyin";
import { freshCreditCode, freshIdNumber, freshName, freshPhone } from "@/tests/support/fresh";

/** The day on which everything the factories make began, unless a test says otherwise. */
export const longAgo: Day = "2024-01-01";

const spelled = (name: string, isPerson = false) => ({
  name,
  nameSort: pinyinSortKey(name, isPerson),
  searchKeys: searchKeysOf(name, isPerson),
});
const dateOrNull = (day: Day | null | undefined) => (day ? toDate(day) : null);
const lasting = (from: Day, to?: Day | null) => ({ validFrom: toDate(from), validTo: dateOrNull(to) });

export async function committee(facts: { code?: string; name?: string; parentId?: string } = {}) {
  const name = facts.name ?? freshName("党委");
  const code = facts.code ?? `c${randomUUID().slice(0, 8)}`;
  const names = { create: { name, districtName: "渝北区", superiorBodies: ["两新工委"], ...lasting("2018-01-01") } };
  return db.committee.create({
    data: { code, name, nameSort: pinyinSortKey(name), parentId: facts.parentId ?? null, names },
  });
}

const committeeIdOr = async (given: string | undefined) => given ?? (await committee()).id;

export async function park(facts: { committeeId?: string; name?: string; address?: string; closedOn?: Day } = {}) {
  const committeeId = await committeeIdOr(facts.committeeId);
  const closing = facts.closedOn ? { closedOn: toDate(facts.closedOn), closeReason: "停用" } : {};
  const name = spelled(facts.name ?? freshName("园区"));
  return db.park.create({ data: { committeeId, ...name, address: facts.address ?? null, ...closing } });
}

export async function building(facts: { parkId?: string; name?: string } = {}) {
  const parkId = facts.parkId ?? (await park()).id;
  const name = facts.name ?? freshName("楼宇");
  return db.building.create({ data: { parkId, name, nameSort: pinyinSortKey(name) } });
}

type EnterpriseFacts = {
  committeeId?: string;
  /** A park or building makes a location; so does `isSettled`, in a park of its own. */
  parkId?: string;
  buildingId?: string;
  isSettled?: boolean;
  settledFrom?: Day;
  name?: string;
  /** Null: 信用代码待补. */
  creditCode?: string | null;
  category?: EnterpriseCategory;
  employeeCount?: number;
  registeredOn?: Day;
  closedOn?: Day;
  scaleYears?: number[];
  associationFrom?: Day;
};

export async function enterprise(facts: EnterpriseFacts = {}) {
  const place = await placeOf(facts);
  const name = facts.name ?? freshName("科技有限公司");
  const location = place && {
    create: { ...place.at, isSettled: facts.isSettled ?? true, ...lasting(facts.settledFrom ?? longAgo) },
  };
  const scaleYears = { create: (facts.scaleYears ?? []).map((year) => ({ year, source: "统计名录" })) };
  const associations = { create: facts.associationFrom ? [lasting(facts.associationFrom)] : [] };
  return db.enterprise.create({
    data: {
      committeeId: facts.committeeId ?? place?.committeeId ?? (await committee()).id,
      ...spelled(name),
      nameKey: normaliseName(name),
      creditCode: facts.creditCode === undefined ? freshCreditCode() : facts.creditCode,
      category: facts.category ?? "TECHNOLOGY",
      employeeCount: facts.employeeCount ?? null,
      registeredOn: toDate(facts.registeredOn ?? "2020-01-01"),
      ...(facts.closedOn ? { closedOn: toDate(facts.closedOn), closeReason: "注销" } : {}),
      ...(location ? { locations: location } : {}),
      scaleYears,
      associations,
    },
  });
}

async function placeOf({ committeeId, parkId, buildingId, isSettled }: EnterpriseFacts) {
  if (!parkId && !buildingId && isSettled === undefined) return null;
  const house = buildingId ? await db.building.findUniqueOrThrow({ where: { id: buildingId } }) : null;
  const known = parkId ?? house?.parkId;
  const { id, committeeId: owner } = known
    ? await db.park.findUniqueOrThrow({ where: { id: known } })
    : await park(committeeId ? { committeeId } : {});
  return { committeeId: owner, at: { parkId: id, buildingId: buildingId ?? null } };
}

type BranchFacts = {
  committeeId?: string;
  kind?: BranchKind;
  /** Ids of the enterprises covered since the founding. */
  covers?: string[];
  name?: string;
  foundedOn?: Day;
  dissolvedOn?: Day;
  termEndsOn?: Day;
};

export async function branch(facts: BranchFacts = {}) {
  const [first] = facts.covers ?? [];
  const owner = first ? (await db.enterprise.findUniqueOrThrow({ where: { id: first } })).committeeId : undefined;
  const foundedOn = facts.foundedOn ?? longAgo;
  const until = facts.dissolvedOn ?? null;
  const created = await db.branch.create({
    data: {
      committeeId: facts.committeeId ?? owner ?? (await committee()).id,
      ...spelled(facts.name ?? freshName("党支部")),
      kind: facts.kind ?? "SINGLE",
      foundedOn: toDate(foundedOn),
      ...(until ? { dissolvedOn: toDate(until), dissolveReason: "撤销" } : {}),
      terms: { create: { startsOn: toDate(foundedOn), endsOn: toDate(facts.termEndsOn ?? addMonths(foundedOn, 36)) } },
    },
  });
  const coverage = (enterpriseId: string) => ({
    branchId: created.id,
    branchKind: created.kind,
    enterpriseId,
    ...lasting(foundedOn, until),
  });
  await db.branchCoverage.createMany({ data: (facts.covers ?? []).map(coverage) });
  return created;
}

type MemberFacts = {
  committeeId?: string;
  branchId?: string;
  enterpriseId?: string;
  name?: string;
  stage?: MemberStage;
  joinedOn?: Day | null;
  becameFullOn?: Day | null;
  leftOn?: Day;
  /** Since when in the branch and at the enterprise. */
  from?: Day;
  isManagement?: boolean;
  isMobile?: boolean;
  idNumber?: string;
  phone?: string;
};

export async function member(facts: MemberFacts = {}) {
  const { branchId, enterpriseId, stage = "FULL", leftOn } = facts;
  const [idNumber, phone] = [facts.idNumber ?? freshIdNumber(), facts.phone ?? freshPhone()];
  const since = lasting(facts.from ?? longAgo, leftOn);
  const hasJoined = stage === "FULL" || stage === "PROBATIONARY";
  return db.member.create({
    data: {
      committeeId: facts.committeeId ?? (await ownerOf(branchId, enterpriseId)) ?? (await committee()).id,
      ...spelled(facts.name ?? freshName("党员"), true),
      stage,
      gender: "FEMALE",
      birthOn: toDate(`${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`),
      idNumberCipher: encryptPersonal(idNumber),
      idNumberHash: searchHash("idNumber", idNumber),
      phoneCipher: encryptPersonal(phone),
      phoneHash: searchHash("phone", phone),
      phoneTailHash: searchHash("phoneTail", phone.slice(-4)),
      joinedOn: dateOrNull(facts.joinedOn === undefined && hasJoined ? "2020-01-01" : facts.joinedOn),
      becameFullOn: dateOrNull(
        facts.becameFullOn === undefined && stage === "FULL" ? "2021-01-01" : facts.becameFullOn,
      ),
      isMobile: facts.isMobile ?? false,
      ...(leftOn ? { leftOn: toDate(leftOn), leaveReason: "组织关系转出" } : {}),
      memberships: { create: branchId ? [{ branchId, ...since }] : [] },
      employments: {
        create: enterpriseId ? [{ enterpriseId, isManagement: facts.isManagement ?? false, ...since }] : [],
      },
    },
  });
}

async function ownerOf(branchId?: string, enterpriseId?: string): Promise<string | undefined> {
  if (branchId) return (await db.branch.findUniqueOrThrow({ where: { id: branchId } })).committeeId;
  if (enterpriseId) return (await db.enterprise.findUniqueOrThrow({ where: { id: enterpriseId } })).committeeId;
  return undefined;
}

export function officer(facts: { branchId: string; memberId: string; post?: OfficerPost; from?: Day; to?: Day }) {
  const { branchId, memberId, post = "SECRETARY" } = facts;
  return db.branchOfficer.create({ data: { branchId, memberId, post, ...lasting(facts.from ?? longAgo, facts.to) } });
}

type ServicePointFacts = Partial<Pick<Prisma.ServicePointUncheckedCreateInput, "kind" | "dutyRhythm">>;

export async function servicePoint(facts: ServicePointFacts & { parkId?: string; name?: string; closedOn?: Day } = {}) {
  const { parkId, name, closedOn, ...more } = facts;
  const site = parkId ? await db.park.findUniqueOrThrow({ where: { id: parkId } }) : await park();
  const closing = closedOn ? { closedOn: toDate(closedOn), closeReason: "撤点" } : {};
  const facet = { kind: "SERVICE" as const, rooms: ["会议室"], openedOn: toDate(longAgo), ...more, ...closing };
  const data = { committeeId: site.committeeId, parkId: site.id, ...spelled(name ?? freshName("服务点")), ...facet };
  return db.servicePoint.create({ data });
}

export async function instructor(
  facts: { committeeId?: string; userId?: string; name?: string; startedOn?: Day; endedOn?: Day } = {},
) {
  const committeeId = await committeeIdOr(facts.committeeId);
  const ending = facts.endedOn ? { endedOn: toDate(facts.endedOn), endReason: "岗位调整" } : {};
  const period = { startedOn: toDate(facts.startedOn ?? longAgo), ...ending };
  const profile = { ...spelled(facts.name ?? freshName("指导员"), true), kind: "FULL_TIME" as const, ...period };
  return db.instructor.create({ data: { committeeId, userId: facts.userId ?? null, ...profile } });
}

type Target = { enterpriseId: string } | { branchId: string } | { servicePointId: string };

export function assignment(facts: Target & { instructorId: string; from?: Day; to?: Day }) {
  const { from = longAgo, to, ...target } = facts;
  return db.assignment.create({ data: { ...target, ...lasting(from, to) } });
}

type Grant =
  | { role: "STAFF"; committeeId: string }
  | { role: "SECRETARY"; branchId: string }
  | { role: "INSTRUCTOR" | "ADMIN" | "AUDITOR" };

export async function account(
  facts: { grants?: Grant[]; username?: string; name?: string; password?: string; isDisabled?: boolean } = {},
) {
  const grants = (facts.grants ?? []).map((grant) => ({
    ...grant,
    duty: grant.role === "ADMIN" ? 1 : grant.role === "AUDITOR" ? 2 : 0,
    ...lasting(longAgo),
  }));
  return db.user.create({
    data: {
      username: facts.username ?? `u${randomUUID().slice(0, 12)}`,
      name: facts.name ?? freshName("用户"),
      passwordHash: facts.password ? await hashPassword(facts.password) : null,
      mustChangePassword: false,
      ...(facts.isDisabled ? { disabledAt: new Date(), disableReason: "停用" } : {}),
      grants: { create: grants },
    },
  });
}
