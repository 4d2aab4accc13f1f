import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { recordVisit } from "@/lib/visits/commands/record-visit";
import { type Cast, castOf, sent } from "@/tests/integration/visits/cast";
import { withForm } from "@/tests/support/actors";

let cast: Cast;
beforeEach(async () => {
  cast = await castOf();
});

const request = (text = "希望解决停车") => ({ id: randomUUID(), category: "SPACE" as const, text });
const register = () => db.enterprise.findUniqueOrThrow({ where: { id: cast.enterpriseId } });

test("a visit with its requests, under the ids the phone made; staff learn of each request; the trail has it", async () => {
  const visit = sent(cast, { requests: [request("停车"), request("招聘")] });
  expect(await recordVisit(cast.instructor, visit)).toEqual({ id: visit.id });
  const row = await db.visit.findUniqueOrThrow({
    where: { id: visit.id },
    include: { requests: { include: { steps: true } } },
  });
  expect(row).toMatchObject({ instructorId: cast.instructorId, found: "业务平稳" });
  expect(new Set(row.requests.map(({ id }) => id))).toEqual(new Set(visit.requests.map(({ id }) => id)));
  for (const { origin, instructorId, steps } of row.requests) {
    expect([origin, instructorId, steps.length]).toEqual(["VISIT", cast.instructorId, 1]);
  }
  expect(await db.notification.count({ where: { userId: cast.staff.userId ?? "", kind: "REQUEST_RAISED" } })).toBe(2);
  expect(await db.auditEntry.findMany({ where: { subjectId: visit.id } })).toMatchObject([
    { action: "visit.record", committeeId: cast.committeeId },
  ]);
});

test("confirmed facts go to the register with the visit as their source", async () => {
  const before = await register();
  await recordVisit(cast.instructor, sent(cast, { employeeCount: 42, contactName: "李经理", isStillHere: false }));
  const after = await register();
  expect(after).toMatchObject({ employeeCount: 42, contactName: "李经理", version: before.version + 1 });
  expect(after.sources).toMatchObject({
    employeeCount: [{ source: "VISIT", on: "2026-11-20", value: 42 }],
    isSettled: [{ source: "VISIT", on: "2026-11-20", value: false }],
  });
  await recordVisit(cast.instructor, sent(cast, { visitedOn: "2026-11-10", employeeCount: 30 }));
  expect((await register()).employeeCount, "an older word does not undo a newer one").toBe(42);
});

test("a branch is visited too, without requests", async () => {
  const toBranch = { enterpriseId: null, branchId: cast.branchId };
  const { id } = await recordVisit(cast.instructor, sent(cast, toBranch));
  expect((await db.visit.findUniqueOrThrow({ where: { id } })).branchId).toBe(cast.branchId);
  const withRequest = recordVisit(cast.instructor, sent(cast, { ...toBranch, requests: [request()] }));
  await expect(withRequest).rejects.toMatchObject({ refusal: "CONFLICT" });
});

describe("R11 sent again", () => {
  test("with the same key or without one, also after the assignment ended, it is one visit and one request", async () => {
    const visit = sent(cast, { requests: [request()] });
    const pressed = withForm(cast.instructor, visit.id);
    await recordVisit(pressed, visit);
    await recordVisit(pressed, visit);
    await db.assignment.updateMany({
      where: { instructorId: cast.instructorId },
      data: { validTo: toDate("2026-11-21") },
    });
    await recordVisit(cast.instructor, visit);
    expect(await db.visit.count({ where: { instructorId: cast.instructorId } })).toBe(1);
    expect(await db.enterpriseRequest.count({ where: { visitId: visit.id } })).toBe(1);
  });

  test("ten times at once it is one visit", async () => {
    const visit = sent(cast, { requests: [request()] });
    const pressed = withForm(cast.instructor, visit.id);
    const results = await Promise.all(Array.from({ length: 10 }, () => recordVisit(pressed, visit)));
    expect(results).toEqual(Array(10).fill({ id: visit.id }));
    expect(await db.visit.count({ where: { id: visit.id } })).toBe(1);
  });

  test("a visit made while the enterprise was still assigned counts; one made after the end does not", async () => {
    await db.assignment.updateMany({
      where: { instructorId: cast.instructorId },
      data: { validTo: toDate("2026-11-21") },
    });
    await recordVisit(cast.instructor, sent(cast, { visitedOn: "2026-11-20" }));
    await expect(recordVisit(cast.instructor, sent(cast, { visitedOn: "2026-11-21" }))).rejects.toMatchObject({
      refusal: "NOT_FOUND",
    });
  });

  test("another instructor's id is not taken over", async () => {
    const { id } = await recordVisit(cast.instructor, sent(cast));
    const other = await castOf();
    await expect(recordVisit(other.instructor, sent(other, { id }))).rejects.toMatchObject({ refusal: "CONFLICT" });
  });
});

test("refuses everybody else, a foreign enterprise, a day to come, a next visit before this one; nothing is written", async () => {
  for (const actor of cast.refused) {
    await expect(recordVisit(actor, sent(cast))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
  }
  const wrong = [
    [{ enterpriseId: (await castOf()).enterpriseId }, "NOT_FOUND"],
    [{ branchId: cast.branchId }, "NOT_FOUND"],
    [{ visitedOn: "2026-11-24" }, "CONFLICT"],
    [{ nextVisitOn: "2026-11-20" }, "CONFLICT"],
  ] as const;
  for (const [more, refusal] of wrong) {
    const visit = sent(cast, { requests: [request()], employeeCount: 9, ...more });
    await expect(recordVisit(cast.instructor, visit), JSON.stringify(more)).rejects.toMatchObject({ refusal });
  }
  expect(await db.visit.count({ where: { instructorId: cast.instructorId } })).toBe(0);
  expect(await db.enterpriseRequest.count({ where: { enterpriseId: cast.enterpriseId } })).toBe(0);
  expect((await register()).employeeCount).toBeNull();
});
