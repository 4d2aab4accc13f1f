import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { TextField, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { renameAccountAction } from "@/lib/accounts/actions";
import { findAccount } from "@/lib/accounts/queries/find-account";
import { requireActor } from "@/lib/auth/session";

export const metadata: Metadata = { title: "更正姓名" };

export default async function EditAccountPage(props: { params: Promise<{ id: string }> }) {
  const account = await findAccount(await requireActor(), (await props.params).id);
  if (!account?.can.change) notFound();
  const back = `/accounts/${account.id}`;
  return (
    <>
      <PageHeader
        title="更正姓名"
        trail={[
          { href: "/accounts", label: "账号" },
          { href: back, label: account.name },
        ]}
      />
      <div className="panel max-w-2xl">
        <ActionForm action={renameAccountAction} requestKey={randomUUID()} submitLabel="保存" cancelHref={back}>
          <input type="hidden" name="id" value={account.id} />
          <VersionField version={account.version} />
          <TextField name="name" label="姓名" isRequired initial={account.name} />
        </ActionForm>
      </div>
    </>
  );
}
