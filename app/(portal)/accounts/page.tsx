import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AccountTable } from "@/components/accounts/account-table";
import { EmptyState } from "@/components/shell/empty-state";
import { FilterBar } from "@/components/shell/filter-bar";
import { FilterSelect } from "@/components/shell/filter-fields";
import { PageHeader } from "@/components/shell/page-header";
import { Pagination } from "@/components/shell/pagination";
import { accountStateLabels, roleLabels } from "@/lib/accounts/labels";
import { canManageAccounts } from "@/lib/accounts/policy";
import { listAccounts } from "@/lib/accounts/queries/list-accounts";
import { accountList, accountStates, roles } from "@/lib/accounts/schema";
import { requireActor } from "@/lib/auth/session";
import { pageSize } from "@/lib/forms/list-params";

export const metadata: Metadata = { title: "账号" };

export default async function AccountsPage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  if (!canManageAccounts(actor)) notFound();
  const params = await props.searchParams;
  const list = accountList.parse(params);
  const { rows, total } = await listAccounts(actor, list);
  return (
    <>
      <PageHeader
        title="账号"
        actions={
          <a className="button button-primary" href="/accounts/new">
            创建账号
          </a>
        }
      />
      <FilterBar
        path="/accounts"
        params={params}
        search={{ label: "登录名或姓名", value: list.q }}
        exportPath="/api/accounts/export"
      >
        <FilterSelect
          name="role"
          all="全部角色"
          value={list.role}
          choices={roles.map((role) => [role, roleLabels[role]])}
        />
        <FilterSelect
          name="state"
          all="全部状态"
          value={list.state}
          choices={accountStates.map((state) => [state, accountStateLabels[state]])}
        />
      </FilterBar>
      <div className="panel">
        {rows.length === 0 ? (
          <EmptyState title="没有符合条件的账号">
            <a href="/accounts">清除筛选</a>
            <a href="/accounts/new">创建账号</a>
          </EmptyState>
        ) : (
          <AccountTable rows={rows} params={params} sort={list.sort} />
        )}
        <Pagination path="/accounts" params={params} page={list.page} pageSize={pageSize} total={total} />
      </div>
    </>
  );
}
