import { beforeAll, describe, expect, test } from "vitest";
import { type Day, type Quarter, quarterDays, toDate, toDay, today } from "@/lib/calendar";
import { recordFits } from "@/lib/plans/rules";
import { hindrancesOf } from "@/lib/summaries/rules/gaps";
import { summaryContent } from "@/lib/summaries/schema";
import { statusAfter } from "@/lib/summaries/workflow";
import { sampleRows } from "@/prisma/seed/seed";
import type { Rows } from "@/prisma/seed/world";

process.env.DATA_KEY ||= Buffer.alloc(32, 7).toString("base64");

const days = ["2026-11-23", "2026-01-01", "2026-03-31", "2026-04-01", "2026-10-12", "2026-12-31", "2028-02-29"];

type Value = Date | string | null | undefined;
const dayOf = (value: Value): Day => toDay(new Date(value ?? 0));
const momentOf = (value: Value) => new Date(value ?? 0);
const by = <Row, Key>(rows: Row[], key: (row: Row) => Key) => new Map(rows.map((row) => [key(row), row]));
const quarterOf = ({ year, quarter }: { year: number; quarter: number }) => ({ year, quarter }) as Quarter;

function found<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Error("a row points at nothing");
  return row;
}

describe.each(days)("the quarters as of %s", (at) => {
  let rows: Rows;
  beforeAll(async () => {
    rows = await sampleRows(at);
  });

  test("both districts have a plan in each of eight quarters, but for one left to catch up; only the last two are still open", () => {
    const plans = Map.groupBy(rows.plans, ({ committeeId }) => committeeId);
    expect([...plans.values()].map(({ length }) => length)).toEqual([8, 7]);
    for (const ofCommittee of plans.values()) {
      expect(ofCommittee.map(({ status }) => status)).toEqual([
        ...Array(ofCommittee.length - 2).fill("CLOSED"),
        "PUBLISHED",
        "PUBLISHED",
      ]);
      for (const { id, publishedAt } of ofCommittee) {
        expect(rows.planSteps.filter(({ planId }) => planId === id)[0]).toMatchObject({ at: publishedAt });
      }
    }
  });

  test("every plan asks for six to nine things, due inside its quarter, and expects the branches of the day", () => {
    const branches = by(rows.branches, ({ id }) => id);
    for (const plan of rows.plans) {
      const { from, to } = quarterDays(quarterOf(plan));
      const tasks = rows.planTasks.filter(({ planId }) => planId === plan.id);
      expect(tasks.length).toBeGreaterThanOrEqual(6);
      expect(tasks.length).toBeLessThanOrEqual(9);
      for (const { dueOn } of tasks) expect(dayOf(dueOn) >= from && dayOf(dueOn) <= to).toBe(true);
      const publishedOn = today(momentOf(plan.publishedAt));
      expect(publishedOn >= from && publishedOn <= at).toBe(true);
      for (const { branchId } of rows.planBranches.filter(({ planId }) => planId === plan.id)) {
        const branch = found(branches.get(branchId));
        expect(branch.committeeId).toBe(plan.committeeId);
        expect(dayOf(branch.foundedOn) <= publishedOn).toBe(true);
        if (branch.dissolvedOn) expect(dayOf(branch.dissolvedOn) > to).toBe(true);
      }
    }
  });

  test("every meeting was held in its branch's life, by nobody else than its Party members of that day", () => {
    const records = by(rows.records, ({ id }) => id);
    const branches = by(rows.branches, ({ id }) => id);
    const members = by(rows.members, ({ id }) => id);
    const stays = Map.groupBy(rows.memberships, ({ memberId }) => memberId);
    const untimely = rows.records.filter(({ heldOn, branchId }) => {
      const { foundedOn, dissolvedOn } = found(branches.get(branchId));
      return heldOn < foundedOn || dayOf(heldOn) > at || (dissolvedOn && heldOn >= dissolvedOn);
    });
    expect(untimely).toEqual([]);
    const strangers = rows.attendance.filter(({ recordId, memberId, isEntitled }) => {
      const { branchId, heldOn } = found(records.get(recordId));
      const { joinedOn, becameFullOn } = found(members.get(memberId));
      const isThere = (stays.get(memberId) ?? []).some(
        (stay) => stay.branchId === branchId && stay.validFrom <= heldOn && (!stay.validTo || stay.validTo > heldOn),
      );
      const isFull = Boolean(becameFullOn && becameFullOn <= heldOn);
      return !isThere || !joinedOn || joinedOn > heldOn || isEntitled !== isFull;
    });
    expect(strangers).toEqual([]);
    expect(new Set(rows.attendance.map(({ recordId }) => recordId)).size).toBe(rows.records.length);
  });

  test("a vote counts those entitled, those of them present, and passes", () => {
    const attendance = Map.groupBy(rows.attendance, ({ recordId }) => recordId);
    for (const { recordId, entitledCount, presentCount, forCount } of rows.resolutions) {
      if (entitledCount == null || presentCount == null || forCount == null) continue;
      const entitled = (attendance.get(recordId) ?? []).filter(({ isEntitled }) => isEntitled);
      expect(entitledCount).toBe(entitled.length);
      expect(presentCount).toBe(entitled.filter(({ state }) => state === "PRESENT").length);
      expect(forCount * 2).toBeGreaterThan(entitledCount);
      expect(forCount).toBeLessThanOrEqual(presentCount);
    }
  });

  test("every linked task is fulfilled by its record, in a branch that was expected to report", () => {
    const records = by(rows.records, ({ id }) => id);
    const tasks = by(rows.planTasks, ({ id }) => id);
    const plans = by(rows.plans, ({ id }) => id);
    const expected = new Set(rows.planBranches.map(({ planId, branchId }) => `${planId} ${branchId}`));
    const misfits = rows.recordTasks.filter(({ recordId, taskId }) => {
      const { branchId, kinds, heldOn } = found(records.get(recordId));
      const { evidence, recordKinds, planId } = found(tasks.get(taskId));
      const task = { evidence, recordKinds: recordKinds as never[] };
      const record = { kinds: kinds as never[], heldOn: dayOf(heldOn) };
      const fits = recordFits(task, quarterOf(found(plans.get(planId))), record);
      return !fits || !expected.has(`${planId} ${branchId}`);
    });
    expect(misfits).toEqual([]);
  });

  test("only what is not mandatory is said not to apply, by a branch that took the plan over", () => {
    const tasks = by(rows.planTasks, ({ id }) => id);
    const places = by(rows.planBranches, ({ planId, branchId }) => `${planId} ${branchId}`);
    for (const { taskId, branchId } of rows.waivers) {
      const { planId, isMandatory } = found(tasks.get(taskId));
      expect(isMandatory).toBe(false);
      expect(found(places.get(`${planId} ${branchId}`)).takenOverAt).not.toBeNull();
    }
  });

  test("each summary stands where its steps led, and its first submission came after the quarter", () => {
    const plans = by(rows.plans, ({ id }) => id);
    const steps = Map.groupBy(rows.summarySteps, ({ summaryId }) => summaryId);
    for (const { id, planId, status, firstSubmittedOn, acceptedAt } of rows.summaries) {
      const taken = steps.get(id) ?? [];
      let reached: string = "DRAFT";
      for (const { action, from, to } of taken) {
        expect(from).toBe(reached);
        expect(statusAfter(from, action)).toBe(to);
        reached = to;
      }
      expect(status ?? "DRAFT").toBe(reached);
      expect(Boolean(acceptedAt)).toBe(reached === "ACCEPTED");
      expect(firstSubmittedOn ? dayOf(firstSubmittedOn) : undefined).toBe(taken[0]?.at && today(momentOf(taken[0].at)));
      const { to } = quarterDays(quarterOf(found(plans.get(planId))));
      if (firstSubmittedOn) expect(dayOf(firstSubmittedOn) > to).toBe(true);
    }
  });

  test("every submission is kept whole, and could have been submitted", () => {
    const submits = rows.summarySteps.filter(({ action }) => action === "SUBMIT");
    expect(rows.submissions.length).toBe(submits.length);
    for (const { content } of rows.submissions) expect(hindrancesOf(summaryContent.parse(content))).toEqual([]);
  });

  test("nothing happened after that day", () => {
    const moments = [
      ...rows.planSteps.map((row) => row.at),
      ...rows.planAmendments.map((row) => row.at),
      ...rows.planBranches.map((row) => row.takenOverAt),
      ...rows.waivers.map((row) => row.at),
      ...rows.records.map((row) => row.createdAt),
      ...rows.summarySteps.map((row) => row.at),
      ...rows.submissions.map((row) => row.at),
      ...rows.notifications.flatMap((row) => [row.createdAt, row.readAt]),
      ...rows.trail.map((row) => row.at),
    ];
    expect(moments.filter((moment) => moment && today(momentOf(moment)) > at)).toEqual([]);
  });

  test("the branches of the secretaries' accounts have a record for every past task that asks for one", () => {
    const own = new Set(rows.grants.flatMap(({ branchId }) => branchId ?? []));
    const records = by(rows.records, ({ id }) => id);
    const proven = new Set(
      rows.recordTasks.map(({ recordId, taskId }) => `${found(records.get(recordId)).branchId} ${taskId}`),
    );
    const over = new Set(rows.plans.filter(({ summaryDueOn }) => summaryDueOn < toDate(at)).map(({ id }) => id));
    const asked = Map.groupBy(
      rows.planTasks.filter(({ planId, evidence }) => over.has(planId) && evidence === "ORG_LIFE"),
      ({ planId }) => planId,
    );
    const gaps = rows.planBranches
      .filter(({ branchId }) => own.has(branchId))
      .flatMap(({ planId, branchId }) =>
        (asked.get(planId) ?? []).filter(({ id }) => !proven.has(`${branchId} ${id}`)).map(({ title }) => title),
      );
    expect([own.size, gaps]).toEqual([3, []]);
  });
});

test("late in a quarter the samples show every state: accepted, waiting, sent back, begun and missing, on time and late", async () => {
  const rows = await sampleRows("2026-11-23");
  const [last] = rows.plans.filter(({ year, quarter }) => year === 2026 && quarter === 3);
  const summaries = rows.summaries.filter(({ planId }) => planId === last?.id);
  const statuses = new Set(summaries.map(({ status }) => status ?? "DRAFT"));
  expect(statuses).toEqual(new Set(["ACCEPTED", "SUBMITTED", "SENT_BACK", "DRAFT"]));
  expect(summaries.length).toBeLessThan(rows.planBranches.filter(({ planId }) => planId === last?.id).length);
  const isLate = ({ firstSubmittedOn }: Rows["summaries"][number]) =>
    firstSubmittedOn && last && firstSubmittedOn > last.summaryDueOn;
  expect(summaries.some(isLate)).toBe(true);
  expect(rows.planBranches.some(({ takenOverAt }) => takenOverAt === null)).toBe(true);
  expect(rows.notifications.some(({ readAt }) => readAt === null)).toBe(true);
});
