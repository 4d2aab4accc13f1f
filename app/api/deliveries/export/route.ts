import type { NextRequest } from "next/server";
import { recordExport } from "@/lib/audit/record-export";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { formatInstant } from "@/lib/calendar";
import { deliveryStateLabels, stateInWords } from "@/lib/deliveries/labels";
import { canManageDeliveries } from "@/lib/deliveries/policy";
import { exportDeliveries } from "@/lib/deliveries/queries/list-deliveries";
import { deliveryList } from "@/lib/deliveries/schema";
import { deliveryChannelLabels } from "@/lib/outbox/labels";
import { downloadWorkbook } from "@/lib/sheets/download";

const columns = [
  { header: "主题", width: 36 },
  { header: "渠道", width: 20 },
  { header: "收件账号", width: 18 },
  { header: "产生时间", width: 18 },
  { header: "情况", width: 30 },
  { header: "次数", kind: "number" as const },
  { header: "最近的错误", width: 40 },
];

/** The list of messages as Excel, in the state that is shown. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  if (!canManageDeliveries(actor)) return hidden();
  const { state } = deliveryList.parse(Object.fromEntries(request.nextUrl.searchParams));
  const deliveries = await exportDeliveries(actor, state);
  await recordExport(actor, "delivery", { filters: { state }, rowCount: deliveries.length });
  return downloadWorkbook(`消息发送 ${actor.day}`, {
    sheetName: "消息发送",
    title: "消息发送情况",
    note: `${deliveryStateLabels[state]}，共 ${deliveries.length} 条`,
    columns,
    rows: [
      deliveries.map((delivery) => [
        delivery.subject,
        deliveryChannelLabels[delivery.channel],
        delivery.user?.username ?? "群",
        formatInstant(delivery.createdAt),
        stateInWords(delivery),
        delivery.attempts,
        delivery.lastError,
      ]),
    ],
  });
}
