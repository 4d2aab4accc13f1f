import type { Snapshot } from "@/lib/bulletins/schema/snapshot";
import { chineseNumeral } from "@/lib/documents/numerals";

/** The parts of a bulletin that a person writes. Figures and lists are set in by the portal when it is published. */
export type BulletinTexts = {
  title: string;
  recipients: string;
  opening: string;
  goodPractice: string;
  shortfalls: string;
  requirements: string;
};

/** What a person starts from, drafted from the quarter's figures. */
export function proposeTexts(snapshot: Omit<Snapshot, "lists">): BulletinTexts {
  const quarterText = `${snapshot.quarter.year}年第${chineseNumeral(snapshot.quarter.quarter)}季度`;
  return {
    title: `关于${quarterText}工作情况的通报`,
    recipients: "各党支部",
    opening: `${quarterText}，各党支部按照《${snapshot.planTitle}》组织学习、开展组织生活、落实重点任务。现将有关情况通报如下。`,
    goodPractice: goodPractice(snapshot.fulfilled),
    shortfalls: shortfalls(snapshot),
    requirements: requirements(snapshot),
  };
}

function goodPractice(names: string[]): string {
  if (names.length === 0) return "各党支部结合企业实际开展工作，有关做法在季度总结中作了说明。";
  return `以下党支部按时报送季度总结，计划任务全部完成，组织生活按规定开展（按支部名称音序排列）：${names.join("、")}。`;
}

function shortfalls({ catchUp }: Pick<Snapshot, "catchUp">): string {
  if (catchUp.length === 0) return "本季度各党支部均按时报送总结，计划任务和组织生活均按要求完成。";
  return `从报送的总结和组织生活记录看，仍有工作需要补上，主要是：${catchUp.map(({ status }) => status).join("；")}。有关党支部及原因按情况分列如下，同一情况内按支部名称音序排列。`;
}

function requirements({ catchUp }: Pick<Snapshot, "catchUp">): string {
  const later = "各党支部要认真总结本季度工作，按照下一季度计划抓好落实，如实记录组织生活。";
  if (catchUp.length === 0) return later;
  return `上述所列党支部要对照原因逐项补上，如有困难请及时向党委说明。\n${later}`;
}
