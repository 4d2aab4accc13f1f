import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AccountActions } from "@/components/accounts/account-actions";
import { AccountGrants } from "@/components/accounts/account-grants";
import { AccountSessions } from "@/components/accounts/account-sessions";
import { AccountStateBadge } from "@/components/accounts/account-state";
import { PageHeader } from "@/components/shell/page-header";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { type Account, findAccount } from "@/lib/accounts/queries/find-account";
import { requireActor } from "@/lib/auth/session";
import { formatInstant } from "@/lib/calendar";

export const metadata: Metadata = { title: "账号" };

export default async function AccountPage(props: { params: Promise<{ id: string }> }) {
  const account = (await findAccount(await requireActor(), (await props.params).id)) ?? notFound();
  return (
    <>
      <PageHeader
        title={`${account.name}（${account.username}）`}
        trail={[{ href: "/accounts", label: "账号" }]}
        note={account.can.change ? undefined : "这是您自己的账号。角色和状态由另一名系统管理员变更。"}
        actions={account.can.change && <AccountActions account={account} />}
      />
      <div className="grid gap-4">
        <Panel title="基本情况">
          <Facts items={factsOf(account)} />
        </Panel>
        <AccountGrants account={account} />
        <AccountSessions account={account} />
      </div>
    </>
  );
}

const instant = (at: Date | null) => at && formatInstant(at);

function factsOf(account: Account) {
  const until = account.state === "LOCKED" && account.lockedUntil;
  return [
    {
      label: "状态",
      value: <AccountStateBadge state={account.state} />,
      note: account.disableReason ?? (until ? `到 ${formatInstant(until)}` : null),
    },
    { label: "最近登录", value: instant(account.lastLoginAt) },
    {
      label: "密码修改",
      value: instant(account.passwordChangedAt),
      note: account.mustChangePassword && "初始密码未改",
    },
    { label: "一次性链接", value: account.linkExpiresAt ? `未用，${formatInstant(account.linkExpiresAt)} 到期` : "无" },
    { label: "创建时间", value: instant(account.createdAt) },
    ...(account.disabledAt ? [{ label: "停用时间", value: instant(account.disabledAt) }] : []),
  ];
}
