import { z } from "zod";
import { NotificationKind } from "@/generated/prisma/enums";
import { recordId, version } from "@/lib/forms/fields";

export const notificationKinds = Object.values(NotificationKind);

/** The inbox is paged by the last notification shown: its instant and its id. */
const cursor = z
  .string()
  .max(80)
  .regex(/^\d{1,15}-[0-9a-f-]{36}$/)
  .transform((text) => ({ createdAt: new Date(Number(text.split("-", 1)[0])), id: text.slice(text.indexOf("-") + 1) }))
  .pipe(z.object({ createdAt: z.date(), id: z.uuid() }));

export const inboxList = z.object({ before: cursor.optional().catch(undefined) });

export type InboxCursor = z.output<typeof cursor>;

export function writeInboxCursor({ createdAt, id }: InboxCursor): string {
  return `${createdAt.getTime()}-${id}`;
}

export const chosenNotification = z.object({ id: recordId("通知") });

export const notificationSettings = z.object({
  version,
  email: z
    .string()
    .max(1_000, "邮箱地址太长。")
    .default("")
    .transform((text) => text.normalize("NFKC").trim() || null)
    .pipe(
      z
        .email("请填写完整的邮箱地址，如 zhangsan@example.org；不需要邮件时留空。")
        .max(254, "邮箱地址太长。")
        .nullable(),
    ),
  /** The kinds that go out by e-mail; the others stay in the portal. */
  wanted: z
    .array(z.enum(NotificationKind, { error: "请从列表中选择通知类型。" }))
    .max(50)
    .default([]),
});

export type NotificationSettings = z.output<typeof notificationSettings>;
