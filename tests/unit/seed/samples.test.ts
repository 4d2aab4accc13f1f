import { readFileSync } from "node:fs";
import { read, utils } from "@e965/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import { passwordFault } from "@/lib/auth/passwords";
import { addDays, type Day, toDate } from "@/lib/calendar";
import { decryptPersonal } from "@/lib/crypto/personal";
import { isCreditCode } from "@/lib/identifiers/credit-code";
import { checkIdNumber } from "@/lib/identifiers/id-number";
import { normaliseName } from "@/lib/identifiers/name";
import { sampleAccounts } from "@/prisma/seed/accounts";
import { sampleRows } from "@/prisma/seed/seed";
import type { Rows } from "@/prisma/seed/world";

process.env.DATA_KEY ||= Buffer.alloc(32, 7).toString("base64");

const day = "2026-11-23";
let rows: Rows;
beforeAll(async () => {
  rows = await sampleRows(day);
});

type Fact = { validFrom: Date | string; validTo?: Date | string | null };
const holdsOn = (at: Day) => (fact: Fact) =>
  fact.validFrom <= toDate(at) && (!fact.validTo || fact.validTo > toDate(at));
const time = (date: Date | string | null | undefined) => (date ? new Date(date).getTime() : Number.POSITIVE_INFINITY);

/** Facts of one subject, of which only one may hold at a time. */
function overlapping<F extends Fact>(facts: F[], subjectOf: (fact: F) => string): F[] {
  const bySubject = Map.groupBy(facts, subjectOf);
  return [...bySubject.values()].flatMap((group) => {
    const ordered = group.toSorted((a, b) => time(a.validFrom) - time(b.validFrom));
    return ordered.filter((fact, index) => index > 0 && time(ordered[index - 1]?.validTo) > time(fact.validFrom));
  });
}

describe.each(["2026-11-23", "2026-01-01", "2026-03-31", "2026-04-01", "2026-12-31", "2027-07-02", "2028-02-29"])(
  "as of %s",
  (at) => {
    let samples: Rows;
    beforeAll(async () => {
      samples = await sampleRows(at);
    });

    test("every dated fact lasts at least a day and began no later than that day", () => {
      const facts = [
        samples.locations,
        samples.associations,
        samples.coverages,
        samples.memberships,
        samples.employments,
      ];
      const others = [samples.officers, samples.duties, samples.assignments, samples.grants, samples.groups];
      for (const fact of [...facts, ...others].flat()) {
        expect(time(fact.validFrom)).toBeLessThanOrEqual(toDate(at).getTime());
        expect(time(fact.validTo)).toBeGreaterThan(time(fact.validFrom));
      }
    });

    test("nothing that may hold only once holds twice", () => {
      expect(overlapping(samples.memberships, (fact) => fact.memberId)).toEqual([]);
      expect(overlapping(samples.employments, (fact) => fact.memberId)).toEqual([]);
      expect(overlapping(samples.locations, (fact) => fact.enterpriseId)).toEqual([]);
      expect(overlapping(samples.associations, (fact) => fact.enterpriseId)).toEqual([]);
      const secretaries = samples.officers.filter(({ post }) => post === "SECRETARY");
      expect(overlapping(secretaries, (fact) => fact.branchId)).toEqual([]);
    });

    test("the district has twenty-four live branches, each with one secretary, three of four of them managers", () => {
      const [, district] = samples.committees;
      const living = samples.branches.filter((branch) => branch.committeeId === district?.id && !branch.dissolvedOn);
      const secretaries = samples.officers
        .filter(({ post }) => post === "SECRETARY")
        .filter(holdsOn(at))
        .filter(({ branchId }) => living.some(({ id }) => id === branchId));
      const managers = secretaries.filter(({ memberId }) =>
        samples.employments.some((job) => job.memberId === memberId && job.isManagement && holdsOn(at)(job)),
      );
      expect([living.length, secretaries.length, managers.length]).toEqual([24, 24, 18]);
    });

    test("every live branch has three full members or more, a joint one five enterprises at most", () => {
      const full = new Set(
        samples.members.filter(({ stage, leftOn }) => stage === "FULL" && !leftOn).map(({ id }) => id),
      );
      for (const branch of samples.branches.filter(({ dissolvedOn }) => !dissolvedOn)) {
        const inBranch = (fact: Fact & { branchId: string }) => fact.branchId === branch.id && holdsOn(at)(fact);
        const members = samples.memberships.filter(inBranch).filter(({ memberId }) => full.has(memberId));
        expect(members.length).toBeGreaterThanOrEqual(3);
        expect(members.length).toBeLessThanOrEqual(50);
        expect(samples.coverages.filter(inBranch).length).toBeLessThanOrEqual(branch.kind === "SINGLE" ? 1 : 5);
      }
    });

    test("the association has fifty units, ten of each category", () => {
      const units = new Map(samples.enterprises.map(({ id, category }) => [id, category]));
      const categories = samples.associations.filter(holdsOn(at)).map(({ enterpriseId }) => units.get(enterpriseId));
      const counts = [...Map.groupBy(categories, (category) => category).values()].map(({ length }) => length);
      expect(counts).toEqual([10, 10, 10, 10, 10]);
    });
  },
);

test("the same day gives the same samples", async () => {
  const drawnByChance = new Set(["passwordHash", "idNumberCipher", "phoneCipher", "contactPhoneCipher"]);
  const text = (of: Rows) => JSON.stringify(of, (key, value) => (drawnByChance.has(key) ? null : value));
  expect(text(await sampleRows(day))).toBe(text(rows));
});

test("covered enterprises grow quarter by quarter over the eight quarters", () => {
  const ends = ["2024-12-31", "2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31", "2026-03-31", "2026-06-30", day];
  const covered = ends.map((end) => new Set(rows.coverages.filter(holdsOn(end)).map((fact) => fact.enterpriseId)).size);
  expect(covered.toSorted((a, b) => a - b)).toEqual(covered);
  expect(covered.at(-1)).toBeGreaterThan(2 * (covered[0] ?? 0));
});

test("numbers hold their check digits, and ID numbers name the region that does not exist", () => {
  for (const { creditCode } of rows.enterprises) if (creditCode) expect(isCreditCode(creditCode)).toBe(true);
  for (const { idNumberCipher, birthOn, gender } of rows.members) {
    const reading = checkIdNumber(decryptPersonal(idNumberCipher));
    expect(reading).toMatchObject({ kind: "VALID", gender, idNumber: expect.stringMatching(/^999999/) });
    expect(reading.kind === "VALID" && toDate(reading.birthOn)).toEqual(birthOn);
  }
});

test("nothing of the samples stands in the example files, so that importing these finds everything new", () => {
  const written = new Set(["enterprises-xiantao.xlsx", "members-xiantao.xlsx"].flatMap(cellsOf));
  expect(written.size).toBeGreaterThan(2000);
  const names = [...rows.enterprises, ...rows.enterpriseNames, ...rows.branches].map(({ name }) => normaliseName(name));
  const codes = rows.enterprises.flatMap(({ creditCode }) => creditCode ?? []);
  const numbers = rows.members.map(({ idNumberCipher }) => decryptPersonal(idNumberCipher));
  expect([...names, ...codes, ...numbers].filter((text) => written.has(text))).toEqual([]);
});

function cellsOf(fileName: string): string[] {
  const book = read(readFileSync(new URL(`../../fixtures/imports/${fileName}`, import.meta.url)));
  const rowsOf = (sheet: string) => utils.sheet_to_json<unknown[]>(book.Sheets[sheet] ?? {}, { header: 1 });
  return book.SheetNames.flatMap((sheet) =>
    rowsOf(sheet)
      .flat()
      .map((cell) => normaliseName(String(cell))),
  );
}

test("everybody was grown up when joining and on probation for a year", () => {
  for (const { birthOn, joinedOn, becameFullOn, stage } of rows.members) {
    if (!joinedOn) {
      expect(["APPLICANT", "ACTIVIST", "CANDIDATE"]).toContain(stage);
      continue;
    }
    expect(time(joinedOn) - time(birthOn)).toBeGreaterThan(18 * 365.25 * 86_400_000);
    expect(Boolean(becameFullOn)).toBe(stage === "FULL");
    if (becameFullOn) expect(time(becameFullOn) - time(joinedOn)).toBeGreaterThanOrEqual(365 * 86_400_000);
  }
});

test("the registers are long enough to turn pages, and marked as samples", () => {
  expect(rows.enterprises.length).toBeGreaterThan(150);
  expect(rows.members.length).toBeGreaterThan(250);
  expect(rows.settings).toContainEqual(expect.objectContaining({ key: "isSample", value: true }));
  expect(rows.committees.map(({ code }) => code)).toEqual(["chongqing", "yubei", "jiangbei"]);
});

test("a committee carries the name of the day", async () => {
  const nameOn = async (at: Day) => (await sampleRows(at)).committees[1]?.name;
  expect(await nameOn("2025-11-27")).toBe("重庆市渝北区互联网行业党委");
  expect(await nameOn(addDays("2025-11-27", 1))).toBe("重庆两江新区渝北片区互联网行业党委");
});

test.each(sampleAccounts)("the password of $username keeps the rules", ({ username, password, name, grant }) => {
  const isOfficer = grant.role === "ADMIN" || grant.role === "AUDITOR";
  expect(passwordFault(password, { username, name: name || username, isOfficer })).toBeNull();
});
