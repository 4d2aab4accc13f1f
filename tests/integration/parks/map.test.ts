import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { parkMap } from "@/lib/parks/queries/park-map";
import { administrator, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import {
  assignment,
  branch,
  committee,
  enterprise,
  instructor,
  park,
  servicePoint,
} from "@/tests/support/factories/registers";

const day = "2026-11-23";
let committeeId: string;
let placed: string;
let unplaced: string;
let pointId: string;
let instructorId: string;

beforeAll(async () => {
  committeeId = (await committee()).id;
  placed = (await park({ committeeId, name: "甲园区" })).id;
  unplaced = (await park({ committeeId, name: "乙园区" })).id;
  await park({ committeeId, name: "旧园区", closedOn: "2026-01-01" });
  await db.park.update({ where: { id: placed }, data: { latitude: 29.7, longitude: 106.5 } });
  const covered = await enterprise({ parkId: placed, isSettled: true });
  await enterprise({ parkId: placed, isSettled: true });
  await enterprise({ parkId: placed, isSettled: false });
  await branch({ committeeId, covers: [covered.id] });
  pointId = (await servicePoint({ parkId: placed, name: "服务点甲" })).id;
  await servicePoint({ parkId: unplaced, name: "服务点乙", closedOn: "2026-01-01" });
  instructorId = (await instructor({ committeeId })).id;
  await assignment({ instructorId, servicePointId: pointId });
  await servicePoint({ parkId: (await park({ name: "别家园区" })).id });
});

describe("the map", () => {
  test("shows staff the live parks and points of the own committee, numbered through, with coverage of today", async () => {
    const map = await parkMap(staffOf(committeeId, { day }));
    expect(map.base).toBe("SETTLED");
    expect(map.parks).toMatchObject([
      {
        number: 1,
        name: "甲园区",
        place: { latitude: 29.7, longitude: 106.5 },
        settledCount: 2,
        coverage: { organized: 1, base: 2 },
        can: { edit: true },
      },
      { number: 2, name: "乙园区", place: null, settledCount: 0, coverage: { organized: 0, base: 0 } },
    ]);
    expect(map.points).toMatchObject([
      { number: 3, name: "服务点甲", parkName: "甲园区", place: { latitude: 29.7, longitude: 106.5 } },
    ]);
  });

  test("puts a service point where its building is", async () => {
    const building = await db.building.create({
      data: { parkId: placed, name: "A座", nameSort: "a", latitude: 29.71, longitude: 106.51 },
    });
    await db.servicePoint.update({ where: { id: pointId }, data: { buildingId: building.id } });
    const [point] = (await parkMap(staffOf(committeeId, { day }))).points;
    expect(point?.place).toEqual({ latitude: 29.71, longitude: 106.51 });
  });

  test("shows an instructor the parks of the own assignments, without coverage and without the way to change them", async () => {
    const map = await parkMap(instructorOf(instructorId, { day }));
    expect(map.base).toBeNull();
    expect(map.parks).toMatchObject([{ name: "甲园区", settledCount: 2, coverage: null, can: { edit: false } }]);
    expect(map.points).toMatchObject([{ name: "服务点甲" }]);
  });

  test("is empty for everybody else", async () => {
    const others = [
      staffOf((await committee()).id, { day }),
      secretaryOf((await branch({ committeeId })).id, { day }),
      instructorOf((await instructor({ committeeId })).id, { day }),
      administrator({ day }),
      auditor({ day }),
    ];
    for (const actor of others) expect(await parkMap(actor)).toMatchObject({ parks: [], points: [] });
  });
});
