import { encryptPersonal, searchHash } from "@/lib/crypto/personal";
import { isCreditCode } from "@/lib/identifiers/credit-code";
import { idNumberCheckSign } from "@/lib/identifiers/id-number";
import { normaliseName } from "@/lib/identifiers/name";
import type { Value } from "@/scripts/bench/generate/copy";
import { type FieldHabit, putField } from "@/scripts/bench/generate/field";
import { type BranchMembers, type Habit, putQuarters } from "@/scripts/bench/generate/quarters";
import type { Random } from "@/scripts/bench/generate/random";
import { companyName, personName, spelled } from "@/scripts/bench/generate/words";

type Rows = Record<string, Record<string, Value>[]>;
type Share = { enterprises: number; branches: number; members: number; habit: Habit; field: FieldHabit };
type Park = { id: string; buildings: string[] };

const categories = ["NEWS", "AUDIOVISUAL", "CONTENT", "OPERATION", "TECHNOLOGY", "OTHER"];
const year = (random: Random, from: number, span: number) => from + random.below(span);
const day = (random: Random, inYear: number) =>
  `${inYear}-${String(1 + random.below(12)).padStart(2, "0")}-${String(1 + random.below(28)).padStart(2, "0")}`;

/** One committee's records with their histories: parks, enterprises, branches, members, instructors, quarters, work in the field. */
export function districtRows(random: Random, committeeId: string, index: number, share: Share): Rows {
  const rows: Rows = {};
  const put = (table: string, row: Record<string, Value>) => {
    rows[table] ??= [];
    rows[table].push(row);
    return row;
  };
  const parks = Array.from({ length: 8 }, (_, number) =>
    putPark(put, random, committeeId, `${index}区${number + 1}号`),
  );
  const enterpriseIds = Array.from({ length: share.enterprises }, (_, number) =>
    putEnterprise(put, random, committeeId, parks, index * 10_000 + number),
  );
  const branchIds = putBranches(put, random, committeeId, enterpriseIds, share.branches);
  const members: BranchMembers = new Map(branchIds.map((branchId) => [branchId, []]));
  for (let number = 0; number < share.members; number += 1) {
    const home = { committeeId, enterpriseIds, branchIds, number: index * 10_000 + number };
    const { memberId, branchId } = putMember(put, random, home);
    members.get(branchId)?.push(memberId);
  }
  const care = putInstructors(put, random, committeeId, enterpriseIds);
  putQuarters(put, random, committeeId, members, share.habit);
  const parkIds = parks.map(({ id }) => id);
  putField(put, random, { committeeId, parkIds, branchIds, enterpriseIds, ...care, habit: share.field });
  return rows;
}

const signs = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"];

/** A credit code with its right check sign, so that forms accept it. */
function creditCodeOf(number: number): string {
  const head = `91500112${String(number).padStart(9, "0")}`;
  return signs.map((sign) => head + sign).find(isCreditCode) ?? "";
}

export type Put = (table: string, row: Record<string, Value>) => Record<string, Value>;

function putPark(put: Put, random: Random, committeeId: string, name: string): Park {
  const id = random.uuid();
  put("Park", { id, committeeId, ...spelled(`${name}产业园`) });
  const buildings = Array.from({ length: 12 }, (_, number) => {
    const building = random.uuid();
    put("Building", { id: building, parkId: id, name: `${number + 1}号楼`, nameSort: String(number).padStart(2, "0") });
    return building;
  });
  return { id, buildings };
}

function putEnterprise(put: Put, random: Random, committeeId: string, parks: Park[], number: number): string {
  const id = random.uuid();
  const name = companyName(random, "重庆");
  const foundedIn = year(random, 2008, 17);
  put("Enterprise", {
    id,
    committeeId,
    ...spelled(name),
    nameKey: `${normaliseName(name)}${random.chance(0.02) ? "" : number}`,
    creditCode: creditCodeOf(number),
    category: random.pick(categories),
    legalRepresentative: personName(random),
    address: `科技大道${1 + random.below(200)}号`,
    registeredOn: day(random, foundedIn),
    capitalWan: 100 + random.below(5_000),
    employeeCount: 1 + random.below(400),
    closedOn: random.chance(0.03) ? day(random, 2025) : null,
    sources: JSON.stringify({ employeeCount: [{ source: "REGISTRY", on: "2026-09-30", value: 10 }] }),
  });
  const park = random.pick(parks);
  const movedOn = random.chance(0.2) ? day(random, 2025) : null;
  const isSettled = random.chance(0.4);
  if (movedOn) {
    put("EnterpriseLocation", {
      id: random.uuid(),
      enterpriseId: id,
      parkId: random.pick(parks).id,
      buildingId: null,
      isSettled: false,
      validFrom: "2020-01-01",
      validTo: movedOn,
    });
  }
  put("EnterpriseLocation", {
    id: random.uuid(),
    enterpriseId: id,
    parkId: park.id,
    buildingId: random.pick(park.buildings),
    isSettled,
    validFrom: movedOn ?? "2020-01-01",
    validTo: null,
  });
  if (random.chance(0.1)) put("EnterpriseScaleYear", { enterpriseId: id, year: 2026, source: "统计部门" });
  if (random.chance(0.05))
    put("AssociationMembership", { id: random.uuid(), enterpriseId: id, validFrom: "2023-01-01", validTo: null });
  return id;
}

/** Three branches in five are single; joint ones cover three enterprises, and some coverage has ended. */
function putBranches(put: Put, random: Random, committeeId: string, enterpriseIds: string[], count: number): string[] {
  const waiting = [...enterpriseIds];
  return Array.from({ length: count }, (_, number) => {
    const id = random.uuid();
    const kind = number % 5 < 3 ? "SINGLE" : number % 5 === 3 ? "JOINT" : "BUILDING_JOINT";
    const foundedOn = day(random, year(random, 2019, 7));
    put("Branch", { id, committeeId, ...spelled(`${companyName(random, "")}第${number + 1}支部`), kind, foundedOn });
    put("BranchTerm", { id: random.uuid(), branchId: id, startsOn: "2024-06-01", endsOn: "2027-06-01" });
    for (const enterpriseId of waiting.splice(0, kind === "SINGLE" ? 1 : 3)) {
      put("BranchCoverage", {
        id: random.uuid(),
        branchId: id,
        branchKind: kind,
        enterpriseId,
        validFrom: foundedOn,
        validTo: random.chance(0.05) ? "2026-06-01" : null,
      });
    }
    return id;
  });
}

function putMember(
  put: Put,
  random: Random,
  home: { committeeId: string; enterpriseIds: string[]; branchIds: string[]; number: number },
): { memberId: string; branchId: string } {
  const id = random.uuid();
  const digits = `999999${1960 + random.below(45)}${String(1 + random.below(12)).padStart(2, "0")}${String(1 + random.below(28)).padStart(2, "0")}${String(random.below(1000)).padStart(3, "0")}`;
  const idNumber = digits + idNumberCheckSign(digits);
  const joinedOn = day(random, year(random, 1995, 29));
  put("Member", {
    id,
    committeeId: home.committeeId,
    ...spelled(personName(random), true),
    gender: random.chance(0.6) ? "MALE" : "FEMALE",
    ethnicity: "汉族",
    birthOn: `${digits.slice(6, 10)}-${digits.slice(10, 12)}-${digits.slice(12, 14)}`,
    idNumberCipher: encryptPersonal(idNumber),
    idNumberHash: searchHash("idNumber", `${idNumber}${home.number}`),
    phoneCipher: encryptPersonal(`190${String(home.number).padStart(8, "0")}`),
    phoneTailHash: searchHash("phoneTail", String(home.number % 10_000).padStart(4, "0")),
    education: "大学本科",
    stage: random.chance(0.93) ? "FULL" : "PROBATIONARY",
    joinedOn,
    becameFullOn: `${Number(joinedOn.slice(0, 4)) + 1}${joinedOn.slice(4)}`,
  });
  const moved = random.chance(0.15) ? day(random, 2025) : null;
  const branchId = random.pick(home.branchIds);
  if (moved)
    put("Membership", {
      id: random.uuid(),
      memberId: id,
      branchId: random.pick(home.branchIds),
      validFrom: "2021-01-01",
      validTo: moved,
    });
  put("Membership", { id: random.uuid(), memberId: id, branchId, validFrom: moved ?? "2021-01-01", validTo: null });
  if (moved)
    put("Employment", {
      id: random.uuid(),
      memberId: id,
      enterpriseId: random.pick(home.enterpriseIds),
      post: "职员",
      validFrom: "2021-01-01",
      validTo: moved,
    });
  put("Employment", {
    id: random.uuid(),
    memberId: id,
    enterpriseId: random.pick(home.enterpriseIds),
    post: "工程师",
    validFrom: moved ?? "2021-01-01",
    validTo: null,
  });
  return { memberId: id, branchId };
}

/** Six of them, each looking after a share of every fifth enterprise. */
function putInstructors(put: Put, random: Random, committeeId: string, enterpriseIds: string[]) {
  const cared = new Map<string, string>();
  const instructorIds = Array.from({ length: 6 }, () => {
    const id = random.uuid();
    put("Instructor", {
      id,
      committeeId,
      ...spelled(personName(random), true),
      kind: "PART_TIME",
      startedOn: "2023-01-01",
    });
    return id;
  });
  for (const enterpriseId of enterpriseIds.filter(() => random.chance(0.2))) {
    const instructorId = random.pick(instructorIds);
    cared.set(enterpriseId, instructorId);
    put("Assignment", {
      id: random.uuid(),
      instructorId,
      enterpriseId,
      validFrom: "2024-01-01",
      validTo: null,
    });
  }
  return { instructorIds, cared };
}
