import { beforeEach, describe, expect, test } from "vitest";
import { toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { withdrawRecord } from "@/lib/org-life/commands/withdraw-record";
import { findRecord } from "@/lib/org-life/queries/find-record";
import { countRecords, exportRecords, listRecords } from "@/lib/org-life/queries/list-records";
import { openRecordForm, recordBranchChoices } from "@/lib/org-life/queries/open-form";
import { orgLifeList } from "@/lib/org-life/schema";
import { plan, summary } from "@/tests/support/factories/quarter";
import { member, officer } from "@/tests/support/factories/registers";
import { type Cast, castOf, meeting, recorded } from "./cast";

let cast: Cast;
beforeEach(async () => {
  cast = await castOf();
});

const list = (asked: object = {}) => orgLifeList.parse(asked);

describe("the list of records", () => {
  test("newest first, with counts; filtered by quarter, kind, branch and topic", async () => {
    const marks = meeting(cast).marks.map((mark, index) =>
      index === 0 ? { ...mark, state: "ABSENT" as const } : mark,
    );
    const theme = await recorded(cast, { topic: "网络文明100%行动", marks });
    const lecture = await recorded(cast, { kinds: ["PARTY_LECTURE"], heldOn: "2026-09-30", topic: "党课" });
    const all = await listRecords(cast.secretary, list());
    expect(all.rows.map(({ id }) => id)).toEqual([theme, lecture]);
    expect(all.rows[0]?.counts).toMatchObject({ called: 4, present: 3, entitled: 3, entitledPresent: 2 });
    const idsOf = async (asked: object) => (await listRecords(cast.staff, list(asked))).rows.map(({ id }) => id);
    expect(await idsOf({ quarter: "2026Q3" })).toEqual([lecture]);
    expect(await idsOf({ kind: "THEME_DAY" })).toEqual([theme]);
    expect(await idsOf({ branch: cast.branchId, sort: "heldOn" })).toEqual([lecture, theme]);
    expect(await idsOf({ q: "100%" })).toEqual([theme]);
    expect(await idsOf({ q: "网%动" })).toEqual([]);
    expect(await idsOf({ q: "_课" })).toEqual([]);
  });

  test("S24: nothing of a branch outside the scope is listed, counted, exported or found", async () => {
    const id = await recorded(cast);
    for (const [who, actor] of cast.strangers) {
      expect(await listRecords(actor, list({ branch: cast.branchId })), who).toEqual({ rows: [], total: 0 });
      expect(await countRecords(actor, list({ branch: cast.branchId })), who).toBe(0);
      for await (const rows of exportRecords(actor, list({ branch: cast.branchId }))) expect(rows, who).toEqual([]);
      expect(await findRecord(actor, id), who).toBeNull();
      expect(await openRecordForm(actor, { branchId: cast.branchId, heldOn: "2026-11-05" }), who).toBeNull();
      expect(
        (await recordBranchChoices(actor)).map((branch) => branch.id),
        who,
      ).not.toContain(cast.branchId);
    }
  });

  test("withdrawn records are shown only when asked for, the export follows the filters", async () => {
    const id = await recorded(cast);
    await withdrawRecord(cast.secretary, { id, version: 1, reason: "重复" });
    expect((await listRecords(cast.staff, list())).total).toBe(0);
    expect((await listRecords(cast.staff, list({ withdrawn: "1" }))).total).toBe(1);
    const exported: string[] = [];
    for await (const rows of exportRecords(cast.staff, list({ withdrawn: "1" }))) {
      exported.push(...rows.map((row) => row.id));
    }
    expect(exported).toEqual([id]);
  });
});

describe("one record", () => {
  test("may be changed until the quarter's summary is accepted", async () => {
    const id = await recorded(cast);
    expect(await findRecord(cast.secretary, id)).toMatchObject({ isLocked: false, can: { edit: true } });
    const expects = [{ id: cast.branchId, name: cast.branchName }];
    const made = await plan({ year: 2026, quarter: 4, committeeId: cast.committeeId, expects });
    await summary({ planId: made.id, branchId: cast.branchId, status: "ACCEPTED" });
    expect(await findRecord(cast.secretary, id)).toMatchObject({ isLocked: true, can: { edit: false } });
  });
});

describe("what the form offers", () => {
  test("the roster of that day: not who came later, left earlier, or had not joined the Party", async () => {
    await member({ branchId: cast.branchId, from: "2026-11-06" });
    await member({ branchId: cast.branchId, leftOn: "2026-11-05" });
    await member({ branchId: cast.branchId, stage: "CANDIDATE" });
    await member({ branchId: cast.branchId, stage: "PROBATIONARY", joinedOn: "2026-11-06" });
    const newlyFull = await member({ branchId: cast.branchId, becameFullOn: "2026-11-06", joinedOn: "2025-11-06" });
    const open = await openRecordForm(cast.secretary, { branchId: cast.branchId, heldOn: "2026-11-05" });
    const expected = [...cast.memberIds, cast.probationerId, newlyFull.id].toSorted();
    expect(open?.roster.map(({ id }) => id).toSorted()).toEqual(expected);
    expect(open?.roster.find(({ id }) => id === newlyFull.id)?.isEntitled).toBe(false);
    const nextDay = await openRecordForm(cast.secretary, { branchId: cast.branchId, heldOn: "2026-11-06" });
    expect(nextDay?.roster.find(({ id }) => id === newlyFull.id)?.isEntitled).toBe(true);
  });

  test("the officers of that day, and for each group whom its last meeting called", async () => {
    const [first = "", second = ""] = cast.memberIds;
    await officer({ branchId: cast.branchId, memberId: first });
    const group = await db.partyGroup.create({
      data: { branchId: cast.branchId, name: "第一党小组", validFrom: toDate("2026-01-01") },
    });
    const asked = { branchId: cast.branchId, heldOn: "2026-11-06" };
    expect((await openRecordForm(cast.secretary, asked))?.groups[0]?.memberIds).toBeNull();
    const marks = meeting(cast).marks.map((mark) => ({
      ...mark,
      state: mark.memberId === second ? ("PRESENT" as const) : ("NOT_CALLED" as const),
    }));
    await recorded(cast, { kinds: ["GROUP_MEETING"], groupId: group.id, marks });
    const open = await openRecordForm(cast.secretary, asked);
    expect(open?.groups[0]?.memberIds).toEqual([second]);
    expect(open?.secretary).toBe((await db.member.findUniqueOrThrow({ where: { id: first } })).name);
  });
});
