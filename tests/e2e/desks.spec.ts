import { expect, expectAccessible, keepPictures, test } from "@/tests/support/portal";

const desks = [
  { username: "staff", shows: "覆盖率" },
  { username: "city", shows: "覆盖率" },
  { username: "secretary", shows: "未来 90 天" },
  { username: "joint", shows: "覆盖企业" },
  { username: "instructor", shows: "我联系的企业" },
];

for (const { username, shows } of desks) {
  test(`the desk of ${username} opens after log-in and keeps nobody out`, async ({ page, logIn }) => {
    await logIn(username);
    await expect(page.getByRole("heading", { level: 1, name: "工作台" })).toBeVisible();
    await expect(page.getByRole("heading", { name: shows }).first()).toBeVisible();
    await expectAccessible(page);
    await keepPictures(page, `desk-${username}`);
    await page.setViewportSize({ width: 360, height: 740 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, "the page is no wider than the phone").toBeLessThanOrEqual(0);
  });
}

test("the administrator starts at the accounts, the auditor at the trail; neither sees members", async ({
  page,
  logIn,
}) => {
  for (const { username, start } of [
    { username: "admin", start: "账号" },
    { username: "auditor", start: "审计记录" },
  ]) {
    await logIn(username);
    await expect(page.getByRole("heading", { level: 1, name: start })).toBeVisible();
    expect((await page.goto("/members"))?.status()).toBe(404);
  }
});

test("a desk shows its content without JavaScript", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/login");
  await page.getByLabel("登录名").fill("staff");
  await page.getByLabel("密码").fill("Sample-2026");
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page.getByRole("heading", { name: "近八个季度" })).toBeVisible();
  await page.goto("/parks/new");
  await page.getByLabel("纬度").fill("abc");
  await page.getByLabel("园区名称").fill("无脚本园区");
  await page.getByRole("button", { name: "登记" }).click();
  await expect(page.getByLabel("园区名称")).toHaveValue("无脚本园区");
  await expect(page.getByText("纬度应为小数")).toBeVisible();
  await context.close();
});
