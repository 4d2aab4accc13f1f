import { beforeEach, expect, test } from "vitest";
import { moveRequest } from "@/lib/requests/commands/move-request";
import { raiseRequest } from "@/lib/requests/commands/raise-request";
import { findRequest } from "@/lib/requests/queries/find-request";
import { exportRequests, listRequests, openRequestsOf, requestBoard } from "@/lib/requests/queries/list-requests";
import { ownerChoices } from "@/lib/requests/queries/owner-choices";
import { requestList } from "@/lib/requests/schema";
import { asks, type Cast, castOf } from "@/tests/integration/requests/cast";

let cast: Cast;
let ids: string[];
beforeEach(async () => {
  cast = await castOf();
  ids = [];
  for (const [raisedOn, text] of [
    ["2026-11-20", "招聘"],
    ["2026-11-01", "停车"],
    ["2026-09-01", "融资"],
  ] as const) {
    ids.push((await raiseRequest(cast.secretary, asks(cast, { raisedOn, text }))).id);
  }
  await moveRequest(cast.staff, { id: ids[1] ?? "", version: 1, action: "ANSWER", answer: "已协调" });
});

const list = async (params: Record<string, string>) =>
  (await listRequests(cast.staff, requestList.parse(params))).rows.map(({ text }) => text);

test("S24: strangers see, count and export nothing; whoever works with the enterprise sees all of it", async () => {
  const all = requestList.parse({});
  for (const actor of cast.strangers) {
    expect(await listRequests(actor, all)).toEqual({ rows: [], total: 0 });
    expect(await exportRequests(actor, all)).toEqual([]);
    expect((await requestBoard(actor)).board.flatMap(({ ages }) => Object.values(ages))).toEqual(Array(12).fill(0));
    expect(await findRequest(actor, ids[0] ?? "")).toBeNull();
    expect(await openRequestsOf(actor, [cast.enterpriseId])).toEqual([]);
  }
  for (const actor of [cast.staff, cast.secretary, cast.instructor]) {
    expect((await listRequests(actor, all)).total).toBe(3);
  }
});

test("filters, and those due first at the top", async () => {
  expect(await list({})).toEqual(["融资", "停车", "招聘"]);
  expect(await list({ sort: "-raisedOn" })).toEqual(["招聘", "停车", "融资"]);
  expect(await list({ status: "ANSWERED" })).toEqual(["停车"]);
  expect(await list({ overdue: "1" })).toEqual(["融资"]);
  expect(await list({ age: "week" })).toEqual(["招聘"]);
  expect(await list({ q: "招聘" })).toEqual(["招聘"]);
  expect(await list({ mine: "1" })).toEqual(["停车"]);
  expect(await list({ category: "SPACE" })).toEqual([]);
});

test("the board counts by state and age, and says what is overdue", async () => {
  const { board, overdue } = await requestBoard(cast.staff);
  expect(board).toEqual([
    { status: "OPEN", ages: { week: 1, month: 0, older: 1 } },
    { status: "IN_PROGRESS", ages: { week: 0, month: 0, older: 0 } },
    { status: "ANSWERED", ages: { week: 0, month: 1, older: 0 } },
    { status: "CLOSED", ages: { week: 0, month: 0, older: 0 } },
  ]);
  expect(overdue).toBe(1);
});

test("what is not closed stands on the card before a visit", async () => {
  const open = await openRequestsOf(cast.instructor, [cast.enterpriseId]);
  expect(open.map(({ text, isOverdue }) => [text, isOverdue])).toEqual([
    ["融资", true],
    ["停车", false],
    ["招聘", false],
  ]);
});

test("owners are offered to staff of the committee alone", async () => {
  const names = (await ownerChoices(cast.staff, cast.committeeId)).map(({ value }) => value);
  expect(new Set(names)).toEqual(new Set([cast.staff.userId, cast.instructor.userId]));
  for (const actor of [cast.secretary, cast.instructor]) {
    expect(await ownerChoices(actor, cast.committeeId)).toEqual([]);
  }
});
