import type { Browser } from "@/scripts/bench/measure/browser";
import { saveForm } from "@/scripts/bench/measure/forms";
import { measureTurns, type Speed } from "@/scripts/bench/measure/load";

/** Ten people correct different enterprises at once; the form's opening is not counted, its sending is. */
export async function measureSaving(browser: Browser, turns: number): Promise<Speed> {
  const list = await browser.page("/enterprises");
  const ids = [...new Set([...list.matchAll(/\/enterprises\/([0-9a-f-]{36})/g)].map(([, id]) => id ?? ""))];
  return measureTurns(10, turns, (lane, index) =>
    saveForm(browser, `/enterprises/${ids[lane]}/edit`, "employeeCount", String(100 + index)),
  );
}

/** One person after another logs in: the time of the posted form, password hashing and all. */
export async function measureLogIn(
  open: () => Browser,
  username: string,
  password: string,
  turns: number,
): Promise<Speed> {
  return measureTurns(1, turns, async () => {
    const browser = open();
    const started = performance.now();
    await browser.logIn(username, password);
    return performance.now() - started;
  });
}

/** Seconds to receive a whole export, and the slowest small request meanwhile, in milliseconds. */
export async function measureExport(
  browser: Browser,
  path: string,
): Promise<{ seconds: number; mebibytes: number; slowestOther: number }> {
  let isRunning = true;
  let slowestOther = 0;
  const others = (async () => {
    while (isRunning) {
      const started = performance.now();
      await browser.page("/enterprises");
      slowestOther = Math.max(slowestOther, performance.now() - started);
    }
  })();
  const started = performance.now();
  const answer = await browser.request(path);
  const { byteLength } = await answer.arrayBuffer();
  const seconds = (performance.now() - started) / 1000;
  isRunning = false;
  await others;
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return { seconds, mebibytes: byteLength / 1024 / 1024, slowestOther };
}
