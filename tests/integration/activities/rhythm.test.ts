import { beforeAll, describe, expect, test } from "vitest";
import { activityRhythm } from "@/lib/activities/queries/activity-rhythm";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import { activity } from "@/tests/support/factories/activities";
import { assignment, branch, committee, enterprise, instructor } from "@/tests/support/factories/registers";

const day = "2026-11-23";
const from = "2026-10-01";
let committeeId: string;
let mine: string;
let colleague: string;
let staff: Actor;

/** Somebody looked after since October, and what came of it in an activity. */
async function cared(kind: "enterprise" | "branch", facts: { instructorId?: string; from?: string } = {}) {
  const { id } = kind === "enterprise" ? await enterprise({ committeeId }) : await branch({ committeeId });
  const target = kind === "enterprise" ? { enterpriseId: id } : { branchId: id };
  await assignment({ ...target, instructorId: facts.instructorId ?? mine, from: facts.from ?? from });
  return id;
}

const held = (facts: Omit<Parameters<typeof activity>[0], "committeeId">) =>
  activity({ committeeId, status: "HELD", startsOn: "2026-11-03", ...facts });

async function standing(targetId: string, asked: Parameters<typeof activityRhythm>[1] = {}) {
  const row = (await activityRhythm(staff, asked)).find((one) => one.targetId === targetId);
  return row && [row.lastHeldOn, row.dueOn, row.due];
}

beforeAll(async () => {
  committeeId = (await committee()).id;
  mine = (await instructor({ committeeId })).id;
  colleague = (await instructor({ committeeId })).id;
  staff = staffOf(committeeId, { day });
});

describe("what counts as having taken part", () => {
  const none = [null, "2027-03-31", "LATER"];

  test("an enterprise whose people came; not one that was only asked, or stayed away", async () => {
    const [came, asked, away] = [await cared("enterprise"), await cared("enterprise"), await cared("enterprise")];
    await held({ enterprises: { [came]: 3, [asked]: null, [away]: 0 } });
    expect(await standing(came)).toEqual(["2026-11-03", "2027-03-31", "DONE"]);
    expect([await standing(asked), await standing(away)]).toEqual([none, none]);
  });

  test("a branch whose people came, and one that organized it without ticking itself", async () => {
    const [came, away, host] = [await cared("branch"), await cared("branch"), await cared("branch")];
    await held({ branchId: host, branches: { [came]: 5, [away]: 0, [host]: null } });
    expect([await standing(came), await standing(host)]).toEqual([
      ["2026-11-03", "2027-03-31", "DONE"],
      ["2026-11-03", "2027-03-31", "DONE"],
    ]);
    expect(await standing(away)).toEqual(none);
  });

  test("an enterprise does not come because its branch does: a joint branch covers several", async () => {
    const covered = await cared("enterprise");
    const joint = await branch({ committeeId, kind: "JOINT", covers: [covered] });
    await held({ branches: { [joint.id]: 6 } });
    expect(await standing(covered)).toEqual(none);
  });

  test("the last one, by the day it ended; one planned, called off, or still running is none", async () => {
    const target = await cared("enterprise");
    const enterprises = { [target]: 2 };
    await held({ startsOn: "2026-07-01", enterprises });
    await held({ startsOn: "2026-09-20", endsOn: "2026-10-02", enterprises });
    await held({ status: "PLANNED", enterprises });
    await held({ status: "CANCELLED", enterprises });
    await held({ startsOn: "2026-11-01", endsOn: "2026-12-31", enterprises });
    expect(await standing(target)).toEqual(["2026-10-02", "2027-03-31", "DONE"]);
    expect(await standing(target, { day: "2026-10-01" })).toEqual(["2026-07-01", "2026-12-31", "DUE"]);
    expect(await standing(target, { day: "2026-12-31" })).toEqual(["2026-12-31", "2027-03-31", "DONE"]);
  });
});

test("each committee's own rhythm counts, from the day it holds", async () => {
  const other = (await committee({ parentId: committeeId })).id;
  const theirs = (await instructor({ committeeId: other })).id;
  const target = (await enterprise({ committeeId: other })).id;
  await assignment({ instructorId: theirs, enterpriseId: target, from: "2026-06-01" });
  const above = staffOf([committeeId, other], { day });
  const dueOn = async (on: string) => (await activityRhythm(above, { day: on, instructorId: theirs }))[0]?.dueOn;
  const setting = { key: "activityRhythmMonths", value: 6, validFrom: toDate("2026-11-01") };
  await db.committeeSetting.create({ data: { ...setting, committeeId: other } });
  expect([await dueOn("2026-10-31"), await dueOn("2026-11-01")]).toEqual(["2026-09-30", "2026-12-31"]);
});

test("only who is looked after on that day: no ended assignment, no closed enterprise, no service point", async () => {
  const before = (await activityRhythm(staff)).length;
  const past = (await enterprise({ committeeId })).id;
  await assignment({ instructorId: mine, enterpriseId: past, from: "2026-01-01", to: day });
  await assignment({
    instructorId: mine,
    enterpriseId: (await enterprise({ committeeId, closedOn: "2026-11-01" })).id,
  });
  await assignment({ instructorId: mine, enterpriseId: (await enterprise({ committeeId })).id, from: "2026-11-24" });
  expect(await activityRhythm(staff)).toHaveLength(before);
  expect(await standing(past, { day: "2026-11-22" })).toEqual([null, "2026-06-30", "OVERDUE"]);
});

test("staff read their committees', longest owed first, an instructor the own; nobody else anything", async () => {
  const late = await cared("enterprise", { instructorId: colleague, from: "2025-01-01" });
  const [first] = await activityRhythm(staff);
  expect(first).toMatchObject({ targetId: late, targetKind: "enterprise", instructorId: colleague, due: "OVERDUE" });
  expect(await activityRhythm(staff, { instructorId: colleague })).toHaveLength(1);
  expect(await activityRhythm(instructorOf(colleague, { day }))).toHaveLength(1);
  expect(await activityRhythm(instructorOf(mine, { day }), { instructorId: colleague })).toEqual([]);
  const strangers = [
    staffOf((await committee()).id, { day }),
    secretaryOf((await branch({ committeeId })).id, { day }),
    administrator({ day }),
    auditor({ day }),
    anonymousOf({ day, committeeIds: [committeeId] }),
  ];
  for (const actor of strangers) expect(await activityRhythm(actor)).toEqual([]);
});
