import "server-only";
import { z } from "zod";
import type { DeliveryChannel, NotificationKind } from "@/generated/prisma/enums";
import { deliveryEnvironment, isAllowedWebhook, type QuietHours } from "@/lib/outbox/environment";

/** What concerns everybody and therefore also goes to the groups' robots. */
export const groupKinds: NotificationKind[] = ["PLAN_PUBLISHED", "BULLETIN_PUBLISHED"];

export type Robot = { channel: Exclude<DeliveryChannel, "EMAIL">; address: string };

export type Channels = {
  mail: { server: URL; from: string } | null;
  robots: Robot[];
  quietHours: QuietHours | null;
};

const settings = z.object(deliveryEnvironment);

/** The ways out of the portal, as the environment that was checked at the start says. */
export function channels(): Channels {
  const given = Object.entries(process.env).filter(([name, value]) => name in deliveryEnvironment && value);
  const set = settings.parse(Object.fromEntries(given));
  const robots: Robot[] = [];
  if (set.WECOM_WEBHOOK_URL) robots.push({ channel: "WECOM", address: set.WECOM_WEBHOOK_URL });
  if (set.DINGTALK_WEBHOOK_URL) robots.push({ channel: "DINGTALK", address: set.DINGTALK_WEBHOOK_URL });
  return {
    mail: set.SMTP_URL && set.SMTP_FROM ? { server: new URL(set.SMTP_URL), from: set.SMTP_FROM } : null,
    robots: robots.filter(({ address }) => isAllowedWebhook(address, set.WEBHOOK_ALLOWED_HOSTS)),
    quietHours: set.QUIET_HOURS,
  };
}
