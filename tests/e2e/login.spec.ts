import { expect, test } from "@/tests/support/portal";

test("an unknown path leads through the log-in and back to where one wanted to go", async ({ page, typeIn }) => {
  await page.goto("/parks");
  await expect(page).toHaveURL(/\/login/);
  await page.getByLabel("登录名").fill("staff");
  await page.getByLabel("密码").fill("Sample-2026");
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page).toHaveURL(/\/parks$/);
  await page.context().clearCookies();
  await typeIn("staff", "wrong-password");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("登录名或密码不正确");
  await expect(page.getByLabel("登录名")).toHaveValue("staff");
});

test("logging out ends the session on the server: the old cookie is dead", async ({
  page,
  typeIn,
  playwright,
  baseURL,
}) => {
  await typeIn("city", "Sample-2026");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const cookies = await page.context().cookies();
  await page.getByText("周明远").click();
  await page.getByRole("button", { name: "退出登录" }).click();
  await expect(page.getByText("您已退出登录")).toBeVisible();
  const thief = await playwright.request.newContext({
    baseURL: baseURL ?? "",
    extraHTTPHeaders: { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") },
  });
  const answer = await thief.get("/enterprises", { maxRedirects: 0 });
  expect(answer.status()).toBeGreaterThanOrEqual(300);
  expect(answer.status()).toBeLessThan(400);
  await thief.dispose();
});
