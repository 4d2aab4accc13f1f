import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { EnterpriseFacts } from "@/components/enterprises/enterprise-facts";
import {
  CoveragePanel,
  HistoryPanel,
  InstructorPanel,
  ListsPanel,
  LocationPanel,
  PeoplePanel,
} from "@/components/enterprises/enterprise-panels";
import { FieldPanel } from "@/components/enterprises/field-panel";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/session";
import { findEnterprise } from "@/lib/enterprises/queries/find-enterprise";

export const metadata: Metadata = { title: "企业" };

export default async function EnterprisePage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const enterprise = (await findEnterprise(actor, (await props.params).id)) ?? notFound();
  const { id, can, closedOn, closeReason } = enterprise;
  return (
    <>
      <PageHeader
        title={enterprise.name}
        trail={[{ href: "/enterprises", label: "企业" }]}
        note={closedOn && `已于 ${closedOn} 终止：${closeReason}`}
        actions={
          <>
            {can.edit && (
              <a className="button" href={`/enterprises/${id}/edit`}>
                更正信息
              </a>
            )}
            {can.edit && (
              <a className="button button-danger" href={`/enterprises/${id}/close`}>
                注销
              </a>
            )}
            {can.reopen && (
              <a className="button" href={`/enterprises/${id}/reopen`}>
                恢复
              </a>
            )}
          </>
        }
      />
      <div className="grid gap-4">
        <EnterpriseFacts enterprise={enterprise} />
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <div className="grid gap-4">
            <CoveragePanel enterprise={enterprise} />
            <LocationPanel enterprise={enterprise} />
            <InstructorPanel enterprise={enterprise} />
            <ListsPanel enterprise={enterprise} />
          </div>
          <div className="grid gap-4">
            <Suspense>
              <FieldPanel actor={actor} enterpriseId={id} />
            </Suspense>
            <PeoplePanel enterprise={enterprise} />
            <HistoryPanel enterprise={enterprise} />
          </div>
        </div>
      </div>
    </>
  );
}
