import { beforeAll, describe, expect, test } from "vitest";
import { findActivity, findCampaignParts, listParticipants } from "@/lib/activities/queries/find-activity";
import { exportActivities, listActivities } from "@/lib/activities/queries/list-activities";
import { activityList } from "@/lib/activities/schema";
import { activityFacts } from "@/lib/agenda/queries/activities";
import { db } from "@/lib/db/client";
import { taskProgress } from "@/lib/plans/queries/task-progress";
import { gatherEvidence } from "@/lib/summaries/queries/gather-evidence";
import { todosOf } from "@/lib/todos/queries/todos-of";
import { type Cast, castOf } from "@/tests/integration/activities/cast";
import { activity } from "@/tests/support/factories/activities";

const quarter = activityList.parse({ q: "2026Q4" });

/** A campaign with two held parts, one called off, one of the quarter before; figures in three units. */
async function world() {
  const cast = await castOf();
  const { committeeId, branchId, otherBranchId, enterpriseId, taskId } = cast;
  const campaign = await activity({ committeeId, kind: "CAMPAIGN", status: "HELD", title: "新媒体看乡村振兴" });
  const part = { committeeId, campaignId: campaign.id, status: "HELD" as const };
  const first = await activity({
    ...part,
    title: "直播助农",
    startsOn: "2026-10-12",
    taskId,
    branches: { [branchId]: 4, [otherBranchId]: 0 },
    enterprises: { [enterpriseId]: 3 },
  });
  const second = await activity({ ...part, title: "送图书", branches: { [branchId]: 6, [otherBranchId]: 2 } });
  const off = await activity({ ...part, status: "CANCELLED", branches: { [branchId]: 100 } });
  const earlier = await activity({ ...part, startsOn: "2026-09-30", branches: { [otherBranchId]: 8 } });
  const figure = (activityId: string, measure: "READS" | "DONATED_GOODS", unit: string, amount: number) => ({
    activityId,
    measure,
    unit,
    amount,
    periodFrom: new Date("2026-10-12"),
    periodTo: new Date("2026-10-12"),
    createdByName: "甲",
  });
  await db.activityFigure.createMany({
    data: [
      figure(campaign.id, "READS", "次", 12_000_000),
      figure(first.id, "READS", "次", 500),
      figure(second.id, "DONATED_GOODS", "件", 30),
      figure(second.id, "DONATED_GOODS", "批", 2),
      figure(off.id, "READS", "次", 9),
      figure(earlier.id, "READS", "次", 7),
    ],
  });
  return { ...cast, campaign, first, second, off, earlier };
}

let given: Cast & Awaited<ReturnType<typeof world>>;
beforeAll(async () => {
  given = await world();
});

describe("totals", () => {
  test("of a quarter: held ones only, each unit of measure for itself, the same as plain SQL says", async () => {
    const { totals, total } = await listActivities(given.staff, quarter);
    expect(total).toBe(4);
    const held = await db.$queryRaw<
      { activities: number; branches: number; people: number; enterprises: number; guests: number }[]
    >`
      WITH held AS (
        SELECT id FROM "Activity"
        WHERE "committeeId" = ${given.committeeId}::uuid AND status = 'HELD'
          AND "startsOn" BETWEEN DATE '2026-10-01' AND DATE '2026-12-31'
      )
      SELECT
        (SELECT count(*)::int FROM held) AS activities,
        (SELECT count(DISTINCT "branchId")::int FROM "ActivityBranch" JOIN held ON held.id = "activityId" WHERE "attendedCount" > 0) AS branches,
        (SELECT sum("attendedCount")::int FROM "ActivityBranch" JOIN held ON held.id = "activityId") AS people,
        (SELECT count(DISTINCT "enterpriseId")::int FROM "ActivityEnterprise" JOIN held ON held.id = "activityId" WHERE "attendedCount" > 0) AS enterprises,
        (SELECT sum("attendedCount")::int FROM "ActivityEnterprise" JOIN held ON held.id = "activityId") AS guests`;
    const figures = await db.$queryRaw<{ measure: string; unit: string; amount: number }[]>`
      SELECT f.measure::text, f.unit, sum(f.amount)::float8 AS amount
      FROM "ActivityFigure" f JOIN "Activity" a ON a.id = f."activityId"
      WHERE a."committeeId" = ${given.committeeId}::uuid AND a.status = 'HELD'
        AND a."startsOn" BETWEEN DATE '2026-10-01' AND DATE '2026-12-31'
      GROUP BY 1, 2`;
    expect(held).toEqual([{ activities: 3, branches: 2, people: 12, enterprises: 1, guests: 3 }]);
    expect(totals).toMatchObject({
      activityCount: held[0]?.activities,
      branchCount: held[0]?.branches,
      branchPeople: held[0]?.people,
      enterpriseCount: held[0]?.enterprises,
      enterprisePeople: held[0]?.guests,
    });
    expect(totals.figures).toHaveLength(3);
    expect(totals.figures).toEqual(expect.arrayContaining(figures));
  });

  test("of a campaign: its own figures and those of its parts, of every quarter", async () => {
    const found = await findActivity(given.staff, given.campaign.id);
    const parts = found && (await findCampaignParts(given.staff, found));
    expect(parts?.rows).toHaveLength(4);
    expect(parts?.totals).toMatchObject({ activityCount: 4, branchPeople: 20 });
    expect(parts?.totals.figures).toContainEqual({ measure: "READS", unit: "次", amount: 12_000_507 });
  });

  test("filters narrow the list and the totals alike; the export has the same rows", async () => {
    const list = activityList.parse({ q: "2026Q4", name: "图书" });
    const { rows, totals } = await listActivities(given.staff, list);
    expect(rows.map(({ id }) => id)).toEqual([given.second.id]);
    expect(totals).toMatchObject({ activityCount: 1, branchPeople: 8 });
    expect(await exportActivities(given.staff, list)).toMatchObject([
      { id: given.second.id, branchCount: 2, branchPeople: 8 },
    ]);
  });
});

describe("who sees what", () => {
  test("a secretary those the own branch is asked to, an instructor those of an assigned enterprise", async () => {
    const titles = async (actor: Cast["staff"]) =>
      (await listActivities(actor, quarter)).rows.map(({ id }) => id).toSorted();
    const { first, second, off } = given;
    expect(await titles(given.secretary)).toEqual([first.id, second.id, off.id].toSorted());
    expect(await titles(given.instructor)).toEqual([first.id]);
  });

  test("strangers see none, find none, and have nothing in their calendar", async () => {
    for (const actor of given.strangers) {
      expect(await listActivities(actor, quarter)).toMatchObject({
        total: 0,
        totals: { activityCount: 0, figures: [] },
      });
      expect(await exportActivities(actor, quarter)).toEqual([]);
      expect(await findActivity(actor, given.first.id)).toBeNull();
      expect(await activityFacts(actor, { from: "2026-01-01", to: "2026-12-31" })).toEqual([]);
    }
    expect(await findActivity(given.staff, "no-id")).toBeNull();
  });

  test("a guest reads the own branch's row and not the others'; an instructor may do nothing", async () => {
    const own = await findActivity(given.secretary, given.first.id);
    const rows = own && (await listParticipants(given.secretary, own));
    expect(rows?.branches.map(({ id }) => id)).toEqual([given.branchId]);
    const seen = await findActivity(given.instructor, given.first.id);
    expect(Object.values(seen?.can ?? {}).some(Boolean)).toBe(false);
    const all = await findActivity(given.staff, given.first.id);
    expect(all && (await listParticipants(given.staff, all)).branches).toHaveLength(2);
  });

  test("the calendar names an activity once for each branch in scope; what is called off stands nowhere", async () => {
    const facts = await activityFacts(given.secretary, { from: "2026-10-01", to: "2026-12-31" });
    expect(facts.map(({ about, branch }) => [about, branch.id])).toEqual([
      [given.first.id, given.branchId],
      [given.second.id, given.branchId],
    ]);
  });
});

describe("evidence for a plan's task", () => {
  test("a held activity fulfils it for the branch that came, not for the one that stayed away", async () => {
    const progress = await taskProgress(given.staff, { planIds: [given.planId] });
    expect(progress(given.branchId, given.taskId)).toMatchObject({
      state: "DONE",
      activities: [{ id: given.first.id }],
    });
    expect(progress(given.otherBranchId, given.taskId)).toMatchObject({ state: "OPEN", activities: [] });
  });

  test("for the organizing branch too, once it is held", async () => {
    const cast = await castOf();
    const own = { committeeId: cast.committeeId, branchId: cast.branchId, taskId: cast.taskId };
    const { id } = await activity(own);
    const stateOf = async () =>
      (await taskProgress(cast.secretary, { planIds: [cast.planId] }))(cast.branchId, cast.taskId).state;
    expect(await stateOf()).toBe("OPEN");
    await db.activity.update({ where: { id }, data: { status: "HELD" } });
    expect(await stateOf()).toBe("DONE");
  });

  test("a sentence without an activity explains and does not fulfil", async () => {
    const cast = await castOf();
    await db.quarterlySummary.create({
      data: {
        planId: cast.planId,
        branchId: cast.branchId,
        results: { create: { taskId: cast.taskId, text: "因场地维修改期。" } },
      },
    });
    const found = (await taskProgress(cast.staff, { planIds: [cast.planId] }))(cast.branchId, cast.taskId);
    expect(found).toMatchObject({ state: "OPEN", result: "因场地维修改期。" });
  });

  test("the summary has it with the task and among the quarter's activities; another committee's staff reads nothing", async () => {
    const plan = { id: given.planId, year: 2026, quarter: 4 } as const;
    const evidence = await gatherEvidence(given.secretary, plan, given.branchId);
    expect(evidence.tasks).toMatchObject([{ activities: [{ id: given.first.id, title: "直播助农" }] }]);
    expect(evidence.activities.map(({ title }) => title)).toEqual(["直播助农", "送图书"]);
    const foreign = await gatherEvidence(given.strangers[0] ?? given.staff, plan, given.branchId);
    expect([foreign.activities, foreign.tasks[0]?.activities]).toEqual([[], []]);
  });
});

describe("to-dos", () => {
  const ofActivities = async (actor: Cast["staff"]) =>
    (await todosOf(actor))
      .filter(({ kind }) => kind === "ACTIVITY")
      .map(({ text, dueOn, isOverdue }) => [text, dueOn, isOverdue]);

  test("a secretary answers an invitation until its day", async () => {
    const cast = await castOf();
    const asked = { committeeId: cast.committeeId, branches: { [cast.branchId]: null } };
    await activity({ ...asked, title: "论坛", startsOn: "2026-12-01", signUpUntil: "2026-11-23" });
    await activity({ ...asked, title: "已过", startsOn: "2026-12-01", signUpUntil: "2026-11-22" });
    await activity({ ...asked, title: "取消的", startsOn: "2026-12-01", status: "CANCELLED" });
    expect(await ofActivities(cast.secretary)).toEqual([["答复是否参加“论坛”", "2026-11-23", false]]);
  });

  test("staff write down who came after the end, and what came of it when a week has brought nothing", async () => {
    const cast = await castOf();
    const { committeeId } = cast;
    await activity({ committeeId, title: "昨天的", startsOn: "2026-11-22" });
    await activity({ committeeId, title: "今天的", startsOn: "2026-11-23" });
    await activity({ committeeId, title: "一周的", startsOn: "2026-11-16", status: "HELD" });
    await activity({ committeeId, title: "过周的", startsOn: "2026-11-15", status: "HELD" });
    await activity({ committeeId, branchId: cast.branchId, title: "支部的", startsOn: "2026-11-22" });
    expect(await ofActivities(cast.staff)).toEqual([
      ["补记“过周的”的成果或小结", "2026-11-22", true],
      ["登记“昨天的”的到场和开展情况", "2026-11-29", false],
    ]);
    expect(await ofActivities(cast.secretary)).toEqual([["登记“支部的”的到场和开展情况", "2026-11-29", false]]);
    for (const actor of cast.strangers) expect(await ofActivities(actor)).toEqual([]);
  });
});
