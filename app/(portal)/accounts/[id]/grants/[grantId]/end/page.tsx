import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { endGrantAction } from "@/lib/accounts/actions";
import { roleLabels } from "@/lib/accounts/labels";
import { findAccount } from "@/lib/accounts/queries/find-account";
import { requireActor } from "@/lib/auth/session";

export const metadata: Metadata = { title: "结束角色" };

export default async function EndGrantPage(props: { params: Promise<{ id: string; grantId: string }> }) {
  const actor = await requireActor();
  const { id, grantId } = await props.params;
  const account = await findAccount(actor, id);
  const grant = account?.grants.find((one) => one.id === grantId && !one.isOver);
  if (!account?.can.change || !grant) notFound();
  const back = `/accounts/${account.id}`;
  return (
    <>
      <PageHeader
        title={`结束角色：${roleLabels[grant.role]}`}
        trail={[
          { href: "/accounts", label: "账号" },
          { href: back, label: account.name },
        ]}
        note={grant.place ?? undefined}
      />
      <div className="panel max-w-2xl">
        <p className="mb-4">从所填日期起，{account.name}不再有这个角色；现有的登录立即全部退出。</p>
        <ActionForm action={endGrantAction} requestKey={randomUUID()} submitLabel="结束角色" isDanger cancelHref={back}>
          <input type="hidden" name="id" value={grant.id} />
          <TextField name="endsOn" label="结束日期" type="date" isRequired initial={actor.day} />
        </ActionForm>
      </div>
    </>
  );
}
