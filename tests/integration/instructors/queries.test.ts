import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { createInstructor } from "@/lib/instructors/commands/save-instructor";
import { chooseTargets } from "@/lib/instructors/queries/choose-targets";
import { findInstructor } from "@/lib/instructors/queries/find-instructor";
import { findTarget, instructorChoices } from "@/lib/instructors/queries/instructor-choices";
import { exportInstructors, listInstructors } from "@/lib/instructors/queries/list-instructors";
import { instructorList, newInstructor, targetSearch } from "@/lib/instructors/schema";
import { type Cast, castOf, day } from "@/tests/integration/instructors/cast";
import { administrator, auditor, instructorOf, secretaryOf } from "@/tests/support/actors";
import { assignment, enterprise, instructor } from "@/tests/support/factories/registers";
import { freshPhone } from "@/tests/support/fresh";

let cast: Cast;
let busy: string;
let foreign: string;
beforeAll(async () => {
  cast = await castOf();
  const { committeeId, enterpriseId, branchId, servicePointId } = cast;
  busy = (await instructor({ committeeId, name: "周静", startedOn: "2022-01-01" })).id;
  await instructor({ committeeId, name: "曾敏" });
  await instructor({ committeeId, name: "吴离", endedOn: "2026-01-01" });
  foreign = (await instructor({ name: "外人" })).id;
  const second = await enterprise({ committeeId });
  await assignment({ instructorId: busy, enterpriseId });
  await assignment({ instructorId: busy, enterpriseId: second.id, to: "2026-01-01" });
  await assignment({ instructorId: busy, branchId });
  await assignment({ instructorId: busy, servicePointId, from: "2027-01-01" });
});

const namesOf = async (actor: Actor, search: Record<string, string> = {}) =>
  (await listInstructors(actor, instructorList.parse(search))).rows.map(({ name }) => name);

describe("listInstructors", () => {
  test("counts what is assigned today, sorted by pinyin", async () => {
    const { rows, total } = await listInstructors(cast.staff, instructorList.parse({}));
    expect(total).toBe(2);
    expect(rows).toMatchObject([
      { name: "曾敏", enterpriseCount: 0, branchCount: 0, servicePointCount: 0, hasAccount: false },
      { name: "周静", enterpriseCount: 1, branchCount: 1, servicePointCount: 0 },
    ]);
  });

  test.each([
    [{ sort: "started" }, ["周静", "曾敏"]],
    [{ q: "zj" }, ["周静"]],
    [{ idle: "1" }, ["曾敏"]],
    [{ ended: "1" }, ["吴离", "曾敏", "周静"]],
    [{ kind: "PART_TIME" }, []],
  ])("%j", async (search, names) => expect(await namesOf(cast.staff, search)).toEqual(names));

  test("S22, S24: stays inside the scope, and the export gives what the list shows", async () => {
    for (const actor of [secretaryOf(cast.branchId), administrator(), auditor()]) {
      expect(await listInstructors(actor, instructorList.parse({}))).toEqual({ rows: [], total: 0 });
    }
    expect(await namesOf(instructorOf(busy, { day }))).toEqual(["周静"]);
    const exported = await exportInstructors(cast.staff, instructorList.parse({ ended: "1" }));
    expect(exported.map(({ name }) => name)).toEqual(await namesOf(cast.staff, { ended: "1" }));
  });
});

describe("findInstructor", () => {
  test("gives the profile with all assignments, newest first, the phone masked", async () => {
    const phone = freshPhone();
    const input = { committeeId: cast.committeeId, name: "有号", kind: "FULL_TIME", startedOn: "2024-01-01", phone };
    const { id } = await createInstructor(cast.staff, newInstructor.parse(input));
    const profile = await findInstructor(cast.staff, id);
    expect(profile).toMatchObject({ phoneMasked: `194****${phone.slice(-4)}`, can: { edit: true, revealPhone: true } });
    expect(JSON.stringify(profile)).not.toContain(phone);

    const file = await findInstructor(cast.staff, busy);
    const entries = file?.assignments.map(({ kind, validFrom, validTo }) => `${kind} ${validFrom}–${validTo ?? ""}`);
    expect(entries?.[0]).toBe("servicePoint 2027-01-01–");
    expect(entries?.toSorted()).toEqual([
      "branch 2024-01-01–",
      "enterprise 2024-01-01–",
      "enterprise 2024-01-01–2026-01-01",
      "servicePoint 2027-01-01–",
    ]);
  });

  test("an instructor reads the own profile and changes nothing; nobody else's is there", async () => {
    const me = instructorOf(busy, { day });
    const may = { edit: false, correct: false, resume: false, revealPhone: false };
    expect((await findInstructor(me, busy))?.can).toEqual(may);
    expect(await findInstructor(me, foreign)).toBeNull();
    for (const id of [foreign, randomUUID(), "x"]) expect(await findInstructor(cast.staff, id)).toBeNull();
  });
});

describe("choosing targets", () => {
  const choose = async (search: Record<string, string>, actor = cast.staff, id = busy) =>
    (await chooseTargets(actor, id, targetSearch.parse(search))).choices.map((choice) => choice.id);

  test("leaves out what the instructor has today, what is closed and what is foreign", async () => {
    const { committeeId } = cast;
    const closed = await enterprise({ committeeId, closedOn: "2026-01-01" });
    const elsewhere = await enterprise();
    const found = await choose({ to: "enterprise" });
    for (const id of [cast.enterpriseId, closed.id, elsewhere.id]) expect(found).not.toContain(id);
    expect(await choose({ to: "branch" })).not.toContain(cast.branchId);
    // Begins only next year.
    expect(await choose({ to: "servicePoint" })).toContain(cast.servicePointId);
    expect(await choose({ to: "enterprise" }, cast.stranger)).toEqual([]);
  });

  test("says who looks after it today, and finds by name and those nobody looks after", async () => {
    const { id } = await instructor({ committeeId: cast.committeeId });
    const { choices } = await chooseTargets(cast.staff, id, targetSearch.parse({ to: "enterprise" }));
    expect(choices.find((choice) => choice.id === cast.enterpriseId)?.instructorNames).toBe("周静");
    expect(await choose({ to: "enterprise", alone: "1" }, cast.staff, id)).not.toContain(cast.enterpriseId);
    const named = await enterprise({ committeeId: cast.committeeId, name: "琥珀网络有限公司" });
    expect(await choose({ to: "enterprise", q: "hpwl" })).toEqual([named.id]);
  });

  test("from the other side: who is in post, and only what is open and in scope", async () => {
    const names = (await instructorChoices(cast.staff)).map(({ name }) => name);
    expect(names).toContain("周静");
    expect(names).not.toContain("吴离");
    expect(await findTarget(cast.staff, "enterprise", cast.enterpriseId)).not.toBeNull();
    expect(await findTarget(cast.stranger, "enterprise", cast.enterpriseId)).toBeNull();
    expect(await findTarget(cast.staff, "branch", cast.enterpriseId)).toBeNull();
    expect(await findTarget(cast.staff, "servicePoint", "x")).toBeNull();
  });
});
