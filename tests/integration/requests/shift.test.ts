import { beforeEach, describe, expect, test } from "vitest";
import type { DutyShiftStatus } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { findShift } from "@/lib/duty/queries/list-shifts";
import { raiseRequest } from "@/lib/requests/commands/raise-request";
import {
  findAskedShift,
  findAskingEnterprise,
  suggestAskingEnterprises,
} from "@/lib/requests/queries/choose-enterprise";
import { findRequest } from "@/lib/requests/queries/find-request";
import { requestsOfShift } from "@/lib/requests/queries/list-requests";
import { newRequest } from "@/lib/requests/schema";
import { asks, type Cast, castOf, day } from "@/tests/integration/requests/cast";
import { instructorOf, staffOf } from "@/tests/support/actors";
import { assignment, enterprise, instructor, park, servicePoint } from "@/tests/support/factories/registers";

let cast: Cast;
let pointId: string;
beforeEach(async () => {
  cast = await castOf();
  const site = await park({ committeeId: cast.committeeId });
  pointId = (await servicePoint({ parkId: site.id, name: "云顶服务点" })).id;
});

/** A shift of the cast's instructor at the committee's point, or elsewhere. */
async function shift(more: { dutyOn?: string; status?: DutyShiftStatus; instructorId?: string; at?: string } = {}) {
  const { dutyOn = "2026-11-20", status = "PLANNED", instructorId = cast.instructor.instructorId ?? "", at } = more;
  const standing = { status, doneAt: status === "DONE" ? new Date() : null };
  const data = { servicePointId: at ?? pointId, instructorId, dutyOn: toDate(dutyOn), ...standing };
  return (await db.dutyShift.create({ data })).id;
}

const raise = (actor: Actor, shiftId: string, enterpriseId = cast.enterpriseId) =>
  raiseRequest(actor, asks(cast, { shiftId, enterpriseId }));

describe("a request raised in a duty shift", () => {
  test.each([
    ["instructor", "DUTY"],
    ["staff", "STAFF"],
  ] as const)("by %s: keeps the shift, each is reached from the other, and the trail says so", async (who, origin) => {
    const shiftId = await shift({ status: "DONE" });
    const { id } = await raise(cast[who], shiftId);
    const shown = { id: shiftId, dutyOn: "2026-11-20", pointName: "云顶服务点" };
    expect(await findRequest(cast[who], id)).toMatchObject({ origin, shift: shown });
    expect((await requestsOfShift(cast[who], shiftId)).map((row) => row.id)).toEqual([id]);
    const [entry] = await db.auditEntry.findMany({ where: { subjectId: id } });
    expect(entry?.after).toMatchObject({ shiftId, origin });
  });

  test("the instructor whose shift it is brought it home, also when the same person is staff", async () => {
    const { instructorId } = cast.instructor;
    const both: Actor = { ...cast.staff, roles: ["STAFF", "INSTRUCTOR"], instructorId };
    const { id } = await raise(both, await shift());
    expect(await findRequest(cast.instructor, id)).toMatchObject({ origin: "DUTY", instructorId });
  });

  test("S28: a shift that is nobody's to see is not there, and the request is not written", async () => {
    const foreign = await shift({ instructorId: (await instructor({ committeeId: cast.committeeId })).id });
    const elsewhere = await shift({ at: (await servicePoint()).id, instructorId: (await instructor()).id });
    for (const [actor, id] of [
      [cast.instructor, foreign],
      [cast.secretary, foreign],
      [cast.staff, elsewhere],
      [cast.staff, crypto.randomUUID()],
    ] as const) {
      await expect(raise(actor, id)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
      expect(await findAskedShift(actor, id)).toBeNull();
    }
    expect(await db.enterpriseRequest.count({ where: { enterpriseId: cast.enterpriseId } })).toBe(0);
  });

  test("refuses one cancelled, one to come, and one of another committee's point, each with a reason", async () => {
    const point = await servicePoint();
    await assignment({ instructorId: cast.instructor.instructorId ?? "", servicePointId: point.id });
    const wrong = [
      [await shift({ status: "CANCELLED" }), "已取消"],
      [await shift({ dutyOn: "2026-11-24" }), "当天起"],
      [await shift({ at: point.id }), "不属于同一个党委"],
    ] as const;
    for (const [id, reason] of wrong) await expect(raise(cast.instructor, id)).rejects.toThrow(reason);
    expect(await db.enterpriseRequest.count({ where: { enterpriseId: cast.enterpriseId } })).toBe(0);
  });

  test("S24: whoever comes to the desk, an enterprise that is not assigned stays out of the instructor's reach", async () => {
    const other = await enterprise({ committeeId: cast.committeeId });
    const id = await shift();
    await expect(raise(cast.instructor, id, other.id)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    const asked = await findAskedShift(cast.instructor, id);
    expect(await findAskingEnterprise(cast.instructor, other.id, asked)).toBeNull();
    const offered = await suggestAskingEnterprises(cast.instructor, "", asked);
    expect(offered.map((one) => one.id)).toEqual([cast.enterpriseId]);
    // Staff write it down for the instructor.
    await raise(cast.staff, id, other.id);
    expect(await requestsOfShift(cast.staff, id)).toHaveLength(1);
    expect(await requestsOfShift(cast.instructor, id)).toEqual([]);
  });

  test("of two committees staff are offered the enterprises of the shift's", async () => {
    const above = staffOf([cast.committeeId, (await castOf()).committeeId], { day });
    const asked = await findAskedShift(above, await shift());
    expect((await suggestAskingEnterprises(above, "", asked)).map(({ id }) => id)).toEqual([cast.enterpriseId]);
  });

  test("the way stands on the shift's page from its day on, unless it was cancelled", async () => {
    const way = async (more: Parameters<typeof shift>[0]) =>
      (await findShift(cast.instructor, await shift(more)))?.can.raiseRequest;
    expect(await way({ dutyOn: day })).toBe(true);
    expect(await way({ dutyOn: "2026-11-24" })).toBe(false);
    expect(await way({ dutyOn: "2026-11-19", status: "CANCELLED" })).toBe(false);
  });

  test("who sees the request but no shifts is not told of it; S28: nor are strangers of its requests", async () => {
    const shiftId = await shift();
    const { id } = await raise(cast.instructor, shiftId);
    expect(await findRequest(cast.secretary, id)).toMatchObject({ origin: "DUTY", shift: null });
    for (const actor of cast.strangers) expect(await requestsOfShift(actor, shiftId)).toEqual([]);
    const colleague = instructorOf((await instructor({ committeeId: cast.committeeId })).id, { day });
    expect(await requestsOfShift(colleague, shiftId)).toEqual([]);
  });

  test("a form that names no shift is read as before; one that names nonsense is not", () => {
    const { shiftId: _, ...older } = asks(cast);
    expect(newRequest.parse({ ...older, dueOn: "" }).shiftId).toBeNull();
    expect(newRequest.safeParse({ ...older, dueOn: "", shiftId: "7" }).success).toBe(false);
  });
});
