import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { figureGroupLabels } from "@/lib/bulletins/labels";
import {
  addDays,
  addQuarters,
  formatDayInText,
  quarterDays,
  quarterOf,
  today,
  writeQuarter,
  writeQuarterInText,
} from "@/lib/calendar";
import { expect, test } from "@/tests/support/portal";
import { wordLines, wordParts } from "@/tests/support/word-parts";

// One quarter from its plan to its bulletin, which can only be published when the quarter is over: the one that the
// samples' second district let pass without a plan, and now catches up on.

const quarter = addQuarters(quarterOf(today()), -3);
const heldOn = [20, 45, 70].map((count) => addDays(quarterDays(quarter).from, count));
const topics = ["集中学习和专题党课", "业务一线主题党日", "研究季度工作的党员大会"];

/** The plan's page, and the branch's summary of it, once they are there. */
let plan = "";
let summary = "";

const expectWords = (page: Page, words: string) => expect(page.getByText(words).first()).toBeVisible();

/** The page listens: what is pressed before that is a plain form, which these journeys are not about. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForLoadState("networkidle");
}

test.describe
  .serial("a whole quarter", () => {
    test("staff draft a plan from the last one and publish it", async ({ page, logIn }) => {
      await logIn("jiangbei");
      await open(page, "/plans/new");
      await page.getByRole("combobox", { name: /^季度/ }).selectOption(writeQuarter(quarter));
      await page.getByLabel("从以前的计划复制").selectOption({ index: 1 });
      await page.getByRole("button", { name: "起草" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText("季度党建工作计划");
      await page.waitForURL(/\/plans\/[0-9a-f-]{36}/);
      plan = new URL(page.url()).pathname;
      await page.getByRole("link", { name: "发布", exact: true }).click();
      await expect(page.getByRole("heading", { level: 1, name: "发布季度计划" })).toBeVisible();
      await page.getByRole("button", { name: "发布", exact: true }).click();
      await expect(page.getByRole("link", { name: "修订" })).toBeVisible();
    });

    test("the secretary learns it and takes the plan over", async ({ page, logIn }) => {
      await logIn("guanyin");
      await open(page, "/notifications");
      await page
        .getByRole("button", { name: /已发布，请查看并接收/ })
        .first()
        .click();
      await page.waitForURL(`**${plan}*`);
      await page.getByRole("button", { name: "接收计划" }).click();
      await expect(page.getByRole("button", { name: "接收计划" })).toHaveCount(0);
      summary = (await page.getByRole("link", { name: "本季度总结" }).getAttribute("href")) ?? "";
      expect(summary).toMatch(/^\/summaries\//);
    });

    test("three meetings are recorded, each with the attendance of its day", async ({ page, logIn }) => {
      await logIn("guanyin");
      const kinds = [["主题党日", "党课"], ["主题党日"], ["支部党员大会"]];
      for (const [index, topic] of topics.entries()) {
        await open(page, "/org-life/new");
        await page.getByLabel("日期").fill(heldOn[index] ?? "");
        await expect(page.getByText("下面列出这一天在册的党员")).toBeVisible();
        for (const kind of kinds[index] ?? []) await page.getByLabel(kind, { exact: true }).check();
        await page.getByRole("textbox", { name: /^主题/ }).fill(topic);
        await page.getByRole("button", { name: "保存记录" }).click();
        await expect(page.getByRole("heading", { level: 1 })).toContainText(topic);
      }
    });

    test("the summary is filled from the records, and is submitted", async ({ page, logIn }) => {
      await logIn("guanyin");
      await open(page, summary);
      const records = page.getByRole("region", { name: "本季度组织生活" });
      await expect(records).toContainText("共 3 次组织生活");
      for (const topic of topics) await expect(records.getByRole("link", { name: topic })).toBeVisible();
      const shown = page.getByRole("region", { name: "任务完成情况" });
      await expect(shown.getByText("有记录").first()).toBeVisible();
      // A record serves every task that asks for its kind, so the learning is listed with the lecture too.
      await expect(shown.getByRole("link", { name: topics[0] }).first()).toBeVisible();
      for (const field of await page.getByRole("textbox", { name: /完成情况$/ }).all()) await field.fill("已经办结。");
      await page.getByLabel("做法").fill("把学习放在项目复盘之后，人人发言。");
      await page.getByRole("button", { name: "报送", exact: true }).click();
      await expect(page.getByRole("button", { name: "撤回报送" })).toBeVisible();
      await expectWords(page, "逾期");
    });

    test("staff send it back with a reason in two clicks; it comes again and is accepted", async ({ page, logIn }) => {
      await logIn("jiangbei");
      await open(page, summary);
      const clicks = await countClicks(page);
      await page.getByLabel("缺少具体成效或数字").check();
      await page.getByRole("button", { name: "退回修改" }).click();
      await expectWords(page, "已退回");
      expect(clicks()).toBe(2);

      await logIn("guanyin");
      await open(page, summary);
      await expectWords(page, "缺少具体成效或数字");
      await page.getByLabel("成效").fill("党员 6 人全部发言，整理建议 4 条。");
      await page.getByRole("button", { name: "重新报送" }).click();
      await expect(page.getByRole("button", { name: "撤回报送" })).toBeVisible();

      await logIn("jiangbei");
      await open(page, summary);
      await page.getByRole("button", { name: "通过", exact: true }).click();
      await expect(page.getByRole("button", { name: "重新开启" })).toBeVisible();

      await logIn("guanyin");
      await open(page, summary);
      await expect(page.getByRole("button", { name: /报送/ })).toHaveCount(0);
    });

    test("the bulletin is drafted, published, and its Word file is an official document with the same figures", async ({
      page,
      logIn,
    }) => {
      await logIn("jiangbei");
      await open(page, "/bulletins/new");
      await page.getByRole("combobox", { name: /^季度计划/ }).selectOption(plan.split("/")[2] ?? "");
      await page.getByRole("button", { name: "起草" }).click();
      await page.waitForURL(/\/bulletins\/[0-9a-f-]{36}$/);
      const bulletin = new URL(page.url()).pathname;
      await page.getByRole("link", { name: "印发", exact: true }).click();
      await page.getByRole("button", { name: "印发", exact: true }).click();
      await page.waitForURL(`**${bulletin}`);
      await expect(page.getByText("两江江北互联网党发〔").first()).toBeVisible();
      await expect(page.getByRole("link", { name: "印发", exact: true })).toHaveCount(0);

      const download = page.waitForEvent("download");
      await page.getByRole("link", { name: "下载 Word" }).click();
      const parts = await wordParts(await readFile(await (await download).path()));
      expectOfficialPage(parts);
      const text = wordLines(parts["word/document.xml"] ?? "").join("\n");
      expect(text).toContain("两江江北互联网党发〔");
      expect(text).toContain("应报送季度总结的党支部2个，已报送1个，报送率50.0%");
      expect(text).toContain(`截至${formatDayInText(quarterDays(quarter).to)}`);
      // The figures of the page, each opening its list, are those of the file.
      for (const group of [figureGroupLabels.tasks, figureGroupLabels.orgLife]) {
        const rows = await page.getByRole("region", { name: group }).locator("tbody tr").all();
        expect(rows.length).toBeGreaterThan(0);
        for (const row of rows) {
          const [label, count, base, rate] = await row.locator("th, td").allTextContents();
          expect(text).toContain(
            [label, Number.parseInt(base ?? "", 10), Number.parseInt(count ?? "", 10), rate].join("\n"),
          );
        }
      }

      await logIn("guanyin");
      await open(page, "/notifications");
      await page
        .getByRole("button", { name: /已印发，请查看本支部的情况/ })
        .first()
        .click();
      await page.waitForURL(`**${bulletin}*`);
    });
  });

test("a secretary who has kept records submits the quarter in ten clicks at most, the fields clicked into included", async ({
  page,
  logIn,
}) => {
  await logIn("joint");
  const clicks = await countClicks(page);
  const now = writeQuarterInText(quarterOf(today()));
  await page.getByRole("link", { name: `${now}总结`, exact: true }).click();
  await page.waitForLoadState("networkidle");
  for (const field of await page.getByRole("textbox", { name: /完成情况$/ }).all()) {
    await field.click();
    await page.keyboard.type("已安排，按计划推进。");
  }
  await page.getByLabel("做法").click();
  await page.keyboard.type("各企业轮流承办，线上线下同步。");
  await page.getByRole("button", { name: "报送", exact: true }).click();
  await expect(page.getByRole("button", { name: "撤回报送" })).toBeVisible();
  expect(clicks()).toBeGreaterThan(2);
  expect(clicks()).toBeLessThanOrEqual(10);
});

/** Counts what is pressed from now on, on every page the tab comes to. */
async function countClicks(page: Page): Promise<() => number> {
  let count = 0;
  await page.exposeFunction("countClick", () => {
    count += 1;
  });
  const listen = () =>
    addEventListener("pointerdown", () => (window as unknown as { countClick: () => void }).countClick(), true);
  await page.addInitScript(listen);
  await page.evaluate(listen);
  return () => count;
}

/** A4, 37/28/26/35 mm, 22 lines of 28 characters, the fonts of GB/T 9704-2012, read back from the file. */
function expectOfficialPage(parts: Record<string, string>): void {
  const body = parts["word/document.xml"] ?? "";
  const numbers = (element: string, ...names: string[]) => {
    const tag = new RegExp(`<w:${element}\\b[^>]*>`).exec(body)?.[0] ?? "";
    return names.map((name) => Number(new RegExp(`w:${name}="(-?\\d+)"`).exec(tag)?.[1]));
  };
  const inMillimetres = (twips: number) => Math.round((twips / 1440) * 25.4);
  expect(numbers("pgSz", "w", "h").map(inMillimetres)).toEqual([210, 297]);
  expect(numbers("pgMar", "top", "left", "right", "bottom").map(inMillimetres)).toEqual([37, 28, 26, 35]);
  expect(body).toContain('<w:docGrid w:type="linesAndChars"');
  const [linePitch = 0, charSpace = 0] = numbers("docGrid", "linePitch", "charSpace");
  const [width = 0, height = 0] = numbers("pgSz", "w", "h");
  const [top = 0, right = 0, bottom = 0, left = 0] = numbers("pgMar", "top", "right", "bottom", "left");
  expect(Math.floor((height - top - bottom) / linePitch)).toBe(22);
  expect(Math.floor((width - left - right) / (320 + (charSpace / 4096) * 20))).toBe(28);
  const styles = parts["word/styles.xml"] ?? "";
  for (const [id, font, size] of [
    ["Title", "方正小标宋简体", 44],
    ["BodyText", "仿宋_GB2312", 32],
    ["Heading1", "黑体", 32],
    ["Heading2", "楷体_GB2312", 32],
  ]) {
    const style = new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`).exec(styles)?.[0] ?? "";
    expect(style).toContain(`w:eastAsia="${font}"`);
    expect(style).toContain(`<w:sz w:val="${size}"/>`);
    expect(body).toContain(`<w:pStyle w:val="${id}"/>`);
  }
}
