import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SettingPanel } from "@/components/settings/setting-panel";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/session";
import { findCommitteeSettings } from "@/lib/settings/queries";

export const metadata: Metadata = { title: "党委设置" };

export default async function CommitteeSettingsPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const committee = await findCommitteeSettings(actor, (await props.params).id);
  if (!committee?.can.change) notFound();
  return (
    <>
      <PageHeader title={committee.name} trail={[{ href: "/settings", label: "设置" }]} />
      <div className="grid gap-4 lg:grid-cols-2">
        {committee.settings.map((setting) => (
          <SettingPanel key={setting.key} committeeId={committee.id} setting={setting} day={actor.day} />
        ))}
      </div>
    </>
  );
}
