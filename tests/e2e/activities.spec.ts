import { quarterOf, today, writeQuarterInText } from "@/lib/calendar";
import { expect, expectAccessible, keepPictures, test } from "@/tests/support/portal";

const title = "清朗网络志愿服务";

test("an activity from the plan to the totals: planned, answered, attended, held, and the task is done by it", async ({
  page,
  logIn,
}) => {
  test.setTimeout(180_000);
  await logIn("staff");
  await page.goto("/activities");
  await page.getByRole("link", { name: "筹备活动" }).click();
  await page.getByLabel("活动名称").fill(title);
  await page.getByLabel("开始日期").fill(today());
  const tasks = page.getByLabel("对应的计划任务");
  const quarter = writeQuarterInText(quarterOf(today()));
  const task =
    (await tasks.locator("option").allTextContents()).filter((text) => text.startsWith(quarter)).at(-1) ?? "";
  await tasks.selectOption({ label: task });
  await page.getByLabel("邀请本党委全部党支部").check();
  await expectAccessible(page);
  await keepPictures(page, "activity-new");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const address = new URL(page.url()).pathname;

  await logIn("secretary");
  await page.goto("/todos");
  await page.getByRole("link", { name: `答复是否参加“${title}”` }).click();
  const invitation = page.getByRole("region", { name: /是否参加$/ });
  const branch = ((await invitation.getByRole("heading").textContent()) ?? "").replace("：是否参加", "");
  await invitation.getByRole("button", { name: "报名参加" }).click();
  await expect(invitation.getByText("已报名")).toBeVisible();
  await expectAccessible(page);
  await keepPictures(page, "activity-answered");

  await logIn("staff");
  await page.goto(address);
  await page.getByRole("link", { name: "登记到场" }).click();
  await page.getByLabel(branch, { exact: true }).fill("5");
  await page.getByRole("button", { name: "保存到场" }).click();
  await expect(page.getByRole("region", { name: "参加单位" }).getByRole("row", { name: branch })).toContainText("5 人");
  const results = page.getByRole("region", { name: "活动成果" });
  await results.getByLabel("成果指标").selectOption({ label: "稿件（篇）" });
  await results.getByLabel("数量").fill("12");
  await results.getByLabel("来源").fill("活动签到和投稿记录");
  await results.getByRole("button", { name: "登记成果" }).click();
  await expect(results.getByText("12 篇")).toBeVisible();
  await page.getByLabel("活动小结").fill("组织顺利。");
  await page.getByRole("button", { name: "登记为已开展" }).click();
  await expect(page.getByRole("region", { name: "活动情况" }).getByText("已开展")).toBeVisible();
  await expectAccessible(page);
  await keepPictures(page, "activity-held");
  await page.goto(`/activities?name=${encodeURIComponent(title)}`);
  const totals = page.getByRole("region", { name: /汇总$/ });
  await expect(totals).toContainText("12 篇");
  await expect(totals).toContainText("5 人次");
  await expectAccessible(page);
  await keepPictures(page, "activities");

  await logIn("secretary");
  await page.goto(address);
  await page
    .getByRole("region", { name: "活动情况" })
    .getByRole("link", { name: task.replace(`${quarter}：`, "") })
    .click();
  const line = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name: title }) })
    .first();
  await expect(line).toContainText("已完成");
});

test("the code at the door: drawn as a picture, read by a secretary, dead after it was renewed", async ({
  page,
  logIn,
}) => {
  await logIn("staff");
  await page.goto("/activities/new");
  await page.getByLabel("活动名称").fill("开放日");
  await page.getByLabel("开始日期").fill(today());
  await page.getByLabel("邀请本党委全部党支部").check();
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByRole("link", { name: "签到码" }).click();
  await page.getByRole("button", { name: "生成签到码" }).click();
  await expect(page.getByRole("img", { name: "签到码" })).toBeVisible();
  await keepPictures(page, "activity-door");
  const code = new URL(await page.getByRole("textbox", { name: "签到码" }).inputValue());
  const door = `${code.pathname}${code.search}`;

  await logIn("secretary");
  await page.goto(door);
  await page.getByLabel("本支部到场人数").fill("3");
  await page.getByRole("button", { name: "登记到场" }).click();
  await expect(page.getByRole("region", { name: "参加单位" })).toContainText("3 人");
  await page.goto(door);
  await expect(page.getByRole("status")).toContainText("已登记到场 3 人");
  await page.goto(`${code.pathname}?token=${"x".repeat(43)}`);
  await expect(page.getByRole("heading", { level: 1, name: "签到码不能使用" })).toBeVisible();
});
