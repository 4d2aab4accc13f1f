import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import enterprisesExpected from "@/tests/fixtures/imports/enterprises-xiantao.expected.json" with { type: "json" };
import membersExpected from "@/tests/fixtures/imports/members-xiantao.expected.json" with { type: "json" };
import { expect, expectAccessible, keepPictures, test } from "@/tests/support/portal";

const fixture = (name: string) => resolve(import.meta.dirname, "../fixtures/imports", name);
const labels: Record<string, string> = {
  rowsInFile: "数据行",
  createdActive: "在营企业",
  createdInactive: "注销、吊销等企业",
  created: "接收的党员",
  duplicatesInFile: "文件内重复",
  rejected: "退回",
  withoutCreditCode: "信用代码待补",
  correctedCodes: "信用代码已更正（O、I 改为 0、1）",
  settledActive: "在营且入驻",
  membersDeclaredActive: "在营企业申报党员数",
  probationary: "其中预备党员",
  unknownEnterprise: "工作单位未找到",
};

async function upload(page: Page, kind: "企业" | "党员", file: string): Promise<void> {
  await page.goto("/imports/new");
  await page.getByRole("radio", { name: kind }).check();
  const committee = page.getByLabel("归入党委");
  await committee.selectOption((await committee.getByRole("option", { name: /渝北/ }).getAttribute("value")) ?? "");
  if (kind === "企业") await page.getByLabel("企业所在园区").selectOption({ label: "仙桃国际大数据谷" });
  await page.getByLabel("文件", { exact: false }).last().setInputFiles(fixture(file));
  await page.getByRole("button", { name: "上传并核对" }).click();
}

async function expectFigures(page: Page, expected: Record<string, unknown>): Promise<void> {
  const figures = page.getByRole("region", { name: "核对结果" });
  for (const [name, value] of Object.entries(expected)) {
    const label = labels[name];
    if (!label) continue;
    const figure = figures.locator("dl > div").filter({ has: page.getByText(label, { exact: true }) });
    await expect(figure.locator("dd"), label).toHaveText(String(value));
  }
}

async function confirm(page: Page): Promise<void> {
  await page.getByRole("button", { name: /确认写入/ }).click();
  await expect(page.getByText(/写入完成/)).toBeVisible({ timeout: 60_000 });
}

test("staff import both files with exactly the figures, twice, read coverage, and take it back", async ({
  page,
  logIn,
}) => {
  test.setTimeout(240_000);
  await logIn("staff");
  await page.goto("/coverage?base=ACTIVE");
  const inBase = async () =>
    Number(/企业 (\d+) 家/.exec((await page.getByText(/，全部在营企业 \d+ 家/).textContent()) ?? "")?.[1]);
  const before = await inBase();
  expect(before).toBeGreaterThan(100);

  await upload(page, "企业", "enterprises-xiantao.xlsx");
  await expectFigures(page, enterprisesExpected);
  await expectAccessible(page);
  await keepPictures(page, "import-judged");
  await page.getByRole("link", { name: /^退回/ }).click();
  await expect(page.locator("tbody tr")).toHaveCount(enterprisesExpected.rejected);
  // The name is read from the answer: a browser in the C locale saves Chinese names under another.
  const href = await page.getByRole("link", { name: /下载退回的/ }).getAttribute("href");
  const refused = await page.request.get(href ?? "");
  expect(decodeURIComponent(refused.headers()["content-disposition"] ?? "")).toContain("退回的行");
  expect((await refused.body()).subarray(0, 2).toString()).toBe("PK");
  await confirm(page);
  await page.goto("/coverage?base=ACTIVE");
  expect(await inBase()).toBe(before + enterprisesExpected.createdActive);

  await upload(page, "党员", "members-xiantao.xlsx");
  await expectFigures(page, membersExpected);
  await confirm(page);
  const membersImport = page.url();

  await upload(page, "企业", "enterprises-xiantao.xlsx");
  await expectFigures(page, enterprisesExpected);
  await expect(page.getByText("没有新增也没有变更，不需要写入")).toBeVisible();
  await upload(page, "党员", "members-xiantao.xlsx");
  await expectFigures(page, membersExpected);
  await expect(page.getByText("没有新增也没有变更，不需要写入")).toBeVisible();

  await page.goto("/imports");
  await page
    .getByRole("row", { name: /enterprises-xiantao.*已导入/ })
    .getByRole("link")
    .click();
  await page.getByRole("link", { name: "整批撤回" }).click();
  await page.getByLabel("撤回原因").fill("先撤党员");
  await page.getByRole("button", { name: "整批撤回" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("不能整批撤回");

  await page.goto(membersImport);
  for (const file of ["members-xiantao", "enterprises-xiantao"]) {
    await page.goto("/imports");
    await page
      .getByRole("row", { name: new RegExp(`${file}.*已导入`) })
      .getByRole("link")
      .click();
    await page.getByRole("link", { name: "整批撤回" }).click();
    await page.getByLabel("撤回原因").fill("试用完毕");
    await page.getByRole("button", { name: "整批撤回" }).click();
    await expect(page.getByText(/整批撤回：试用完毕/)).toBeVisible();
  }
  await page.goto("/coverage?base=ACTIVE");
  expect(await inBase()).toBe(before);
});

test("a file that is no table comes back with words, and what was chosen stays", async ({ page, logIn }) => {
  await logIn("staff");
  await page.goto("/imports/new");
  await page.getByRole("radio", { name: "党员" }).check();
  await page.locator("input[type=file]").setInputFiles({
    name: "照片.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
  });
  await page.getByRole("button", { name: "上传并核对" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("照片.xlsx");
  await expect(page.getByRole("radio", { name: "党员" })).toBeChecked();
});
