import { z } from "zod";

/** Where robots of 企业微信 and 钉钉 are spoken to, unless the operator names other hosts. */
const usualHosts = "qyapi.weixin.qq.com,oapi.dingtalk.com";

const url = (name: string, protocol: RegExp, example: string) =>
  z.url({ protocol, error: `${name} 应形如 ${example}` }).max(1_000, `${name} 太长`);

/** What is told outside the portal, and how: nothing set, nothing sent. */
export const deliveryEnvironment = {
  SMTP_URL: url("SMTP_URL", /^smtps?$/, "smtps://用户名:密码@mail.example.org:465").optional(),
  SMTP_FROM: z
    .string()
    .max(200, "SMTP_FROM 太长")
    .regex(
      /^([^<>\r\n"]{1,60}<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/,
      "SMTP_FROM 应是发件地址，形如 党建平台 <dj@example.org>",
    )
    .optional(),
  WECOM_WEBHOOK_URL: url(
    "WECOM_WEBHOOK_URL",
    /^https?$/,
    "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…",
  ).optional(),
  DINGTALK_WEBHOOK_URL: url(
    "DINGTALK_WEBHOOK_URL",
    /^https?$/,
    "https://oapi.dingtalk.com/robot/send?access_token=…",
  ).optional(),
  WEBHOOK_ALLOWED_HOSTS: z
    .string()
    .max(1_000, "WEBHOOK_ALLOWED_HOSTS 太长")
    .regex(/^[A-Za-z0-9.-]+(\s*,\s*[A-Za-z0-9.-]+)*$/, "WEBHOOK_ALLOWED_HOSTS 应是用逗号分开的主机名")
    .default(usualHosts)
    .transform((text) => text.toLowerCase().split(/\s*,\s*/)),
  QUIET_HOURS: z
    .string()
    .regex(
      /^(off|([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d)$/,
      "QUIET_HOURS 应形如 21:00-08:00（北京时间），不设免打扰时写 off",
    )
    .default("21:00-08:00")
    .transform((text) => (text === "off" ? null : readHours(text))),
};

/** Minutes of the day in Shanghai: from the first, included, to the second, excluded; over midnight when that is earlier. */
export type QuietHours = { from: number; to: number };

function readHours(text: string): QuietHours {
  const [from = 0, to = 0] = text.split("-").map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
  return { from, to };
}

const loopback = new Set(["127.0.0.1", "localhost"]);

/** True where a robot may be spoken to: a host of the list over HTTPS; plain HTTP only to this machine, and only when listed. */
export function isAllowedWebhook(address: string, hosts: string[]): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return hosts.includes(hostname) && (protocol === "https:" || (protocol === "http:" && loopback.has(hostname)));
}

/** What no single setting shows. Reads the raw values, so that it is said together with their own faults. */
export function wrongDelivery(given: Record<string, string | undefined>): string[] {
  const wrong: string[] = [];
  if (given.SMTP_URL && !given.SMTP_FROM) wrong.push("已设 SMTP_URL，还须设 SMTP_FROM，即邮件的发件地址");
  const hosts = (given.WEBHOOK_ALLOWED_HOSTS || usualHosts).toLowerCase().split(/\s*,\s*/);
  for (const name of ["WECOM_WEBHOOK_URL", "DINGTALK_WEBHOOK_URL"]) {
    const address = given[name];
    if (address && URL.canParse(address) && !isAllowedWebhook(address, hosts)) {
      wrong.push(`${name} 须用 https，主机须列在 WEBHOOK_ALLOWED_HOSTS 中`);
    }
  }
  return wrong;
}
