import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SettingTable } from "@/components/settings/setting-table";
import { EmptyState } from "@/components/shell/empty-state";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/session";
import { canChangeSettings } from "@/lib/settings/policy";
import { listCommitteeSettings } from "@/lib/settings/queries";

export const metadata: Metadata = { title: "设置" };

export default async function SettingsPage() {
  const actor = await requireActor();
  if (!canChangeSettings(actor)) notFound();
  const committees = await listCommitteeSettings(actor);
  return (
    <>
      <PageHeader
        title="设置"
        note="各党委今天有效的设置。每次修改都有生效日期，并留下审计记录。"
        actions={
          <a className="button" href="/settings/committees/new">
            登记党委
          </a>
        }
      />
      <div className="panel">
        {committees.length === 0 ? (
          <EmptyState title="还没有党委">
            <a href="/settings/committees/new">登记第一个党委</a>
          </EmptyState>
        ) : (
          <SettingTable committees={committees} />
        )}
      </div>
    </>
  );
}
