import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { findServicePoint } from "@/lib/service-points/queries/find-service-point";
import { exportServicePoints, listServicePoints } from "@/lib/service-points/queries/list-service-points";
import { placeChoices } from "@/lib/service-points/queries/place-choices";
import { servicePointList } from "@/lib/service-points/schema";
import { administrator, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import {
  assignment,
  branch,
  building,
  committee,
  instructor,
  park,
  servicePoint,
} from "@/tests/support/factories/registers";

const day = "2026-11-23";
let staff: Actor;
let assigned: Actor;
let committeeId: string;
let first: { id: string; parkId: string };
let foreign: { id: string };

beforeAll(async () => {
  committeeId = (await committee()).id;
  staff = staffOf(committeeId, { day });
  const valley = await park({ committeeId, name: "青岚谷" });
  const other = await park({ committeeId, name: "白云园" });
  first = await servicePoint({ parkId: valley.id, name: "青岚服务站" });
  await servicePoint({ parkId: other.id, name: "白云示范点", kind: "DEMONSTRATION" });
  await servicePoint({ parkId: other.id, name: "旧站", closedOn: "2026-01-01" });
  foreign = await servicePoint();
  for (const name of ["周静", "曾敏"]) {
    const { id } = await instructor({ committeeId, name });
    await assignment({ instructorId: id, servicePointId: first.id });
    assigned = instructorOf(id, { day });
  }
  const past = await instructor({ committeeId, name: "吴离" });
  await assignment({ instructorId: past.id, servicePointId: first.id, to: "2026-01-01" });
});

const namesOf = async (actor: Actor, search: Record<string, string> = {}) =>
  (await listServicePoints(actor, servicePointList.parse(search))).rows.map(({ name }) => name);

describe("listServicePoints", () => {
  test("shows the place and who is assigned today, sorted by pinyin", async () => {
    const { rows, total } = await listServicePoints(staff, servicePointList.parse({}));
    expect(total).toBe(2);
    expect(rows).toMatchObject([
      { name: "白云示范点", parkName: "白云园", instructorNames: null },
      { name: "青岚服务站", parkName: "青岚谷", buildingName: null, instructorNames: "曾敏、周静" },
    ]);
  });

  test.each([
    [{ sort: "-name" }, ["青岚服务站", "白云示范点"]],
    [{ q: "qlfw" }, ["青岚服务站"]],
    [{ kind: "DEMONSTRATION" }, ["白云示范点"]],
    [{ unassigned: "1" }, ["白云示范点"]],
    [{ closed: "1" }, ["白云示范点", "旧站", "青岚服务站"]],
  ])("%j", async (search, names) => expect(await namesOf(staff, search)).toEqual(names));

  test("S22, S24: by park, and inside the scope only; the export gives what the list shows", async () => {
    expect(await namesOf(staff, { park: first.parkId })).toEqual(["青岚服务站"]);
    expect(await namesOf(assigned)).toEqual(["青岚服务站"]);
    const { id } = await branch({ committeeId });
    for (const actor of [secretaryOf(id), administrator(), auditor()]) {
      expect(await listServicePoints(actor, servicePointList.parse({ closed: "1" }))).toEqual({ rows: [], total: 0 });
    }
    const exported = await exportServicePoints(staff, servicePointList.parse({ closed: "1" }));
    expect(exported.map(({ name }) => name)).toEqual(await namesOf(staff, { closed: "1" }));
  });
});

test("findServicePoint gives everybody ever assigned; missing, foreign and nonsense look the same", async () => {
  const point = await findServicePoint(staff, first.id);
  expect(point?.assignments.map(({ instructor: who }) => who.name).toSorted()).toEqual(
    ["吴离", "周静", "曾敏"].toSorted(),
  );
  expect(point?.can).toEqual({ edit: true, reopen: false });
  expect((await findServicePoint(assigned, first.id))?.can).toEqual({ edit: false, reopen: false });
  for (const id of [foreign.id, randomUUID(), "x"]) expect(await findServicePoint(staff, id)).toBeNull();
});

test("placeChoices offers the open parks in scope", async () => {
  await building({ parkId: first.parkId, name: "A1栋" });
  await park({ committeeId, name: "旧园", closedOn: "2026-01-01" });
  const places = await placeChoices(staff);
  expect(places.map(({ name }) => name)).toEqual(["白云园", "青岚谷"]);
  expect(places[1]?.buildings.map(({ name }) => name)).toEqual(["A1栋"]);
});
