import AxeBuilder from "@axe-core/playwright";
import { test as base, type Cookie, expect, type Page } from "@playwright/test";
import { type PortalUnderTest, startPortal } from "@/tests/support/portal-under-test";

/** The password of every business account of the samples; officers have a longer one. */
const passwords: Record<string, string> = { admin: "Sample-Portal-2026", auditor: "Sample-Portal-2026" };

type Journey = {
  /** Becomes that account of the samples and opens its desk. */
  logIn: (username: string) => Promise<void>;
  /** Fills in the log-in form. */
  typeIn: (username: string, password: string) => Promise<void>;
};

/** What a journey needs: a page that fails on any console error, and an account. */
export const test = base.extend<Journey, { portal: PortalUnderTest; sessions: Map<string, Cookie[]> }>({
  portal: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the fixtures from this pattern
    async ({}, use, { parallelIndex }) => {
      const portal = await startPortal(parallelIndex);
      await use(portal);
      await portal.stop();
    },
    { scope: "worker", auto: true, timeout: 240_000 },
  ],
  baseURL: async ({ portal }, use) => use(portal.address),
  // An account may be logged in three times at once: each worker logs in once and keeps its cookies.
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads the fixtures from this pattern
  sessions: [async ({}, use) => use(new Map()), { scope: "worker" }],
  page: async ({ page }, use) => {
    const errors: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" && !isExpected(message.text())) errors.push(message.text());
    });
    page.on("pageerror", (error) => errors.push(error.message));
    await use(page);
    expect(errors, "console errors").toEqual([]);
  },
  typeIn: async ({ page }, use) => {
    await use(async (username, password) => {
      await page.goto("/login");
      await page.getByLabel("登录名").fill(username);
      await page.getByLabel("密码").fill(password);
      await page.getByRole("button", { name: "登录" }).click();
    });
  },
  logIn: async ({ page, context, typeIn, sessions }, use) => {
    await use(async (username) => {
      await context.clearCookies();
      const kept = sessions.get(username);
      if (kept) {
        await context.addCookies(kept);
        await page.goto("/");
        if (!page.url().includes("/login")) return;
      }
      await typeIn(username, passwords[username] ?? "Sample-2026");
      await expect(page.getByRole("navigation", { name: "主菜单", exact: true })).toBeAttached();
      sessions.set(username, await context.cookies());
    });
  },
});

/** A page that is not there answers 404, and the browser says so; some journeys ask for such pages. */
function isExpected(text: string): boolean {
  return text.includes("status of 404");
}

/** Nothing that keeps people out: no serious or critical finding of axe (WCAG 2.2 AA). */
export async function expectAccessible(page: Page): Promise<void> {
  // Legacy: judged in the page itself, without a second one for the verdict. The portal has no frames.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" ")}`)).toEqual([]);
}

/** Keeps a picture for looking at, wide and on a phone. */
export async function keepPictures(page: Page, name: string): Promise<void> {
  for (const [size, viewport] of Object.entries({
    wide: { width: 1366, height: 900 },
    phone: { width: 360, height: 740 },
  })) {
    await page.setViewportSize(viewport);
    await page.screenshot({ path: `test-results/pictures/${name}-${size}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1366, height: 900 });
}

export { expect };
