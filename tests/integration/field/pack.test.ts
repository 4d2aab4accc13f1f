import { expect, test } from "vitest";
import { toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { fieldPack } from "@/lib/field/queries/field-pack";
import { recordVisit } from "@/lib/visits/commands/record-visit";
import { castOf, day, sent } from "@/tests/integration/visits/cast";
import { instructorOf } from "@/tests/support/actors";
import { account, assignment, enterprise, instructor, servicePoint } from "@/tests/support/factories/registers";

test("takes along whom the instructor looks after, with the last visit, open requests and own duty", async () => {
  const cast = await castOf();
  const request = { id: crypto.randomUUID(), category: "SPACE" as const, text: "停车难，电话 13900000000" };
  await recordVisit(cast.instructor, sent(cast, { found: "找王总 13900000000", requests: [request] }));
  const point = await servicePoint();
  const shift = { servicePointId: point.id, instructorId: cast.instructorId };
  await assignment(shift);
  await db.dutyShift.createMany({
    data: ["2026-11-23", "2026-12-01", "2027-01-20"].map((on) => ({ ...shift, dutyOn: toDate(on) })),
  });
  const pack = await fieldPack(cast.instructor);
  expect(pack?.targets.map(({ id }) => id).toSorted()).toEqual([cast.enterpriseId, cast.branchId].toSorted());
  const target = pack?.targets.find(({ id }) => id === cast.enterpriseId);
  expect(target).toMatchObject({
    due: "DONE",
    lastVisit: { visitedOn: "2026-11-20" },
    requests: [{ isOverdue: false }],
  });
  expect(target?.initials).toMatch(/^[a-z0-9]+$/);
  expect(pack?.shifts.map(({ dutyOn, pointName }) => [dutyOn, pointName])).toEqual([
    ["2026-11-23", point.name],
    ["2026-12-01", point.name],
  ]);
  expect(JSON.stringify(pack), "S53: no number of a person lies on the phone").not.toMatch(/13900000000/);
});

test("another's enterprise and one of an ended assignment are not among it", async () => {
  const cast = await castOf();
  const { committeeId } = cast;
  const userId = (await account({ grants: [{ role: "INSTRUCTOR" }] })).id;
  const other = (await instructor({ committeeId, userId })).id;
  const ended = (await enterprise({ committeeId })).id;
  await assignment({ instructorId: other, enterpriseId: ended, to: "2026-11-01" });
  expect((await fieldPack(instructorOf(other, { day, userId })))?.targets).toEqual([]);
});

test("is nobody else's", async () => {
  const cast = await castOf();
  for (const actor of cast.refused.filter(({ roles }) => !roles.includes("INSTRUCTOR"))) {
    expect(await fieldPack(actor)).toBeNull();
  }
});
