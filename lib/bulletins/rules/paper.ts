import type { BulletinTexts } from "@/lib/bulletins/rules/texts";
import type { Figure, FigureGroup, SnapshotHead } from "@/lib/bulletins/schema/snapshot";
import { type Day, formatDayInText } from "@/lib/calendar";
import { writeRate } from "@/lib/coverage/rules/standing";
import type { Block, OfficialDocument } from "@/lib/documents/official-document";

type Paper = BulletinTexts & { documentNumber: string | null; figures: SnapshotHead; publishedOn: Day | null };

/** The whole bulletin as an official document: the same for the Word file and for print. A draft has no day yet. */
export function bulletinPaper({ figures, publishedOn, documentNumber, ...texts }: Paper): OfficialDocument {
  return {
    title: texts.title,
    documentNumber,
    recipients: texts.recipients || null,
    blocks: [
      { kind: "paragraph", text: texts.opening },
      { kind: "heading", level: 1, text: "总体情况" },
      ...reportBlocks(figures),
      ...tableBlocks(figures, "tasks", "计划任务完成情况", ["任务", "适用支部", "已完成", "完成率"]),
      ...tableBlocks(figures, "orgLife", "组织生活开展情况", ["项目", "适用支部", "达到要求", "占比"]),
      ...coverageBlocks(figures),
      ...chapter("好的做法", texts.goodPractice),
      ...chapter("存在的不足", texts.shortfalls),
      ...catchUpBlocks(figures),
      ...chapter("工作要求", texts.requirements),
    ],
    signature: { name: figures.committeeName, date: publishedOn ? formatDayInText(publishedOn) : "　　年　　月　　日" },
  };
}

function chapter(title: string, text: string): Block[] {
  return text.trim()
    ? [
        { kind: "heading", level: 1, text: title },
        { kind: "paragraph", text },
      ]
    : [];
}

function reportBlocks({ figures, summaryDueOn }: SnapshotHead): Block[] {
  const count = (key: string) => figures.find((figure) => figure.key === key)?.count ?? 0;
  const [expected, received] = [count("expected"), count("received")];
  return [
    { kind: "heading", level: 2, text: "总结报送情况" },
    {
      kind: "paragraph",
      text:
        `应报送季度总结的党支部${expected}个，已报送${received}个，报送率${writeRate(received, expected)}。` +
        `报送截止日为${formatDayInText(summaryDueOn)}，按时报送${count("onTime")}个，逾期报送${count("late")}个，` +
        `未报送${count("missing")}个。已审核通过${count("accepted")}个。`,
    },
  ];
}

function tableBlocks({ figures }: SnapshotHead, group: FigureGroup, title: string, headers: string[]): Block[] {
  const rows = figures.filter((figure) => figure.group === group);
  if (rows.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: title },
    {
      kind: "table",
      columns: headers.map((header, index) => ({
        header,
        share: index === 0 ? 5 : 1.4,
        align: index === 0 ? "left" : "center",
      })),
      rows: rows.map(({ label, count, base }) => [
        label,
        String(base ?? ""),
        String(count),
        writeRate(count, base ?? 0),
      ]),
    },
  ];
}

function coverageBlocks({ figures, coverageDay }: SnapshotHead): Block[] {
  const found = (key: string) => figures.find((figure) => figure.key === `coverage-${key}`);
  const [organized, single, worked] = [found("organized"), found("single"), found("worked")];
  if (!organized || !single || !worked) return [];
  const rate = ({ count, base }: Figure) => `${count}家，`.concat(`占${writeRate(count, base ?? 0)}`);
  return [
    { kind: "heading", level: 2, text: "组织覆盖和工作覆盖情况" },
    {
      kind: "paragraph",
      text:
        `截至${formatDayInText(coverageDay)}，${organized.baseLabel}${organized.base}家。组织覆盖${rate(organized)}，` +
        `其中单独组建${rate(single)}；工作覆盖${rate(worked)}。`,
    },
  ];
}

function catchUpBlocks({ catchUp }: SnapshotHead): Block[] {
  return catchUp.flatMap(({ status, branches }): Block[] => [
    { kind: "heading", level: 2, text: status },
    {
      kind: "table",
      columns: [
        { header: "党支部", share: 4 },
        { header: "原因", share: 5 },
      ],
      rows: branches.map(({ name, reasons }) => [name, reasons.join("；")]),
    },
  ]);
}
