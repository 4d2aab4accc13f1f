import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { moveRequest } from "@/lib/requests/commands/move-request";
import { raiseRequest } from "@/lib/requests/commands/raise-request";
import { findRequest } from "@/lib/requests/queries/find-request";
import type { MovedRequest } from "@/lib/requests/schema";
import { asks, type Cast, castOf } from "@/tests/integration/requests/cast";
import { withForm } from "@/tests/support/actors";
import { enterprise } from "@/tests/support/factories/registers";

let cast: Cast;
beforeEach(async () => {
  cast = await castOf();
});

const trailOf = (subjectId: string) => db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } });
const versionOf = async (id: string) => (await db.enterpriseRequest.findUniqueOrThrow({ where: { id } })).version;

type Said = MovedRequest extends infer One ? (One extends MovedRequest ? Omit<One, "id" | "version"> : never) : never;
const move = async (actor: Actor, id: string, said: Said) =>
  moveRequest(actor, { ...said, id, version: await versionOf(id) } as MovedRequest);

describe("raiseRequest", () => {
  test.each([
    ["staff", "STAFF"],
    ["instructor", "DUTY"],
    ["secretary", "SECRETARY"],
  ] as const)("by %s: open, due in thirty days, with its first step, an entry, and staff told", async (who, origin) => {
    const { id } = await raiseRequest(cast[who], asks(cast));
    expect(await findRequest(cast.staff, id)).toMatchObject({
      status: "OPEN",
      origin,
      dueOn: "2026-12-20",
      ownerId: null,
      steps: [{ action: "RAISE", to: "OPEN", byName: cast[who].name }],
    });
    expect(await trailOf(id)).toMatchObject([{ action: "request.raise", committeeId: cast.committeeId }]);
    const told = await db.notification.count({ where: { userId: cast.staff.userId ?? "", href: `/requests/${id}` } });
    expect(told).toBe(who === "staff" ? 0 : 1);
  });

  test("R7: pressed twice it is one", async () => {
    const pressed = withForm(cast.secretary);
    expect(await raiseRequest(pressed, asks(cast))).toEqual(await raiseRequest(pressed, asks(cast)));
    expect(await db.enterpriseRequest.count({ where: { enterpriseId: cast.enterpriseId } })).toBe(1);
  });

  test("refuses strangers, a closed enterprise, a day to come, a due day before it", async () => {
    for (const actor of cast.strangers) {
      await expect(raiseRequest(actor, asks(cast))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    const closed = await enterprise({ committeeId: cast.committeeId, closedOn: "2026-01-01" });
    const wrong = [
      [{ enterpriseId: closed.id }, "WRONG_STATE"],
      [{ raisedOn: "2026-11-24" }, "CONFLICT"],
      [{ dueOn: "2026-11-19" }, "CONFLICT"],
    ] as const;
    for (const [more, refusal] of wrong) {
      await expect(raiseRequest(cast.staff, asks(cast, more))).rejects.toMatchObject({ refusal });
    }
    expect(await db.enterpriseRequest.count({ where: { enterpriseId: cast.enterpriseId } })).toBe(0);
  });
});

describe("moveRequest", () => {
  test("a whole life: taken, transferred, answered, closed, reopened, each with who and when", async () => {
    const { id } = await raiseRequest(cast.instructor, asks(cast));
    await move(cast.staff, id, { action: "TAKE" });
    await move(cast.staff, id, { action: "TRANSFER", department: "区人力社保局", note: null });
    await move(cast.staff, id, { action: "ANSWER", answer: "已安排专场招聘会" });
    await move(cast.staff, id, { action: "CLOSE", note: null });
    await move(cast.instructor, id, { action: "REOPEN", note: "企业反映未解决" });
    const found = await findRequest(cast.instructor, id);
    expect(found).toMatchObject({ status: "IN_PROGRESS", closedOn: null, department: "区人力社保局" });
    expect(found?.steps.map(({ action, to }) => `${action} ${to}`)).toEqual([
      "RAISE OPEN",
      "TAKE IN_PROGRESS",
      "TRANSFER IN_PROGRESS",
      "ANSWER ANSWERED",
      "CLOSE CLOSED",
      "REOPEN IN_PROGRESS",
    ]);
    expect((await trailOf(id)).map(({ action }) => action)).toEqual([
      "request.raise",
      "request.take",
      "request.transfer",
      "request.answer",
      "request.close",
      "request.reopen",
    ]);
    const told = await db.notification.findMany({ where: { userId: cast.instructor.userId ?? "" } });
    expect(told.map(({ kind }) => kind)).toEqual(["REQUEST_ANSWERED"]);
  });

  test("given to an instructor, who learns it, takes it and answers", async () => {
    const { id } = await raiseRequest(cast.secretary, asks(cast));
    const ownerId = cast.instructor.userId;
    await move(cast.staff, id, { action: "REASSIGN", ownerId, dueOn: "2026-12-01", note: null });
    const row = await db.enterpriseRequest.findUniqueOrThrow({ where: { id } });
    expect([row.ownerId, row.status, toDay(row.dueOn)]).toEqual([ownerId, "OPEN", "2026-12-01"]);
    expect(await db.notification.count({ where: { userId: ownerId ?? "", kind: "REQUEST_ASSIGNED" } })).toBe(1);
    await move(cast.instructor, id, { action: "TAKE" });
    await move(cast.instructor, id, { action: "ANSWER", answer: "已解决" });
    expect(await findRequest(cast.secretary, id)).toMatchObject({ status: "ANSWERED", answer: "已解决" });
  });

  test("refuses an owner from elsewhere", async () => {
    const { id } = await raiseRequest(cast.staff, asks(cast));
    const stranger = (await castOf()).staff.userId;
    const given = move(cast.staff, id, { action: "REASSIGN", ownerId: stranger, dueOn: "2026-12-01", note: null });
    await expect(given).rejects.toMatchObject({ refusal: "CONFLICT" });
  });

  test("refuses strangers, whoever only raised it, a wrong state", async () => {
    const { id } = await raiseRequest(cast.secretary, asks(cast));
    for (const actor of [...cast.strangers, cast.secretary, cast.instructor]) {
      await expect(move(actor, id, { action: "TAKE" })).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    await expect(move(cast.staff, id, { action: "CLOSE", note: null })).rejects.toMatchObject({
      refusal: "WRONG_STATE",
    });
    expect(await findRequest(cast.staff, id)).toMatchObject({ status: "OPEN", steps: [{ action: "RAISE" }] });
  });

  test("R8: of five who answer at once one does, the others are told", async () => {
    const { id } = await raiseRequest(cast.staff, asks(cast));
    const presses = Array.from({ length: 5 }, (_, index) =>
      moveRequest(cast.staff, { id, version: 1, action: "ANSWER", answer: `答复${index}` }),
    );
    const results = await Promise.allSettled(presses);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.requestStep.count({ where: { requestId: id, action: "ANSWER" } })).toBe(1);
  });

  test("the way of a request cannot be rewritten", async () => {
    const { id } = await raiseRequest(cast.staff, asks(cast));
    await expect(db.requestStep.updateMany({ where: { requestId: id }, data: { note: "改" } })).rejects.toThrow();
    await expect(db.requestStep.deleteMany({ where: { requestId: id } })).rejects.toThrow();
  });
});
