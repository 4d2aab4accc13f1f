import { describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { closePlan } from "@/lib/plans/commands/close-plan";
import { publishPlan } from "@/lib/plans/commands/publish-plan";
import { castOf, day, planRow, quarter, refusal, trailOf } from "@/tests/integration/plans/cast";
import { staffOf, withForm } from "@/tests/support/actors";
import { plan, summary } from "@/tests/support/factories/quarter";
import { account, branch, committee } from "@/tests/support/factories/registers";

async function drafted(tasks?: []) {
  const cast = await castOf();
  const draft = await plan({ ...quarter, committeeId: cast.committeeId, status: "DRAFT", ...(tasks ? { tasks } : {}) });
  return { ...cast, id: draft.id, version: draft.version };
}

describe("publishing", () => {
  test("fixes the living branches of the committee under their names, and tells their secretaries", async () => {
    const { staff, committeeId, branchId, id, version } = await drafted();
    const gone = await branch({ committeeId, dissolvedOn: day });
    const goingTomorrow = await branch({ committeeId, dissolvedOn: "2026-11-24" });
    const tomorrow = await branch({ committeeId, foundedOn: "2026-11-24" });
    const foreign = await branch();
    const reader = await account({ grants: [{ role: "SECRETARY", branchId }] });
    const others = await Promise.all([
      account({ grants: [{ role: "SECRETARY", branchId: gone.id }] }),
      account({ grants: [{ role: "SECRETARY", branchId: foreign.id }] }),
      account({ grants: [{ role: "SECRETARY", branchId }], isDisabled: true }),
    ]);
    await publishPlan(staff, { id, version });
    const row = await planRow(id);
    expect(row.status).toBe("PUBLISHED");
    expect(row.publishedAt).not.toBeNull();
    expect(new Set(row.expected.map((each) => each.branchId))).toEqual(new Set([branchId, goingTomorrow.id]));
    expect(row.expected.find((each) => each.branchId === goingTomorrow.id)?.branchName).toBe(goingTomorrow.name);
    expect(row.expected.map((each) => each.branchId)).not.toContain(tomorrow.id);
    expect(row.steps).toMatchObject([{ status: "PUBLISHED", byId: staff.userId, byName: staff.name }]);
    expect(await db.notification.findMany({ where: { userId: reader.id } })).toMatchObject([
      { kind: "PLAN_PUBLISHED", href: `/plans/${id}` },
    ]);
    expect(await db.notification.count({ where: { userId: { in: others.map((each) => each.id) } } })).toBe(0);
    expect(await trailOf(id)).toMatchObject([{ action: "plan.publish", actorId: staff.userId }]);
  });

  test("a branch renamed afterwards stays expected under the name of the day", async () => {
    const { staff, branchId, id, version } = await drafted();
    const { name } = await db.branch.findUniqueOrThrow({ where: { id: branchId } });
    await publishPlan(staff, { id, version });
    await db.branch.update({ where: { id: branchId }, data: { name: "更名后的党支部" } });
    expect((await planRow(id)).expected.map(({ branchName }) => branchName)).toEqual([name]);
  });

  test("of the city's own plan expects only the branches directly under it", async () => {
    const district = await castOf();
    const city = await committee();
    const own = await branch({ committeeId: city.id });
    const draft = await plan({ ...quarter, committeeId: city.id, status: "DRAFT" });
    const staff = staffOf([city.id, district.committeeId], { day });
    await publishPlan(staff, { id: draft.id, version: draft.version });
    expect((await planRow(draft.id)).expected.map((each) => each.branchId)).toEqual([own.id]);
  });

  test("refuses a plan without tasks, and a committee without branches", async () => {
    const { staff, id, version } = await drafted([]);
    await expect(publishPlan(staff, { id, version })).rejects.toThrow("还没有任务");
    const bare = (await committee()).id;
    const draft = await plan({ ...quarter, committeeId: bare, status: "DRAFT" });
    await expect(publishPlan(staffOf(bare, { day }), draft)).rejects.toMatchObject(refusal("WRONG_STATE"));
    expect((await planRow(draft.id)).status).toBe("DRAFT");
  });

  test("refuses what was changed since the page was opened", async () => {
    const { staff, id, version } = await drafted();
    await db.quarterlyPlan.update({ where: { id }, data: { version: { increment: 1 } } });
    await expect(publishPlan(staff, { id, version })).rejects.toMatchObject(refusal("CONFLICT"));
  });

  test("two at once: one publishes, the other is told", async () => {
    const { staff, committeeId, id, version } = await drafted();
    const colleague = staffOf(committeeId, { day, name: "另一位" });
    const both = await Promise.allSettled([
      publishPlan(staff, { id, version }),
      publishPlan(colleague, { id, version }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const lost = both.find((each) => each.status === "rejected");
    expect(lost?.reason).toMatchObject({ refusal: "WRONG_STATE", message: expect.stringContaining("已发布") });
    expect((await planRow(id)).steps).toHaveLength(1);
  });

  test("a double press publishes once", async () => {
    const { staff, id, version } = await drafted();
    const once = withForm(staff);
    await Promise.all([publishPlan(once, { id, version }), publishPlan(once, { id, version })]);
    expect((await planRow(id)).steps).toHaveLength(1);
  });

  test("is the staff's alone, from a draft alone", async () => {
    const { staff, committeeId, refused, id, version } = await drafted();
    for (const [who, actor] of refused) {
      await expect(publishPlan(actor, { id, version }), who).rejects.toMatchObject(refusal("NOT_FOUND"));
    }
    expect((await planRow(id)).status).toBe("DRAFT");
    for (const [index, status] of (["PUBLISHED", "CLOSED"] as const).entries()) {
      const other = await plan({ year: 2025, quarter: index === 0 ? 1 : 2, committeeId, status });
      await expect(publishPlan(staff, other)).rejects.toMatchObject(refusal("WRONG_STATE"));
    }
  });
});

describe("closing", () => {
  async function published() {
    const cast = await castOf();
    const expects = [await db.branch.findUniqueOrThrow({ where: { id: cast.branchId } })];
    const { id, version } = await plan({ ...quarter, committeeId: cast.committeeId, expects });
    return { ...cast, id, version };
  }

  test("asks for a reason while summaries are not accepted, and keeps it", async () => {
    const { staff, branchId, id, version } = await published();
    await summary({ planId: id, branchId, status: "SUBMITTED", submittedOn: day });
    await expect(closePlan(staff, { id, version, reason: null })).rejects.toThrow("还有 1 个支部");
    await closePlan(staff, { id, version, reason: "支部整顿" });
    expect(await planRow(id)).toMatchObject({
      status: "CLOSED",
      steps: [{ status: "CLOSED", reason: "支部整顿", byName: staff.name }],
    });
    expect(await trailOf(id)).toMatchObject([{ action: "plan.close", reason: "支部整顿" }]);
  });

  test("needs no reason when all are accepted", async () => {
    const { staff, branchId, id, version } = await published();
    await summary({ planId: id, branchId, status: "ACCEPTED", submittedOn: day });
    await closePlan(staff, { id, version, reason: null });
    expect((await planRow(id)).closedAt).not.toBeNull();
  });

  test("is the staff's alone, of a published plan alone", async () => {
    const { staff, committeeId, refused, id, version } = await published();
    for (const [, actor] of refused.filter(([who]) => who !== "secretary")) {
      await expect(closePlan(actor, { id, version, reason: "x" })).rejects.toMatchObject(refusal("NOT_FOUND"));
    }
    const secretary = refused.find(([who]) => who === "secretary")?.[1] ?? staff;
    await expect(closePlan(secretary, { id, version, reason: "x" })).rejects.toMatchObject(refusal("NOT_FOUND"));
    const draft = await plan({ year: 2025, quarter: 1, committeeId, status: "DRAFT" });
    await expect(closePlan(staff, { ...draft, reason: "x" })).rejects.toMatchObject(refusal("WRONG_STATE"));
  });
});
