import { randomUUID } from "node:crypto";
import { SessionTable } from "@/components/sessions/session-table";
import { EmptyState } from "@/components/shell/empty-state";
import { ActionForm } from "@/components/ui/form";
import { Panel } from "@/components/ui/panel";
import { revokeSessionAction, revokeSessionsAction } from "@/lib/accounts/actions";
import type { Account } from "@/lib/accounts/queries/find-account";

/** Where the person is logged in now; the administrator can end one or all. */
export function AccountSessions({ account }: { account: Account }) {
  if (account.sessions.length === 0) {
    return (
      <Panel title="当前登录">
        <EmptyState title="没有登录" />
      </Panel>
    );
  }
  if (!account.can.change) {
    return (
      <Panel title="当前登录" more={<a href="/sessions">管理自己的登录</a>}>
        <SessionTable rows={account.sessions} />
      </Panel>
    );
  }
  return (
    <Panel title="当前登录">
      <SessionTable
        rows={account.sessions}
        actionFor={({ id }) => (
          <ActionForm action={revokeSessionAction} requestKey={randomUUID()} submitLabel="结束" isDanger className="">
            <input type="hidden" name="id" value={id} />
          </ActionForm>
        )}
      />
      <ActionForm
        action={revokeSessionsAction}
        requestKey={randomUUID()}
        submitLabel="结束全部登录"
        isDanger
        className="mt-3"
      >
        <input type="hidden" name="id" value={account.id} />
      </ActionForm>
    </Panel>
  );
}
