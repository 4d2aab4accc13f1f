import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { GrantFields, NoPlace, RoleChoice, ScopeFinder } from "@/components/accounts/grant-fields";
import { PageHeader } from "@/components/shell/page-header";
import { ActionForm } from "@/components/ui/form";
import { addGrantAction } from "@/lib/accounts/actions";
import { roleLabels } from "@/lib/accounts/labels";
import { findAccount } from "@/lib/accounts/queries/find-account";
import { scopeChoices } from "@/lib/accounts/queries/scope-choices";
import { scopeQuestion } from "@/lib/accounts/schema";
import { requireActor } from "@/lib/auth/session";

export const metadata: Metadata = { title: "添加角色" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string>> };

export default async function NewGrantPage(props: Props) {
  const actor = await requireActor();
  const account = await findAccount(actor, (await props.params).id);
  if (!account?.can.change) notFound();
  const { role, find } = scopeQuestion.parse(await props.searchParams);
  const back = `/accounts/${account.id}`;
  const path = `${back}/grants/new`;
  const scope = role ? await scopeChoices(actor, role, find, account.id) : null;
  return (
    <>
      <PageHeader
        title={role ? `添加角色：${roleLabels[role]}` : "添加角色"}
        trail={[
          { href: "/accounts", label: "账号" },
          { href: back, label: account.name },
        ]}
        note="保存后，该账号现有的登录全部退出，重新登录后按新角色使用。"
      />
      <div className="panel max-w-2xl">
        {role ? (
          <>
            <ScopeFinder path={path} role={role} find={find} scope={scope} />
            {scope?.choices.length === 0 ? (
              <NoPlace role={role} find={find} />
            ) : (
              <ActionForm action={addGrantAction} requestKey={randomUUID()} submitLabel="添加角色" cancelHref={back}>
                <input type="hidden" name="userId" value={account.id} />
                <GrantFields role={role} scope={scope} day={actor.day} />
              </ActionForm>
            )}
          </>
        ) : (
          <RoleChoice path={path} />
        )}
      </div>
    </>
  );
}
