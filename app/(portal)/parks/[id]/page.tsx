import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ParkBuildings, ParkFigures, ParkServicePoints } from "@/components/parks/park-parts";
import { PageHeader } from "@/components/shell/page-header";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/auth/session";
import { findPark } from "@/lib/parks/queries";

export const metadata: Metadata = { title: "园区" };

export default async function ParkPage(props: { params: Promise<{ id: string }> }) {
  const park = (await findPark(await requireActor(), (await props.params).id)) ?? notFound();
  const total = park.registeredCount + park.settledCount;
  return (
    <>
      <PageHeader
        title={park.name}
        trail={[{ href: "/parks", label: "园区楼宇" }]}
        note={park.closedOn && `已于 ${park.closedOn} 停用：${park.closeReason}`}
        actions={
          <>
            {park.can.edit && (
              <>
                <a className="button" href={`/parks/${park.id}/edit`}>
                  修改
                </a>
                <a className="button button-danger" href={`/parks/${park.id}/close`}>
                  停用
                </a>
              </>
            )}
            {park.can.reopen && (
              <a className="button" href={`/parks/${park.id}/reopen`}>
                恢复使用
              </a>
            )}
          </>
        }
      />
      <div className="grid gap-4 lg:grid-cols-2">
        <Panel title="基本情况">
          <Facts
            items={[
              { label: "所属党委", value: park.committee.name },
              { label: "地址", value: park.address },
              { label: "在册企业", value: <a href={`/enterprises?park=${park.id}`}>{total} 家</a> },
              {
                label: "其中入驻",
                value: <a href={`/enterprises?park=${park.id}&settled=yes`}>{park.settledCount} 家</a>,
              },
            ]}
          />
        </Panel>
        <ParkServicePoints park={park} />
        <ParkBuildings park={park} />
        <div className="min-w-0 lg:col-span-2">
          <ParkFigures park={park} />
        </div>
      </div>
    </>
  );
}
