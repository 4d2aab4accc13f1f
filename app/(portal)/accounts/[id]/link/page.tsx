import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { ActionForm } from "@/components/ui/form";
import { reissueLinkAction } from "@/lib/accounts/actions";
import { findAccount } from "@/lib/accounts/queries/find-account";
import { requireActor } from "@/lib/auth/session";
import { formatInstant } from "@/lib/calendar";

export const metadata: Metadata = { title: "发放一次性链接" };

export default async function LinkPage(props: { params: Promise<{ id: string }> }) {
  const account = await findAccount(await requireActor(), (await props.params).id);
  if (!account?.can.change || account.disabledAt) notFound();
  const back = `/accounts/${account.id}`;
  return (
    <>
      <PageHeader
        title={`发放一次性链接：${account.name}`}
        trail={[
          { href: "/accounts", label: "账号" },
          { href: back, label: account.name },
        ]}
      />
      <div className="panel max-w-2xl">
        <ActionForm action={reissueLinkAction} requestKey={randomUUID()} submitLabel="生成链接" cancelHref={back}>
          <input type="hidden" name="id" value={account.id} />
          <p>
            本人打开链接后自己设置密码；设置后解除锁定，原有的登录全部退出。
            {account.linkExpiresAt &&
              `该账号有一个未用的链接（${formatInstant(account.linkExpiresAt)} 到期），生成新链接后旧的作废。`}
          </p>
        </ActionForm>
      </div>
    </>
  );
}
