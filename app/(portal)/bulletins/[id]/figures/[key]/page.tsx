import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FigureRows } from "@/components/bulletins/figure-rows";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/session";
import { describeFigure, figureNoun } from "@/lib/bulletins/labels";
import { findFigure } from "@/lib/bulletins/queries/find-bulletin";
import { formatDayInText } from "@/lib/calendar";

export const metadata: Metadata = { title: "数据名单" };

export default async function FigurePage(props: { params: Promise<{ id: string; key: string }> }) {
  const { id, key } = await props.params;
  const found = (await findFigure(await requireActor(), id, key)) ?? notFound();
  const { bulletin, figure } = found;
  const noun = figureNoun(figure);
  const taken = formatDayInText(bulletin.figures.takenOn);
  return (
    <>
      <PageHeader
        title={`${figure.label}：${describeFigure(figure)}`}
        trail={[
          { href: "/bulletins", label: "通报" },
          { href: `/bulletins/${bulletin.id}`, label: bulletin.title },
        ]}
        note={bulletin.publishedOn ? `${taken}印发时的名单，不再变化。` : `草稿：${taken}的名单，印发时固定。`}
        actions={
          <a className="button" href={`/api/bulletins/${bulletin.id}/figures/${figure.key}`} download>
            导出 Excel
          </a>
        }
      />
      <div className="grid gap-4">
        <FigureRows title="计入" noun={noun} rows={found.counted} isCounted />
        <FigureRows title="未计入" noun={noun} rows={found.rest} />
        <FigureRows title="不适用，不作分母" noun={noun} rows={found.outside} />
      </div>
    </>
  );
}
