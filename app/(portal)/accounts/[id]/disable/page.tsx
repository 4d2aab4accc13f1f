import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { TextArea } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { disableAccountAction } from "@/lib/accounts/actions";
import { findAccount } from "@/lib/accounts/queries/find-account";
import { requireActor } from "@/lib/auth/session";

export const metadata: Metadata = { title: "停用账号" };

export default async function DisableAccountPage(props: { params: Promise<{ id: string }> }) {
  const account = await findAccount(await requireActor(), (await props.params).id);
  if (!account?.can.change || account.disabledAt) notFound();
  const back = `/accounts/${account.id}`;
  return (
    <>
      <PageHeader
        title={`停用账号：${account.name}`}
        trail={[
          { href: "/accounts", label: "账号" },
          { href: back, label: account.name },
        ]}
      />
      <div className="panel max-w-2xl">
        <p className="mb-4">
          停用后立即不能登录，现有的登录全部退出，未用的一次性链接作废。历史记录都保留，可以再启用。
        </p>
        <ActionForm
          action={disableAccountAction}
          requestKey={randomUUID()}
          submitLabel="停用账号"
          isDanger
          cancelHref={back}
        >
          <input type="hidden" name="id" value={account.id} />
          <TextArea name="reason" label="停用原因" isRequired />
        </ActionForm>
      </div>
    </>
  );
}
