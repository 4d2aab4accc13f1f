import { EmptyState } from "@/components/shell/empty-state";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import { roleLabels } from "@/lib/accounts/labels";
import type { Account } from "@/lib/accounts/queries/find-account";

/** Roles past, present and ahead, each with its days. */
export function AccountGrants({ account }: { account: Account }) {
  const more = account.can.change && <a href={`/accounts/${account.id}/grants/new`}>添加角色</a>;
  return (
    <Panel title="角色" more={more}>
      {account.grants.length === 0 ? (
        <EmptyState title="没有角色，登录后看不到任何内容" />
      ) : (
        <table className="table table-cards">
          <thead>
            <tr>
              <th scope="col">角色</th>
              <th scope="col">范围</th>
              <th scope="col">起止</th>
              <th scope="col">状态</th>
              {account.can.change && <th scope="col">操作</th>}
            </tr>
          </thead>
          <tbody>
            {account.grants.map((grant) => (
              <tr key={grant.id}>
                <td>{roleLabels[grant.role]}</td>
                <td data-label="范围">{grant.place ?? "—"}</td>
                <td data-label="起止">
                  {grant.validTo ? `${grant.validFrom} 至 ${grant.validTo}` : `${grant.validFrom} 起`}
                </td>
                <td data-label="状态">
                  <GrantState grant={grant} />
                </td>
                {account.can.change && (
                  <td>{!grant.isOver && <a href={`/accounts/${account.id}/grants/${grant.id}/end`}>结束</a>}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function GrantState({ grant }: { grant: Account["grants"][number] }) {
  if (grant.isOver) return <Badge tone="plain">已结束</Badge>;
  return grant.isAhead ? <Badge tone="info">未开始</Badge> : <Badge tone="good">有效</Badge>;
}
