import { AccountStateBadge } from "@/components/accounts/account-state";
import type { ListParams } from "@/components/shell/list-address";
import { SortHeader } from "@/components/shell/sort-header";
import { roleLabels } from "@/lib/accounts/labels";
import type { listAccounts } from "@/lib/accounts/queries/list-accounts";
import { formatInstant } from "@/lib/calendar";

type Row = Awaited<ReturnType<typeof listAccounts>>["rows"][number];

export function AccountTable(props: { rows: Row[]; params: ListParams; sort: string }) {
  const sortable = { path: "/accounts", params: props.params, sort: props.sort };
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <SortHeader {...sortable} column="username" label="登录名" />
          <th scope="col">姓名</th>
          <th scope="col">角色</th>
          <th scope="col">状态</th>
          <SortHeader {...sortable} column="lastLogin" label="最近登录" />
        </tr>
      </thead>
      <tbody>
        {props.rows.map((account) => (
          <tr key={account.id}>
            <td>
              <a href={`/accounts/${account.id}`}>{account.username}</a>
            </td>
            <td data-label="姓名">{account.name}</td>
            <td data-label="角色">
              {account.grants.map(({ role, place }) => roleLabels[role] + (place ? `（${place}）` : "")).join("、") ||
                "无"}
            </td>
            <td data-label="状态">
              <AccountStateBadge state={account.state} />
            </td>
            <td data-label="最近登录">{account.lastLoginAt ? formatInstant(account.lastLoginAt) : "从未"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
