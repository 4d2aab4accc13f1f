import { beforeEach, describe, expect, test } from "vitest";
import { cancelActivity } from "@/lib/activities/commands/conclude";
import { inviteBranches } from "@/lib/activities/commands/invite-branches";
import { inviteEnterprises, uninviteEnterprise } from "@/lib/activities/commands/invite-enterprises";
import { planActivity } from "@/lib/activities/commands/plan-activity";
import { updateActivity } from "@/lib/activities/commands/update-activity";
import type { EditedActivity, PlannedActivity } from "@/lib/activities/schema";
import { toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { type Cast, castOf, plans, stored, trailOf } from "@/tests/integration/activities/cast";
import { withForm } from "@/tests/support/actors";
import { activity } from "@/tests/support/factories/activities";
import { plan } from "@/tests/support/factories/quarter";
import { branch, enterprise } from "@/tests/support/factories/registers";

let cast: Cast;
beforeEach(async () => {
  cast = await castOf();
});

const told = (userId: string | null) => db.notification.findMany({ where: { userId: userId ?? "" } });
const asked = async (activityId: string) =>
  (await db.activityBranch.findMany({ where: { activityId } })).map(({ branchId }) => branchId).toSorted();
const edited = (id: string, version: number, more: Partial<PlannedActivity> = {}): EditedActivity => {
  const { committeeId: _c, branchId: _b, invitesAll: _a, ...facts } = plans(cast, more);
  return { ...facts, id, version };
};

describe("planActivity", () => {
  test("by staff for all branches: linked to a task, each secretary told once, an entry", async () => {
    const { id } = await planActivity(cast.staff, plans(cast, { taskId: cast.taskId, invitesAll: true }));
    expect(await stored(id)).toMatchObject({ status: "PLANNED", branchId: null, taskId: cast.taskId, version: 1 });
    expect(toDay((await stored(id)).endsOn)).toBe("2026-11-20");
    expect(await asked(id)).toContain(cast.branchId);
    expect(await told(cast.secretary.userId)).toMatchObject([{ kind: "ACTIVITY_INVITED", href: `/activities/${id}` }]);
    expect(await trailOf(id)).toEqual(["activity.plan"]);
  });

  test("by a secretary for the own branch, which takes part", async () => {
    const own = plans(cast, { committeeId: null, branchId: cast.branchId, taskId: cast.taskId, invitesAll: true });
    const { id } = await planActivity(cast.secretary, own);
    expect(await stored(id)).toMatchObject({ committeeId: cast.committeeId, branchId: cast.branchId });
    expect(await asked(id)).toEqual([cast.branchId]);
    expect((await db.activityBranch.findFirstOrThrow({ where: { activityId: id } })).signedUpAt).not.toBeNull();
  });

  test("R7: pressed twice it is one", async () => {
    const pressed = withForm(cast.staff);
    expect(await planActivity(pressed, plans(cast))).toEqual(await planActivity(pressed, plans(cast)));
    expect(await db.activity.count({ where: { committeeId: cast.committeeId } })).toBe(1);
  });

  test("refuses strangers, an instructor, a secretary for the committee or another branch", async () => {
    for (const actor of [...cast.strangers, cast.instructor, cast.secretary]) {
      await expect(planActivity(actor, plans(cast))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    const foreign = plans(cast, { committeeId: null, branchId: cast.otherBranchId });
    await expect(planActivity(cast.secretary, foreign)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    expect(await db.activity.count({ where: { committeeId: cast.committeeId } })).toBe(0);
  });

  test("refuses a task of another quarter, of a draft, of a closed plan, of another committee", async () => {
    const taskOf = async (facts: Parameters<typeof plan>[0]) => (await plan(facts)).tasks[0]?.id ?? "";
    const ofQuarter = (quarter: 1 | 2 | 3, more: object) =>
      taskOf({ year: 2026, quarter, committeeId: cast.committeeId, ...more });
    const foreign = await taskOf({ year: 2026, quarter: 4 });
    const closed = await ofQuarter(1, { status: "CLOSED" });
    const wrong = [
      [{ taskId: await ofQuarter(3, {}) }, "CONFLICT"],
      [{ taskId: await ofQuarter(2, { status: "DRAFT" }) }, "NOT_FOUND"],
      [{ taskId: closed, startsOn: "2026-02-01" }, "WRONG_STATE"],
      [{ taskId: foreign }, "NOT_FOUND"],
      [{ endsOn: "2026-11-19" }, "CONFLICT"],
    ] as const;
    for (const [more, refusal] of wrong) {
      await expect(planActivity(cast.staff, plans(cast, more))).rejects.toMatchObject({ refusal });
    }
  });

  test("part of a campaign of the committee, and of nothing else", async () => {
    const campaign = await planActivity(cast.staff, plans(cast, { kind: "CAMPAIGN", title: "新媒体看乡村振兴" }));
    const part = await planActivity(cast.staff, plans(cast, { campaignId: campaign.id }));
    expect((await stored(part.id)).campaignId).toBe(campaign.id);
    const wrong = [
      [{ campaignId: part.id }, "NOT_FOUND"],
      [{ campaignId: campaign.id, kind: "CAMPAIGN" }, "CONFLICT"],
    ] as const;
    for (const [more, refusal] of wrong) {
      await expect(planActivity(cast.staff, plans(cast, more))).rejects.toMatchObject({ refusal });
    }
    const losing = updateActivity(cast.staff, edited(campaign.id, 1, { kind: "FORUM" }));
    await expect(losing).rejects.toMatchObject({ refusal: "CONFLICT" });
  });
});

describe("updateActivity", () => {
  test("changes what was planned, with before and after in the trail", async () => {
    const { id } = await activity({ committeeId: cast.committeeId });
    await updateActivity(cast.staff, edited(id, 1, { title: "清朗网络进社区", startsOn: "2026-12-01" }));
    expect(await stored(id)).toMatchObject({ title: "清朗网络进社区", version: 2 });
    expect(await trailOf(id)).toEqual(["activity.update"]);
  });

  test("refuses strangers, a guest, a version that is past, a cancelled one, a held one moved ahead", async () => {
    const { id } = await activity({ committeeId: cast.committeeId, branches: { [cast.branchId]: null } });
    for (const actor of [...cast.strangers, cast.secretary]) {
      await expect(updateActivity(actor, edited(id, 1))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    await expect(updateActivity(cast.staff, edited(id, 2))).rejects.toMatchObject({
      refusal: "CONFLICT",
      theirs: { title: "志愿服务进园区" },
    });
    const held = await activity({ committeeId: cast.committeeId, status: "HELD" });
    const ahead = updateActivity(cast.staff, edited(held.id, 1, { startsOn: "2026-12-01" }));
    await expect(ahead).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    const off = await activity({ committeeId: cast.committeeId, status: "CANCELLED" });
    await expect(updateActivity(cast.staff, edited(off.id, 1))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });
});

describe("inviteBranches", () => {
  test("exactly those ticked: the new ones are told, the others are not asked any more", async () => {
    const { id } = await activity({ committeeId: cast.committeeId, branches: { [cast.otherBranchId]: null } });
    await inviteBranches(cast.staff, { id, version: 1, branchIds: [cast.branchId] });
    expect(await asked(id)).toEqual([cast.branchId]);
    expect(await told(cast.secretary.userId)).toHaveLength(1);
    expect(await trailOf(id)).toEqual(["activity.inviteBranches"]);
  });

  test("refuses strangers, a branch of another committee, to drop one that was there, a past version, a held one", async () => {
    const { id } = await activity({ committeeId: cast.committeeId, branches: { [cast.branchId]: 3 } });
    for (const actor of [...cast.strangers, cast.secretary, cast.instructor]) {
      const invited = inviteBranches(actor, { id, version: 1, branchIds: [] });
      await expect(invited).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    const foreign = (await branch()).id;
    const held = await activity({ committeeId: cast.committeeId, status: "HELD" });
    const wrong = [
      [{ id, version: 1, branchIds: [cast.branchId, foreign] }, "NOT_FOUND"],
      [{ id, version: 1, branchIds: [] }, "CONFLICT"],
      [{ id, version: 2, branchIds: [cast.branchId] }, "CONFLICT"],
      [{ id: held.id, version: 1, branchIds: [] }, "WRONG_STATE"],
    ] as const;
    for (const [{ branchIds, ...input }, refusal] of wrong) {
      const invited = inviteBranches(cast.staff, { ...input, branchIds: [...branchIds] });
      await expect(invited).rejects.toMatchObject({ refusal });
    }
    expect(await asked(id)).toEqual([cast.branchId]);
  });
});

describe("inviteEnterprises and uninviteEnterprise", () => {
  test("asked twice it is asked once; taken back while nothing came of it", async () => {
    const { id } = await activity({ committeeId: cast.committeeId });
    const input = { id, enterpriseIds: [cast.enterpriseId] };
    await inviteEnterprises(cast.staff, input);
    await inviteEnterprises(cast.staff, input);
    expect(await db.activityEnterprise.count({ where: { activityId: id } })).toBe(1);
    await uninviteEnterprise(cast.staff, { id, enterpriseId: cast.enterpriseId });
    expect(await db.activityEnterprise.count({ where: { activityId: id } })).toBe(0);
    expect(await trailOf(id)).toEqual([
      "activity.inviteEnterprises",
      "activity.inviteEnterprises",
      "activity.uninviteEnterprise",
    ]);
  });

  test("refuse strangers, an enterprise from elsewhere or closed, one that was there, a cancelled activity", async () => {
    const { id } = await activity({ committeeId: cast.committeeId, enterprises: { [cast.enterpriseId]: 2 } });
    const key = { id, enterpriseId: cast.enterpriseId };
    for (const actor of [...cast.strangers, cast.secretary, cast.instructor]) {
      const invited = inviteEnterprises(actor, { id, enterpriseIds: [cast.enterpriseId] });
      await expect(invited).rejects.toMatchObject({ refusal: "NOT_FOUND" });
      await expect(uninviteEnterprise(actor, key)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    const closed = (await enterprise({ committeeId: cast.committeeId, closedOn: "2026-01-01" })).id;
    const off = (await activity({ committeeId: cast.committeeId, status: "CANCELLED" })).id;
    const wrong = [
      [id, (await enterprise()).id, "NOT_FOUND"],
      [id, closed, "WRONG_STATE"],
      [off, cast.enterpriseId, "WRONG_STATE"],
    ] as const;
    for (const [activityId, enterpriseId, refusal] of wrong) {
      const invited = inviteEnterprises(cast.staff, { id: activityId, enterpriseIds: [enterpriseId] });
      await expect(invited).rejects.toMatchObject({ refusal });
    }
    await expect(uninviteEnterprise(cast.staff, key)).rejects.toMatchObject({ refusal: "CONFLICT" });
  });

  test("a secretary asks to the own branch's activity the enterprises it covers, and no others", async () => {
    const { id } = await activity({ committeeId: cast.committeeId, branchId: cast.branchId });
    await inviteEnterprises(cast.secretary, { id, enterpriseIds: [cast.enterpriseId] });
    const other = (await enterprise({ committeeId: cast.committeeId })).id;
    const invited = inviteEnterprises(cast.secretary, { id, enterpriseIds: [other] });
    await expect(invited).rejects.toMatchObject({ refusal: "NOT_FOUND" });
  });
});

describe("cancelActivity", () => {
  test("with a reason; whoever had signed up learns it", async () => {
    const { id } = await activity({ committeeId: cast.committeeId, branches: { [cast.branchId]: null } });
    await db.activityBranch.updateMany({ where: { activityId: id }, data: { signedUpAt: new Date() } });
    await cancelActivity(cast.staff, { id, version: 1, reason: "场地停电" });
    expect(await stored(id)).toMatchObject({ status: "CANCELLED", cancelReason: "场地停电" });
    expect(await told(cast.secretary.userId)).toHaveLength(1);
    expect(await trailOf(id)).toEqual(["activity.cancel"]);
  });

  test("refuses strangers, a guest, a past version, one that was held", async () => {
    const { id } = await activity({ committeeId: cast.committeeId, branches: { [cast.branchId]: null } });
    const cancelled = { id, version: 1, reason: "改期" };
    for (const actor of [...cast.strangers, cast.secretary]) {
      await expect(cancelActivity(actor, cancelled)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    await expect(cancelActivity(cast.staff, { ...cancelled, version: 2 })).rejects.toMatchObject({
      refusal: "CONFLICT",
    });
    const held = await activity({ committeeId: cast.committeeId, status: "HELD" });
    await expect(cancelActivity(cast.staff, { ...cancelled, id: held.id })).rejects.toMatchObject({
      refusal: "WRONG_STATE",
    });
  });
});
