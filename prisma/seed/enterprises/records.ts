import { type Day, toDate } from "@/lib/calendar";
import { normaliseName } from "@/lib/identifiers/name";
import { searchKeysOf } from "@/lib/search/keys";
import { pinyinSortKey } from "@/lib/search/pinyin";
import { typedInOn } from "@/prisma/seed/chance/people";
import { type Random, randomOf } from "@/prisma/seed/chance/random";
import type { Drafts, SampleEnterprise } from "@/prisma/seed/enterprises/drafts";
import { factsOf } from "@/prisma/seed/enterprises/facts";
import { brandName, enterpriseName } from "@/prisma/seed/enterprises/names";
import type { World } from "@/prisma/seed/world";

const closeReasons = ["注销", "注销", "迁出", "吊销", "停业"];

/** The rows of every enterprise: itself, its former names, where it was when, its years above scale. */
export function seedEnterprises(world: World, { all }: Drafts): void {
  const random = randomOf("enterprise facts");
  const [first] = all.filter(({ category, standing }) => category === "TECHNOLOGY" && standing === "BRANCH");
  // The example of the search box: found by `ydkj`.
  if (first) first.name = "重庆屿云达科技有限公司";
  for (const enterprise of all) seedEnterprise(world, random, enterprise);
  seedAssociation(world, all);
}

function seedEnterprise(world: World, random: Random, enterprise: SampleEnterprise): void {
  const { rows, clock } = world;
  const { id, name, category, park, closedAgo } = enterprise;
  const registeredOn = clock.at(enterprise.registeredAgo, 0.1);
  const closedOn = closedAgo === null ? null : clock.at(closedAgo, 0.5);
  const facts = factsOf(world, random, enterprise, registeredOn);
  const typedIn = typedInOn(arrivalOf(world, enterprise));
  rows.enterprises.push({
    id,
    committeeId: park.committeeId,
    name,
    nameKey: normaliseName(name),
    nameSort: pinyinSortKey(name),
    searchKeys: searchKeysOf(name),
    category,
    ...facts,
    closedOn: closedOn && toDate(closedOn),
    closeReason: closedOn && random.pick(closeReasons),
    createdAt: typedIn,
    updatedAt: typedIn,
  });
  seedFormerName(world, random, enterprise, registeredOn);
  seedStays(world, random, enterprise, closedOn);
  seedScaleYears(world, enterprise, facts.employeeCount);
}

/** The first day in a park of the samples. */
export function arrivalOf({ clock }: World, enterprise: SampleEnterprise): Day {
  return clock.at(enterprise.arrivedAgo, 0.1 + 0.8 * (enterprise.stays[0]?.share ?? 0));
}

function seedFormerName(world: World, random: Random, enterprise: SampleEnterprise, registeredOn: Day): void {
  const { renamedAgo, category, id } = enterprise;
  if (renamedAgo === null) return;
  const name = enterpriseName(random, brandName(random, world.takenNames), category);
  const validTo = toDate(world.clock.at(renamedAgo, 0.4));
  const former = { name, nameKey: normaliseName(name), validFrom: toDate(registeredOn), validTo };
  enterprise.formerName = name;
  world.rows.enterpriseNames.push({ id: random.id(), enterpriseId: id, ...former });
}

/** Each stay lasts until the next one, the last until the enterprise closed. */
function seedStays(world: World, random: Random, enterprise: SampleEnterprise, closedOn: Day | null): void {
  const { rows, clock } = world;
  const days = enterprise.stays.map(({ ago, share }, index) =>
    index === 0 ? arrivalOf(world, enterprise) : clock.at(ago, share),
  );
  enterprise.stays.forEach(({ park, building, isSettled }, index) => {
    const end = days[index + 1] ?? closedOn;
    rows.locations.push({
      id: random.id(),
      enterpriseId: enterprise.id,
      parkId: park.id,
      buildingId: building === null ? null : (park.buildings.get(building) ?? null),
      isSettled,
      validFrom: toDate(days[index] ?? clock.day),
      validTo: end && toDate(end),
    });
  });
}

function seedScaleYears({ rows, clock }: World, enterprise: SampleEnterprise, employeeCount: number | null): void {
  if (employeeCount === null || employeeCount < 100 || enterprise.closedAgo !== null) return;
  const year = Number(clock.day.slice(0, 4));
  const since = Number(clock.at(enterprise.registeredAgo, 0).slice(0, 4)) + 1;
  for (const listed of [year - 2, year - 1, year]) {
    if (listed < since) continue;
    rows.scaleYears.push({ enterpriseId: enterprise.id, year: listed, source: "统计部门规模以上企业名录" });
  }
}

const associationCategories = ["NEWS", "AUDIOVISUAL", "CONTENT", "OPERATION", "TECHNOLOGY"] as const;

/** The association: fifty units of the district in five categories, ten of each, and a few who left. */
function seedAssociation({ rows, clock }: World, all: SampleEnterprise[]): void {
  const random = randomOf("association");
  const district = all[0]?.park.committeeId;
  const lasting = all.filter(
    ({ park, closedAgo, registeredAgo }) => park.committeeId === district && closedAgo === null && registeredAgo >= 4,
  );
  for (const category of associationCategories) {
    const units = lasting.filter((enterprise) => enterprise.category === category).slice(0, 11);
    units.forEach(({ id, registeredAgo }, index) => {
      const joinedAgo = Math.max(2, registeredAgo - random.between(1, 6));
      rows.associations.push({
        id: random.id(),
        enterpriseId: id,
        validFrom: toDate(clock.at(joinedAgo, random.share())),
        validTo: index === 10 ? toDate(clock.at(1, random.share())) : null,
      });
    });
  }
}
