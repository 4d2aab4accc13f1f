import { beforeEach, describe, expect, test } from "vitest";
import { answerInvitation } from "@/lib/activities/commands/answer-invitation";
import { holdActivity } from "@/lib/activities/commands/conclude";
import { checkInAtDoor, closeDoor, openDoor } from "@/lib/activities/commands/door";
import { addFigure, removeFigure } from "@/lib/activities/commands/figures";
import { tickAttendance } from "@/lib/activities/commands/tick-attendance";
import { findDoor } from "@/lib/activities/queries/find-door";
import type { NewFigure } from "@/lib/activities/schema";
import { type Actor, mintActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { type Cast, castOf, stored, trailOf } from "@/tests/integration/activities/cast";
import { activity } from "@/tests/support/factories/activities";
import { enterprise } from "@/tests/support/factories/registers";

let cast: Cast;
beforeEach(async () => {
  cast = await castOf();
});

const on = (actor: Actor, day: string) => mintActor({ ...actor, day });
const branchOf = (activityId: string, branchId = cast.branchId) =>
  db.activityBranch.findUniqueOrThrow({ where: { activityId_branchId: { activityId, branchId } } });
const asking = (more: Partial<Parameters<typeof activity>[0]> = {}) =>
  activity({ committeeId: cast.committeeId, branches: { [cast.branchId]: null }, ...more });

describe("answerInvitation", () => {
  const comes = (id: string, enterpriseIds: string[] = []) => ({
    id,
    branchId: cast.branchId,
    answer: "COMES" as const,
    enterpriseIds,
  });

  test("a secretary signs up with an enterprise, leaves it at home, and takes the answer back", async () => {
    const { id } = await asking({ startsOn: "2026-11-23" });
    await answerInvitation(cast.secretary, comes(id, [cast.enterpriseId]));
    expect(await branchOf(id)).toMatchObject({ signedUpByName: cast.secretary.name, declinedAt: null });
    expect(await db.activityEnterprise.count({ where: { activityId: id, signedUpAt: { not: null } } })).toBe(1);
    await answerInvitation(cast.secretary, comes(id));
    expect(await db.activityEnterprise.count({ where: { activityId: id } })).toBe(0);
    await answerInvitation(cast.secretary, { ...comes(id), answer: "STAYS_AWAY" });
    const after = await branchOf(id);
    expect([after.signedUpAt, after.declinedAt !== null]).toEqual([null, true]);
    expect(await trailOf(id)).toEqual(["activity.signUp", "activity.signUp", "activity.decline"]);
  });

  test("an enterprise that was asked itself stays asked when its branch leaves it at home", async () => {
    const { id } = await asking({ startsOn: "2026-12-01", enterprises: { [cast.enterpriseId]: null } });
    await answerInvitation(cast.secretary, comes(id, [cast.enterpriseId]));
    await answerInvitation(cast.secretary, comes(id));
    expect(await db.activityEnterprise.findMany({ where: { activityId: id } })).toMatchObject([{ signedUpAt: null }]);
  });

  test("until the day, not after it", async () => {
    const { id } = await asking({ startsOn: "2026-12-01", signUpUntil: "2026-11-23" });
    await answerInvitation(cast.secretary, comes(id));
    const late = answerInvitation(on(cast.secretary, "2026-11-24"), comes(id));
    await expect(late).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });

  test("refuses strangers, staff, another branch, an enterprise it does not cover, what is called off or ticked", async () => {
    const { id } = await asking({
      startsOn: "2026-12-01",
      branches: { [cast.branchId]: null, [cast.otherBranchId]: null },
    });
    for (const actor of [...cast.strangers, cast.staff, cast.instructor]) {
      await expect(answerInvitation(actor, comes(id))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    const other = (await enterprise({ committeeId: cast.committeeId })).id;
    const off = await asking({ startsOn: "2026-12-01", status: "CANCELLED" });
    const ticked = await asking({ startsOn: "2026-11-23", branches: { [cast.branchId]: 2 } });
    const wrong = [
      [{ ...comes(id), branchId: cast.otherBranchId }, "NOT_FOUND"],
      [comes(id, [other]), "NOT_FOUND"],
      [comes(off.id), "WRONG_STATE"],
      [comes(ticked.id), "WRONG_STATE"],
    ] as const;
    for (const [input, refusal] of wrong) {
      await expect(answerInvitation(cast.secretary, input)).rejects.toMatchObject({ refusal });
    }
    expect((await branchOf(id)).signedUpAt).toBeNull();
  });
});

describe("tickAttendance", () => {
  test("numbers by unit, zero for who stayed away, and only what changed in the trail", async () => {
    const { id } = await asking({ enterprises: { [cast.enterpriseId]: null } });
    await tickAttendance(cast.staff, { id, version: 1, counts: { [cast.branchId]: 4, [cast.enterpriseId]: 0 } });
    await tickAttendance(cast.staff, { id, version: 2, counts: { [cast.branchId]: 4, [cast.enterpriseId]: null } });
    expect((await branchOf(id)).attendedCount).toBe(4);
    expect(await db.activityEnterprise.findFirst({ where: { activityId: id } })).toMatchObject({ attendedCount: null });
    const [, second] = await db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
    expect(JSON.stringify(second)).not.toContain('"党支部');
    expect(await trailOf(id)).toEqual(["activity.tick", "activity.tick"]);
  });

  test("refuses strangers, a guest, a unit not asked, before it has begun, a past version, what is called off", async () => {
    const { id } = await asking();
    const counts = { [cast.branchId]: 3 };
    for (const actor of [...cast.strangers, cast.secretary]) {
      await expect(tickAttendance(actor, { id, version: 1, counts })).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    const ahead = await asking({ startsOn: "2026-11-24" });
    const off = await asking({ status: "CANCELLED" });
    const wrong = [
      [{ id, version: 1, counts: { [cast.otherBranchId]: 1 } }, "NOT_FOUND"],
      [{ id, version: 2, counts }, "CONFLICT"],
      [{ id: ahead.id, version: 1, counts }, "WRONG_STATE"],
      [{ id: off.id, version: 1, counts }, "WRONG_STATE"],
    ] as const;
    for (const [input, refusal] of wrong) {
      await expect(tickAttendance(cast.staff, input)).rejects.toMatchObject({ refusal });
    }
    expect((await branchOf(id)).attendedCount).toBeNull();
  });
});

describe("the code at the door", () => {
  const today = { startsOn: "2026-11-23", endsOn: "2026-11-24" };
  const at = (token: string, more: object = {}) => ({ token, branchId: cast.branchId, people: 5, ...more });
  const opened = async (id: string) => (await openDoor(cast.staff, { id })).token ?? "";

  test("a secretary ticks the own branch by it, once; the token is kept as a hash only", async () => {
    const { id } = await asking(today);
    const token = await opened(id);
    expect((await stored(id)).doorTokenHash).not.toContain(token);
    expect(await findDoor(cast.secretary, token)).toMatchObject({ id, branches: [{ branchId: cast.branchId }] });
    await checkInAtDoor(cast.secretary, at(token));
    expect((await branchOf(id)).attendedCount).toBe(5);
    await expect(checkInAtDoor(cast.secretary, at(token, { people: 6 }))).rejects.toMatchObject({
      refusal: "CONFLICT",
    });
    expect(await trailOf(id)).toEqual(["activity.openDoor", "activity.checkIn"]);
    const entries = await db.auditEntry.findMany({ where: { subjectId: id } });
    expect(JSON.stringify(entries.map(({ before, after }) => [before, after]))).not.toContain(token);
  });

  test("a code that is guessed, renewed, ended, of another day, or of an activity that was held opens nothing", async () => {
    const { id } = await asking(today);
    const first = await opened(id);
    const second = await opened(id);
    expect(await findDoor(cast.secretary, "x".repeat(43))).toBeNull();
    expect(await findDoor(cast.secretary, first)).toBeNull();
    await expect(checkInAtDoor(cast.secretary, at(first))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    expect(await findDoor(on(cast.secretary, "2026-11-24"), second)).not.toBeNull();
    for (const day of ["2026-11-22", "2026-11-25"]) expect(await findDoor(on(cast.secretary, day), second)).toBeNull();
    await closeDoor(cast.staff, { id });
    await expect(checkInAtDoor(cast.secretary, at(second))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    const third = await opened(id);
    await holdActivity(cast.staff, { id, version: 1, note: null });
    expect(await findDoor(cast.secretary, third)).toBeNull();
  });

  test("opens nothing for strangers, staff and a branch that is not asked", async () => {
    const { id } = await asking(today);
    const token = await opened(id);
    for (const actor of [...cast.strangers, cast.staff, cast.instructor]) {
      expect(await findDoor(actor, token)).toBeNull();
      await expect(checkInAtDoor(actor, at(token))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    const other = checkInAtDoor(cast.secretary, at(token, { branchId: cast.otherBranchId }));
    await expect(other).rejects.toMatchObject({ refusal: "NOT_FOUND" });
  });

  test("is made and ended by its organizer only, and not after the end", async () => {
    const { id } = await asking(today);
    for (const actor of [...cast.strangers, cast.secretary, cast.instructor]) {
      await expect(openDoor(actor, { id })).rejects.toMatchObject({ refusal: "NOT_FOUND" });
      await expect(closeDoor(actor, { id })).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    const over = await asking();
    await expect(openDoor(cast.staff, { id: over.id })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    const off = await asking({ ...today, status: "CANCELLED" });
    await expect(closeDoor(cast.staff, { id: off.id })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });
});

describe("holdActivity", () => {
  test("from the day it begins, with a note", async () => {
    const { id } = await asking({ startsOn: "2026-11-23" });
    await holdActivity(cast.staff, { id, version: 1, note: "四个支部参加" });
    expect(await stored(id)).toMatchObject({ status: "HELD", heldNote: "四个支部参加", version: 2 });
    expect(await trailOf(id)).toEqual(["activity.hold"]);
  });

  test("refuses strangers, a guest, before it has begun, twice, a past version", async () => {
    const { id } = await asking();
    for (const actor of [...cast.strangers, cast.secretary]) {
      await expect(holdActivity(actor, { id, version: 1, note: null })).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    const ahead = await asking({ startsOn: "2026-11-24" });
    const held = await asking({ status: "HELD" });
    const wrong = [
      [{ id: ahead.id, version: 1, note: null }, "WRONG_STATE"],
      [{ id: held.id, version: 1, note: null }, "WRONG_STATE"],
      [{ id, version: 2, note: null }, "CONFLICT"],
    ] as const;
    for (const [input, refusal] of wrong) {
      await expect(holdActivity(cast.staff, input)).rejects.toMatchObject({ refusal });
    }
  });
});

describe("addFigure and removeFigure", () => {
  const figure = (activityId: string, more: Partial<NewFigure> = {}): NewFigure => ({
    activityId,
    measured: "READS:次",
    amount: "12000",
    periodFrom: "2026-11-20",
    periodTo: "2026-11-22",
    source: "https://example.cn/report",
    note: null,
    ...more,
  });

  test("a figure with unit, period and source; taken out again, the trail keeps what it said", async () => {
    const { id } = await asking();
    await addFigure(cast.staff, figure(id));
    const kept = await db.activityFigure.findFirstOrThrow({ where: { activityId: id } });
    expect([kept.measure, kept.unit, kept.amount.toNumber()]).toEqual(["READS", "次", 12_000]);
    await removeFigure(cast.staff, { id: kept.id });
    expect(await db.activityFigure.count({ where: { activityId: id } })).toBe(0);
    expect(await trailOf(id)).toEqual(["activity.addFigure", "activity.removeFigure"]);
    const [, last] = await db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
    expect(last?.before).toMatchObject({ measure: "READS", amount: "12000" });
  });

  test("refuse strangers, a guest, before it has begun, a figure against the rules, what is called off", async () => {
    const { id } = await asking();
    await addFigure(cast.staff, figure(id));
    const kept = await db.activityFigure.findFirstOrThrow({ where: { activityId: id } });
    for (const actor of [...cast.strangers, cast.secretary]) {
      await expect(addFigure(actor, figure(id))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
      await expect(removeFigure(actor, { id: kept.id })).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    const ahead = await asking({ startsOn: "2026-11-24" });
    const off = await asking({ status: "CANCELLED" });
    const wrong = [
      [figure(ahead.id), "WRONG_STATE"],
      [figure(off.id), "WRONG_STATE"],
      [figure(id, { measured: "DONATED_GOODS:件" }), "CONFLICT"],
      [figure(id, { periodTo: "2026-11-24" }), "CONFLICT"],
    ] as const;
    for (const [input, refusal] of wrong) {
      await expect(addFigure(cast.staff, input)).rejects.toMatchObject({ refusal });
    }
    await db.activity.update({ where: { id }, data: { status: "CANCELLED" } });
    await expect(removeFigure(cast.staff, { id: kept.id })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });
});
