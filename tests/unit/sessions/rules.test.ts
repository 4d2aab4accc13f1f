import { describe, expect, test } from "vitest";
import { deviceOf } from "@/lib/sessions/labels";
import { isLive } from "@/lib/sessions/rules";

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 8, minutes));

describe("a session lives", () => {
  const session = { lastSeenAt: at(0), absoluteExpiresAt: at(600), idleSeconds: 1_800 };
  test.each([
    [at(0), true],
    [at(29), true],
    [at(30), false],
    [at(31), false],
  ])("G5 idle at %s: %s", (now, lives) => expect(isLive(session, now)).toBe(lives));
  test("never past its absolute end", () => {
    expect(isLive({ ...session, absoluteExpiresAt: at(10) }, at(10))).toBe(false);
    expect(isLive({ ...session, absoluteExpiresAt: at(10) }, at(9))).toBe(true);
  });
});

test.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36 Edg/126.0",
    "Windows · Edge",
  ],
  [
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36 UOSBrowser/6.1",
    "Linux · 统信浏览器",
  ],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1", "苹果手机或平板 · Safari"],
  ["Mozilla/5.0 (Linux; Android 14) Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0", "安卓 · 微信"],
  ["curl/8.5.0", "未知设备"],
  ["", "未知设备"],
  [null, "未知设备"],
])("%j is called %s", (userAgent, device) => expect(deviceOf(userAgent)).toBe(device));
