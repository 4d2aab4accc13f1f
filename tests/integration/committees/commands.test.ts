import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addDays, toDate } from "@/lib/calendar";
import { closeCommittee } from "@/lib/committees/commands/close-committee";
import { createCommittee } from "@/lib/committees/commands/create-committee";
import { updateCommittee } from "@/lib/committees/commands/update-committee";
import { findCommittee } from "@/lib/committees/queries";
import { db } from "@/lib/db/client";
import { StaleError } from "@/lib/errors";
import { cityWithDistrict, namesOf, naming, rowOf, trailOf } from "@/tests/integration/committees/cast";
import { administrator, staffOf } from "@/tests/support/actors";
import { branch, committee, enterprise, member } from "@/tests/support/factories/registers";

let city: string;
let district: string;
let cityStaff: Actor;
let districtStaff: Actor;
let outsiders: Actor[];

beforeEach(async () => {
  ({ city, district, cityStaff, districtStaff, outsiders } = await cityWithDistrict());
});

describe("createCommittee", () => {
  const founded = (parentId: string | null) => ({
    ...naming(),
    parentId,
    code: `t${randomUUID().slice(0, 8)}`,
    foundedOn: "2026-01-01",
  });

  test("founds one below the own, with its first name from the founding day", async () => {
    const input = founded(district);
    const { id } = await createCommittee(districtStaff, input);
    expect(await rowOf(id)).toMatchObject({ parentId: district, code: input.code, name: input.name, version: 1 });
    expect(await namesOf(id)).toMatchObject([{ name: input.name, validFrom: "2026-01-01", validTo: null }]);
    expect(await trailOf(id)).toMatchObject([{ action: "committee.create", committeeId: id }]);
  });

  test("only an administrator founds one at the top, and only there", async () => {
    const { id } = await createCommittee(administrator(), founded(null));
    expect(await rowOf(id)).toMatchObject({ parentId: null });
    await expect(createCommittee(cityStaff, founded(null))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    for (const actor of outsiders) {
      await expect(createCommittee(actor, founded(district))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
  });

  test("refuses a code in use, a day ahead and a closed superior", async () => {
    const input = founded(district);
    await createCommittee(districtStaff, input);
    const twin = createCommittee(districtStaff, { ...founded(district), code: input.code });
    await expect(twin).rejects.toMatchObject({ refusal: "CONFLICT", message: expect.stringContaining("代码") });
    const ahead = { ...founded(district), foundedOn: addDays(districtStaff.day, 1) };
    await expect(createCommittee(districtStaff, ahead)).rejects.toMatchObject({ refusal: "CONFLICT" });
    await db.committee.update({ where: { id: district }, data: { closedOn: toDate("2026-01-01") } });
    await expect(createCommittee(districtStaff, founded(district))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });
});

describe("updateCommittee", () => {
  test("mends code and founding day by version; outside it is not there", async () => {
    const input = { id: district, version: 1, code: `u${randomUUID().slice(0, 8)}`, foundedOn: "2019-05-01" };
    for (const actor of outsiders) {
      await expect(updateCommittee(actor, input)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    await updateCommittee(districtStaff, input);
    expect(await rowOf(district)).toMatchObject({ code: input.code, version: 2, foundedOn: toDate("2019-05-01") });
    await expect(updateCommittee(districtStaff, input)).rejects.toBeInstanceOf(StaleError);
    expect(await trailOf(district)).toMatchObject([{ action: "committee.update", after: { code: input.code } }]);
  });
});

describe("closeCommittee", () => {
  const closing = (facts: { successorId?: string; version?: number; closedOn?: string } = {}) => ({
    id: district,
    version: 1,
    closedOn: "2026-06-30",
    reason: "区划调整",
    successorId: null,
    ...facts,
  });

  test("alone when nothing hangs on it", async () => {
    await closeCommittee(cityStaff, closing());
    expect(await rowOf(district)).toMatchObject({
      closedOn: toDate("2026-06-30"),
      closeReason: "区划调整",
      parentId: city,
    });
    expect(await trailOf(district)).toMatchObject([{ action: "committee.close", reason: "区划调整" }]);
    await expect(closeCommittee(cityStaff, closing({ version: 2 }))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });

  test.each([
    ["a live branch", () => branch({ committeeId: district })],
    ["an enterprise in business", () => enterprise({ committeeId: district })],
    ["a member", () => member({ committeeId: district })],
  ])("not alone while %s hangs on it", async (_what, make) => {
    await make();
    await expect(closeCommittee(cityStaff, closing())).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    expect(await rowOf(district)).toMatchObject({ closedOn: null });
  });

  test("merged, it keeps its records and hangs below its successor, whose staff then see them", async () => {
    const kept = await branch({ committeeId: district });
    const successor = await committee({ parentId: city });
    const staff = staffOf([city, district, successor.id]);
    await closeCommittee(staff, closing({ successorId: successor.id }));
    expect(await rowOf(district)).toMatchObject({ successorId: successor.id, parentId: successor.id });
    expect(await db.branch.findUniqueOrThrow({ where: { id: kept.id } })).toMatchObject({ committeeId: district });
    const read = await findCommittee(staff, successor.id);
    expect(read?.predecessors.map(({ id }) => id)).toEqual([district]);
  });

  test("refuses itself, a foreign or closed successor, an open child below it, and a day ahead", async () => {
    const foreign = (await committee()).id;
    await expect(closeCommittee(cityStaff, closing({ successorId: district }))).rejects.toMatchObject({
      refusal: "CONFLICT",
    });
    await expect(closeCommittee(cityStaff, closing({ successorId: foreign }))).rejects.toMatchObject({
      refusal: "NOT_FOUND",
    });
    const ahead = closing({ closedOn: addDays(cityStaff.day, 1) });
    await expect(closeCommittee(cityStaff, ahead)).rejects.toMatchObject({ refusal: "CONFLICT" });
    const child = await committee({ parentId: district });
    await expect(closeCommittee(cityStaff, closing())).rejects.toMatchObject({
      refusal: "WRONG_STATE",
      message: expect.stringContaining(child.name),
    });
    expect(await rowOf(district)).toMatchObject({ closedOn: null, version: 1 });
  });

  test("only by the committee above: not by itself, not at the top, not from outside", async () => {
    for (const actor of [districtStaff, ...outsiders]) {
      await expect(closeCommittee(actor, closing())).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    await expect(closeCommittee(cityStaff, { ...closing(), id: city })).rejects.toMatchObject({ refusal: "NOT_FOUND" });
  });
});
