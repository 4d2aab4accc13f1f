import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { recordTrailOpened } from "@/lib/audit/commands";
import { findAuditEntry, listAuditEntries, openAuditEntries } from "@/lib/audit/queries";
import { recordAudit } from "@/lib/audit/record";
import { auditList } from "@/lib/audit/schema";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transaction";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import { committee } from "@/tests/support/factories/registers";

const reader = auditor();
const listed = (params: Record<string, string> = {}) => auditList.parse(params);

/** 130 entries of one made-up action group, three to each instant. */
const group = "probe";
const entries = Array.from({ length: 130 }, (_, index) => ({
  id: randomUUID(),
  at: new Date(Date.UTC(2026, 5, 1, 0, Math.floor(index / 3))),
  actorName: index % 2 ? "周明远" : "陈晓岚",
  actorRoles: ["STAFF"],
  action: `${group}.${index % 5 ? "update" : "create"}`,
  subjectType: index % 10 ? "Park" : "Member",
  subjectId: index === 7 ? "01A207B7-EC33-744F-A5FD-90578D29EC4E".toLowerCase() : null,
  subjectName: index % 10 ? `园区${index}` : "王小明",
  isRefused: index % 13 === 0,
}));

beforeAll(async () => {
  await db.auditEntry.createMany({ data: entries });
});

describe("listAuditEntries", () => {
  test("pages through all of it by keyset: newest first, each once, none lost among equal instants", async () => {
    const seen: { id: string; at: Date }[] = [];
    for (let before: string | null = ""; before !== null; ) {
      const page: Awaited<ReturnType<typeof listAuditEntries>> = await listAuditEntries(
        reader,
        listed({ group, before }),
      );
      expect(page.rows.length).toBeLessThanOrEqual(50);
      seen.push(...page.rows);
      before = page.nextBefore;
    }
    expect(seen).toHaveLength(130);
    expect(new Set(seen.map(({ id }) => id))).toEqual(new Set(entries.map(({ id }) => id)));
    const order = seen.map(({ at, id }) => `${at.toISOString()} ${id}`);
    expect(order).toEqual(order.toSorted().toReversed());
  });

  const count = async (params: Record<string, string>) =>
    (await openAuditEntries(reader, listed({ group, ...params }), 1_000)).rowCount;

  test("filters by day in Shanghai, both days included", async () => {
    // The first of June in Shanghai ends at 16:00 UTC; all entries lie before.
    expect(await count({ from: "2026-06-01", to: "2026-06-01" })).toBe(130);
    expect(await count({ to: "2026-05-31" })).toBe(0);
    expect(await count({ from: "2026-06-02" })).toBe(0);
  });

  test("filters by person, group, kind of subject, subject and refusal", async () => {
    expect(await count({ actor: "周明" })).toBe(65);
    expect(await count({ group: "prob" })).toBe(0);
    expect(await count({ subjectType: "Park" })).toBe(117);
    expect(await count({ subject: "园区12" })).toBe(10);
    expect(await count({ subject: "01A207B7-ec33-744f-a5fd-90578d29ec4e" })).toBe(1);
    expect(await count({ refused: "1" })).toBe(10);
    expect(await count({ actor: "陈晓岚", refused: "1" })).toBe(5);
  });

  test("S30 who is in the register cannot be asked by name", async () => {
    expect(await count({ subject: "王小明" })).toBe(0);
    const { rows } = await listAuditEntries(reader, listed({ group, subjectType: "Member" }));
    expect(new Set(rows.map(({ subjectName }) => subjectName))).toEqual(new Set(["王**"]));
  });

  test("the export holds the same entries, at most as many as asked for", async () => {
    const { rowCount, chunks } = await openAuditEntries(reader, listed({ group }), 100);
    const rows = [];
    for await (const chunk of chunks) rows.push(...chunk);
    expect(rowCount).toBe(100);
    expect(rows.map(({ id }) => id)).toEqual((await firstIds()).slice(0, 100));
  });

  const firstIds = async () => {
    const first = await listAuditEntries(reader, listed({ group }));
    const second = await listAuditEntries(reader, listed({ group, before: first.nextBefore ?? "" }));
    return [...first.rows, ...second.rows].map(({ id }) => id);
  };

  test("G23 nobody but the auditor reads any of it", async () => {
    const someone = entries[0]?.id ?? "";
    for (const actor of [staffOf("c"), secretaryOf("b"), instructorOf("i"), administrator(), anonymousOf()]) {
      expect(await listAuditEntries(actor, listed())).toEqual({ rows: [], nextBefore: null });
      expect((await openAuditEntries(actor, listed(), 10)).rowCount).toBe(0);
      expect(await findAuditEntry(actor, someone)).toBeNull();
    }
    expect(await findAuditEntry(reader, someone)).not.toBeNull();
    expect(await findAuditEntry(reader, "x")).toBeNull();
  });
});

describe("one entry", () => {
  const record = async (actor: Actor, facts: Parameters<typeof recordAudit>[3]) => {
    const action = `probe.${randomUUID().slice(0, 8)}`;
    await transact((tx) => recordAudit(tx, actor, action, facts));
    return (await db.auditEntry.findFirstOrThrow({ where: { action } })).id;
  };

  test("shows what changed, where and by whom", async () => {
    const { id: committeeId, name } = await committee();
    const actor = staffOf(committeeId, { name: "周明远", ip: "10.0.0.1" });
    const id = await record(actor, {
      subjectType: "Park",
      subjectName: "数据谷",
      committeeId,
      before: { address: "甲路" },
      after: { address: "乙路" },
    });
    expect(await findAuditEntry(reader, id)).toMatchObject({
      actorName: "周明远",
      actorRoles: ["STAFF"],
      ip: "10.0.0.1",
      committeeName: name,
      changes: [{ field: "address", before: "甲路", after: "乙路", isChanged: true }],
    });
  });

  test("S59 holds no number, whatever a command hands over", async () => {
    const id = await record(staffOf("c"), {
      subjectType: "Enterprise",
      reason: "证号 99999919900307877X，电话 19412345678",
      before: { contactPhone: "19412345678" },
      after: { idNumber: "99999919900307877X", note: "电话19412345678" },
    });
    const kept = JSON.stringify(await db.auditEntry.findUniqueOrThrow({ where: { id } }));
    expect(kept).not.toMatch(/99999919900307877X|19412345678/);
  });

  test("G17 cannot be changed, removed or swept away", async () => {
    const id = await record(staffOf("c"), { subjectType: "Park" });
    await expect(db.auditEntry.update({ where: { id }, data: { actorName: "别人" } })).rejects.toThrow(
      /cannot be changed/,
    );
    await expect(db.auditEntry.deleteMany()).rejects.toThrow(/cannot be changed/);
    await expect(db.$executeRaw`TRUNCATE "AuditEntry"`).rejects.toThrow(/cannot be changed/);
  });
});

test("G15 opening the trail is recorded once in a log-in session", async () => {
  const actor = auditor({ sessionId: randomUUID() });
  for (const _ of Array(3)) await recordTrailOpened(actor);
  const again = auditor({ userId: actor.userId, sessionId: randomUUID() });
  await recordTrailOpened(again);
  const opened = await db.auditEntry.findMany({ where: { actorId: actor.userId, action: "audit.view" } });
  expect(opened.map(({ sessionId }) => sessionId).toSorted()).toEqual([actor.sessionId, again.sessionId].toSorted());
});
