import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { createEnterprise } from "@/lib/enterprises/commands/create-enterprise";
import { findEnterprise, findEnterpriseRow } from "@/lib/enterprises/queries/find-enterprise";
import { placeChoices, placeFilterChoices } from "@/lib/enterprises/queries/place-choices";
import { type Cast, castOf, day, form, readersOf, refusedAt, settled } from "@/tests/integration/enterprises/cast";
import { administrator, anonymousOf, auditor, secretaryOf } from "@/tests/support/actors";
import {
  assignment,
  branch,
  building,
  enterprise,
  instructor,
  member,
  park,
} from "@/tests/support/factories/registers";
import { freshPhone } from "@/tests/support/fresh";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});

describe("findEnterprise", () => {
  test("everything that hangs on it, today and before", async () => {
    const row = await settled(cast, { associationFrom: "2024-05-01", scaleYears: [2025, 2026] });
    const old = await branch({ covers: [row.id], kind: "JOINT", dissolvedOn: "2025-06-01" });
    const now = await branch({ covers: [row.id], kind: "SINGLE", foundedOn: "2025-06-01" });
    const { id: instructorId } = await instructor({ committeeId: cast.committeeId });
    await assignment({ instructorId, enterpriseId: row.id, to: "2025-01-01" });
    const found = await findEnterprise(cast.staff, row.id);
    expect(found).toMatchObject({
      location: { parkId: cast.parkId, buildingId: cast.buildingId, isSettled: true, validFrom: "2024-01-01" },
      associations: [{ validFrom: "2024-05-01", validTo: null }],
      assignments: [{ instructorId, isToday: false, canOpen: true }],
      staleDays: 180,
    });
    expect(found?.coverages.map(({ branchId, isToday }) => [branchId, isToday])).toEqual([
      [now.id, true],
      [old.id, false],
    ]);
    expect(found?.scaleYears.map(({ year }) => year)).toEqual([2026, 2025]);
    expect(found?.history.at(0)).toEqual({ on: "2020-01-01", words: "企业成立" });
  });

  test("the committee's own setting says what is stale; other sources stand beside", async () => {
    const own = await castOf();
    const { id } = await enterprise({ committeeId: own.committeeId, employeeCount: 400 });
    const visit = { source: "VISIT", on: "2026-05-01", value: 400 };
    const registry = { source: "REGISTRY", on: "2026-09-30", value: 380 };
    await db.enterprise.update({ where: { id }, data: { sources: { employeeCount: [registry, visit] } } });
    const fact = async () => (await findEnterprise(own.staff, id))?.facts.employeeCount;
    const others = [{ source: "REGISTRY", on: "2026-09-30", text: "380" }];
    expect(await fact()).toMatchObject({ text: "400", origin: visit, isStale: true, others });
    const setting = { committeeId: own.committeeId, key: "staleDays", value: 365, validFrom: toDate("2026-01-01") };
    await db.committeeSetting.create({ data: setting });
    expect(await fact()).toMatchObject({ isStale: false });
  });

  test("people: names only for those who may see members, numbers for everybody", async () => {
    const { id } = await enterprise({ committeeId: cast.committeeId });
    const { secretary, instructor: assigned } = await readersOf(id);
    const [branchId = ""] = secretary.branchIds;
    const mine = await member({ committeeId: cast.committeeId, enterpriseId: id, branchId });
    const theirs = await member({ committeeId: cast.committeeId, enterpriseId: id });
    await member({ committeeId: cast.committeeId, enterpriseId: id, stage: "APPLICANT", leftOn: "2026-01-01" });
    const seen = async (actor: typeof secretary) => {
      const found = await findEnterprise(actor, id);
      return [found?.people.map((person) => person.id).toSorted(), found?.memberCount, found?.fullMemberCount];
    };
    expect(await seen(cast.staff)).toEqual([[mine.id, theirs.id].toSorted(), 2, 2]);
    expect(await seen(secretary)).toEqual([[mine.id], 2, 2]);
    expect(await seen(assigned)).toEqual([[], 2, 2]);
  });

  test("S26: a number is masked, and no answer holds it in clear", async () => {
    const phone = freshPhone();
    const { id } = await createEnterprise(cast.staff, form(cast.committeeId, { contactPhone: phone }));
    const found = await findEnterprise(cast.staff, id);
    expect(found?.facts.contactPhone.text).toBe(`${phone.slice(0, 3)}****${phone.slice(-4)}`);
    const answers = JSON.stringify([found, await findEnterpriseRow(cast.staff, id)]);
    expect(answers).not.toContain(phone);
    expect(answers).not.toContain("Cipher");
  });

  test("S21: outside the scope and missing look the same", async () => {
    const { id } = await settled(cast);
    const strangers = [
      cast.stranger,
      secretaryOf((await branch({ committeeId: cast.committeeId })).id, { day }),
      administrator(),
      auditor(),
      anonymousOf({ committeeIds: [cast.committeeId] }),
    ];
    for (const actor of strangers) expect(await findEnterprise(actor, id)).toBeNull();
    for (const missing of [randomUUID(), "x", "' OR 1=1"]) {
      expect(await findEnterprise(cast.staff, missing)).toBeNull();
    }
  });

  test("only staff may act; a closed enterprise can only be reopened", async () => {
    const { id } = await settled(cast);
    expect((await findEnterpriseRow(cast.staff, id))?.can).toEqual({
      edit: true,
      editLists: true,
      reopen: false,
      reveal: false,
    });
    const [, secretary, assigned] = await refusedAt(cast, id);
    for (const actor of [secretary, assigned]) {
      expect(actor && (await findEnterpriseRow(actor, id))?.can).toEqual({
        edit: false,
        editLists: false,
        reopen: false,
        reveal: false,
      });
    }
    const closed = await settled(cast, { closedOn: "2026-01-01" });
    expect((await findEnterpriseRow(cast.staff, closed.id))?.can).toMatchObject({ edit: false, reopen: true });
  });
});

describe("places to choose from", () => {
  test("open parks of the scope with their open buildings", async () => {
    const own = await castOf();
    await park({ committeeId: own.committeeId, closedOn: "2025-01-01" });
    const shut = await building({ parkId: own.parkId });
    await db.building.update({ where: { id: shut.id }, data: { closedOn: toDate("2025-01-01") } });
    const choices = await placeChoices(own.staff);
    expect(choices.map(({ value }) => value)).toEqual([own.parkId, `${own.parkId}:${own.buildingId}`]);
    expect(await placeChoices(administrator())).toEqual([]);
  });

  test("a list is filtered by the buildings of the chosen park, never by another committee's", async () => {
    const { parks, buildings } = await placeFilterChoices(cast.staff, { park: cast.parkId });
    expect([parks.map(({ id }) => id), buildings.map(({ id }) => id)]).toEqual([[cast.parkId], [cast.buildingId]]);
    expect((await placeFilterChoices(cast.staff, { building: cast.buildingId })).buildings).toHaveLength(1);
    expect((await placeFilterChoices(cast.stranger, { building: cast.buildingId })).buildings).toEqual([]);
    expect((await placeFilterChoices(cast.staff, {})).buildings).toEqual([]);
  });
});
