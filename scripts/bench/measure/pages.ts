import { addQuarters, quarterOf, today, writeQuarter } from "@/lib/calendar";
import { type Browser, scriptWeight } from "@/scripts/bench/measure/browser";
import { measureAddress, type Speed } from "@/scripts/bench/measure/load";

export type PageResult = Speed & {
  name: string;
  path: string;
  floorPerSecond: number;
  ratio: number;
  scriptKiB: number;
};

/** The pages of one member of staff of one district. `{…}` stand for the first of its list, `{quarter}` for the last one over. */
const pages = [
  { name: "工作台（党委工作人员）", path: "/" },
  { name: "企业列表，第一页", path: "/enterprises" },
  { name: "企业列表，第 20 页", path: "/enterprises?page=20" },
  { name: "企业列表，筛选（类别、入驻）", path: "/enterprises?category=TECHNOLOGY&settled=yes" },
  { name: "企业列表，按员工数排序", path: "/enterprises?sort=-employees" },
  { name: "企业列表，名称含一个字", path: "/enterprises?q=%E4%BA%91" },
  { name: "企业列表，名称含两个字", path: "/enterprises?q=%E4%BA%91%E9%A3%9E" },
  { name: "全局搜索，一个字", path: "/search?q=%E4%BA%91" },
  { name: "全局搜索，两个字", path: "/search?q=%E4%BA%91%E9%A3%9E" },
  { name: "企业详情", path: "{enterprise}" },
  { name: "党支部列表", path: "/branches" },
  { name: "党员列表", path: "/members" },
  { name: "组织覆盖，今天", path: "/coverage" },
  { name: "组织覆盖，过去一天", path: "/coverage?day=2026-03-31" },
  { name: "季度计划列表", path: "/plans" },
  { name: "计划进度（任务×支部）", path: "{plan}/progress" },
  { name: "组织生活列表", path: "/org-life" },
  { name: "季度总结列表", path: "/summaries?q={quarter}" },
  { name: "一个支部的季度总结", path: "{summary}" },
  { name: "总结审核", path: "/summaries/review?q={quarter}" },
  { name: "走访记录列表", path: "/visits" },
  { name: "企业诉求列表", path: "/requests" },
  { name: "驻点服务，本季度", path: "/duty" },
  { name: "主题活动，本季度", path: "/activities" },
];

/**
 * Measures every page between two measurements of the floor, and takes the ratio to their mean: on a machine that is not
 * all ours the floor itself moves.
 */
export async function measurePages(browser: Browser, address: string, seconds: number): Promise<PageResult[]> {
  const floorScripts = await scriptWeight(browser, await browser.page("/floor"));
  const measureFloor = () => measureAddress(`${address}/floor`, browser.cookie, seconds);
  const fillIn = await placesOf(browser);
  const results: PageResult[] = [];
  let floor = await measureFloor();
  for (const { name, path: pattern } of pages) {
    const path = fillIn(pattern);
    const scriptKiB = (await scriptWeight(browser, await browser.page(path))) - floorScripts;
    const speed = await measureAddress(address + path, browser.cookie, seconds);
    const after = await measureFloor();
    const floorPerSecond = (floor.perSecond + after.perSecond) / 2;
    floor = after;
    const result = {
      ...speed,
      name,
      path: pattern,
      floorPerSecond,
      ratio: speed.perSecond / floorPerSecond,
      scriptKiB,
    };
    results.push(result);
    console.log(
      `${name}: ${speed.perSecond.toFixed(0)}/s, p95 ${speed.p95.toFixed(0)} ms, ${result.ratio.toFixed(2)} of ${floorPerSecond.toFixed(0)}/s`,
    );
  }
  return results;
}

/** What the placeholders of the addresses stand for, read from the lists. */
async function placesOf(browser: Browser): Promise<(pattern: string) => string> {
  const firstOf = async (list: string, link: RegExp) => link.exec(await browser.page(list))?.[0] ?? "";
  const quarter = writeQuarter(addQuarters(quarterOf(today()), -1));
  const places = {
    "{enterprise}": await firstOf("/enterprises", /\/enterprises\/[0-9a-f-]{36}/),
    "{plan}": await firstOf("/plans", /\/plans\/[0-9a-f-]{36}/),
    "{summary}": await firstOf(`/summaries?q=${quarter}`, /\/summaries\/[0-9a-f-]{36}\/[0-9a-f-]{36}/),
    "{quarter}": quarter,
  };
  return (pattern) => Object.entries(places).reduce((path, [name, place]) => path.replace(name, place), pattern);
}
