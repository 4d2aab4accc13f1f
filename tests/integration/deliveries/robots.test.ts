import { describe, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { sendDeliveries } from "@/lib/deliveries/commands/send-deliveries";
import { openPostOffice, reader, tell } from "@/tests/integration/deliveries/post-office";

const office = openPostOffice();
const published = { kind: "PLAN_PUBLISHED" as const, text: "第四季度工作计划已发布。", href: "/plans" };
const onlyRow = () => db.delivery.findFirstOrThrow();

describe("a group's robot", () => {
  test("hears once of what concerns everybody, however many people are told", async () => {
    const people = [await reader("a@example.org"), await reader("b@example.org")];
    const event = { ...published, dedupeKey: crypto.randomUUID() };
    for (const { id } of people) await tell([id], event);
    await sendDeliveries();
    expect(office.posts).toEqual([
      {
        path: "/wecom?key=k1",
        body: {
          msgtype: "text",
          text: { content: "【党建平台】季度计划发布\n第四季度工作计划已发布。\nhttp://localhost:3000/plans" },
        },
      },
    ]);
    expect(office.mails).toHaveLength(2);
  });

  test("hears nothing of one branch's affairs", async () => {
    await tell([]);
    expect(await db.delivery.count()).toBe(0);
  });

  test("S57: a redirect is not followed", async () => {
    office.robotAnswers = { status: 307, body: "", location: "/elsewhere" };
    await tell([], published);
    await sendDeliveries();
    expect(office.posts.map(({ path }) => path)).toEqual(["/wecom?key=k1"]);
    expect(await onlyRow()).toMatchObject({ sentAt: null, lastError: "群机器人应答 HTTP 307" });
  });

  test("that answers with an error code is asked again; its key stands in no error", async () => {
    office.robotAnswers = { status: 200, body: '{"errcode":93000,"errmsg":"invalid key k1"}' };
    await tell([], published);
    await sendDeliveries();
    expect(await onlyRow()).toMatchObject({ sentAt: null, lastError: "群机器人拒绝（错误码 93000）" });
    office.robotAnswers = { status: 200, body: "not json" };
    await sendDeliveries(() => new Date(Date.now() + 3_600_000));
    expect((await onlyRow()).lastError).toBe("群机器人拒绝（错误码 无）");
  });

  test("S57: one at a host that is not listed is never spoken to, nor one without HTTPS", async () => {
    await tell([], published);
    for (const hosts of ["qyapi.weixin.qq.com", "localhost"]) {
      vi.stubEnv("WEBHOOK_ALLOWED_HOSTS", hosts);
      await db.delivery.updateMany({ data: { attempts: 0, failedAt: null, availableAt: new Date(0) } });
      await sendDeliveries();
      await tell([], { ...published, dedupeKey: crypto.randomUUID() });
    }
    vi.stubEnv("WEBHOOK_ALLOWED_HOSTS", "127.0.0.1");
    expect(office.posts).toEqual([]);
    expect(await db.delivery.findMany()).toMatchObject([{ sentAt: null, lastError: "发送渠道没有设置" }]);
  });
});
