import type { InstructorKind } from "@/generated/prisma/enums";
import { type Day, toDate } from "@/lib/calendar";
import { searchKeysOf } from "@/lib/search/keys";
import { pinyinSortKey } from "@/lib/search/pinyin";
import type { Branches } from "@/prisma/seed/branches/records";
import { phone, sealedTail } from "@/prisma/seed/chance/people";
import { type Random, randomOf } from "@/prisma/seed/chance/random";
import type { Committees } from "@/prisma/seed/committees";
import type { Drafts, SampleEnterprise } from "@/prisma/seed/enterprises/drafts";
import type { ParkKey, Parks } from "@/prisma/seed/parks";
import type { ServicePoints } from "@/prisma/seed/service-points";
import type { World } from "@/prisma/seed/world";

type Profile = {
  name: string;
  committee: keyof Committees;
  kind: InstructorKind;
  title?: string;
  startedAgo: number;
  endedAgo?: number;
  /** The first park is also the service point. */
  parks: ParkKey[];
  /** Enterprises without a branch, in those parks. */
  enterprises: number;
};

const profiles: Profile[] = [
  {
    name: "唐婉宁",
    committee: "yubei",
    kind: "FULL_TIME",
    title: "助理政工师",
    startedAgo: 20,
    parks: ["xiantao"],
    enterprises: 12,
  },
  {
    name: "贺启明",
    committee: "yubei",
    kind: "FULL_TIME",
    title: "助理政工师",
    startedAgo: 14,
    parks: ["ganzhi", "longta"],
    enterprises: 8,
  },
  { name: "罗思齐", committee: "yubei", kind: "PART_TIME", startedAgo: 7, parks: ["konggang"], enterprises: 6 },
  { name: "邓清越", committee: "yubei", kind: "PART_TIME", startedAgo: 5, parks: ["zhaomu", "yuelai"], enterprises: 9 },
  {
    name: "向小川",
    committee: "yubei",
    kind: "PART_TIME",
    startedAgo: 12,
    endedAgo: 3,
    parks: ["konggang", "zhaomu"],
    enterprises: 5,
  },
  { name: "简若水", committee: "jiangbei", kind: "PART_TIME", startedAgo: 6, parks: ["guanyin"], enterprises: 3 },
];

export type Instructors = Map<string, string>;

/** Instructors with their profile and everything they look after, or looked after until they left. */
export function seedInstructors(
  world: World,
  committees: Committees,
  parks: Parks,
  places: { drafts: Drafts; branches: Branches; servicePoints: ServicePoints },
): Instructors {
  const random = randomOf("instructors");
  const ids: Instructors = new Map();
  for (const profile of profiles) {
    const id = random.id();
    ids.set(profile.name, id);
    seedProfile(world, random, committees, profile, id);
    seedAssignments(world, random, parks, places, profile, id);
  }
  return ids;
}

function seedProfile({ rows, clock }: World, random: Random, committees: Committees, profile: Profile, id: string) {
  const sealed = sealedTail(phone(random));
  const { name, title, startedAgo, endedAgo } = profile;
  rows.instructors.push({
    id,
    committeeId: committees[profile.committee],
    name,
    nameSort: pinyinSortKey(name, true),
    searchKeys: searchKeysOf(name, true),
    kind: profile.kind,
    professionalTitle: title ?? null,
    titleOn: title ? toDate(clock.at(Math.max(1, startedAgo - 6), 0.5)) : null,
    phoneCipher: sealed.cipher,
    phoneTailHash: sealed.tailHash,
    startedOn: toDate(clock.at(startedAgo, 0.1)),
    endedOn: endedAgo === undefined ? null : toDate(clock.at(endedAgo, 0.5)),
    endReason: endedAgo === undefined ? null : "工作岗位调整",
  });
}

/** The service point, the branches of the parks, and enterprises no branch covers: a few more every quarter. */
function seedAssignments(
  { rows, clock }: World,
  random: Random,
  parks: Parks,
  { drafts, branches, servicePoints }: { drafts: Drafts; branches: Branches; servicePoints: ServicePoints },
  profile: Profile,
  instructorId: string,
): void {
  const ended = profile.endedAgo === undefined ? null : toDate(clock.at(profile.endedAgo, 0.5));
  const assign = (target: { enterpriseId?: string; branchId?: string; servicePointId?: string }, from: Day) =>
    rows.assignments.push({ id: random.id(), instructorId, ...target, validFrom: toDate(from), validTo: ended });
  const since = (ago: number) => clock.at(Math.min(ago, profile.startedAgo), 0.2 + 0.7 * random.share());
  const last = profile.endedAgo === undefined ? 0 : profile.endedAgo + 1;
  const [first] = profile.parks;
  const point = first && servicePoints.get(first);
  if (point) assign({ servicePointId: point }, since(Math.max(last, first === "zhaomu" ? 2 : 5)));
  const theirs = new Set(profile.parks.map((key) => parks[key].id));
  const led = [...branches.values()].filter(
    ({ plan, dissolvedOn }) => theirs.has(parks[plan.park].id) && plan.foundedAgo > last && dissolvedOn === null,
  );
  for (const { id, plan } of led.slice(0, 5))
    assign({ branchId: id }, since(random.between(last, plan.foundedAgo - 1)));
  const reached = drafts.all.filter((enterprise) => canReach(enterprise, theirs, last));
  for (const { id, arrivedAgo } of reached.slice(0, profile.enterprises)) {
    assign({ enterpriseId: id }, since(random.between(last, Math.min(8, arrivedAgo - 1))));
  }
}

/** Settled there, not covered, and there long enough; with members first, as the drafts are ordered. */
function canReach(
  { stays, isCovered, closedAgo, arrivedAgo }: SampleEnterprise,
  parks: Set<string>,
  last: number,
): boolean {
  const isThere = !isCovered && closedAgo === null && arrivedAgo > last;
  return isThere && stays.slice(-1).some(({ isSettled, park }) => isSettled && parks.has(park.id));
}
