import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { receiveItems } from "@/app/api/field/sync/receive-items";
import { toDate, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import type { SentItem } from "@/lib/field/schema";
import { batch, item, now, typedVisit } from "@/tests/integration/field/cast";
import { type Cast, castOf } from "@/tests/integration/visits/cast";
import { instructorOf } from "@/tests/support/actors";
import { assignment, enterprise, park, servicePoint } from "@/tests/support/factories/registers";

let cast: Cast;
beforeEach(async () => {
  cast = await castOf();
});

const send = (items: SentItem[], sentAt = now.toISOString()) =>
  receiveItems(cast.instructor, batch(items, { sentAt }), now);
const resultsOf = async (items: SentItem[], sentAt?: string) => (await send(items, sentAt)).map(({ result }) => result);
const visits = () => db.visit.findMany({ where: { instructorId: cast.instructorId }, orderBy: { recordedAt: "asc" } });
const asRequest = (text = "停车") => ({ id: randomUUID(), category: "SPACE", text });

async function shiftToLog(): Promise<string> {
  const point = await servicePoint({ parkId: (await park({ committeeId: cast.committeeId })).id });
  await assignment({ instructorId: cast.instructorId, servicePointId: point.id });
  const data = { servicePointId: point.id, instructorId: cast.instructorId, dutyOn: toDate("2026-11-20") };
  return (await db.dutyShift.create({ data })).id;
}

test("a visit with facts and requests, a duty log and a request go through the commands of the forms", async () => {
  const shiftId = await shiftToLog();
  const visit = item(
    cast,
    "VISIT",
    typedVisit(cast, { employeeCount: "42", isStillHere: "yes", requests: [asRequest(), asRequest("招聘")] }),
  );
  const log = item(cast, "DUTY_LOG", { id: shiftId, version: 1, servedCount: "12", services: ["POLICY"], matters: "" });
  const request = item(cast, "REQUEST", {
    enterpriseId: cast.enterpriseId,
    category: "TALENT",
    text: "招人难",
    raisedOn: "2026-11-23",
  });
  expect(await resultsOf([visit, log, request])).toEqual(["SAVED", "SAVED", "SAVED"]);
  expect(await db.visit.findUniqueOrThrow({ where: { id: visit.id } })).toMatchObject({ recordedAt: now });
  expect((await db.enterprise.findUniqueOrThrow({ where: { id: cast.enterpriseId } })).employeeCount).toBe(42);
  expect(await db.dutyShift.findUniqueOrThrow({ where: { id: shiftId } })).toMatchObject({
    status: "DONE",
    servedCount: 12,
  });
  expect(await db.enterpriseRequest.count({ where: { enterpriseId: cast.enterpriseId } })).toBe(3);
  const trail = await db.auditEntry.findMany({ where: { actorId: cast.instructor.userId }, select: { action: true } });
  expect(trail.map(({ action }) => action).toSorted()).toEqual(["duty.fulfil", "request.raise", "visit.record"]);
});

test("a request written in a duty shift keeps it, also after the log of the same batch; one of an older page has none", async () => {
  const shiftId = await shiftToLog();
  const words = { enterpriseId: cast.enterpriseId, category: "TALENT", raisedOn: "2026-11-20" };
  const inShift = { dayIsDefault: false };
  const items = [
    item(cast, "DUTY_LOG", { id: shiftId, version: 1, services: ["REQUEST"] }),
    item(cast, "REQUEST", { ...words, text: "驻点时", shiftId }, inShift),
    item(cast, "REQUEST", { ...words, text: "没有选择班次", shiftId: "" }, inShift),
    item(cast, "REQUEST", { ...words, text: "旧页面" }, inShift),
  ];
  expect(await resultsOf(items)).toEqual(["SAVED", "SAVED", "SAVED", "SAVED"]);
  const kept = await db.enterpriseRequest.findMany({ where: { enterpriseId: cast.enterpriseId } });
  expect(Object.fromEntries(kept.map((row) => [row.text, row.shiftId]))).toEqual({
    驻点时: shiftId,
    没有选择班次: null,
    旧页面: null,
  });
});

test("a request of a shift that was cancelled meanwhile comes back with the reason, and goes without it", async () => {
  const shiftId = await shiftToLog();
  await db.dutyShift.update({ where: { id: shiftId }, data: { status: "CANCELLED" } });
  const words = { enterpriseId: cast.enterpriseId, category: "TALENT", text: "招人难", raisedOn: "2026-11-20" };
  const request = item(cast, "REQUEST", { ...words, shiftId });
  expect(await send([request])).toMatchObject([{ result: "REFUSED", message: expect.stringContaining("已取消") }]);
  expect(await resultsOf([{ ...request, payload: { ...words, shiftId: "" } }])).toEqual(["SAVED"]);
});

describe("R7, R11 sent again", () => {
  test("200 visits, answers lost at random, shuffled and doubled: exactly 200, each with its request", async () => {
    const items = Array.from({ length: 200 }, (_, index) =>
      item(
        cast,
        "VISIT",
        typedVisit(cast, { found: `第 ${index} 次`, requests: index % 10 === 0 ? [asRequest()] : [] }),
      ),
    );
    const random = fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), { numRuns: 4_000, seed: 11 });
    const next = () => random.pop() ?? 0;
    let waiting = items;
    while (waiting.length > 0) {
      const shuffled = waiting.toSorted(() => next() - 0.5);
      const some = shuffled.slice(0, 30);
      const doubled = [...some, ...some.filter(() => next() < 0.2)];
      const answers = await send(doubled);
      expect(answers.every(({ result }) => result === "SAVED")).toBe(true);
      const heard = new Set(answers.filter(() => next() < 0.6).map(({ id }) => id));
      waiting = waiting.filter(({ id }) => !heard.has(id));
    }
    expect(await visits()).toHaveLength(200);
    expect(await db.enterpriseRequest.count({ where: { enterpriseId: cast.enterpriseId } })).toBe(20);
  }, 120_000);

  test("twenty at once are one visit", async () => {
    const visit = item(cast, "VISIT", typedVisit(cast));
    const answers = await Promise.all(Array.from({ length: 20 }, () => send([visit])));
    expect(answers.flat().every(({ result }) => result === "SAVED")).toBe(true);
    expect(await visits()).toHaveLength(1);
  });

  test("a duty log and a request whose answers were lost come back as saved", async () => {
    const log = item(cast, "DUTY_LOG", { id: await shiftToLog(), version: 1, services: [] });
    const words = { enterpriseId: cast.enterpriseId, category: "TALENT", text: "招人难", raisedOn: "2026-11-23" };
    const items = [log, item(cast, "REQUEST", words)];
    await send(items);
    expect(await send(items)).toEqual(items.map(({ id }) => ({ id, result: "SAVED", message: "" })));
    expect(await db.enterpriseRequest.count({ where: { enterpriseId: cast.enterpriseId } })).toBe(1);
  });

  test("edited after its first answer was lost: saved once, and the person learns that the first text stands", async () => {
    const first = item(cast, "VISIT", typedVisit(cast, { found: "先写的" }));
    await send([first]);
    const [answer] = await send([{ ...first, payload: typedVisit(cast, { found: "后写的" }) }]);
    expect(answer).toMatchObject({ result: "SAVED", message: expect.stringContaining("以先前送达的内容为准") });
    expect((await visits()).map(({ found }) => found)).toEqual(["先写的"]);
  });
});

describe("refused with a reason, each for itself", () => {
  test("one refused item holds up no other; put right under the same id it is saved", async () => {
    const stranger = (await enterprise({ committeeId: cast.committeeId })).id;
    const wrong = item(cast, "VISIT", typedVisit(cast, { enterpriseId: stranger, requests: [asRequest()] }));
    const answers = await send([item(cast, "VISIT", typedVisit(cast)), wrong, item(cast, "VISIT", typedVisit(cast))]);
    expect(answers.map(({ result }) => result)).toEqual(["SAVED", "REFUSED", "SAVED"]);
    expect(answers[1]?.message).toContain("不是您联系的企业或党支部");
    expect(await db.enterpriseRequest.count({ where: { enterpriseId: stranger } })).toBe(0);
    await assignment({ instructorId: cast.instructorId, enterpriseId: stranger });
    expect(await resultsOf([wrong])).toEqual(["SAVED"]);
    expect(await visits()).toHaveLength(3);
  });

  test("a future day the person chose; words the form would refuse too", async () => {
    const future = item(cast, "VISIT", typedVisit(cast, { visitedOn: "2026-11-25" }), { dayIsDefault: false });
    const wordless = item(cast, "REQUEST", {
      enterpriseId: cast.enterpriseId,
      category: "SPACE",
      text: " ",
      raisedOn: "2026-11-23",
    });
    const answers = await send([future, wordless]);
    expect(answers).toMatchObject([
      { result: "REFUSED", message: expect.stringContaining("走访日期不能晚于今天") },
      { result: "REFUSED", message: "请填写诉求内容。" },
    ]);
  });

  test("what another account wrote down, also under a profile of one's own", async () => {
    const foreign = item(cast, "VISIT", typedVisit(cast), { userId: randomUUID() });
    expect(await send([foreign])).toMatchObject([
      { result: "REFUSED", message: expect.stringContaining("另一个账号") },
    ]);
    const mine = item(cast, "VISIT", typedVisit(cast));
    const stranger = instructorOf(cast.instructorId);
    expect(await receiveItems(stranger, batch([mine]), now)).toMatchObject([{ result: "REFUSED" }]);
    expect(await visits()).toHaveLength(0);
  });

  test("an unknown kind, an unreadable payload, another release: to be refreshed, never lost, never an error", async () => {
    const unread = { message: expect.stringContaining("请刷新后重试"), result: "REFUSED" };
    const kinds = [
      item(cast, "VISIT", typedVisit(cast), { kind: "SONG" }),
      item(cast, "VISIT", null),
      item(cast, "VISIT", [1]),
    ];
    expect(await send(kinds)).toMatchObject(kinds.map(() => unread));
    const newer = batch([item(cast, "VISIT", typedVisit(cast))], { version: 2 });
    expect(await receiveItems(cast.instructor, newer, now)).toMatchObject([unread]);
    expect(await visits()).toHaveLength(0);
  });
});

describe("R11 clock skew", () => {
  test.each([
    ["a day fast", 24, "2026-11-24"],
    ["a day slow", -24, "2026-11-22"],
  ])("%s: the visit is of the true day, sent twice it is one", async (_name, hours, typed) => {
    const byPhone = new Date(now.getTime() + hours * 3_600_000).toISOString();
    const visit = item(cast, "VISIT", typedVisit(cast, { visitedOn: typed }), { recordedAt: byPhone });
    expect(await resultsOf([visit], byPhone)).toEqual(["SAVED"]);
    // The second time the clock has been put right, so that the day comes out differently.
    expect(await resultsOf([visit])).toEqual(["SAVED"]);
    expect((await visits()).map(({ visitedOn }) => toDay(visitedOn))).toEqual(["2026-11-23"]);
  });
});
