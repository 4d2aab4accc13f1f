import "server-only";
import pino from "pino";

/** Keys whose values never reach a log, however deep they lie. Compared in lower case, without `_` and `-`. */
const secretKeys = [
  "password",
  "passwordhash",
  "newpassword",
  "token",
  "tokenhash",
  "secret",
  "nextauthsecret",
  "datakey",
  "idnumber",
  "idnumberhash",
  "phone",
  "phonehash",
  "mobile",
  "address",
  "cookie",
  "setcookie",
  "authorization",
  "csrftoken",
  "databaseurl",
  "connectionstring",
];
const secret = new Set(secretKeys);

const idNumber = /(?<!\d)\d{17}[\dXx](?!\d)/g;
const phone = /(?<!\d)1[3-9]\d{9}(?!\d)/g;
const urlPassword = /(\/\/[^:/\s]+:)[^@/\s]+@/g;

/** Masks what looks like an ID number, a phone or a password in an address inside free text. */
export function maskText(text: string): string {
  return text.replace(idNumber, "[身份证号]").replace(phone, "[电话]").replace(urlPassword, "$1[密码]@");
}

/** A copy that is safe to write to a log: secret keys emptied, free text masked, depth and length limited. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return maskText(value.length > 4_000 ? `${value.slice(0, 4_000)}…` : value);
  if (value === null || typeof value !== "object") return value;
  if (depth > 6) return "[…]";
  if (value instanceof Error) return redactError(value, depth);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      secret.has(key.toLowerCase().replaceAll(/[_-]/g, "")) ? "[已隐去]" : redact(inner, depth + 1),
    ]),
  );
}

function redactError(error: Error, depth: number): Record<string, unknown> {
  return {
    type: error.name,
    message: maskText(error.message),
    stack: error.stack ? maskText(error.stack) : undefined,
    ...("code" in error ? { code: error.code } : {}),
    ...(error.cause ? { cause: redact(error.cause, depth + 1) } : {}),
  };
}

/** The server's log: one JSON object a line on standard output, level by `LOG_LEVEL`. */
export const log = pino({
  level: process.env.LOG_LEVEL || "info",
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: {
    level: (label) => ({ level: label }),
    log: (entry) => redact(entry) as Record<string, unknown>,
  },
  // `redact` has already made errors plain.
  serializers: { err: (error) => error },
  hooks: {
    logMethod(args, method) {
      const [first, ...rest] = args as unknown[];
      const given = first instanceof Error && rest.length === 0 ? [{ err: first }, first.message] : [first, ...rest];
      const masked = given.map((arg, index) => (index > 0 || typeof arg === "string" ? redact(arg) : arg));
      method.apply(this, masked as Parameters<typeof method>);
    },
  },
});
