import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { openNotification, readAllNotifications } from "@/lib/notifications/commands/read-notifications";
import { saveNotificationSettings } from "@/lib/notifications/commands/save-settings";
import { countUnread, findNotificationSettings, listNotifications } from "@/lib/notifications/queries";
import { inboxList, notificationKinds } from "@/lib/notifications/schema";
import { administrator, auditor, secretaryOf } from "@/tests/support/actors";
import { account } from "@/tests/support/factories/registers";

let mine: Actor;
let theirs: Actor;

beforeEach(async () => {
  mine = secretaryOf(randomUUID(), { userId: (await account()).id });
  theirs = secretaryOf(randomUUID(), { userId: (await account()).id });
});

const told = (actor: Actor, count = 1) =>
  db.notification.createManyAndReturn({
    data: Array.from({ length: count }, (_, index) => ({
      userId: actor.userId ?? "",
      kind: "SUMMARY_ACCEPTED" as const,
      text: `第 ${index} 条`,
      href: `/notifications/settings?n=${index}`,
      dedupeKey: randomUUID(),
      // Three of one instant: the page's end falls between them.
      createdAt: new Date(Date.UTC(2026, 10, 1, 0, Math.floor(index / 3))),
    })),
  });

describe("the inbox", () => {
  test("shows the own, newest first, page by page, each once", async () => {
    await told(mine, 70);
    await told(theirs, 5);
    const seen: string[] = [];
    for (let before: string | null = ""; before !== null; ) {
      const page = await listNotifications(mine, inboxList.parse({ before }).before);
      seen.push(...page.rows.map(({ text }) => text));
      before = page.nextBefore;
    }
    expect(new Set(seen).size).toBe(70);
    expect(seen).toHaveLength(70);
    expect(seen[0]).toMatch(/第 69 条/);
  });

  test("counts what is not read; who has no inbox has no count", async () => {
    await told(mine, 3);
    expect(await countUnread(mine)).toBe(3);
    expect(await countUnread(theirs)).toBe(0);
    for (const actor of [administrator({ userId: mine.userId }), auditor({ userId: mine.userId })]) {
      expect(await countUnread(actor)).toBeNull();
      expect((await listNotifications(actor)).rows).toEqual([]);
    }
  });
});

describe("openNotification", () => {
  test("marks it as read once and leads to its page", async () => {
    const [row] = await told(mine);
    expect(await openNotification(mine, { id: row?.id ?? "" })).toEqual({ href: "/notifications/settings?n=0" });
    const read = await db.notification.findUniqueOrThrow({ where: { id: row?.id ?? "" } });
    await openNotification(mine, { id: row?.id ?? "" });
    expect(read.readAt).not.toBeNull();
    expect(await db.notification.findUnique({ where: { id: read.id } })).toEqual(read);
  });

  test("refuses another's, and one that is not there, with the same words", async () => {
    const [row] = await told(theirs);
    for (const id of [row?.id ?? "", randomUUID()]) {
      await expect(openNotification(mine, { id })).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    const foreign = openNotification(administrator({ userId: theirs.userId }), { id: row?.id ?? "" });
    await expect(foreign).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    expect(await countUnread(theirs)).toBe(1);
  });
});

test("readAllNotifications marks the own only", async () => {
  await told(mine, 2);
  await told(theirs, 2);
  await readAllNotifications(mine);
  expect([await countUnread(mine), await countUnread(theirs)]).toEqual([0, 2]);
});

describe("saveNotificationSettings", () => {
  const wanted = ["REMINDER" as const];

  test("keeps address and wishes, and leaves an entry without the address", async () => {
    await saveNotificationSettings(mine, { version: 1, email: "liu@example.org", wanted });
    expect(await findNotificationSettings(mine)).toEqual({
      email: "liu@example.org",
      version: 2,
      wanted,
      isMailSent: false,
    });
    const entries = await db.auditEntry.findMany({ where: { subjectId: mine.userId ?? "" } });
    expect(entries).toMatchObject([
      { action: "notification.configure", before: { hasEmail: false, muted: [] }, after: { hasEmail: true } },
    ]);
    expect(JSON.stringify(entries)).not.toContain("liu@");
    await saveNotificationSettings(mine, { version: 2, email: null, wanted: notificationKinds });
    expect(await findNotificationSettings(mine)).toMatchObject({ email: null, wanted: notificationKinds });
  });

  test("refuses a stale form, showing the address that stands there", async () => {
    await saveNotificationSettings(mine, { version: 1, email: "new@example.org", wanted });
    await expect(saveNotificationSettings(mine, { version: 1, email: null, wanted: [] })).rejects.toMatchObject({
      refusal: "CONFLICT",
      theirs: { email: "new@example.org" },
    });
    expect(await findNotificationSettings(mine)).toMatchObject({ email: "new@example.org", wanted });
  });

  test("refuses accounts without a business role, which have no such page", async () => {
    for (const actor of [administrator({ userId: mine.userId }), auditor({ userId: mine.userId })]) {
      const saving = saveNotificationSettings(actor, { version: 1, email: "x@example.org", wanted });
      await expect(saving).rejects.toMatchObject({ refusal: "FORBIDDEN" });
      expect(await findNotificationSettings(actor)).toBeNull();
    }
    expect(await db.user.findUnique({ where: { id: mine.userId ?? "" } })).toMatchObject({ email: null, version: 1 });
  });
});
