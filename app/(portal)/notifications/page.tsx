import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Inbox } from "@/components/notifications/inbox";
import { EmptyState } from "@/components/shell/empty-state";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/session";
import { readAllNotificationsAction } from "@/lib/notifications/actions";
import { hasInbox } from "@/lib/notifications/policy";
import { countUnread, listNotifications } from "@/lib/notifications/queries";
import { inboxList } from "@/lib/notifications/schema";

export const metadata: Metadata = { title: "通知" };

export default async function NotificationsPage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  if (!hasInbox(actor)) notFound();
  const { before } = inboxList.parse(await props.searchParams);
  const [{ rows, nextBefore }, unread] = await Promise.all([listNotifications(actor, before), countUnread(actor)]);
  return (
    <>
      <PageHeader
        title="通知"
        note={unread ? `${unread} 条未读` : "没有未读通知"}
        actions={
          <>
            {unread ? (
              <form action={readAllNotificationsAction}>
                <button type="submit" className="button">
                  全部标为已读
                </button>
              </form>
            ) : null}
            <a href="/notifications/settings" className="button">
              通知设置
            </a>
          </>
        }
      />
      <div className="panel">
        {rows.length === 0 ? (
          <EmptyState title={before ? "没有更早的通知" : "还没有通知"}>
            计划发布、总结退回或通过、通报印发和到期提醒都会出现在这里。
          </EmptyState>
        ) : (
          <Inbox rows={rows} />
        )}
        {(before || nextBefore) && (
          <nav aria-label="翻页" className="flex justify-end gap-2 pt-3">
            {before && (
              <a className="button" href="/notifications">
                回到最新
              </a>
            )}
            {nextBefore && (
              <a className="button" rel="next" href={`/notifications?before=${nextBefore}`}>
                更早的通知
              </a>
            )}
          </nav>
        )}
      </div>
    </>
  );
}
