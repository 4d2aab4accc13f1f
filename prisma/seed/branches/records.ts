import { addMonths, type Day, toDate } from "@/lib/calendar";
import { searchKeysOf } from "@/lib/search/keys";
import { pinyinSortKey } from "@/lib/search/pinyin";
import { type BranchPlan, branchPlans } from "@/prisma/seed/branches/plan";
import { typedInOn } from "@/prisma/seed/chance/people";
import { type Random, randomOf } from "@/prisma/seed/chance/random";
import type { Drafts, SampleEnterprise } from "@/prisma/seed/enterprises/drafts";
import type { Parks } from "@/prisma/seed/parks";
import type { World } from "@/prisma/seed/world";

export type Term = { startsOn: Day; endsOn: Day };

export type SampleBranch = {
  id: string;
  plan: BranchPlan;
  name: string;
  committeeId: string;
  units: SampleEnterprise[];
  foundedOn: Day;
  dissolvedOn: Day | null;
  terms: Term[];
};

export type Branches = Map<string, SampleBranch>;

/** Every branch with its terms, former names, groups and the enterprises it covers or covered. */
export function seedBranches(world: World, parks: Parks, drafts: Drafts): Branches {
  const random = randomOf("branches");
  const branches: Branches = new Map(
    branchPlans.map((plan) => [plan.key, shape(world, random, plan, drafts.ofBranch.get(plan.key) ?? [])]),
  );
  // A branch names its successor, which must stand there before it.
  const living = [...branches.values()].filter(({ plan }) => plan.successor === undefined);
  const dissolved = [...branches.values()].filter(({ plan }) => plan.successor !== undefined);
  for (const branch of [...living, ...dissolved]) {
    seedBranch(world, random, parks, branches, branch);
    seedNameAndTerms(world, random, branch);
    seedCoverage(world, random, branches, branch);
  }
  return branches;
}

function shape({ clock }: World, random: Random, plan: BranchPlan, units: SampleEnterprise[]): SampleBranch {
  const foundedOn = clock.at(plan.foundedAgo, 0.1 + 0.7 * random.share());
  const dissolvedOn = plan.dissolvedAgo === undefined ? null : clock.at(plan.dissolvedAgo, 0.5);
  const [first] = units;
  if (!first) throw new Error(`branch ${plan.key} covers nothing`);
  const terms = termsSince(foundedOn, dissolvedOn ?? clock.day, plan.isTermOverdue ?? false);
  const name = plan.name ?? `${first.name}党支部`;
  return { id: random.id(), plan, name, committeeId: first.park.committeeId, units, foundedOn, dissolvedOn, terms };
}

/** Terms of three years, one after the other; an overdue one has no follower yet. */
function termsSince(foundedOn: Day, until: Day, isOverdue: boolean): Term[] {
  const terms: Term[] = [];
  for (let months = 0; addMonths(foundedOn, months) <= until; months += 36) {
    terms.push({ startsOn: addMonths(foundedOn, months), endsOn: addMonths(foundedOn, months + 36) });
  }
  return isOverdue ? terms.slice(0, -1) : terms;
}

function seedBranch(world: World, random: Random, parks: Parks, branches: Branches, branch: SampleBranch): void {
  const { plan, name, foundedOn, dissolvedOn } = branch;
  const [year, number] = [foundedOn.slice(0, 4), random.between(3, 58)];
  world.rows.branches.push({
    id: branch.id,
    committeeId: branch.committeeId,
    name,
    nameSort: pinyinSortKey(name),
    searchKeys: searchKeysOf(name),
    kind: plan.kind,
    foundedOn: toDate(foundedOn),
    approvingPaper: `互联网党发〔${year}〕${number}号`,
    meetingPlace: `${parks[plan.park].name}${plan.building}${random.between(2, 9)}楼会议室`,
    buildingId: parks[plan.park].buildings.get(plan.building) ?? null,
    isDemonstration: plan.isDemonstration ?? false,
    dissolvedOn: dissolvedOn && toDate(dissolvedOn),
    dissolveReason: dissolvedOn && (plan.kind === "SINGLE" ? "所在企业注销" : "党员减少，与邻近支部合并"),
    successorId: plan.successor ? (branches.get(plan.successor)?.id ?? null) : null,
    createdAt: typedInOn(foundedOn),
  });
}

function seedNameAndTerms({ rows, clock }: World, random: Random, branch: SampleBranch): void {
  const { plan, foundedOn } = branch;
  if (plan.renamedAgo !== undefined) {
    const enterpriseName = branch.units[0]?.formerName;
    const name = enterpriseName ? `${enterpriseName}党支部` : branch.name.replace("楼宇联建", "联合");
    const validTo = toDate(clock.at(plan.renamedAgo, 0.45));
    rows.branchNames.push({ id: random.id(), branchId: branch.id, name, validFrom: toDate(foundedOn), validTo });
  }
  for (const { startsOn, endsOn } of branch.terms) {
    const last = branch.dissolvedOn !== null && branch.dissolvedOn < endsOn ? branch.dissolvedOn : endsOn;
    rows.terms.push({ id: random.id(), branchId: branch.id, startsOn: toDate(startsOn), endsOn: toDate(last) });
  }
  const groupCount = plan.key === "s1" ? 2 : plan.key === "b1" ? 3 : 0;
  for (const ordinal of ["第一", "第二", "第三"].slice(0, groupCount)) {
    rows.groups.push({ id: random.id(), branchId: branch.id, name: `${ordinal}党小组`, validFrom: toDate(foundedOn) });
  }
}

/** Its own enterprises; those it takes over when another branch is dissolved; those it had before they grew up. */
function seedCoverage(world: World, random: Random, branches: Branches, branch: SampleBranch): void {
  const { plan, foundedOn, dissolvedOn } = branch;
  const cover = (by: SampleBranch, enterprise: SampleEnterprise, from: Day, to: Day | null) =>
    world.rows.coverages.push({
      id: random.id(),
      branchId: by.id,
      branchKind: by.plan.kind,
      enterpriseId: enterprise.id,
      validFrom: toDate(from),
      validTo: to && toDate(to),
    });
  for (const enterprise of branch.units) {
    cover(branch, enterprise, foundedOn, dissolvedOn);
    const successor = branches.get(plan.successor ?? "");
    if (successor && dissolvedOn && enterprise.closedAgo === null) cover(successor, enterprise, dissolvedOn, null);
    const earlier = branches.get(plan.outOf ?? "");
    if (earlier) cover(earlier, enterprise, earlier.foundedOn, foundedOn);
  }
}
