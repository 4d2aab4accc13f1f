import type { BrowserContext, Page } from "@playwright/test";
import pg from "pg";
import { expect, expectAccessible, keepPictures, test } from "@/tests/support/portal";

test.describe.configure({ mode: "serial" });

/** Pages of their own: the journeys below provoke refusals, which a browser writes to its console. */
async function openSummary(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await expect(page.getByLabel("做法")).toBeVisible();
  // Typed before the page is ready, a text is taken up too; here the journeys wait for the keeper to listen.
  await page.waitForLoadState("networkidle");
  return page;
}

/** The secretary's summary of the present quarter, as the list leads to it. */
async function summaryAddress(page: Page): Promise<string> {
  await page.goto("/summaries");
  const own = page.getByRole("region", { name: "我的支部总结" });
  return (await own.getByRole("link").first().getAttribute("href")) ?? "";
}

/** Where a record is missing, a sentence. */
async function explainTasks(page: Page): Promise<void> {
  for (const field of await page.getByRole("textbox", { name: /完成情况$/ }).all())
    await field.fill("线上完成，另有说明。");
}

async function ask<Row extends pg.QueryResultRow>(sql: string, values: string[]): Promise<Row[]> {
  const database = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL });
  await database.connect();
  const { rows } = await database.query<Row>(sql, values);
  await database.end();
  return rows;
}

const ofAddress = (address: string) => address.split("/").slice(2);
const stored = async (address: string) =>
  (
    await ask<{ practice: string; status: string; submissions: number }>(
      `SELECT "practice", "status", (SELECT count(*)::int FROM "SummarySubmission" s WHERE s."summaryId" = q."id") AS "submissions"
       FROM "QuarterlySummary" q WHERE "planId" = $1::uuid AND "branchId" = $2::uuid`,
      ofAddress(address),
    )
  )[0];

test("the summary is filled from the records and saves itself while it is typed", async ({ page, logIn, context }) => {
  await logIn("secretary");
  const address = await summaryAddress(page);
  const typed = await openSummary(context, address);
  await expect(typed.getByRole("region", { name: "本季度组织生活" })).toBeVisible();
  await expectAccessible(typed);
  await keepPictures(typed, "summary-writing");
  await typed.getByLabel("做法").fill("第一稿：组织学习三次。");
  await expect(typed.getByText("已自动保存")).toBeVisible();
  await typed.close();
  const again = await openSummary(context, address);
  await expect(again.getByLabel("做法")).toHaveValue("第一稿：组织学习三次。");
  expect(await again.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await again.close();
});

test("two tabs: the second gets both texts, and nothing is overwritten", async ({ page, logIn, context }) => {
  await logIn("secretary");
  const address = await summaryAddress(page);
  const [first, second] = [await openSummary(context, address), await openSummary(context, address)];
  await first.getByLabel("做法").fill("甲窗口写的做法。");
  await expect(first.getByText("已自动保存")).toBeVisible();
  await second.getByLabel("做法").fill("乙窗口写的做法。");
  await expect(second.getByText("另一窗口已保存较新的内容")).toBeVisible();
  await expect(second.getByText("甲窗口写的做法。")).toBeVisible();
  await expect(second.getByLabel("做法")).toHaveValue("乙窗口写的做法。");
  expect((await stored(address))?.practice).toBe("甲窗口写的做法。");
  // Not even a reload loses one of them.
  await second.reload();
  await expect(second.getByText("甲窗口写的做法。").first()).toBeVisible();
  await expect(second.getByLabel("做法")).toHaveValue("乙窗口写的做法。");
  await second.getByRole("button", { name: "保存这里的内容" }).click();
  await expect(second.getByText("已自动保存")).toBeVisible();
  expect((await stored(address))?.practice).toBe("乙窗口写的做法。");
  await Promise.all([first.close(), second.close()]);
});

test("a lost session loses no text: it stays in the page, and on the device when the page is left", async ({
  page,
  logIn,
  context,
  typeIn,
}) => {
  await logIn("secretary");
  const address = await summaryAddress(page);
  const writing = await openSummary(context, address);
  await context.clearCookies();
  await writing.getByLabel("成效").fill("登录过期时写的成效。");
  await expect(writing.getByText("登录已过期，填写的内容没有丢失")).toBeVisible();
  // Pressing the button does not lead away from the text either.
  await writing.getByRole("button", { name: "保存草稿" }).click();
  await expect(writing.getByText("登录已过期，填写的内容没有丢失")).toBeVisible();
  await expect(writing.getByLabel("成效")).toHaveValue("登录过期时写的成效。");
  await typeIn("secretary", "Sample-2026");
  await expect(page.getByRole("navigation", { name: "主菜单", exact: true })).toBeAttached();
  await writing.getByRole("button", { name: "再次保存" }).click();
  await expect(writing.getByText("已自动保存")).toBeVisible();
  // The second time the page is closed before one logs in again.
  await context.clearCookies();
  await writing.getByLabel("问题").fill("关页之前写的问题。");
  await expect(writing.getByText("登录已过期，填写的内容没有丢失")).toBeVisible();
  await writing.close();
  await typeIn("secretary", "Sample-2026");
  await expect(page.getByRole("navigation", { name: "主菜单", exact: true })).toBeAttached();
  const back = await openSummary(context, address);
  await expect(back.getByLabel("问题")).toHaveValue("关页之前写的问题。");
  await expect(back.getByText("已自动保存")).toBeVisible();
  await back.close();
});

test("after a log-out nothing of a draft stays on the device", async ({ page, logIn, context, typeIn }) => {
  await logIn("secretary");
  const address = await summaryAddress(page);
  await page.evaluate(() => localStorage.setItem("summary-draft:someone:plan:branch", "{}"));
  await context.clearCookies();
  await typeIn("secretary", "Sample-2026");
  await page.goto(address);
  await page.locator("details.person summary").click();
  await page.getByRole("button", { name: "退出登录" }).click();
  await expect(page.getByText("您已退出登录。")).toBeVisible();
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test("a double press submits once; sent back in two clicks, submitted again, compared, accepted", async ({
  page,
  logIn,
  context,
}) => {
  test.setTimeout(120_000);
  await logIn("secretary");
  const address = await summaryAddress(page);
  const writing = await openSummary(context, address);
  await explainTasks(writing);
  await writing.getByLabel("下步打算").fill("继续推进。");
  await writing.getByRole("button", { name: "报送", exact: true }).dblclick();
  await expect(writing.getByRole("button", { name: "撤回报送" })).toBeVisible();
  expect(await stored(address)).toMatchObject({ status: "SUBMITTED", submissions: 1 });
  await writing.close();

  await logIn("staff");
  await page.goto(address);
  await page.getByLabel("缺少具体成效或数字").check();
  await page.getByRole("button", { name: "退回修改" }).click();
  await expect(page.getByText("已退回").first()).toBeVisible();

  await logIn("secretary");
  await page.goto("/summaries");
  await expect(page.getByText("缺少具体成效或数字")).toBeVisible();
  const mending = await openSummary(context, address);
  await mending.getByLabel("成效").fill("成效：新建党员示范岗 3 个。");
  await mending.getByRole("button", { name: "重新报送" }).click();
  await expect(mending.getByRole("button", { name: "撤回报送" })).toBeVisible();
  await mending.close();

  await logIn("staff");
  await page.goto(`${address}/compare`);
  await expect(page.locator("ins")).toContainText(["新建党员示范岗 3 个。"]);
  await expectAccessible(page);
  await keepPictures(page, "summary-comparison");
  await page.goto("/summaries/review");
  await expectAccessible(page);
  await keepPictures(page, "summary-review");
  await page.goto(address);
  await page.getByRole("button", { name: "通过", exact: true }).click();
  await expect(page.getByRole("button", { name: "重新开启" })).toBeVisible();
  expect(await stored(address)).toMatchObject({ status: "ACCEPTED", submissions: 2 });
});

test("staff walk through the queue by keyboard, and a decision goes on to the next", async ({ page, logIn }) => {
  await logIn("staff");
  await page.goto("/summaries/review");
  const place = page.getByRole("navigation", { name: "审核队列" });
  const total = Number(/\/ (\d+) 份/.exec((await place.textContent()) ?? "")?.[1]);
  expect(total, "the samples have several summaries waiting").toBeGreaterThan(1);
  const shown = () => page.getByRole("heading", { level: 2 }).first().textContent();
  const first = await shown();
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("j");
  await expect(place).toContainText("第 2 /");
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("ArrowLeft");
  await expect(place).toContainText("第 1 /");
  await page.getByRole("button", { name: "通过", exact: true }).click();
  await expect(place).toContainText(`/ ${total - 1} 份`);
  expect(await shown()).not.toBe(first);
});
