const browsers: [RegExp, string][] = [
  [/MicroMessenger/, "微信"],
  [/DingTalk/, "钉钉"],
  [/QQBrowser/, "QQ 浏览器"],
  [/360SE|360EE|QihooBrowser/, "360 浏览器"],
  [/UOSBrowser|UosBrowser/, "统信浏览器"],
  [/Qaxbrowser/i, "奇安信浏览器"],
  [/Edg\//, "Edge"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
];

const systems: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, "鸿蒙"],
  [/Android/, "安卓"],
  [/iPhone|iPad/, "苹果手机或平板"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
];

/** The device behind a user agent, as far as people tell devices apart. */
export function deviceOf(userAgent: string | null): string {
  const named = (list: [RegExp, string][]) => list.find(([mark]) => mark.test(userAgent ?? ""))?.[1];
  return [named(systems), named(browsers)].filter(Boolean).join(" · ") || "未知设备";
}
