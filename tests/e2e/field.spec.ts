import { randomUUID } from "node:crypto";
import type { BrowserContext, Locator, Page } from "@playwright/test";
import { addDays, today } from "@/lib/calendar";
import {
  assignedEnterprise,
  counts,
  instructorOfSamples,
  placeOfLastVisit,
  queueFile,
} from "@/tests/support/field-phone";
import { expect, expectAccessible, keepPictures, test } from "@/tests/support/portal";

const phone = { width: 360, height: 740 };

test.describe.configure({ mode: "serial" });
test.use({ viewport: phone, hasTouch: true, isMobile: true });

/** The menu by which a log-in is known shows on a wide screen. */
async function becomeInstructor(page: Page, logIn: (username: string) => Promise<void>): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 800 });
  await logIn("instructor");
  await page.setViewportSize(phone);
}

/** A desk of its own page: the journeys below cut its network, which a browser writes to its console. */
async function openDesk(context: BrowserContext): Promise<Page> {
  const desk = await context.newPage();
  await desk.goto("/field");
  await expect(desk.getByText("已联网")).toBeVisible();
  await expect
    .poll(() => desk.evaluate(async () => Boolean(await (await caches.open("field-desk")).match("/field"))))
    .toBe(true);
  return desk;
}

const enterprises = (desk: Page) =>
  desk.getByRole("region", { name: "记一次走访" }).getByRole("link").filter({ hasNotText: "党支部" });

test("installable: manifest, icons and a worker that controls the page; no error, no wider than the phone", async ({
  page,
  logIn,
}) => {
  await becomeInstructor(page, logIn);
  await page.goto("/field");
  await expect(page.getByText("已联网")).toBeVisible();
  const address = await page.locator("link[rel=manifest]").getAttribute("href");
  const manifest = await (await page.request.get(address ?? "")).json();
  expect(manifest).toMatchObject({ start_url: "/field", display: "standalone", lang: "zh-CN" });
  expect(manifest.icons.map(({ sizes }: { sizes: string }) => sizes)).toEqual(["192x192", "512x512", "512x512"]);
  for (const { src } of manifest.icons) {
    const icon = await page.request.get(src);
    expect([icon.status(), icon.headers()["content-type"]]).toEqual([200, "image/png"]);
  }
  await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
  await page.reload();
  expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toContain("/sw.js");
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await expectAccessible(page);
  await keepPictures(page, "field");
});

test("three visits without a network, closed and opened again: two sent, one refused, put right and sent", async ({
  page,
  context,
  logIn,
}) => {
  const who = await instructorOfSamples();
  const before = await counts(who);
  await becomeInstructor(page, logIn);
  const desk = await openDesk(context);
  await context.setOffline(true);
  await expect(desk.getByText("没有网络")).toBeVisible();
  let taps = 0;
  const tap = async (target: Locator) => {
    taps += 1;
    await target.tap();
  };

  // A plain visit, from the open desk.
  await tap(desk.getByRole("button", { name: "全部", exact: true }));
  await tap(enterprises(desk).nth(0));
  await expect(desk.getByRole("region", { name: "走访之前" })).toBeVisible();
  await tap(desk.getByRole("button", { name: "情况平稳" }));
  await tap(desk.getByRole("button", { name: "全部没变" }));
  await desk.screenshot({ path: "test-results/pictures/field-visit-phone.png", fullPage: true });
  await tap(desk.getByRole("button", { name: "保存走访" }));
  await expect(desk.getByText("1 条未送出")).toBeVisible();
  expect(taps, "taps of a plain visit").toBeLessThanOrEqual(6);

  // One with a request, half filled when the page is closed.
  await desk.getByRole("button", { name: "全部", exact: true }).tap();
  await enterprises(desk).nth(1).tap();
  await desk.getByRole("button", { name: "加一项诉求" }).tap();
  await desk.getByLabel("内容").fill("外勤诉求：停车难");
  await expectAccessible(desk);
  await desk.close();
  const again = await context.newPage();
  const opened = await again.goto("/field");
  expect(opened?.fromServiceWorker(), "the page opens without a network").toBe(true);
  await expect(again.getByText("1 条未送出")).toBeVisible();
  await again.getByRole("button", { name: "全部", exact: true }).tap();
  await enterprises(again).nth(1).tap();
  await expect(again.getByLabel("内容"), "what was typed is still there").toHaveValue("外勤诉求：停车难");
  await again.getByRole("button", { name: "保存走访" }).tap();
  await expect(again.getByText("2 条未送出")).toBeVisible();

  // One of a day to come, with a request.
  await again.getByRole("button", { name: "全部", exact: true }).tap();
  await enterprises(again).nth(2).tap();
  await again.getByRole("button", { name: "加一项诉求" }).tap();
  await again.getByLabel("内容").fill("外勤诉求：招人难");
  await again.getByText("日期与更多").tap();
  await again.getByLabel("走访日期", { exact: true }).fill(addDays(today(), 3));
  await again.getByRole("button", { name: "保存走访" }).tap();
  await expect(again.getByText("3 条未送出")).toBeVisible();
  await again.reload();
  await expect(again.getByText("3 条未送出")).toBeVisible();
  expect(await counts(who)).toEqual(before);

  await context.setOffline(false);
  await expect(again.getByText("1 条待改正")).toBeVisible();
  await expect(again.getByText("1 条未送出")).toBeVisible();
  expect(await counts(who)).toEqual({ visits: before.visits + 2, requests: before.requests + 1 });
  await again.getByRole("link", { name: "查看记录" }).tap();
  await expect(again.getByText("走访日期不能晚于今天").first()).toBeVisible();
  await again.screenshot({ path: "test-results/pictures/field-queue-phone.png", fullPage: true });
  await again.getByRole("link", { name: "改正" }).tap();
  await expect(again.getByLabel("内容")).toHaveValue("外勤诉求：招人难");
  await again.getByLabel("走访日期", { exact: true }).fill(today());
  await again.getByRole("button", { name: "保存走访" }).tap();
  await expect(again.getByText("记录已全部送出")).toBeVisible();
  expect(await counts(who)).toEqual({ visits: before.visits + 3, requests: before.requests + 2 });
  await again.close();
});

test("R11 two hundred visits from a saved file, answers lost at random: exactly two hundred", async ({
  page,
  context,
  logIn,
}) => {
  test.setTimeout(180_000);
  const who = await instructorOfSamples();
  const before = await counts(who);
  await becomeInstructor(page, logIn);
  const desk = await openDesk(context);
  let lost = 0;
  let seed = 7;
  await context.route("**/api/field/sync", async (route) => {
    seed = (seed * 16_807) % 2_147_483_647;
    const reply = await route.fetch();
    if (seed % 100 < 45) {
      lost += 1;
      await route.abort("connectionreset");
    } else await route.fulfill({ response: reply });
  });
  await desk.getByRole("link", { name: "查看记录" }).tap();
  const file = queueFile(who.userId, await assignedEnterprise(who), 200);
  await desk.getByLabel("载入文件").setInputFiles(file);
  await expect(desk.getByText("已载入 200 条")).toBeVisible();
  await desk.getByLabel("载入文件").setInputFiles(file);
  await expect(async () => {
    const now = desk.getByRole("button", { name: "现在送出" });
    if (await now.isEnabled()) await now.tap({ timeout: 1_000 });
    await expect(desk.getByText("记录已全部送出")).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 150_000 });
  expect(lost, "some answers were lost").toBeGreaterThan(0);
  expect((await counts(who)).visits).toBe(before.visits + 200);
  await context.unroute("**/api/field/sync");
  await desk.close();
});

test("a place is added by a tap, without losing what is typed meanwhile, and taken off again", async ({
  page,
  context,
  logIn,
}) => {
  const who = await instructorOfSamples();
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation({ latitude: 29.716_312_7, longitude: 106.632_941 });
  await becomeInstructor(page, logIn);
  const desk = await openDesk(context);
  await enterprises(desk).first().tap();
  await desk.getByText(/^日期与更多/).tap();
  const add = desk.getByRole("button", { name: "附上所在位置（可不附）" });
  await add.tap();
  await desk.getByLabel("见到的人").fill("张经理");
  await expect(desk.getByText("已附位置 29.71631，106.63294")).toBeVisible();
  await expect(desk.getByLabel("见到的人")).toHaveValue("张经理");
  await desk.getByRole("button", { name: "去掉位置" }).tap();
  await add.tap();
  await expect(desk.getByText("已附位置 29.71631，106.63294")).toBeVisible();
  await desk.getByRole("button", { name: "保存走访" }).tap();
  await expect.poll(() => placeOfLastVisit(who)).toEqual({ latitude: 29.716_31, longitude: 106.632_94 });
  await desk.close();
});

test("another account's file is refused; nobody logs out without a word about what is not sent; then nothing stays", async ({
  page,
  context,
  logIn,
}) => {
  const who = await instructorOfSamples();
  await becomeInstructor(page, logIn);
  const desk = await openDesk(context);
  await desk.getByRole("link", { name: "查看记录" }).tap();
  const load = desk.getByLabel("载入文件");
  await load.setInputFiles(queueFile(randomUUID(), await assignedEnterprise(who), 1));
  await expect(desk.getByText("另一个账号的记录，没有载入")).toBeVisible();
  // An enterprise nobody knows is refused and stays.
  await load.setInputFiles(queueFile(who.userId, randomUUID(), 1));
  await expect(desk.getByText("1 条待改正")).toBeVisible();
  await desk.locator("details.person summary").tap();
  await desk.getByRole("button", { name: "退出登录" }).tap();
  const dialog = desk.getByRole("dialog", { name: "还有 1 条外勤记录没有送出" });
  await expect(dialog).toBeVisible();
  await desk.screenshot({ path: "test-results/pictures/field-leave-phone.png" });
  const saved = desk.waitForEvent("download");
  await dialog.getByRole("button", { name: "存成文件" }).tap();
  expect((await saved).suggestedFilename()).toBe("外勤记录.json");
  await dialog.getByRole("button", { name: "清除并退出" }).tap();
  await expect(desk.getByText("您已退出登录。")).toBeVisible();
  await expect
    .poll(() => desk.evaluate(async () => [await indexedDB.databases(), await caches.keys()]))
    .toEqual([[], []]);
  await desk.close();
});
