import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { type BranchFinding, branchFindings } from "@/lib/rulebook/queries/branch-findings";
import { orgLifeCompliance } from "@/lib/rulebook/queries/org-life-compliance";
import type { RuleId } from "@/lib/rulebook/rules/finding";
import { administrator, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import { orgLifeRecord, silence } from "@/tests/support/factories/quarter";
import {
  assignment,
  branch,
  committee,
  enterprise,
  instructor,
  member,
  officer,
} from "@/tests/support/factories/registers";

const day = "2026-11-23";
let committeeId: string;
let staff: Actor;

beforeAll(async () => {
  committeeId = (await committee()).id;
  staff = staffOf(committeeId, { day });
});

async function withMembers(count: number, facts: Parameters<typeof branch>[0] = {}) {
  const made = await branch({ committeeId, ...facts });
  const members = [];
  for (let index = 0; index < count; index++) members.push(await member({ branchId: made.id }));
  return { ...made, members };
}

const of = (findings: BranchFinding[], rule: RuleId) =>
  findings.filter((finding) => finding.rule === rule).map(({ outcome }) => outcome);

describe("what the rules say of a branch", () => {
  test("follows from the register and the records", async () => {
    const unit = await enterprise({ committeeId });
    const made = await withMembers(2, { kind: "JOINT", covers: [unit.id], termEndsOn: "2027-01-01" });
    for (const { id } of made.members) {
      await db.employment.create({ data: { memberId: id, enterpriseId: unit.id, validFrom: toDate("2024-01-01") } });
    }
    await officer({ branchId: made.id, memberId: made.members[0]?.id ?? "" });
    await member({ branchId: made.id, stage: "PROBATIONARY", joinedOn: "2025-12-01", name: "李明" });
    await member({ branchId: made.id, stage: "ACTIVIST" });
    await orgLifeRecord({ branchId: made.id, heldOn: "2026-11-03", kinds: ["THEME_DAY"] });
    const findings = await branchFindings(staff, { branchIds: [made.id] });
    expect(of(findings, "branchSize")).toEqual(["BREACHED"]);
    expect(findings.find(({ rule }) => rule === "organizationSize")?.text).toContain("党员 3 名");
    expect(of(findings, "jointBranch")).toEqual(["FULFILLED"]);
    expect(of(findings, "branchCommittee")).toEqual(["FULFILLED"]);
    expect(of(findings, "electionReminder")).toEqual(["DUE"]);
    expect(of(findings, "committeeMeeting")).toEqual(["NOT_APPLICABLE"]);
    expect(of(findings, "groupMeeting")).toEqual(["NOT_APPLICABLE"]);
    expect(of(findings, "themeDay")).toEqual(["BREACHED", "FULFILLED"]);
    expect(of(findings, "quorum")).toEqual(["NOT_APPLICABLE"]);
    expect(findings.find(({ rule }) => rule === "probation")).toMatchObject({
      outcome: "DUE",
      dueOn: "2026-12-01",
      subject: { kind: "MEMBER", name: "李明" },
    });
  });

  test("a withdrawn record is no meeting, and its vote no vote", async () => {
    const made = await withMembers(3);
    const record = await orgLifeRecord({ branchId: made.id, heldOn: "2026-11-03", kinds: ["GENERAL_MEETING"] });
    await db.resolution.create({
      data: { recordId: record.id, position: 1, text: "选举", entitledCount: 4, presentCount: 2, forCount: 2 },
    });
    const before = await branchFindings(staff, { branchIds: [made.id] });
    expect([of(before, "generalMeeting").at(-1), ...of(before, "quorum")]).toEqual(["FULFILLED", "BREACHED"]);
    await db.orgLifeRecord.update({ where: { id: record.id }, data: { withdrawnAt: new Date() } });
    const after = await branchFindings(staff, { branchIds: [made.id] });
    expect([of(after, "generalMeeting").at(-1), ...of(after, "quorum")]).toEqual(["DUE", "NOT_APPLICABLE"]);
  });

  test("the lecture follows the committee's own setting from its day on", async () => {
    const other = (await committee()).id;
    const made = await branch({ committeeId: other });
    for (const heldOn of ["2026-04-03", "2026-07-03"]) {
      await orgLifeRecord({ branchId: made.id, heldOn, kinds: ["PARTY_LECTURE"] });
    }
    const key = "lectureRhythmMonths";
    await db.committeeSetting.create({ data: { committeeId: other, key, value: 1, validFrom: toDate("2026-10-01") } });
    const on = async (day: string) =>
      of(await branchFindings(staffOf(other, { day }), { branchIds: [made.id] }), "partyLecture");
    expect(await on("2026-09-30")).toEqual(["FULFILLED"]);
    expect(await on(day)).toEqual(["BREACHED", "DUE"]);
  });

  test("nothing is said of a dissolved branch", async () => {
    const made = await branch({ committeeId, dissolvedOn: "2026-11-01" });
    expect(await branchFindings(staff, { branchIds: [made.id] })).toEqual([]);
    expect(await branchFindings(staff, { branchIds: [made.id], day: "2026-10-31" })).not.toEqual([]);
  });
});

describe("silenced findings", () => {
  test("are marked until the day on which they speak again", async () => {
    const made = await branch({ committeeId });
    await silence({ branchId: made.id, rule: "branchSize", until: "2026-11-24" });
    await silence({ branchId: made.id, rule: "branchCommittee", until: day });
    await silence({ branchId: made.id, rule: "themeDay", until: "2027-01-01", isEnded: true });
    const findings = await branchFindings(staff, { branchIds: [made.id] });
    const silenced = findings.filter(({ silencedUntil }) => silencedUntil !== null);
    expect(silenced.map(({ rule, silencedUntil }) => [rule, silencedUntil])).toEqual([["branchSize", "2026-11-24"]]);
  });

  test("a member's is silenced without the others'", async () => {
    const made = await branch({ committeeId });
    const joined = { branchId: made.id, stage: "PROBATIONARY" as const, joinedOn: "2025-01-01" };
    const [late] = [await member(joined), await member(joined)];
    await silence({ branchId: made.id, rule: "probation", subjectId: late.id, until: "2026-12-31" });
    const findings = await branchFindings(staff, { branchIds: [made.id] });
    const probation = findings.filter(({ rule }) => rule === "probation");
    expect(probation.filter(({ silencedUntil }) => silencedUntil).map(({ subject }) => subject.id)).toEqual([late.id]);
    expect(probation).toHaveLength(2);
  });
});

test("five branches take no more queries than one", async () => {
  const own = (await committee()).id;
  const queriesFor = async () => {
    const query = vi.spyOn(pg.Client.prototype, "query");
    const findings = await branchFindings(staffOf(own, { day }), {});
    return [new Set(findings.map(({ branchId }) => branchId)).size, query.mock.calls.length];
  };
  const addBranch = async () => {
    const unit = await enterprise({ committeeId: own });
    const made = await branch({ committeeId: own, covers: [unit.id] });
    await member({ branchId: made.id, enterpriseId: unit.id, stage: "PROBATIONARY" });
    await orgLifeRecord({ branchId: made.id, heldOn: "2026-11-03" });
  };
  await addBranch();
  const [one, few = 0] = await queriesFor();
  vi.restoreAllMocks();
  for (let more = 0; more < 4; more++) await addBranch();
  expect([one, ...(await queriesFor())]).toEqual([1, 5, few]);
  expect(few).toBeGreaterThan(0);
});

describe("scope", () => {
  test("staff read their committees', secretaries their branch's, nobody else any", async () => {
    const own = (await committee()).id;
    const [mine, other] = [await branch({ committeeId: own }), await branch({ committeeId: own })];
    const profile = await instructor({ committeeId: own });
    await assignment({ instructorId: profile.id, branchId: mine.id });
    const branchesOf = async (actor: Actor) => [
      ...new Set((await branchFindings(actor, { branchIds: [mine.id, other.id] })).map(({ branchId }) => branchId)),
    ];
    expect((await branchesOf(staffOf(own, { day }))).toSorted()).toEqual([mine.id, other.id].toSorted());
    expect(await branchesOf(secretaryOf(mine.id, { day }))).toEqual([mine.id]);
    for (const actor of [staff, instructorOf(profile.id, { day }), administrator({ day }), auditor({ day })]) {
      expect(await branchesOf(actor)).toEqual([]);
      expect(await orgLifeCompliance(actor, { branchIds: [mine.id], quarter: { year: 2026, quarter: 3 } })).toEqual([]);
    }
  });
});

describe("a quarter's organization life", () => {
  const quarter = { year: 2026, quarter: 4 as const };

  test("owed, held and missed, rule by rule", async () => {
    const made = await withMembers(3);
    for (const heldOn of ["2026-10-01", "2026-10-20", "2026-11-10"]) {
      await orgLifeRecord({ branchId: made.id, heldOn, kinds: ["THEME_DAY", "PARTY_LECTURE"] });
    }
    await orgLifeRecord({ branchId: made.id, heldOn: "2026-02-01", kinds: ["ORG_LIFE_MEETING"] });
    const rows = await orgLifeCompliance(staff, { branchIds: [made.id], quarter });
    const figures = Object.fromEntries(
      rows.map(({ kind, required, fulfilled, missed }) => [kind, [required, fulfilled, missed]]),
    );
    expect(figures).toEqual({
      GENERAL_MEETING: [1, 0, 0],
      COMMITTEE_MEETING: [0, 0, 0],
      GROUP_MEETING: [0, 0, 0],
      PARTY_LECTURE: [1, 1, 0],
      THEME_DAY: [3, 2, 0],
      ORG_LIFE_MEETING: [1, 1, 0],
      DEMOCRATIC_APPRAISAL: [1, 0, 0],
    });
    const later = await orgLifeCompliance(staffOf(committeeId, { day: "2027-01-01" }), {
      branchIds: [made.id],
      quarter,
    });
    expect(later.filter(({ missed }) => missed > 0).map(({ kind }) => kind)).toEqual([
      "GENERAL_MEETING",
      "THEME_DAY",
      "DEMOCRATIC_APPRAISAL",
    ]);
  });

  test("a branch dissolved in the quarter owes the months before", async () => {
    const made = await branch({ committeeId, dissolvedOn: "2026-11-15" });
    const rows = await orgLifeCompliance(staff, { branchIds: [made.id], quarter });
    expect(rows.find(({ kind }) => kind === "THEME_DAY")).toMatchObject({ required: 1, fulfilled: 0, missed: 1 });
    expect(rows.find(({ kind }) => kind === "GENERAL_MEETING")).toMatchObject({ required: 0 });
  });
});
