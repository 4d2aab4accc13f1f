import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RequestActions } from "@/components/requests/request-actions";
import { RequestFacts, RequestWay, SatisfactionPanel } from "@/components/requests/request-parts";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/session";
import { requestCategoryLabels } from "@/lib/requests/labels";
import { findRequest } from "@/lib/requests/queries/find-request";
import { ownerChoices } from "@/lib/requests/queries/owner-choices";

export const metadata: Metadata = { title: "企业诉求" };

export default async function RequestPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const request = (await findRequest(actor, (await props.params).id)) ?? notFound();
  const owners = request.actions.includes("REASSIGN") ? await ownerChoices(actor, request.committeeId) : [];
  return (
    <>
      <PageHeader
        title={`${request.enterprise.name}：${requestCategoryLabels[request.category]}`}
        trail={[{ href: "/requests", label: "企业诉求" }]}
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          <RequestFacts request={request} />
          <RequestActions request={request} owners={owners} />
        </div>
        <div className="grid gap-4">
          <SatisfactionPanel request={request} />
          <RequestWay request={request} />
        </div>
      </div>
    </>
  );
}
