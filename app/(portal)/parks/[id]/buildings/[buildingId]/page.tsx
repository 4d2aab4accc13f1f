import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/auth/session";
import { findBuilding } from "@/lib/parks/queries";

export const metadata: Metadata = { title: "楼宇" };

export default async function BuildingPage(props: { params: Promise<{ id: string; buildingId: string }> }) {
  const { id, buildingId } = await props.params;
  const building = (await findBuilding(await requireActor(), id, buildingId)) ?? notFound();
  const { park, can } = building;
  const base = `/parks/${park.id}/buildings/${building.id}`;
  return (
    <>
      <PageHeader
        title={building.name}
        trail={[
          { href: "/parks", label: "园区楼宇" },
          { href: `/parks/${park.id}`, label: park.name },
        ]}
        note={building.closedOn && `已于 ${building.closedOn} 停用：${building.closeReason}`}
        actions={
          <>
            {can.edit && (
              <>
                <a className="button" href={`${base}/edit`}>
                  修改
                </a>
                <a className="button button-danger" href={`${base}/close`}>
                  停用
                </a>
              </>
            )}
            {can.reopen && (
              <a className="button" href={`${base}/reopen`}>
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
              { label: "所在园区", value: <a href={`/parks/${park.id}`}>{park.name}</a> },
              { label: "地址", value: building.address },
              {
                label: "在册企业",
                value: (
                  <a href={`/enterprises?park=${park.id}&building=${building.id}`}>
                    {building.registeredCount + building.settledCount} 家
                  </a>
                ),
              },
              {
                label: "其中入驻",
                value: (
                  <a href={`/enterprises?park=${park.id}&building=${building.id}&settled=yes`}>
                    {building.settledCount} 家
                  </a>
                ),
              },
            ]}
          />
        </Panel>
        <Named title="楼宇联建支部" path="/branches" records={building.branches} empty="没有设在本楼的联建支部" />
        <Named title="服务点" path="/service-points" records={building.servicePoints} empty="没有设在本楼的服务点" />
      </div>
    </>
  );
}

function Named(props: { title: string; path: string; records: { id: string; name: string }[]; empty: string }) {
  return (
    <Panel title={props.title}>
      {props.records.length === 0 && <p className="muted py-1">{props.empty}</p>}
      <ul>
        {props.records.map(({ id, name }) => (
          <li key={id}>
            <a href={`${props.path}/${id}`}>{name}</a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
