import { addQuarters, quarterOf, today, writeQuarter } from "@/lib/calendar";
import { expect, expectAccessible, keepPictures, test } from "@/tests/support/portal";

test("a quarter of duty: planned from the rhythm, one swapped, one fulfilled by its log", async ({ page, logIn }) => {
  test.setTimeout(120_000);
  const next = writeQuarter(addQuarters(quarterOf(today()), 1));
  await logIn("staff");
  await page.goto("/duty/plan");
  await page.getByLabel("季度").selectOption(next);
  await page.getByRole("button", { name: "生成班次" }).click();
  await expect(page.getByText(/新排 \d+ 个班次/)).toBeVisible();
  await page.getByRole("link", { name: "查看班次" }).click();
  await expectAccessible(page);
  await keepPictures(page, "duty");
  await page.locator("tbody a[href^='/duty/']").first().click();
  await page.getByText("换班", { exact: true }).first().click();
  await page.getByLabel("换给").selectOption({ index: 1 });
  await page.getByLabel("原因").first().fill("外出学习");
  await page.getByRole("button", { name: "换班" }).click();
  await expect(page.getByText("外出学习")).toBeVisible();

  await logIn("instructor");
  await page.goto("/duty?state=MISSED");
  await page.locator("tbody a[href^='/duty/']").first().click();
  await page.getByLabel("服务人次").fill("6");
  await page.getByLabel("政策咨询").check();
  await page.getByLabel("反映的事项").fill("咨询组织关系转接。");
  await page.getByRole("button", { name: "完成驻点" }).click();
  await expect(page.getByText("已驻点").first()).toBeVisible();
  await expectAccessible(page);
});
