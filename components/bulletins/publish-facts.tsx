import { Facts } from "@/components/ui/facts";
import type { BulletinFile } from "@/lib/bulletins/queries/find-bulletin";
import { reportFigureLabels } from "@/lib/plans/labels";

const shownFigures = ["expected", "received", "onTime", "accepted"] as const;

/** What is about to be fixed, to be read once more. */
export function PublishFacts({ bulletin }: { bulletin: BulletinFile }) {
  const count = (key: string) => bulletin.figures.figures.find((figure) => figure.key === key)?.count;
  return (
    <Facts
      items={[
        { label: "标题", value: bulletin.title },
        { label: "发文字号", value: bulletin.documentNumber ?? "没有发文字号；需要时请先修改" },
        { label: "署名", value: bulletin.figures.committeeName },
        { label: "主送机关", value: bulletin.recipients },
        ...shownFigures.map((key) => ({ label: reportFigureLabels[key], value: `${count(key) ?? 0} 个支部` })),
      ]}
    />
  );
}
