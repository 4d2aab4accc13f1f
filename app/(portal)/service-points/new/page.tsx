import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ServicePointFields } from "@/components/service-points/service-point-fields";
import { EmptyState } from "@/components/shell/empty-state";
import { PageHeader } from "@/components/shell/page-header";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { createServicePointAction } from "@/lib/service-points/actions";
import { canCreateServicePoint } from "@/lib/service-points/policy";
import { placeChoices, usualRhythm } from "@/lib/service-points/queries/place-choices";

export const metadata: Metadata = { title: "登记服务点" };

export default async function NewServicePointPage(props: { searchParams: Promise<{ park?: string }> }) {
  const actor = await requireActor();
  if (!canCreateServicePoint(actor)) notFound();
  const [places, { park }] = await Promise.all([placeChoices(actor), props.searchParams]);
  const rhythm = await usualRhythm(actor, places, park);
  return (
    <>
      <PageHeader title="登记服务点" trail={[{ href: "/service-points", label: "服务点" }]} />
      <div className="panel max-w-2xl">
        {places.length === 0 ? (
          <EmptyState title="服务点设在园区里，请先登记园区">
            <a href="/parks/new">登记园区</a>
          </EmptyState>
        ) : (
          <ActionForm
            action={createServicePointAction}
            requestKey={randomUUID()}
            submitLabel="登记"
            cancelHref="/service-points"
          >
            <ServicePointFields places={places} parkId={park} rhythm={rhythm ?? "WEEKLY"} day={actor.day} />
          </ActionForm>
        )}
      </div>
    </>
  );
}
