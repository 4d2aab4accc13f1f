import { beforeAll, describe, expect, test } from "vitest";
import { assignTargets } from "@/lib/instructors/commands/assign-targets";
import { correctAssignment, endAssignment, removeAssignment } from "@/lib/instructors/commands/change-assignment";
import { endInstructor } from "@/lib/instructors/commands/end-instructor";
import { newAssignments } from "@/lib/instructors/schema";
import { assignmentsOf, type Cast, castOf, refusedAt, trailOf } from "@/tests/integration/instructors/cast";
import { withForm } from "@/tests/support/actors";
import { assignment, branch, enterprise, instructor, servicePoint } from "@/tests/support/factories/registers";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});

type Targets = { enterpriseIds?: string[]; branchIds?: string[]; servicePointIds?: string[] };
const assign = (id: string, targets: Targets, validFrom = "2026-01-01") =>
  newAssignments.parse({ id, validFrom, ...targets });

describe("assignTargets", () => {
  test("assigns enterprises, branches and service points in one act, from a day on", async () => {
    const { id } = await instructor({ committeeId: cast.committeeId });
    const second = await enterprise({ committeeId: cast.committeeId });
    const enterpriseIds = [cast.enterpriseId, second.id];
    const targets = { enterpriseIds, branchIds: [cast.branchId], servicePointIds: [cast.servicePointId] };
    await assignTargets(cast.staff, assign(id, targets));
    const all = [...enterpriseIds, cast.branchId, cast.servicePointId];
    expect((await assignmentsOf(id)).toSorted()).toEqual(all.map((target) => [target, "2026-01-01–"]).toSorted());
    const trail = await trailOf(id);
    expect(trail).toMatchObject([
      { action: "instructor.assign", committeeId: cast.committeeId, after: { validFrom: "2026-01-01" } },
    ]);
    expect(JSON.stringify(trail[0]?.after)).toContain(second.name);
  });

  test("all or nothing: one target already looked after, closed or foreign refuses the others too", async () => {
    const { id } = await instructor({ committeeId: cast.committeeId });
    const { committeeId, enterpriseId } = cast;
    const held = await enterprise({ committeeId });
    await assignment({ instructorId: id, enterpriseId: held.id });
    const before = await assignmentsOf(id);
    const wrong: [Targets, string][] = [
      [{ enterpriseIds: [enterpriseId, held.id] }, "CONFLICT"],
      [
        { enterpriseIds: [enterpriseId, (await enterprise({ committeeId, closedOn: "2025-01-01" })).id] },
        "WRONG_STATE",
      ],
      [{ branchIds: [(await branch({ committeeId, dissolvedOn: "2025-01-01" })).id] }, "WRONG_STATE"],
      [{ servicePointIds: [(await servicePoint({ closedOn: "2025-01-01" })).id] }, "NOT_FOUND"],
      [{ enterpriseIds: [enterpriseId, (await enterprise()).id] }, "NOT_FOUND"],
      [{ branchIds: [(await branch()).id] }, "NOT_FOUND"],
    ];
    for (const [targets, refusal] of wrong) {
      await expect(assignTargets(cast.staff, assign(id, targets))).rejects.toMatchObject({ refusal });
    }
    expect(await assignmentsOf(id)).toEqual(before);
    expect(await trailOf(id)).toEqual([]);
  });

  test("refuses a day before the instructor began, and who has left", async () => {
    const { id } = await instructor({ committeeId: cast.committeeId });
    const targets = { branchIds: [cast.branchId] };
    const early = assignTargets(cast.staff, assign(id, targets, "2023-01-01"));
    await expect(early).rejects.toMatchObject({ refusal: "CONFLICT" });
    const left = await instructor({ committeeId: cast.committeeId, endedOn: "2026-03-01" });
    const gone = assignTargets(cast.staff, assign(left.id, targets));
    await expect(gone).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });

  test("one form pressed twice assigns once; assigned and left at once leaves nothing open", async () => {
    const row = await instructor({ committeeId: cast.committeeId });
    const actor = withForm(cast.staff);
    const input = assign(row.id, { enterpriseIds: [cast.enterpriseId] });
    await Promise.all([assignTargets(actor, input), assignTargets(actor, input)]);
    expect(await assignmentsOf(row.id)).toHaveLength(1);
    await Promise.allSettled([
      assignTargets(cast.staff, assign(row.id, { branchIds: [cast.branchId] })),
      endInstructor(cast.staff, { id: row.id, version: 1, endedOn: "2026-10-01", reason: "调动" }),
    ]);
    for (const [, days] of await assignmentsOf(row.id)) expect(days.endsWith("–2026-10-01")).toBe(true);
  });
});

describe("one assignment", () => {
  async function held(facts: { from?: string; to?: string } = {}) {
    const { id } = await instructor({ committeeId: cast.committeeId });
    const row = await assignment({ instructorId: id, enterpriseId: cast.enterpriseId, ...facts });
    return { id, assignmentId: row.id };
  }

  test("ends on a day, once", async () => {
    const key = await held();
    const end = { ...key, endsOn: "2026-08-01", reason: "企业迁出" };
    await endAssignment(cast.staff, end);
    expect(await assignmentsOf(key.id)).toEqual([[cast.enterpriseId, "2024-01-01–2026-08-01"]]);
    await expect(endAssignment(cast.staff, end)).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    expect(await trailOf(key.id)).toMatchObject([
      {
        action: "instructor.unassign",
        reason: "企业迁出",
        before: { validTo: null },
        after: { validTo: "2026-08-01" },
      },
    ]);
  });

  test("refuses an end before its beginning", async () => {
    const key = await held({ from: "2026-05-01" });
    const early = { ...key, endsOn: "2026-05-01", reason: null };
    await expect(endAssignment(cast.staff, early)).rejects.toMatchObject({ refusal: "CONFLICT" });
  });

  test("can be righted, within the days of the instructor", async () => {
    const key = await held();
    const right = { ...key, validFrom: "2024-04-01", validTo: "2025-04-01", reason: "日期写错" };
    await correctAssignment(cast.staff, right);
    expect(await assignmentsOf(key.id)).toEqual([[cast.enterpriseId, "2024-04-01–2025-04-01"]]);
    const early = { ...right, validFrom: "2023-04-01" };
    await expect(correctAssignment(cast.staff, early)).rejects.toMatchObject({ refusal: "CONFLICT" });
    await endInstructor(cast.staff, { id: key.id, version: 1, endedOn: "2026-01-01", reason: "调动" });
    const open = { ...right, validTo: null };
    await expect(correctAssignment(cast.staff, open)).rejects.toMatchObject({ refusal: "CONFLICT" });
    expect((await trailOf(key.id))[0]).toMatchObject({
      action: "instructor.correctAssignment",
      reason: "日期写错",
      before: { validFrom: "2024-01-01", validTo: null },
    });
  });

  test("can be taken out; the trail keeps it", async () => {
    const key = await held();
    await removeAssignment(cast.staff, { ...key, reason: "登记到了别人名下" });
    expect(await assignmentsOf(key.id)).toEqual([]);
    expect(await trailOf(key.id)).toMatchObject([
      { action: "instructor.removeAssignment", before: { validFrom: "2024-01-01" }, after: { removed: true } },
    ]);
  });

  test("S21, S23: not by others, and not through another instructor", async () => {
    const [key, other] = [await held(), await held()];
    const crossed = { id: key.id, assignmentId: other.assignmentId };
    const attempts = [
      ...(await refusedAt(cast, key.id)).map((actor) => [actor, key] as const),
      [cast.staff, crossed] as const,
    ];
    for (const [actor, which] of attempts) {
      const outcomes = await Promise.allSettled([
        endAssignment(actor, { ...which, endsOn: "2026-08-01", reason: null }),
        correctAssignment(actor, { ...which, validFrom: "2024-02-01", validTo: null, reason: "试" }),
        removeAssignment(actor, { ...which, reason: "试" }),
      ]);
      for (const outcome of outcomes) {
        expect(outcome).toMatchObject({ status: "rejected", reason: { refusal: "NOT_FOUND" } });
      }
    }
    for (const { id } of [key, other]) {
      expect(await assignmentsOf(id)).toEqual([[cast.enterpriseId, "2024-01-01–"]]);
      expect(await trailOf(id)).toEqual([]);
    }
  });
});

test("S21: nobody else assigns", async () => {
  const { id } = await instructor({ committeeId: cast.committeeId });
  for (const actor of await refusedAt(cast, id)) {
    const attempt = assignTargets(actor, assign(id, { enterpriseIds: [cast.enterpriseId] }));
    await expect(attempt).rejects.toMatchObject({ refusal: "NOT_FOUND" });
  }
  expect(await assignmentsOf(id)).toEqual([]);
});
