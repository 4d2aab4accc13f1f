import { type Browser, scriptWeight } from "@/scripts/bench/measure/browser";
import { measureAddress, type Speed } from "@/scripts/bench/measure/load";

export type PageResult = Speed & {
  name: string;
  path: string;
  floorPerSecond: number;
  ratio: number;
  scriptKiB: number;
};

/** The pages of one member of staff of one district. `{id}` becomes the first enterprise of the list. */
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
  { name: "企业详情", path: "/enterprises/{id}" },
  { name: "党支部列表", path: "/branches" },
  { name: "党员列表", path: "/members" },
  { name: "组织覆盖，今天", path: "/coverage" },
  { name: "组织覆盖，过去一天", path: "/coverage?day=2026-03-31" },
];

/**
 * Measures every page between two measurements of the floor, and takes the ratio to their mean: on a machine that is not
 * all ours the floor itself moves.
 */
export async function measurePages(browser: Browser, address: string, seconds: number): Promise<PageResult[]> {
  const floorScripts = await scriptWeight(browser, await browser.page("/floor"));
  const measureFloor = () => measureAddress(`${address}/floor`, browser.cookie, seconds);
  const id = /\/enterprises\/([0-9a-f-]{36})/.exec(await browser.page("/enterprises"))?.[1] ?? "";
  const results: PageResult[] = [];
  let floor = await measureFloor();
  for (const { name, path: pattern } of pages) {
    const path = pattern.replace("{id}", id);
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
