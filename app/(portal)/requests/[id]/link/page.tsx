import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { askSatisfactionAction } from "@/lib/requests/actions";
import { findRequest } from "@/lib/requests/queries/find-request";

export const metadata: Metadata = { title: "请企业评价" };

export default async function SatisfactionLinkPage(props: { params: Promise<{ id: string }> }) {
  const request = await findRequest(await requireActor(), (await props.params).id);
  if (!request?.can.askSatisfaction) notFound();
  const path = `/requests/${request.id}`;
  return (
    <>
      <PageHeader
        title="请企业评价"
        trail={[
          { href: "/requests", label: "企业诉求" },
          { href: path, label: request.enterprise.name },
        ]}
        note="生成一个一次性链接发给企业联系人；以前发出而没有用过的链接同时失效。"
      />
      <div className="panel max-w-2xl">
        <ActionForm action={askSatisfactionAction} requestKey={randomUUID()} submitLabel="生成链接" cancelHref={path}>
          <input type="hidden" name="id" value={request.id} />
        </ActionForm>
      </div>
    </>
  );
}
