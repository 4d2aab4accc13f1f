import { formatInstant } from "@/lib/calendar";
import type { DeliveryState } from "@/lib/deliveries/schema";

export const deliveryStateLabels: Record<DeliveryState, string> = {
  FAILED: "发送失败",
  WAITING: "待发送",
  SENT: "已发送",
};

type Times = { sentAt: Date | null; failedAt: Date | null; availableAt: Date };

/** When it went out, was given up, or is tried next. */
export function stateInWords({ sentAt, failedAt, availableAt }: Times): string {
  if (sentAt) return `${formatInstant(sentAt)} 已发送`;
  return failedAt ? `${formatInstant(failedAt)} 停止重试` : `不早于 ${formatInstant(availableAt)} 发送`;
}
