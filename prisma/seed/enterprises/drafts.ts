import type { EnterpriseCategory } from "@/generated/prisma/enums";
import { type BranchPlan, branchPlans, plainCounts, uncoveredPlans } from "@/prisma/seed/branches/plan";
import { type Random, randomOf } from "@/prisma/seed/chance/random";
import { brandName, enterpriseName } from "@/prisma/seed/enterprises/names";
import type { ParkKey, Parks, SamplePark } from "@/prisma/seed/parks";
import type { World } from "@/prisma/seed/world";

/** Where an enterprise is from a quarter on. */
export type Stay = { ago: number; share: number; park: SamplePark; building: string | null; isSettled: boolean };

/** An enterprise of the samples before it becomes rows. All times are quarters before the present one. */
export type SampleEnterprise = {
  id: string;
  park: SamplePark;
  brand: string;
  name: string;
  category: EnterpriseCategory;
  registeredAgo: number;
  arrivedAgo: number;
  stays: Stay[];
  closedAgo: number | null;
  renamedAgo: number | null;
  formerName: string | null;
  /** Party members working there today, as planned. */
  partySize: number;
  standing: "BRANCH" | "UNCOVERED" | "PLAIN";
  /** Covered by a branch as of today. */
  isCovered: boolean;
};

export type Drafts = {
  all: SampleEnterprise[];
  /** Branch key → its enterprises, in the order of the plan's units. */
  ofBranch: Map<string, SampleEnterprise[]>;
  uncovered: { enterprise: SampleEnterprise; members: number }[];
};

const categories = ["NEWS", "AUDIOVISUAL", "CONTENT", "OPERATION", "TECHNOLOGY"] as const;
const latin = [
  "TECHNOLOGY",
  "OPERATION",
  "TECHNOLOGY",
  "CONTENT",
  "OPERATION",
  "AUDIOVISUAL",
  "NEWS",
  "OTHER",
] as const;

/** Plans every enterprise: first those that branches need, then those with members and no branch, then the others. */
export function draftEnterprises(world: World, parks: Parks): Drafts {
  const random = randomOf("enterprises");
  const ofBranch = new Map(branchPlans.map((plan) => [plan.key, branchUnits(world, random, parks, plan)]));
  const uncovered = uncoveredPlans.flatMap((plan) => {
    const shared = random.pick(categories);
    return plan.members.map((members) => {
      const category = plan.isAlike ? shared : random.pick(categories);
      const place = { park: parks[plan.park], building: plan.building };
      const arrivedAgo = random.between(1, 14);
      const enterprise = draft(world, random, { ...place, category, arrivedAgo, partySize: members });
      enterprise.standing = "UNCOVERED";
      return { enterprise, members };
    });
  });
  const plain = (Object.keys(plainCounts) as ParkKey[]).flatMap((key) =>
    Array.from({ length: plainCounts[key] }, (_, index) => plainEnterprise(world, random, parks, key, index)),
  );
  const all = [...[...ofBranch.values()].flat(), ...uncovered.map(({ enterprise }) => enterprise), ...plain];
  return { all, ofBranch, uncovered };
}

/** In the park at least two quarters before the branch was founded. */
function branchUnits(world: World, random: Random, parks: Parks, plan: BranchPlan): SampleEnterprise[] {
  return plan.units.map((partySize) => {
    const place = { park: parks[plan.park], building: plan.building };
    const foundedAgo = plan.outOf ? plan.foundedAgo + 5 : plan.foundedAgo;
    const arrivedAgo = foundedAgo + random.between(2, 9);
    const enterprise = draft(world, random, { ...place, category: random.pick(categories), arrivedAgo, partySize });
    enterprise.standing = "BRANCH";
    enterprise.isCovered = plan.dissolvedAgo === undefined || plan.kind !== "SINGLE";
    if (plan.kind === "SINGLE") enterprise.closedAgo = plan.dissolvedAgo ?? null;
    if (plan.kind === "SINGLE") enterprise.renamedAgo = plan.renamedAgo ?? null;
    return enterprise;
  });
}

type Given = {
  park: SamplePark;
  building: string;
  category: EnterpriseCategory;
  arrivedAgo: number;
  partySize: number;
};

function draft(world: World, random: Random, given: Given): SampleEnterprise {
  const brand = brandName(random, world.takenNames);
  const { park, building, category, arrivedAgo, partySize } = given;
  return {
    id: random.id(),
    park,
    brand,
    name: enterpriseName(random, brand, category),
    category,
    registeredAgo: arrivedAgo + (random.isLucky(0.5) ? 0 : random.between(1, 24)),
    arrivedAgo,
    stays: [{ ago: arrivedAgo, share: random.share(), park, building, isSettled: true }],
    closedAgo: null,
    renamedAgo: null,
    formerName: null,
    partySize,
    standing: "PLAIN",
    isCovered: false,
  };
}

/** Without members: some settled at once, some later, some never; some moved, closed or gave up their office. */
function plainEnterprise(world: World, random: Random, parks: Parks, key: ParkKey, index: number): SampleEnterprise {
  const park = parks[key];
  const building = random.pick([...park.buildings.keys()]);
  const isOld = key === "ranjiaba" || random.isLucky(0.55);
  const arrivedAgo = isOld ? random.between(8, 34) : random.between(0, 7);
  const enterprise = draft(world, random, { park, building, category: random.pick(latin), arrivedAgo, partySize: 0 });
  if (key === "ranjiaba") return moveAway(enterprise, random, parks, index);
  const [stay] = enterprise.stays;
  if (!stay) return enterprise;
  const fate = index % 10;
  stay.isSettled = fate < 4;
  const later = { ...stay, share: random.share() };
  if (fate === 4 && arrivedAgo > 2) {
    enterprise.stays.push({ ...later, ago: random.between(0, Math.min(6, arrivedAgo - 1)), isSettled: true });
  }
  if (fate === 0 && arrivedAgo > 4 && park.buildings.size > 1) {
    const other = random.pick([...park.buildings.keys()].filter((name) => name !== building));
    enterprise.stays.push({ ...later, ago: random.between(1, 4), building: other });
  }
  if (fate === 1 && arrivedAgo > 9) enterprise.stays.push({ ...later, ago: random.between(1, 5), isSettled: false });
  if (fate === 7 && arrivedAgo > 3) enterprise.closedAgo = random.between(0, Math.min(7, arrivedAgo - 2));
  if (fate === 8) stay.building = null;
  if (fate === 2 && arrivedAgo > 6) enterprise.renamedAgo = random.between(1, 5);
  return enterprise;
}

/** The old e-commerce park closed five quarters ago: its tenants went to other parks, one went out of business. */
function moveAway(enterprise: SampleEnterprise, random: Random, parks: Parks, index: number): SampleEnterprise {
  if (index === 0) enterprise.closedAgo = 5;
  else {
    const park = parks[random.pick(["xiantao", "longta", "yuelai"] as const)];
    const building = random.pick([...park.buildings.keys()]);
    enterprise.stays.push({ ago: 5, share: 0.3, park, building, isSettled: true });
  }
  return enterprise;
}
