import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ParkMapPicture } from "@/components/parks/park-map";
import { MapParks, MapPoints, WithoutPlace } from "@/components/parks/park-map-tables";
import { EmptyState } from "@/components/shell/empty-state";
import { PageHeader } from "@/components/shell/page-header";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/auth/session";
import { formatDayInText } from "@/lib/calendar";
import { baseLabels } from "@/lib/coverage/labels";
import { canListParks } from "@/lib/parks/policy";
import { parkMap } from "@/lib/parks/queries/park-map";

export const metadata: Metadata = { title: "园区位置图" };

export default async function ParkMapPage() {
  const actor = await requireActor();
  if (!canListParks(actor)) notFound();
  const map = await parkMap(actor);
  const asOf = `截至${formatDayInText(actor.day)}`;
  const hasPlaces = map.parks.some(({ place }) => place !== null);
  return (
    <>
      <PageHeader
        title="园区位置图"
        trail={[{ href: "/parks", label: "园区楼宇" }]}
        note={map.base ? `${asOf}，组织覆盖率的分母：${baseLabels[map.base]}` : asOf}
      />
      <div className="grid gap-4">
        <Panel title="园区" more={<a href="/parks">全部园区</a>}>
          {map.parks.length === 0 ? <EmptyState title="您的范围内没有园区" /> : <MapParks map={map} />}
        </Panel>
        {map.points.length > 0 && (
          <Panel title="服务点" more={<a href="/service-points">全部服务点</a>}>
            <MapPoints map={map} />
          </Panel>
        )}
        {map.parks.length > 0 && (
          <Panel title="位置图">
            {hasPlaces ? <ParkMapPicture map={map} /> : <p className="muted">还没有园区填写经纬度。</p>}
            <WithoutPlace map={map} />
          </Panel>
        )}
      </div>
    </>
  );
}
