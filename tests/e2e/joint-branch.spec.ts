import { expect, expectAccessible, test } from "@/tests/support/portal";

test("staff turn a proposal into a joint branch in one go, and coverage rises at once", async ({ page, logIn }) => {
  await logIn("staff");
  await page.goto("/coverage?base=ACTIVE");
  const organized = async () =>
    Number(
      /(\d+) \/ \d+ 家/.exec(
        (await page
          .getByText(/\d+ \/ \d+ 家/)
          .first()
          .textContent()) ?? "",
      )?.[1],
    );
  const before = await organized();
  await page.getByRole("link", { name: /联合组建建议/ }).click();
  await expectAccessible(page);
  const card = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name: "按此建立联合支部" }) })
    .first();
  const names = await card.locator("ul a").allTextContents();
  expect(names.length).toBeGreaterThanOrEqual(2);
  await card.getByRole("link", { name: "按此建立联合支部" }).click();
  await page.getByLabel("支部名称").fill("试验楼宇企业联合党支部");
  await page.getByRole("button", { name: "组建联合支部" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "试验楼宇企业联合党支部" })).toBeVisible();
  for (const name of names) await expect(page.getByRole("link", { name }).first()).toBeVisible();
  await page.goto("/coverage?base=ACTIVE");
  expect(await organized()).toBe(before + names.length);
  await page.goto("/coverage/proposals");
  for (const name of names) await expect(page.getByRole("link", { name, exact: true })).toHaveCount(0);
});
