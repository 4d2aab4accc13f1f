import "server-only";
import { z } from "zod";
import { OperatorError } from "@/lib/errors";
import { deliveryEnvironment, wrongDelivery } from "@/lib/outbox/environment";

const yes = new Set(["1", "true", "yes", "on"]);
const no = new Set(["0", "false", "no", "off", ""]);

const flag = (name: string) =>
  z
    .string()
    .default("")
    .transform((text) => text.trim().toLowerCase())
    .refine((text) => yes.has(text) || no.has(text), `${name} 只能是 1 或 0`)
    .transform((text) => yes.has(text));

const whole = (name: string, min: number, max: number) =>
  z.coerce
    .number({ error: `${name} 必须是 ${min} 到 ${max} 之间的整数` })
    .int(`${name} 必须是整数`)
    .min(min, `${name} 不能小于 ${min}`)
    .max(max, `${name} 不能大于 ${max}`);

/** Secrets that stand in every tutorial; a server that uses one of them has no secret. */
const wellKnown = /^(.)\1*$|change.?me|secret|password|example|default|123456/i;

const environment = z.object({
  PORTAL_MODE: z.enum(["demo", "production"], { error: "PORTAL_MODE 只能是 demo 或 production" }).default("demo"),
  DATABASE_URL: z
    .string()
    .max(2_000)
    .regex(/^postgres(ql)?:\/\/[^\s]+$/, "DATABASE_URL 应形如 postgresql://用户名:密码@主机:5432/数据库名")
    .optional(),
  DATA_DIR: z.string().max(1_000, "DATA_DIR 太长").default(".data"),
  HOST: z.string().max(255).optional(),
  PORT: whole("PORT", 1, 65_535).default(3000),
  BASE_URL: z
    .url({ protocol: /^https?$/, error: "BASE_URL 应是用户访问的网址，形如 https://dj.example.org" })
    .optional(),
  NEXTAUTH_URL: z.url({ protocol: /^https?$/, error: "NEXTAUTH_URL 应是网址；一般只设 BASE_URL 即可" }).optional(),
  NEXTAUTH_SECRET: z
    .string()
    .min(32, "NEXTAUTH_SECRET 至少 32 个字符，可用 openssl rand -base64 32 生成")
    .refine((text) => !wellKnown.test(text), "NEXTAUTH_SECRET 是常见的示例值，请用 openssl rand -base64 32 生成")
    .optional(),
  DATA_KEY: z
    .string()
    .refine(is32Bytes, "DATA_KEY 必须是 32 字节的 base64，可用 openssl rand -base64 32 生成")
    .optional(),
  BEHIND_TLS_PROXY: flag("BEHIND_TLS_PROXY"),
  ALLOW_HTTP_INTRANET: flag("ALLOW_HTTP_INTRANET"),
  TRUSTED_PROXY_HOPS: whole("TRUSTED_PROXY_HOPS", 0, 5).default(0),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "silent"], {
      error: "LOG_LEVEL 只能是 fatal、error、warn、info、debug、silent",
    })
    .default("info"),
  ...deliveryEnvironment,
});

type Source = Record<string, string | undefined>;

/** What no single setting shows. Reads the raw values, so that it is said together with their own faults. */
function wrongTogether(given: Source): string[] {
  const same = given.DATA_KEY !== undefined && given.DATA_KEY === given.NEXTAUTH_SECRET;
  const wrong = [...(same ? ["DATA_KEY 与 NEXTAUTH_SECRET 不能相同"] : []), ...wrongDelivery(given)];
  return given.PORTAL_MODE === "production" ? [...wrong, ...wrongInProduction(given)] : wrong;
}

function wrongInProduction(given: Source): string[] {
  const behindProxy = yes.has(given.BEHIND_TLS_PROXY?.trim().toLowerCase() ?? "");
  const plainAllowed = yes.has(given.ALLOW_HTTP_INTRANET?.trim().toLowerCase() ?? "");
  const wrong: string[] = [];
  if (!given.NEXTAUTH_SECRET) wrong.push("正式运行必须设置 NEXTAUTH_SECRET（openssl rand -base64 32）");
  if (!given.DATA_KEY) wrong.push("正式运行必须设置 DATA_KEY（openssl rand -base64 32），并与数据分开妥善保管");
  if (!given.BASE_URL) wrong.push("正式运行必须设置 BASE_URL，即用户访问的网址");
  if (!behindProxy && !plainAllowed) {
    wrong.push(
      "正式运行不接受明文 HTTP：请在前面设 HTTPS 反向代理并设 BEHIND_TLS_PROXY=1；确在封闭内网时设 ALLOW_HTTP_INTRANET=1",
    );
  }
  if (behindProxy && given.BASE_URL?.startsWith("http://")) {
    wrong.push("已设 BEHIND_TLS_PROXY=1，BASE_URL 应以 https:// 开头");
  }
  if (given.BASE_URL?.startsWith("https://") && !behindProxy) {
    wrong.push("BASE_URL 是 https，应由 HTTPS 反向代理提供，请设 BEHIND_TLS_PROXY=1");
  }
  return wrong;
}

function is32Bytes(text: string): boolean {
  return /^[A-Za-z0-9+/_-]+={0,2}$/.test(text) && Buffer.from(text, "base64").length === 32;
}

export type CheckedEnvironment = z.output<typeof environment>;

/** What a running server can rely on: the start has filled in what may be left out. */
export type Environment = CheckedEnvironment &
  Required<Pick<CheckedEnvironment, "DATABASE_URL" | "NEXTAUTH_SECRET" | "DATA_KEY" | "BASE_URL">>;

/**
 * Checks the settings before a start, when the database and the secrets may still be missing.
 * Refuses with one OperatorError that lists everything that is wrong.
 */
export function checkEnvironment(source: Source = process.env): CheckedEnvironment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const result = environment.safeParse(given);
  const wrong = [...(result.error?.issues.map((issue) => issue.message) ?? []), ...wrongTogether(given)];
  if (!result.success || wrong.length > 0) throw refusal(wrong);
  return result.data;
}

function refusal(wrong: string[]): OperatorError {
  return new OperatorError(`环境设置有误，请改正后重试：\n${wrong.map((message) => `  - ${message}`).join("\n")}`);
}

/** The complete settings of a running server. Refuses when something the server needs is missing. */
export function settleEnvironment(source: Source = process.env): Environment {
  const given = checkEnvironment(source);
  const { DATABASE_URL, NEXTAUTH_SECRET, DATA_KEY } = given;
  const BASE_URL = given.BASE_URL ?? given.NEXTAUTH_URL ?? `http://localhost:${given.PORT}`;
  if (DATABASE_URL && NEXTAUTH_SECRET && DATA_KEY)
    return { ...given, DATABASE_URL, NEXTAUTH_SECRET, DATA_KEY, BASE_URL };
  const missing = Object.entries({ DATABASE_URL, NEXTAUTH_SECRET, DATA_KEY }).filter(([, value]) => !value);
  throw refusal(missing.map(([name]) => `缺少 ${name}`));
}
