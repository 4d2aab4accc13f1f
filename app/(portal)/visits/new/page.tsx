import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { ActionForm } from "@/components/ui/form";
import { ChooseTarget } from "@/components/visits/choose-target";
import { VisitCardPanel } from "@/components/visits/visit-card-panel";
import { NewVisitFields } from "@/components/visits/visit-fields";
import { requireActor } from "@/lib/auth/session";
import { recordVisitAction } from "@/lib/visits/actions";
import { canRecordVisit } from "@/lib/visits/policy";
import { visitCards } from "@/lib/visits/queries/visit-card";
import { visitRhythm } from "@/lib/visits/queries/visit-rhythm";
import { readTarget } from "@/lib/visits/schema";

export const metadata: Metadata = { title: "记一次走访" };

export default async function NewVisitPage(props: { searchParams: Promise<{ to?: string }> }) {
  const actor = await requireActor();
  if (!canRecordVisit(actor)) notFound();
  const target = readTarget((await props.searchParams).to);
  const header = <PageHeader title="记一次走访" trail={[{ href: "/visits", label: "实地走访" }]} />;
  const [card] = target ? await visitCards(actor, target) : [];
  if (!card) {
    return (
      <>
        {header}
        <ChooseTarget rows={await visitRhythm(actor)} />
      </>
    );
  }
  return (
    <>
      {header}
      <div className="grid max-w-5xl items-start gap-4 lg:grid-cols-[3fr_2fr]">
        <div className="order-2 panel lg:order-1">
          <ActionForm
            action={recordVisitAction}
            requestKey={randomUUID()}
            submitLabel="保存走访"
            cancelHref="/visits/new"
          >
            <NewVisitFields card={card} day={actor.day} visitId={randomUUID()} requestId={randomUUID()} />
          </ActionForm>
        </div>
        <VisitCardPanel card={card} />
      </div>
    </>
  );
}
