import type { MemberStage } from "@/generated/prisma/enums";
import type { Branches, SampleBranch } from "@/prisma/seed/branches/records";
import { laterOf } from "@/prisma/seed/chance/quarters";
import { type Random, randomOf } from "@/prisma/seed/chance/random";
import type { Drafts, SampleEnterprise } from "@/prisma/seed/enterprises/drafts";
import { developing, job, recruit, type SampleMember, veteran } from "@/prisma/seed/members/person";
import type { World } from "@/prisma/seed/world";

export type People = {
  all: SampleMember[];
  /** Branch key → its members as planned; the first five were there when it was founded. */
  ofBranch: Map<string, SampleMember[]>;
};

/** Everybody in the registers: in branches, on the way to them, gone, and at enterprises without a branch. */
export function draftMembers(world: World, branches: Branches, drafts: Drafts): People {
  const random = randomOf("members");
  const ofBranch = new Map<string, SampleMember[]>();
  const others: SampleMember[] = [];
  for (const branch of branches.values()) {
    ofBranch.set(branch.plan.key, branchMembers(world, random, branches, branch));
    others.push(...developingPersons(world, random, branch), ...departed(world, random, branch));
  }
  others.push(...drafts.uncovered.flatMap((place) => withoutBranch(world, random, place)));
  return { all: [...[...ofBranch.values()].flat(), ...others], ofBranch };
}

function branchMembers(world: World, random: Random, branches: Branches, branch: SampleBranch): SampleMember[] {
  const { plan } = branch;
  const places = branch.units.flatMap((enterprise, unit) =>
    Array.from({ length: plan.units[unit] ?? 0 }, () => enterprise),
  );
  return places.map((enterprise, index) => {
    const isFounder = index < 5 || plan.foundedAgo < 2 || plan.dissolvedAgo !== undefined || random.isLucky(0.6);
    if (isFounder) return founder(world, random, branches, branch, enterprise, index);
    return random.isLucky(0.6)
      ? recruited(world, random, branch, enterprise)
      : arrived(world, random, branches, branch, enterprise, index);
  });
}

/** There when the branch was founded; the first becomes its secretary. */
function founder(
  world: World,
  random: Random,
  branches: Branches,
  branch: SampleBranch,
  enterprise: SampleEnterprise,
  index: number,
): SampleMember {
  const { plan, foundedOn, dissolvedOn } = branch;
  const hiredAgo = random.between(plan.foundedAgo + 1, Math.min(enterprise.registeredAgo, plan.foundedAgo + 16));
  const hiredOn = world.clock.at(hiredAgo, 0.2 + 0.7 * random.share());
  const member = veteran(world, random, branch.committeeId, hiredOn);
  member.isMobile = random.isLucky(0.02);
  const isManagement = index === 0 ? plan.hasManager : index > 2 && random.isLucky(0.1);
  member.jobs.push(job(random, enterprise, hiredOn, isManagement));
  const earlier = branches.get(plan.outOf ?? "");
  if (earlier) member.belongings.push({ branch: earlier, from: earlier.foundedOn, to: foundedOn });
  member.belongings.push({ branch, from: foundedOn, to: dissolvedOn });
  const successor = branches.get(plan.successor ?? "");
  if (successor && dissolvedOn) moveOn(random, member, successor, dissolvedOn, enterprise, index);
  return member;
}

/** A dissolved branch hands its members on; where the enterprise itself closed, each finds another way. */
function moveOn(
  random: Random,
  member: SampleMember,
  successor: SampleBranch,
  on: string,
  enterprise: SampleEnterprise,
  index: number,
): void {
  const last = member.jobs.at(-1);
  if (enterprise.closedAgo !== null && last) last.to = on;
  if (enterprise.closedAgo !== null && index === 3) {
    member.leftOn = on;
    member.leaveReason = "组织关系转出至外省";
    return;
  }
  member.belongings.push({ branch: successor, from: on, to: null });
  const next = enterprise.closedAgo === null || index === 2 ? undefined : successor.units.at(index === 0 ? -1 : 0);
  if (next) member.jobs.push(job(random, next, on));
}

/** Joined the Party in this branch in the last two years. */
function recruited(world: World, random: Random, branch: SampleBranch, enterprise: SampleEnterprise): SampleMember {
  const ago = random.between(0, Math.min(branch.plan.foundedAgo - 1, 5));
  const joinedOn = world.clock.at(ago, random.share());
  const member = recruit(world, random, branch.committeeId, joinedOn);
  member.belongings.push({ branch, from: joinedOn, to: null });
  member.jobs.push(job(random, enterprise, world.clock.at(ago + random.between(1, 2), 0.2 + 0.7 * random.share())));
  return member;
}

/** Came later, from outside or from another branch of the district with a change of job. */
function arrived(
  world: World,
  random: Random,
  branches: Branches,
  branch: SampleBranch,
  enterprise: SampleEnterprise,
  index: number,
): SampleMember {
  const ago = random.between(0, Math.min(branch.plan.foundedAgo - 1, 10));
  const on = world.clock.at(ago, random.share());
  const member = veteran(world, random, branch.committeeId, world.clock.at(ago + 9, 0));
  const before = [...branches.values()].filter(
    ({ plan, committeeId }) =>
      plan.foundedAgo >= ago + 2 && plan.dissolvedAgo === undefined && committeeId === branch.committeeId,
  );
  const earlier = random.isLucky(0.7) && before.length > 0 ? random.pick(before) : null;
  if (earlier && earlier !== branch && earlier.units[0]) {
    const from = world.clock.at(
      random.between(ago + 1, Math.min(earlier.plan.foundedAgo - 1, ago + 8)),
      random.share(),
    );
    member.belongings.push({ branch: earlier, from, to: on });
    member.jobs.push({ ...job(random, earlier.units[0], from), to: on });
  }
  member.belongings.push({ branch, from: on, to: null });
  const hasRetired = index >= 24 || (index >= 11 && branch.plan.key === "s7");
  if (!hasRetired) member.jobs.push(job(random, enterprise, on));
  return member;
}

const stages: MemberStage[] = ["ACTIVIST", "APPLICANT", "CANDIDATE", "APPLICANT", "ACTIVIST"];

function developingPersons(world: World, random: Random, branch: SampleBranch): SampleMember[] {
  const { plan, foundedOn, committeeId } = branch;
  return Array.from({ length: plan.developing }, () => {
    const member = developing(world, random, committeeId, random.pick(stages));
    const enterprise = random.pick(branch.units);
    const ago = random.between(0, Math.min(plan.foundedAgo, 6));
    const enteredOn = world.clock.at(ago, random.share());
    member.belongings.push({ branch, from: laterOf(enteredOn, foundedOn), to: null });
    member.jobs.push(job(random, enterprise, world.clock.at(ago + random.between(1, 2), 0.2 + 0.7 * random.share())));
    return member;
  });
}

const departures: Record<string, string[]> = {
  s1: ["组织关系转出至外省", "组织关系转出至其他区县", "去世"],
  s2: ["组织关系转出至其他区县"],
  s7: ["组织关系转出至外省", "组织关系转出至其他区县"],
  b1: ["组织关系转出至其他区县"],
  e1: ["组织关系转出至外省"],
};

/** Left the committee in the last six quarters. */
function departed(world: World, random: Random, branch: SampleBranch): SampleMember[] {
  return (departures[branch.plan.key] ?? []).map((leaveReason) => {
    const leftOn = world.clock.at(random.between(1, 6), random.share());
    const hiredOn = world.clock.at(branch.plan.foundedAgo + 1, 0.5);
    const member = veteran(world, random, branch.committeeId, hiredOn);
    member.belongings.push({ branch, from: branch.foundedOn, to: leftOn });
    if (branch.units[0]) member.jobs.push({ ...job(random, branch.units[0], hiredOn), to: leftOn });
    return Object.assign(member, { leftOn, leaveReason });
  });
}

type Place = { enterprise: SampleEnterprise; members: number };

/** Full members at an enterprise no branch covers: their membership is still kept where they came from. */
function withoutBranch(world: World, random: Random, { enterprise, members }: Place): SampleMember[] {
  return Array.from({ length: members }, () => {
    const hiredOn = world.clock.at(random.between(0, enterprise.arrivedAgo), 0.2 + 0.7 * random.share());
    const member = veteran(world, random, enterprise.park.committeeId, hiredOn);
    member.isMobile = random.isLucky(0.4);
    member.jobs.push(job(random, enterprise, hiredOn, random.isLucky(0.3)));
    return member;
  });
}
