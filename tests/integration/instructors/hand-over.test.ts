import { beforeAll, expect, test } from "vitest";
import { handOver } from "@/lib/instructors/commands/hand-over";
import { assignmentsOf, type Cast, castOf, refusedAt, trailOf } from "@/tests/integration/instructors/cast";
import { assignment, enterprise, instructor } from "@/tests/support/factories/registers";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});

const on = "2026-07-01";
const pass = (id: string, toId: string) => ({ id, toId, on, reason: "轮岗" });
const newInstructor = async () => (await instructor({ committeeId: cast.committeeId })).id;

test("all assignments go on with the other from the day, and what was to begin later begins there", async () => {
  const [giver, taker] = [await newInstructor(), await newInstructor()];
  const { enterpriseId, branchId, servicePointId, committeeId } = cast;
  const past = await enterprise({ committeeId });
  await assignment({ instructorId: giver, enterpriseId });
  await assignment({ instructorId: giver, branchId, to: "2026-12-31" });
  await assignment({ instructorId: giver, servicePointId, from: "2026-12-01" });
  await assignment({ instructorId: giver, enterpriseId: past.id, to: "2026-01-01" });
  await handOver(cast.staff, pass(giver, taker));
  expect((await assignmentsOf(giver)).toSorted()).toEqual(
    [
      [enterpriseId, `2024-01-01–${on}`],
      [branchId, `2024-01-01–${on}`],
      [past.id, "2024-01-01–2026-01-01"],
    ].toSorted(),
  );
  expect((await assignmentsOf(taker)).toSorted()).toEqual(
    [
      [enterpriseId, `${on}–`],
      [branchId, `${on}–2026-12-31`],
      [servicePointId, "2026-12-01–"],
    ].toSorted(),
  );
  expect(await trailOf(giver)).toMatchObject([
    { action: "instructor.handOver", reason: "轮岗", after: { to: { id: taker }, on, handedOverCount: 3 } },
  ]);
});

test("what the other looks after already is not doubled", async () => {
  const [giver, taker] = [await newInstructor(), await newInstructor()];
  const { enterpriseId, branchId } = cast;
  for (const instructorId of [giver, taker]) await assignment({ instructorId, enterpriseId });
  await assignment({ instructorId: giver, branchId });
  await handOver(cast.staff, pass(giver, taker));
  expect(await assignmentsOf(taker)).toEqual([
    [enterpriseId, "2024-01-01–"],
    [branchId, `${on}–`],
  ]);
  expect(await trailOf(giver)).toMatchObject([{ after: { handedOverCount: 1, alreadyTheirsCount: 1 } }]);
});

test("two who hand over to each other at once do not wait for each other for ever", async () => {
  const [one, other] = [await newInstructor(), await newInstructor()];
  await assignment({ instructorId: one, enterpriseId: cast.enterpriseId });
  await assignment({ instructorId: other, branchId: cast.branchId });
  await Promise.all([handOver(cast.staff, pass(one, other)), handOver(cast.staff, pass(other, one))]);
  const live = [...(await assignmentsOf(one)), ...(await assignmentsOf(other))].filter(([, days]) =>
    days.endsWith("–"),
  );
  expect(live.map(([target]) => target).toSorted()).toEqual([cast.enterpriseId, cast.branchId].toSorted());
});

test("refuses oneself, who has nothing, who has left or not begun, another committee's instructor, and other roles", async () => {
  const [giver, taker] = [await newInstructor(), await newInstructor()];
  const refused = (toId: string) => expect(handOver(cast.staff, pass(giver, toId))).rejects;
  await refused(taker).toMatchObject({ refusal: "WRONG_STATE" });
  await assignment({ instructorId: giver, enterpriseId: cast.enterpriseId });
  const { committeeId } = cast;
  await refused(giver).toMatchObject({ refusal: "CONFLICT" });
  const left = await instructor({ committeeId, endedOn: "2026-01-01" });
  await refused(left.id).toMatchObject({ refusal: "WRONG_STATE" });
  const young = await instructor({ committeeId, startedOn: "2026-08-01" });
  await refused(young.id).toMatchObject({ refusal: "CONFLICT" });
  await refused((await instructor()).id).toMatchObject({ refusal: "NOT_FOUND" });
  for (const actor of await refusedAt(cast, giver)) {
    await expect(handOver(actor, pass(giver, taker))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
  }
  expect(await assignmentsOf(giver)).toEqual([[cast.enterpriseId, "2024-01-01–"]]);
  expect(await trailOf(giver)).toEqual([]);
});
