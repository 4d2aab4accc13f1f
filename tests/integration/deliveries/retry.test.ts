import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { retryDelivery } from "@/lib/deliveries/commands/retry-delivery";
import { listDeliveries } from "@/lib/deliveries/queries/list-deliveries";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";

const admin = administrator();
const others = () => [staffOf(randomUUID()), secretaryOf("b"), instructorOf("i"), auditor(), anonymousOf()];
const page = { state: "FAILED" as const, page: 1 };

beforeEach(async () => {
  await db.delivery.deleteMany();
});

const delivery = (facts: { failedAt?: Date; sentAt?: Date } = {}) =>
  db.delivery.create({
    data: {
      channel: "WECOM",
      kind: "PLAN_PUBLISHED",
      subject: "季度计划发布",
      text: "正文",
      dedupeKey: randomUUID(),
      attempts: 8,
      lastError: "群机器人应答 HTTP 500",
      ...facts,
    },
  });

describe("retryDelivery", () => {
  test("gives a failed message all its attempts again, and leaves an entry", async () => {
    const { id } = await delivery({ failedAt: new Date() });
    await retryDelivery(admin, { id });
    expect(await db.delivery.findUnique({ where: { id } })).toMatchObject({ failedAt: null, attempts: 0 });
    expect(await db.auditEntry.findMany({ where: { subjectId: id } })).toMatchObject([
      { action: "delivery.retry", subjectName: "季度计划发布", before: { lastError: "群机器人应答 HTTP 500" } },
    ]);
  });

  test("refuses every other role, one that is not there, one that waits and one that was sent", async () => {
    const { id } = await delivery({ failedAt: new Date() });
    for (const actor of others()) {
      await expect(retryDelivery(actor, { id })).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    await expect(retryDelivery(admin, { id: randomUUID() })).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    for (const facts of [{}, { sentAt: new Date() }]) {
      const { id: other } = await delivery(facts);
      await expect(retryDelivery(admin, { id: other })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    }
    expect(await db.delivery.findUnique({ where: { id } })).toMatchObject({ attempts: 8 });
  });
});

test("the administrator sees subjects and errors and no text; nobody else sees anything", async () => {
  await delivery({ failedAt: new Date() });
  await delivery({ sentAt: new Date() });
  const { rows, totals } = await listDeliveries(admin, page);
  expect(totals).toEqual({ FAILED: 1, WAITING: 0, SENT: 1 });
  expect(rows).toMatchObject([{ subject: "季度计划发布", lastError: "群机器人应答 HTTP 500" }]);
  expect(JSON.stringify(rows)).not.toContain("正文");
  for (const actor of others()) {
    expect(await listDeliveries(actor, page)).toEqual({ rows: [], totals: { FAILED: 0, WAITING: 0, SENT: 0 } });
  }
});
