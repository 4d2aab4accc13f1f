import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FoundingFields } from "@/components/committees/founding-fields";
import { PageHeader } from "@/components/shell/page-header";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { createCommitteeAction } from "@/lib/committees/actions";
import { canCreateCommittee } from "@/lib/committees/policy";

export const metadata: Metadata = { title: "登记党委" };

export default async function NewTopCommitteePage() {
  if (!canCreateCommittee(await requireActor(), null)) notFound();
  return (
    <>
      <PageHeader
        title="登记党委"
        trail={[{ href: "/settings", label: "设置" }]}
        note="这里登记最上一级的党委。登记后给它创建工作人员账号，下级党委由其工作人员登记。"
      />
      <div className="panel max-w-2xl">
        <ActionForm action={createCommitteeAction} requestKey={randomUUID()} submitLabel="登记" cancelHref="/settings">
          <FoundingFields />
        </ActionForm>
      </div>
    </>
  );
}
