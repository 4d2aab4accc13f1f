import { describe, expect, test } from "vitest";
import { checkEnvironment, settleEnvironment } from "@/lib/env";
import { OperatorError } from "@/lib/errors";

const production = {
  PORTAL_MODE: "production",
  DATABASE_URL: "postgresql://portal:x@db:5432/portal",
  NEXTAUTH_SECRET: "k9J2mQ7xV4bN8sT1wY6zR3pL5dF0hGcA",
  DATA_KEY: Buffer.from("0123456789abcdefghijklmnopqrstuv").toString("base64"),
  BASE_URL: "https://dj.example.org",
  BEHIND_TLS_PROXY: "1",
};

function refusalOf(source: Record<string, string | undefined>): string {
  try {
    checkEnvironment(source);
  } catch (error) {
    expect(error).toBeInstanceOf(OperatorError);
    return (error as OperatorError).message;
  }
  return "";
}

test("nothing set is a demo on port 3000; an empty setting counts as none", () => {
  expect(checkEnvironment({ PORT: "", DATA_KEY: "" })).toMatchObject({
    PORTAL_MODE: "demo",
    PORT: 3000,
    LOG_LEVEL: "info",
  });
});

test("a complete production is accepted", () => {
  expect(settleEnvironment(production)).toMatchObject({ BASE_URL: "https://dj.example.org", BEHIND_TLS_PROXY: true });
});

describe("each wrong setting is refused by name", () => {
  const wrong: [string, string, RegExp][] = [
    ["DATABASE_URL", "mysql://x", /DATABASE_URL/],
    ["PORT", "0", /PORT/],
    ["PORT", "80x", /PORT/],
    ["BASE_URL", "dj.example.org", /BASE_URL/],
    ["NEXTAUTH_SECRET", "short", /NEXTAUTH_SECRET 至少/],
    ["NEXTAUTH_SECRET", "changeme-changeme-changeme-changeme", /常见的示例值/],
    ["NEXTAUTH_SECRET", "a".repeat(40), /常见的示例值/],
    ["DATA_KEY", Buffer.alloc(16, "ab").toString("base64"), /DATA_KEY 必须是 32 字节/],
    ["TRUSTED_PROXY_HOPS", "9", /TRUSTED_PROXY_HOPS/],
    ["BEHIND_TLS_PROXY", "maybe", /BEHIND_TLS_PROXY 只能是/],
    ["PORTAL_MODE", "test", /PORTAL_MODE/],
    ["LOG_LEVEL", "loud", /LOG_LEVEL/],
    ["SMTP_URL", "https://mail.example.org", /SMTP_URL 应形如/],
    ["SMTP_URL", "smtp://mail.example.org", /还须设 SMTP_FROM/],
    ["SMTP_FROM", "党建平台", /SMTP_FROM 应是发件地址/],
    ["SMTP_FROM", "a@example.org\r\nBcc: b@example.org", /SMTP_FROM 应是发件地址/],
    ["WECOM_WEBHOOK_URL", "https://evil.example/hook", /WECOM_WEBHOOK_URL 须用 https，主机须列在/],
    ["DINGTALK_WEBHOOK_URL", "http://oapi.dingtalk.com/robot/send", /DINGTALK_WEBHOOK_URL 须用 https/],
    ["DINGTALK_WEBHOOK_URL", "http://127.0.0.1:9/robot", /DINGTALK_WEBHOOK_URL 须用 https/],
    ["WEBHOOK_ALLOWED_HOSTS", "https://x.example", /WEBHOOK_ALLOWED_HOSTS 应是/],
    ["QUIET_HOURS", "21-8", /QUIET_HOURS 应形如/],
    ["QUIET_HOURS", "21:00-24:00", /QUIET_HOURS 应形如/],
  ];
  test.each(wrong)("%s=%s", (name, value, message) => {
    expect(refusalOf({ [name]: value })).toMatch(message);
  });
});

test("production needs secrets, an address and TLS, and says all of it at once", () => {
  const message = refusalOf({ PORTAL_MODE: "production", PORT: "x" });
  for (const name of ["NEXTAUTH_SECRET", "DATA_KEY", "BASE_URL", "BEHIND_TLS_PROXY", "PORT"]) {
    expect(message).toContain(name);
  }
});

test("S60: plain HTTP in production only where a closed network was declared", () => {
  const plain = { ...production, BEHIND_TLS_PROXY: "0", BASE_URL: "http://10.0.0.5" };
  expect(refusalOf(plain)).toMatch(/不接受明文 HTTP/);
  expect(refusalOf({ ...plain, ALLOW_HTTP_INTRANET: "1" })).toBe("");
  expect(refusalOf({ ...production, BASE_URL: "http://10.0.0.5" })).toMatch(/应以 https/);
});

test("a running server needs database and secrets, and falls back to its own address", () => {
  expect(() => settleEnvironment({})).toThrow(/DATABASE_URL[\s\S]*NEXTAUTH_SECRET[\s\S]*DATA_KEY/);
  const { PORTAL_MODE: _mode, BASE_URL: _url, ...demo } = production;
  expect(settleEnvironment({ ...demo, PORT: "3055" }).BASE_URL).toBe("http://localhost:3055");
});

test("messages go out where the operator says so: nothing set, nothing sent, and quiet at night", () => {
  expect(checkEnvironment({})).toMatchObject({ QUIET_HOURS: { from: 1_260, to: 480 } });
  expect(checkEnvironment({ QUIET_HOURS: "off" }).QUIET_HOURS).toBeNull();
  const robots = {
    WECOM_WEBHOOK_URL: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=x",
    DINGTALK_WEBHOOK_URL: "http://127.0.0.1:9/robot",
    WEBHOOK_ALLOWED_HOSTS: "qyapi.weixin.qq.com, 127.0.0.1",
  };
  expect(refusalOf(robots)).toBe("");
});
