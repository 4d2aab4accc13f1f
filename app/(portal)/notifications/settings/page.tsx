import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { CheckList, TextField, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { saveNotificationSettingsAction } from "@/lib/notifications/actions";
import { findNotificationSettings } from "@/lib/notifications/queries";
import { notificationKinds } from "@/lib/notifications/schema";
import { notificationKindLabels } from "@/lib/outbox/labels";

export const metadata: Metadata = { title: "通知设置" };

const choices = notificationKinds.map((kind) => ({ value: kind, label: notificationKindLabels[kind] }));

export default async function NotificationSettingsPage(props: { searchParams: Promise<{ saved?: string }> }) {
  const settings = (await findNotificationSettings(await requireActor())) ?? notFound();
  const { saved } = await props.searchParams;
  return (
    <>
      <PageHeader
        title="通知设置"
        trail={[{ href: "/notifications", label: "通知" }]}
        note="平台内的通知总会收到；这里设置哪些另外发到您的邮箱。"
      />
      {saved && (
        <p role="status" className="panel mb-4 text-good">
          通知设置已保存。
        </p>
      )}
      <div className="panel max-w-xl">
        {!settings.isMailSent && <p className="mb-4 text-attention">本平台目前没有开通邮件，设置会在开通后生效。</p>}
        <ActionForm
          action={saveNotificationSettingsAction}
          requestKey={randomUUID()}
          submitLabel="保存"
          cancelHref="/notifications"
        >
          <VersionField version={settings.version} />
          <TextField
            name="email"
            label="邮箱"
            initial={settings.email ?? ""}
            autoComplete="email"
            hint="不填就不发邮件。邮件只说有什么事，不含个人信息。"
          />
          <CheckList name="wanted" label="发邮件的通知" choices={choices} initial={settings.wanted} />
        </ActionForm>
      </div>
    </>
  );
}
