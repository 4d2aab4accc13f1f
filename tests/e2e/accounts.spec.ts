import { expect, expectAccessible, test } from "@/tests/support/portal";

const newcomer = { username: "xinren", name: "辛任", password: "Welcome-2026-云" };

test.describe.configure({ mode: "serial" });

test("the administrator creates an account, the person sets a password by the link and logs in", async ({
  page,
  logIn,
  typeIn,
}) => {
  await logIn("admin");
  await page.goto("/accounts/new");
  await page.getByRole("link", { name: "党委工作人员" }).click();
  await page.getByLabel("登录名").fill(newcomer.username);
  await page.getByLabel("姓名").fill(newcomer.name);
  const committee = page.getByRole("combobox");
  await committee.selectOption(
    (await committee.getByRole("option", { name: /渝北/ }).first().getAttribute("value")) ?? "",
  );
  await expectAccessible(page);
  await page.getByRole("button", { name: "创建账号" }).click();
  const link = await page.getByRole("status").getByRole("textbox").inputValue();
  expect(link).toContain("/password/set?token=");

  await page.context().clearCookies();
  await page.goto(link);
  await page.getByLabel("新密码", { exact: false }).first().fill("short");
  await page.getByLabel("再次输入新密码").fill("short");
  await page.getByRole("button", { name: "设置密码" }).click();
  await expect(page.getByText("密码至少 10 个字符")).toBeVisible();
  await page.getByLabel("新密码", { exact: false }).first().fill(newcomer.password);
  await page.getByLabel("再次输入新密码").fill(newcomer.password);
  await page.getByRole("button", { name: "设置密码" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "密码已设置" })).toBeVisible();
  await typeIn(newcomer.username, newcomer.password);
  await expect(page.getByRole("heading", { level: 1, name: "工作台" })).toBeVisible();

  await page.context().clearCookies();
  await page.goto(link);
  await expect(page.getByText("这个链接可能已用过或已过期")).toBeVisible();
});

test("five wrong passwords lock the account against the right one too, until the administrator unlocks it", async ({
  page,
  logIn,
  typeIn,
}) => {
  const refusal = page.getByRole("main").getByRole("alert");
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await typeIn(newcomer.username, `Wrong-password-${attempt}`);
    await expect(refusal).toBeVisible();
  }
  await typeIn(newcomer.username, newcomer.password);
  await expect(refusal).toContainText("已被锁定");

  await logIn("admin");
  await page.goto(`/accounts?q=${newcomer.username}`);
  await page.getByRole("link", { name: newcomer.username }).click();
  await page.getByRole("button", { name: "解除锁定" }).click();
  await expect(page.getByRole("button", { name: "解除锁定" })).toHaveCount(0);
  await page.context().clearCookies();
  await typeIn(newcomer.username, newcomer.password);
  await expect(page.getByRole("heading", { level: 1, name: "工作台" })).toBeVisible();
});

test("an account that is disabled is out at its next step, wherever it is logged in", async ({
  page,
  logIn,
  browser,
  baseURL,
}) => {
  const elsewhere = await (await browser.newContext({ baseURL: baseURL ?? "" })).newPage();
  await elsewhere.goto("/login");
  await elsewhere.getByLabel("登录名").fill(newcomer.username);
  await elsewhere.getByLabel("密码").fill(newcomer.password);
  await elsewhere.getByRole("button", { name: "登录" }).click();
  await expect(elsewhere.getByRole("heading", { level: 1, name: "工作台" })).toBeVisible();

  await logIn("admin");
  await page.goto(`/accounts?q=${newcomer.username}`);
  await page.getByRole("link", { name: newcomer.username }).click();
  await page.getByRole("link", { name: "停用" }).click();
  await page.getByRole("textbox").last().fill("调离");
  await page.getByRole("button", { name: /停用/ }).click();
  await expect(page.getByText("已停用").first()).toBeVisible();
  await elsewhere.goto("/enterprises");
  await expect(elsewhere).toHaveURL(/\/login/);
  await elsewhere.context().close();
});
