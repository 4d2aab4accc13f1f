import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { QuarterPanel } from "@/components/duty/quarter-panel";
import { ServicePointFacts, ServicePointInstructors } from "@/components/service-points/service-point-parts";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/session";
import { chosenQuarter } from "@/lib/calendar";
import { allShifts } from "@/lib/duty/queries/list-shifts";
import { shiftList } from "@/lib/duty/schema";
import { findServicePoint } from "@/lib/service-points/queries/find-service-point";

export const metadata: Metadata = { title: "服务点" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ q?: string }> };

export default async function ServicePointPage(props: Props) {
  const actor = await requireActor();
  const point = (await findServicePoint(actor, (await props.params).id)) ?? notFound();
  const base = `/service-points/${point.id}`;
  const quarter = chosenQuarter((await props.searchParams).q, actor.day);
  const shifts = await allShifts(actor, shiftList.parse({ point: point.id }), quarter);
  return (
    <>
      <PageHeader
        title={point.name}
        trail={[{ href: "/service-points", label: "服务点" }]}
        note={point.closedOn && `已于 ${point.closedOn} 撤点：${point.closeReason}`}
        actions={
          <>
            {point.can.edit && (
              <>
                <a className="button" href={`${base}/edit`}>
                  修改
                </a>
                <a className="button button-danger" href={`${base}/close`}>
                  撤点
                </a>
              </>
            )}
            {point.can.reopen && (
              <a className="button" href={`${base}/reopen`}>
                恢复使用
              </a>
            )}
          </>
        }
      />
      <div className="grid gap-4 lg:grid-cols-2">
        <ServicePointFacts point={point} />
        <ServicePointInstructors point={point} day={actor.day} />
        <QuarterPanel path={base} quarter={quarter} day={actor.day} shifts={shifts} names="instructor" />
      </div>
    </>
  );
}
