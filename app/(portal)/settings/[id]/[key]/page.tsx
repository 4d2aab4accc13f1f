import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SettingValueField } from "@/components/settings/setting-value-field";
import { PageHeader } from "@/components/shell/page-header";
import { TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { changeSettingAction } from "@/lib/settings/actions";
import { settingLabels, settingNotes } from "@/lib/settings/labels";
import { findCommitteeSettings } from "@/lib/settings/queries";

export const metadata: Metadata = { title: "修改设置" };

export default async function ChangeSettingPage(props: { params: Promise<{ id: string; key: string }> }) {
  const actor = await requireActor();
  const { id, key } = await props.params;
  const committee = await findCommitteeSettings(actor, id);
  const setting = committee?.settings.find((one) => one.key === key);
  if (!committee?.can.change || !setting) notFound();
  const back = `/settings/${committee.id}`;
  return (
    <>
      <PageHeader
        title={`修改${settingLabels[setting.key]}`}
        trail={[
          { href: "/settings", label: "设置" },
          { href: back, label: committee.name },
        ]}
        note={settingNotes[setting.key]}
      />
      <div className="panel max-w-2xl">
        <ActionForm action={changeSettingAction} requestKey={randomUUID()} submitLabel="修改" cancelHref={back}>
          <input type="hidden" name="committeeId" value={committee.id} />
          <input type="hidden" name="key" value={setting.key} />
          <SettingValueField setting={setting} />
          <TextField
            name="validFrom"
            label="生效日期"
            type="date"
            isRequired
            initial={actor.day}
            hint="今天或以后。这一天之前的统计不变。"
          />
        </ActionForm>
      </div>
    </>
  );
}
