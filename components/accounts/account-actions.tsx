import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/form";
import { enableAccountAction, unlockAccountAction } from "@/lib/accounts/actions";
import type { Account } from "@/lib/accounts/queries/find-account";

/** What can be done to the account as a whole, after its state. */
export function AccountActions({ account }: { account: Account }) {
  const id = <input type="hidden" name="id" value={account.id} />;
  if (account.state === "DISABLED") {
    return (
      <ActionForm action={enableAccountAction} requestKey={randomUUID()} submitLabel="启用账号" className="">
        {id}
      </ActionForm>
    );
  }
  return (
    <>
      {account.state === "LOCKED" && (
        <ActionForm action={unlockAccountAction} requestKey={randomUUID()} submitLabel="解除锁定" className="">
          {id}
        </ActionForm>
      )}
      <a className="button" href={`/accounts/${account.id}/link`}>
        发放一次性链接
      </a>
      <a className="button" href={`/accounts/${account.id}/edit`}>
        更正姓名
      </a>
      <a className="button button-danger" href={`/accounts/${account.id}/disable`}>
        停用
      </a>
    </>
  );
}
