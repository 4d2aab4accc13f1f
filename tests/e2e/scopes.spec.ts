import { expect, test } from "@/tests/support/portal";

test("a secretary sees the own branch, its members and its enterprise, and nothing of the others", async ({
  page,
  logIn,
}) => {
  await logIn("secretary");
  const own = await page.getByRole("link", { name: "支部详情" }).getAttribute("href");
  await page.goto("/branches");
  const branches = page.locator("tbody tr");
  await expect(branches).toHaveCount(1);
  await page.goto("/enterprises");
  await expect(page.locator("tbody tr")).toHaveCount(1);
  await page.goto("/members");
  const members = await page.locator("tbody tr").count();
  expect(members).toBeGreaterThan(0);

  await logIn("staff");
  await page.goto("/branches");
  const others = await page
    .locator("tbody a[href^='/branches/']")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const foreign = others.filter((href) => href !== own);
  expect(foreign.length).toBeGreaterThan(10);
  await page.goto("/members");
  const foreignMembers = await page
    .locator("tbody a[href^='/members/']")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));

  await logIn("secretary");
  expect((await page.goto(own ?? ""))?.status()).toBe(200);
  for (const href of foreign.slice(0, 5)) expect((await page.goto(href))?.status(), href).toBe(404);
  const statuses = await Promise.all(
    foreignMembers.slice(0, 20).map(async (href) => (await page.request.get(href)).status()),
  );
  expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(members);
  expect(statuses).toContain(404);
  expect((await page.goto(`${own}/edit`))?.status()).toBe(404);
});

test("an instructor sees exactly the enterprises assigned, and no member", async ({ page, logIn }) => {
  await logIn("instructor");
  const heading = await page.getByRole("heading", { name: /我联系的企业/ }).textContent();
  const assigned = Number(/\d+/.exec(heading ?? "")?.[0]);
  expect(assigned).toBeGreaterThan(0);
  await page.goto("/enterprises");
  await expect(page.locator("tbody tr")).toHaveCount(assigned);
  await page.goto("/search?q=重庆");
  await expect(page.locator("main a[href^='/members/']")).toHaveCount(0);
  expect((await page.goto("/members"))?.status()).toBe(404);
  expect((await page.goto("/coverage"))?.status()).toBe(404);
});
