import { randomUUID } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { sendDeliveries } from "@/lib/deliveries/commands/send-deliveries";
import { openPostOffice, reader, tell } from "@/tests/integration/deliveries/post-office";

const office = openPostOffice();
const minutes = (count: number) => () => new Date(Date.now() + count * 60_000);
const onlyRow = () => db.delivery.findFirstOrThrow();

describe("an e-mail", () => {
  test("goes out once to the person's address, with the sentence, an absolute link and a Message-ID of its key", async () => {
    const { id } = await reader("liu@example.org");
    await tell([id], { href: "/summaries/1" });
    await sendDeliveries();
    await sendDeliveries();
    expect(office.mails.map(({ to }) => to)).toEqual([["liu@example.org"]]);
    const { source } = office.mails[0] ?? { source: "" };
    expect(decoded(source)).toContain("请修改后重新报送。\nhttp://localhost:3000/summaries/1");
    expect(source).toMatch(/^Message-ID: <[0-9a-f]{40}@localhost>/m);
    expect(source).toMatch(/^Auto-Submitted: auto-generated/m);
    expect(await onlyRow()).toMatchObject({ attempts: 1, failedAt: null, startedAt: null, lastError: null });
    expect((await onlyRow()).sentAt).not.toBeNull();
  });

  test("R13: two workers at once send each of many once", async () => {
    const people = await Promise.all(Array.from({ length: 12 }, (_, index) => reader(`p${index}@example.org`)));
    await tell(people.map(({ id }) => id));
    await Promise.all([sendDeliveries(), sendDeliveries()]);
    expect(office.mails.map(({ to }) => to[0]).toSorted()).toEqual(people.map(({ email }) => email ?? "").toSorted());
  });

  test("what is written twice is sent once", async () => {
    const { id } = await reader("twice@example.org");
    const dedupeKey = randomUUID();
    await tell([id, id], { dedupeKey });
    await tell([id], { dedupeKey });
    await sendDeliveries();
    expect(office.mails).toHaveLength(1);
    expect(await db.notification.count({ where: { userId: id } })).toBe(1);
  });

  test("an act that is undone tells nobody", async () => {
    const { id } = await reader("undone@example.org");
    const { notify } = await import("@/lib/outbox/notify");
    const undone = db.$transaction(async (tx) => {
      await notify(tx, { kind: "REMINDER", userIds: [id], text: "提醒", href: "/", dedupeKey: randomUUID() });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect([await db.delivery.count(), await db.notification.count({ where: { userId: id } })]).toEqual([0, 0]);
  });

  test("a line break in the subject begins no header of its own", async () => {
    const { id } = await reader("crlf@example.org");
    await tell([id]);
    await db.delivery.updateMany({ data: { subject: "提醒\r\nBcc: spy@example.org\r\n\r\n正文" } });
    await sendDeliveries();
    expect(office.mails.map(({ to }) => to)).toEqual([["crlf@example.org"]]);
    const head = (office.mails[0]?.source ?? "").split("\r\n\r\n")[0] ?? "";
    expect(head).not.toMatch(/^Bcc:/im);
    expect(head.match(/^Subject:/gim)).toHaveLength(1);
  });

  test("goes to nobody who opted out, has no address or left, and not after a later opt-out either", async () => {
    const [muted, gone, later] = [
      await reader("muted@example.org"),
      await reader("gone@example.org"),
      await reader("later@example.org"),
    ];
    await db.notificationMute.create({ data: { userId: muted.id, kind: "SUMMARY_SENT_BACK" } });
    await tell([muted.id, gone.id, later.id]);
    expect(await db.delivery.count()).toBe(2);
    await db.user.update({ where: { id: gone.id }, data: { disabledAt: new Date(), disableReason: "调离" } });
    await db.notificationMute.create({ data: { userId: later.id, kind: "SUMMARY_SENT_BACK" } });
    await sendDeliveries();
    expect(office.mails).toEqual([]);
    expect(await db.delivery.count()).toBe(0);
    expect(await db.notification.count({ where: { userId: { in: [muted.id, gone.id, later.id] } } })).toBe(3);
  });
});

describe("quiet hours", () => {
  test("hold deliveries until the morning, and notifications not", async () => {
    vi.stubEnv("QUIET_HOURS", "21:00-08:00");
    const { id } = await reader("night@example.org");
    await tell([id]);
    await db.delivery.updateMany({ data: { availableAt: new Date("2026-11-27T00:00:00Z") } });
    await sendDeliveries(() => new Date("2026-11-27T15:00:00Z"));
    await sendDeliveries(() => new Date("2026-11-27T23:59:00Z"));
    expect(office.mails).toEqual([]);
    expect(await db.notification.count({ where: { userId: id } })).toBe(1);
    await sendDeliveries(() => new Date("2026-11-28T00:00:00Z"));
    expect(office.mails).toHaveLength(1);
    vi.stubEnv("QUIET_HOURS", "off");
  });
});

describe("what fails", () => {
  test("is tried again later, gives up after eight attempts, and keeps the server's code but no address", async () => {
    const { id } = await reader("refused@example.org");
    await tell([id]);
    office.refuseMailWith = 451;
    await sendDeliveries();
    expect(await onlyRow()).toMatchObject({ attempts: 1, sentAt: null, failedAt: null, uncertainCount: 0 });
    expect((await onlyRow()).lastError).toBe("邮件服务器拒绝（451）");
    await sendDeliveries();
    expect((await onlyRow()).attempts).toBe(1);
    for (let attempt = 2; attempt <= 8; attempt++) await sendDeliveries(minutes(attempt * 600));
    expect((await onlyRow()).failedAt).not.toBeNull();
    office.refuseMailWith = null;
    await sendDeliveries(minutes(100_000));
    expect(office.mails).toEqual([]);
  });

  test("does not hold up the others", async () => {
    const [poison, healthy] = [await reader("poison@example.org"), await reader("healthy@example.org")];
    await tell([poison.id]);
    await db.delivery.updateMany({ data: { channel: "DINGTALK" } });
    await tell([healthy.id]);
    await sendDeliveries();
    expect(office.mails.map(({ to }) => to)).toEqual([["healthy@example.org"]]);
    expect(await db.delivery.findFirst({ where: { userId: poison.id } })).toMatchObject({
      sentAt: null,
      lastError: "发送渠道没有设置",
    });
  });

  test("R12: a worker lost between sending and marking costs one copy at most, and says so after the second time", async () => {
    const { id } = await reader("lost@example.org");
    await tell([id]);
    // The worker's mark finds nothing to write to: as if it had died after the server took the mail.
    office.onMail = async () => {
      await db.delivery.updateMany({ data: { attempts: { increment: 100 } } });
    };
    await sendDeliveries();
    await db.delivery.updateMany({ data: { attempts: 1 } });
    await sendDeliveries();
    expect(office.mails).toHaveLength(1);
    await sendDeliveries(minutes(6));
    expect(office.mails).toHaveLength(2);
    const [first, second] = office.mails.map(({ source }) => /^Message-ID: (.*)$/m.exec(source)?.[1]);
    expect(first).toBe(second);
    await db.delivery.updateMany({ data: { attempts: 2 } });
    await sendDeliveries(minutes(30));
    expect(office.mails).toHaveLength(2);
    expect(await onlyRow()).toMatchObject({ sentAt: null, lastError: "发送中途中断，是否送达不明" });
    expect((await onlyRow()).failedAt).not.toBeNull();
  });
});

/** The text of a message, whichever way it is encoded. */
function decoded(source: string): string {
  const [head = "", ...body] = source.split("\r\n\r\n");
  const encoding = /^Content-Transfer-Encoding: (\S+)/im.exec(head)?.[1]?.toLowerCase();
  const text = body.join("\r\n\r\n");
  if (encoding === "base64") return Buffer.from(text, "base64").toString().replaceAll("\r\n", "\n");
  const bytes = text
    .replaceAll("=\r\n", "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString().replaceAll("\r\n", "\n");
}
