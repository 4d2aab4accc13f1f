import type { Page } from "@playwright/test";
import { expect, expectAccessible, keepPictures, test } from "@/tests/support/portal";

/** Takes a step of those offered; the less likely ones stand behind their names. */
async function step(page: Page, name: string, fields: Record<string, string> = {}): Promise<void> {
  const region = page.getByRole("region", { name: "下一步" });
  const folded = region.locator("summary").getByText(name, { exact: true });
  if (await folded.isVisible()) await folded.click();
  const form = region.locator("form").filter({ has: page.getByRole("button", { name, exact: true }) });
  for (const [label, text] of Object.entries(fields)) await form.getByLabel(label).fill(text);
  await form.getByRole("button", { name, exact: true }).click();
}

const words = "希望协调园区地下车库的充电桩";

test("a request's life: raised on the phone's side, taken, transferred, answered, rated by the enterprise itself, closed, reopened", async ({
  page,
  logIn,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  await logIn("instructor");
  await page.goto("/requests/new");
  await page.locator(".tile").first().click();
  await page.getByLabel("诉求类别").selectOption({ label: "场地配套" });
  await page.getByLabel("诉求内容").fill(words);
  await page.getByRole("button", { name: "登记" }).click();
  await expect(page.getByText("待受理").first()).toBeVisible();
  const address = new URL(page.url()).pathname;
  await expect(page.getByRole("region", { name: "下一步" }), "whoever raised it does not steer it").toHaveCount(0);

  await logIn("staff");
  await page.goto(address);
  await page.getByRole("button", { name: "受理" }).click();
  await expect(page.getByText("办理中").first()).toBeVisible();
  await step(page, "转办", { 转办部门: "园区管委会" });
  await expect(page.getByText("转办至园区管委会")).toBeVisible();
  await step(page, "答复", { 答复内容: "下月增设八个充电桩。" });
  await expect(page.getByText("已答复").first()).toBeVisible();
  await expectAccessible(page);
  await keepPictures(page, "request-answered");

  await page.getByRole("link", { name: "或发一个一次性链接" }).click();
  await page.getByRole("button", { name: "生成链接" }).click();
  const link = new URL(await page.getByLabel("企业评价链接").inputValue());
  const guest = await (await browser.newContext()).newPage();
  await guest.goto(`${baseURL}${link.pathname}${link.search}`);
  await expect(guest.getByText(words)).toBeVisible();
  await expect(guest.getByRole("navigation"), "a guest has no way into the portal").toHaveCount(0);
  await guest.getByLabel("对办理结果是否满意").selectOption({ label: "不满意" });
  await guest.getByLabel("补充说明").fill("还没有开工。");
  await guest.getByRole("button", { name: "提交评价" }).click();
  await expect(guest.getByText("评价已记录")).toBeVisible();
  await guest.goto(`${baseURL}${link.pathname}${link.search}`);
  await expect(guest.getByText("这个链接可能已用过或已过期")).toBeVisible();
  await guest.context().close();

  await page.goto(address);
  await expect(page.getByText("（企业自己填写）")).toBeVisible();
  await step(page, "办结");
  await expect(page.getByText("已办结").first()).toBeVisible();
  await step(page, "重新办理", { 重新办理的原因: "企业反映未解决。" });
  await expect(page.getByText("办理中").first()).toBeVisible();
});
