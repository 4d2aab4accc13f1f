import { hashPassword } from "@/lib/auth/passwords";
import { toDate } from "@/lib/calendar";
import type { Branches } from "@/prisma/seed/branches/records";
import { typedInOn } from "@/prisma/seed/chance/people";
import { type Random, randomOf } from "@/prisma/seed/chance/random";
import type { Committees } from "@/prisma/seed/committees";
import type { Instructors } from "@/prisma/seed/instructors";
import type { People } from "@/prisma/seed/members/drafts";
import type { World } from "@/prisma/seed/world";

type Grant =
  | { role: "STAFF"; committee: keyof Committees }
  | { role: "SECRETARY"; branch: string }
  | { role: "INSTRUCTOR"; instructor: string }
  | { role: "ADMIN" }
  | { role: "AUDITOR" };

type SampleAccount = { username: string; password: string; roleLabel: string; name: string; grant: Grant };

const business = "Sample-2026";
/** Administrators and auditors need twelve characters. */
const office = "Sample-Portal-2026";

/** Who can log in to the samples. Their passwords are public: the start prints them, and production never loads them. */
export const sampleAccounts: SampleAccount[] = [
  {
    username: "city",
    password: business,
    roleLabel: "党委工作人员（市级）",
    name: "周明远",
    grant: { role: "STAFF", committee: "chongqing" },
  },
  {
    username: "staff",
    password: business,
    roleLabel: "党委工作人员（渝北片区）",
    name: "陈晓岚",
    grant: { role: "STAFF", committee: "yubei" },
  },
  {
    username: "jiangbei",
    password: business,
    roleLabel: "党委工作人员（江北片区）",
    name: "石文昭",
    grant: { role: "STAFF", committee: "jiangbei" },
  },
  {
    username: "secretary",
    password: business,
    roleLabel: "党支部书记（单独支部）",
    name: "",
    grant: { role: "SECRETARY", branch: "s1" },
  },
  {
    username: "joint",
    password: business,
    roleLabel: "党支部书记（联合支部）",
    name: "",
    grant: { role: "SECRETARY", branch: "j1" },
  },
  {
    username: "guanyin",
    password: business,
    roleLabel: "党支部书记（江北片区）",
    name: "",
    grant: { role: "SECRETARY", branch: "e1" },
  },
  {
    username: "instructor",
    password: business,
    roleLabel: "党建指导员",
    name: "唐婉宁",
    grant: { role: "INSTRUCTOR", instructor: "唐婉宁" },
  },
  { username: "admin", password: office, roleLabel: "系统管理员", name: "郭维", grant: { role: "ADMIN" } },
  { username: "auditor", password: office, roleLabel: "审计员", name: "沈知行", grant: { role: "AUDITOR" } },
];

/** The accounts of the samples; a secretary is called as the member who holds the post. */
export async function seedAccounts(
  world: World,
  committees: Committees,
  places: { branches: Branches; people: People; instructors: Instructors },
): Promise<void> {
  const random = randomOf("accounts");
  const hashes = new Map([
    [business, await hashPassword(business)],
    [office, await hashPassword(office)],
  ]);
  const since = world.clock.at(8, 0.5);
  for (const { username, password, name, grant } of sampleAccounts) {
    const secretary = grant.role === "SECRETARY" ? places.people.ofBranch.get(grant.branch)?.[0] : undefined;
    const userId = random.id();
    world.rows.users.push({
      id: userId,
      username,
      name: secretary?.name ?? name,
      passwordHash: hashes.get(password) ?? null,
      mustChangePassword: false,
      passwordChangedAt: typedInOn(since),
      createdAt: typedInOn(since),
    });
    seedGrant(world, random, committees, places.branches, userId, grant);
    if (grant.role === "INSTRUCTOR") linkInstructor(world, places.instructors.get(grant.instructor), userId);
  }
}

function seedGrant(
  { rows, clock }: World,
  random: Random,
  committees: Committees,
  branches: Branches,
  userId: string,
  grant: Grant,
) {
  rows.grants.push({
    id: random.id(),
    userId,
    role: grant.role,
    committeeId: grant.role === "STAFF" ? committees[grant.committee] : null,
    branchId: grant.role === "SECRETARY" ? (branches.get(grant.branch)?.id ?? null) : null,
    validFrom: toDate(clock.at(8, 0.5)),
    duty: grant.role === "ADMIN" ? 1 : grant.role === "AUDITOR" ? 2 : 0,
  });
}

function linkInstructor({ rows }: World, instructorId: string | undefined, userId: string): void {
  const profile = rows.instructors.find(({ id }) => id === instructorId);
  if (profile) profile.userId = userId;
}
