import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ShiftChanges, ShiftLog } from "@/components/duty/shift-actions";
import { ShiftFacts, ShiftWay } from "@/components/duty/shift-parts";
import { ShiftRequests } from "@/components/duty/shift-requests";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/session";
import { swapChoices } from "@/lib/duty/queries/duty-choices";
import { findShift } from "@/lib/duty/queries/list-shifts";
import { requestsOfShift } from "@/lib/requests/queries/list-requests";

export const metadata: Metadata = { title: "驻点班次" };

export default async function ShiftPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const shift = (await findShift(actor, (await props.params).id)) ?? notFound();
  const [others, requests] = await Promise.all([
    shift.can.change ? swapChoices(actor, shift) : [],
    requestsOfShift(actor, shift.id),
  ]);
  return (
    <>
      <PageHeader title={`${shift.servicePoint.name} ${shift.dutyOn}`} trail={[{ href: "/duty", label: "驻点服务" }]} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          <ShiftFacts shift={shift} />
          {shift.can.log && <ShiftLog shift={shift} />}
          <ShiftRequests shift={shift} requests={requests} />
        </div>
        <div className="grid gap-4">
          {shift.can.change && <ShiftChanges shift={shift} others={others} />}
          <ShiftWay shift={shift} />
        </div>
      </div>
    </>
  );
}
