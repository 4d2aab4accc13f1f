import { addMonths, type Day, toDate } from "@/lib/calendar";
import { type FactValue, type SourcedField, type Sources, withSource } from "@/lib/enterprises/rules/sources";
import { maskPhone } from "@/lib/identifiers/phone";
import { personName, phone, sealedTail } from "@/prisma/seed/chance/people";
import type { Random } from "@/prisma/seed/chance/random";
import type { SampleEnterprise } from "@/prisma/seed/enterprises/drafts";
import { creditCode } from "@/prisma/seed/enterprises/names";
import type { World } from "@/prisma/seed/world";

const capitals = [50, 100, 100, 200, 300, 500, 500, 1000, 1000, 2000, 5000];

/** What the register knows of an enterprise today, and who said each of it when. */
export function factsOf(world: World, random: Random, enterprise: SampleEnterprise, registeredOn: Day) {
  const registry = registryFacts(world, random, enterprise);
  const field = fieldFacts(world, random, enterprise);
  const contactPhone = phone(random);
  const sealed = sealedTail(contactPhone);
  const told = { ...field, contactPhone: maskPhone(contactPhone) };
  const { plannedBranchOn, ...spoken } = field;
  return {
    ...registry,
    ...spoken,
    registeredOn: toDate(registeredOn),
    plannedBranchOn: plannedBranchOn === null ? null : toDate(plannedBranchOn),
    contactPhoneCipher: sealed.cipher,
    contactPhoneTailHash: sealed.tailHash,
    sources: sourcesOf(world, random, { ...registry, registeredOn }, told),
  };
}

/** As the business registry gives them. A few newcomers have no credit code yet. */
function registryFacts(world: World, random: Random, enterprise: SampleEnterprise) {
  const gender = random.isLucky(0.68) ? "MALE" : "FEMALE";
  const legalRepresentative = personName(random, gender, world.takenNames);
  const isOwnInvestor = random.isLucky(0.7);
  const hasNoCode = enterprise.standing === "PLAIN" && random.isLucky(0.1);
  const last = enterprise.stays.at(-1);
  const room = `${random.between(2, 18)}-${random.between(1, 12)}`;
  return {
    creditCode: hasNoCode ? null : creditCode(random, enterprise.park.regionCode, world.takenNumbers),
    legalRepresentative,
    investorName: isOwnInvestor ? legalRepresentative : `重庆${enterprise.brand}投资合伙企业（有限合伙）`,
    capitalWan: random.pick(capitals),
    address: `${(last?.park ?? enterprise.park).address}${last?.building ?? ""}${room}`,
    isInvestorMember: isOwnInvestor && random.isLucky(0.8) ? random.isLucky(0.3) : null,
  };
}

/** As the park, a secretary or an instructor told them. */
function fieldFacts({ takenNames, clock }: World, random: Random, enterprise: SampleEnterprise) {
  const { partySize, standing } = enterprise;
  const isDue = standing === "UNCOVERED" && partySize >= 3;
  const isSettled = enterprise.stays.at(-1)?.isSettled ?? false;
  return {
    employeeCount: random.isLucky(0.04) ? null : employees(random, partySize),
    declaredMemberCount: standing === "PLAIN" ? random.pick([null, null, 0, 0, 0, 1]) : partySize,
    contactName: personName(random, random.isLucky(0.4) ? "MALE" : "FEMALE", takenNames),
    noBranchReason: whyNoBranch(random, enterprise, isDue, isSettled),
    plannedBranchOn: isDue ? addMonths(clock.day, random.between(1, 5)) : null,
  };
}

function employees(random: Random, partySize: number): number {
  if (partySize > 0) return partySize * random.between(6, 12) + random.between(4, 40);
  return random.isLucky(0.1) ? random.between(90, 260) : random.between(3, 48);
}

function whyNoBranch(random: Random, enterprise: SampleEnterprise, isDue: boolean, isSettled: boolean): string | null {
  if (isDue) return random.pick(["正在推选书记人选", "已向党委提出成立申请，等待批复", "部分党员组织关系正在转入"]);
  if (enterprise.standing === "UNCOVERED") return "正式党员不足三名";
  if (enterprise.standing === "BRANCH" || !isSettled) return null;
  return random.pick(["没有党员", "没有党员", "党员组织关系在原籍，暂不转入", null]);
}

type Told = Partial<Record<SourcedField, FactValue>>;

/** Registry facts from the last registry export; the others from whoever asked last, some of them long ago. */
function sourcesOf({ clock }: World, random: Random, registry: Told, told: Told): Sources {
  let sources: Sources = {};
  const exportedOn = clock.at(1, 0.95);
  for (const [field, value] of Object.entries(registry) as [SourcedField, FactValue][]) {
    if (value !== null) sources = withSource(sources, field, { source: "REGISTRY", on: exportedOn, value });
  }
  const source = random.pick(["PARK", "SECRETARY", "INSTRUCTOR", "VISIT"] as const);
  const on = clock.at(random.pick([0, 0, 1, 1, 2, 3, 5]), random.share());
  for (const [field, value] of Object.entries(told) as [SourcedField, FactValue][]) {
    if (value !== null) sources = withSource(sources, field, { source, on, value });
  }
  return withRegistryCount(sources, random, told.employeeCount, exportedOn);
}

/** The registry counts employees too, and does not always agree. */
function withRegistryCount(sources: Sources, random: Random, count: FactValue | undefined, on: Day): Sources {
  if (typeof count !== "number" || random.isLucky(0.5)) return sources;
  const value = Math.max(1, count + random.between(-4, 6));
  return withSource(sources, "employeeCount", { source: "REGISTRY", on, value });
}
