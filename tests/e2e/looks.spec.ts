import type { Page } from "@playwright/test";
import { expect, expectAccessible, keepPictures, test } from "@/tests/support/portal";
import { addressOf, recordsOf } from "@/tests/support/roads/records";

/** The pages where the quarter and the field work are done, each as the one who works there sees it. */
const pages: Record<string, { as: string; at: string }> = {
  plans: { as: "staff", at: "/plans" },
  plan: { as: "staff", at: "/plans/[id]" },
  "plan-progress": { as: "staff", at: "/plans/[id]/progress" },
  "plan-new": { as: "staff", at: "/plans/new" },
  "plan-amend": { as: "staff", at: "/plans/[id]/amend" },
  "plan-task": { as: "staff", at: "/plans/[id]/tasks/[taskId]" },
  "plan-of-secretary": { as: "secretary", at: "/plans/[id]" },
  "org-life": { as: "staff", at: "/org-life" },
  "org-life-new": { as: "secretary", at: "/org-life/new" },
  "org-life-record": { as: "staff", at: "/org-life/[id]" },
  summaries: { as: "staff", at: "/summaries" },
  "summaries-own": { as: "joint", at: "/summaries" },
  summary: { as: "staff", at: "/summaries/[planId]/[branchId]" },
  review: { as: "staff", at: "/summaries/review" },
  bulletins: { as: "staff", at: "/bulletins" },
  bulletin: { as: "staff", at: "/bulletins/[id]" },
  "bulletin-figure": { as: "staff", at: "/bulletins/[id]/figures/[key]" },
  calendar: { as: "staff", at: "/calendar" },
  "calendar-feed": { as: "secretary", at: "/calendar/feed" },
  ahead: { as: "staff", at: "/branches/[id]/ahead" },
  notifications: { as: "secretary", at: "/notifications" },
  "notification-settings": { as: "secretary", at: "/notifications/settings" },
  todos: { as: "staff", at: "/todos" },
  rulebook: { as: "staff", at: "/rulebook" },
  findings: { as: "staff", at: "/rulebook/findings" },
  requests: { as: "staff", at: "/requests" },
  "request-new": { as: "instructor", at: "/requests/new" },
  visits: { as: "staff", at: "/visits" },
  "visit-new": { as: "instructor", at: "/visits/new" },
  visit: { as: "staff", at: "/visits/[id]" },
  "visits-due": { as: "instructor", at: "/visits/due" },
  "activities-due": { as: "staff", at: "/activities/due" },
  shift: { as: "staff", at: "/duty/[id]" },
  "month-report": { as: "staff", at: "/instructors/[id]/report" },
  suggestions: { as: "staff", at: "/suggestions" },
};

for (const [name, { as, at }] of Object.entries(pages)) {
  test(`${name}: nobody is kept out, and the phone shows all of it`, async ({ page, logIn }) => {
    await logIn(as);
    const { address, isKnown } = addressOf(at, (await recordsOf("yubei")).ids);
    expect(isKnown, "the samples hold the record").toBe(true);
    expect((await page.goto(address))?.status()).toBe(200);
    await expectAccessible(page);
    await keepPictures(page, `look-${name}`);
    await expectNoOverflow(page);
  });
}

test("the whole menu is in view on a phone", async ({ page, logIn }) => {
  await logIn("staff");
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByText("菜单", { exact: true }).click();
  const menu = page.getByRole("navigation", { name: "主菜单（手机）" });
  for (const way of await menu.getByRole("link").all()) await expect(way).toBeInViewport({ ratio: 1 });
  await expectAccessible(page);
  await page.screenshot({ path: "test-results/pictures/look-menu-phone.png" });
});

async function expectNoOverflow(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, "the page is no wider than the phone").toBeLessThanOrEqual(0);
}
