import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeliveryTable } from "@/components/deliveries/delivery-table";
import { EmptyState } from "@/components/shell/empty-state";
import { PageHeader } from "@/components/shell/page-header";
import { Pagination } from "@/components/shell/pagination";
import { requireActor } from "@/lib/auth/session";
import { deliveryStateLabels } from "@/lib/deliveries/labels";
import { canManageDeliveries } from "@/lib/deliveries/policy";
import { listDeliveries } from "@/lib/deliveries/queries/list-deliveries";
import { deliveryList, deliveryStates } from "@/lib/deliveries/schema";
import { pageSize } from "@/lib/forms/list-params";
import { channels } from "@/lib/outbox/channels";
import { deliveryChannelLabels } from "@/lib/outbox/labels";

export const metadata: Metadata = { title: "消息发送" };

export default async function DeliveriesPage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  if (!canManageDeliveries(actor)) notFound();
  const params = await props.searchParams;
  const list = deliveryList.parse(params);
  const { rows, totals } = await listDeliveries(actor, list);
  return (
    <>
      <PageHeader
        title="消息发送"
        note={`邮件和群机器人消息的发送情况。${waysInWords()}`}
        actions={
          <a href={`/api/deliveries/export?state=${list.state}`} className="button" download>
            导出 Excel
          </a>
        }
      />
      {params.retried && (
        <p role="status" className="panel mb-4 text-good">
          已重新排入发送，稍后请看“待发送”和“已发送”。
        </p>
      )}
      <nav aria-label="发送状态" className="mb-3 flex flex-wrap gap-2">
        {deliveryStates.map((state) => (
          <a
            key={state}
            href={`/deliveries?state=${state}`}
            className="button aria-[current]:border-primary aria-[current]:text-primary"
            aria-current={state === list.state ? "page" : undefined}
          >
            {deliveryStateLabels[state]}（{totals[state]}）
          </a>
        ))}
      </nav>
      <div className="panel">
        {rows.length === 0 ? (
          <EmptyState title={`没有${deliveryStateLabels[list.state]}的消息`} />
        ) : (
          <DeliveryTable rows={rows} />
        )}
        <Pagination
          path="/deliveries"
          params={{ state: list.state }}
          page={list.page}
          pageSize={pageSize}
          total={totals[list.state]}
        />
      </div>
    </>
  );
}

function waysInWords(): string {
  const { mail, robots } = channels();
  const open = [...(mail ? (["EMAIL"] as const) : []), ...robots.map(({ channel }) => channel)];
  if (open.length === 0) return "目前没有设置任何渠道，可由运维在环境设置中开通。";
  return `已开通：${open.map((channel) => deliveryChannelLabels[channel]).join("、")}。`;
}
