import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FeedTable } from "@/components/agenda/feed-table";
import { PageHeader } from "@/components/shell/page-header";
import { TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { Panel } from "@/components/ui/panel";
import { createFeedAction } from "@/lib/agenda/actions";
import { canSeeAgenda } from "@/lib/agenda/policy";
import { listFeeds } from "@/lib/agenda/queries/feeds";
import { requireActor } from "@/lib/auth/session";

export const metadata: Metadata = { title: "日历订阅" };

export default async function CalendarFeedPage() {
  const actor = await requireActor();
  if (!canSeeAgenda(actor)) notFound();
  const feeds = await listFeeds(actor);
  return (
    <>
      <PageHeader
        title="日历订阅"
        trail={[{ href: "/calendar", label: "日历" }]}
        note="手机、Outlook、WPS 等日历软件可以按地址订阅，自动更新。订阅内容不含党员姓名和会议主题。"
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Panel title="生成订阅地址">
          <ActionForm action={createFeedAction} requestKey={randomUUID()} submitLabel="生成地址">
            <TextField
              name="name"
              label="用途"
              isRequired
              hint="写明在哪里使用，如“我的手机”，以后好分辨停用哪一个。"
            />
          </ActionForm>
        </Panel>
        <Panel title="我的订阅地址">
          {feeds.length === 0 ? <p className="muted">还没有生成订阅地址。</p> : <FeedTable feeds={feeds} />}
        </Panel>
      </div>
    </>
  );
}
