import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { GrantFields, NoPlace, RoleChoice, ScopeFinder } from "@/components/accounts/grant-fields";
import { PageHeader } from "@/components/shell/page-header";
import { TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { createAccountAction } from "@/lib/accounts/actions";
import { roleLabels } from "@/lib/accounts/labels";
import { canManageAccounts } from "@/lib/accounts/policy";
import { scopeChoices } from "@/lib/accounts/queries/scope-choices";
import { scopeQuestion } from "@/lib/accounts/schema";
import { requireActor } from "@/lib/auth/session";

export const metadata: Metadata = { title: "创建账号" };

const path = "/accounts/new";

export default async function NewAccountPage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  if (!canManageAccounts(actor)) notFound();
  const { role, find } = scopeQuestion.parse(await props.searchParams);
  const trail = [{ href: "/accounts", label: "账号" }];
  if (!role) {
    return (
      <>
        <PageHeader title="创建账号" trail={trail} note="先选择角色。一个人有几个角色时，创建后再添加其他角色。" />
        <div className="panel max-w-2xl">
          <RoleChoice path={path} />
        </div>
      </>
    );
  }
  const scope = await scopeChoices(actor, role, find);
  return (
    <>
      <PageHeader title={`创建账号：${roleLabels[role]}`} trail={[...trail, { href: path, label: "选择角色" }]} />
      <div className="panel max-w-2xl">
        <ScopeFinder path={path} role={role} find={find} scope={scope} />
        {scope?.choices.length === 0 ? (
          <NoPlace role={role} find={find} />
        ) : (
          <ActionForm
            action={createAccountAction}
            requestKey={randomUUID()}
            submitLabel="创建账号"
            cancelHref="/accounts"
          >
            <TextField name="username" label="登录名" isRequired hint="不分大小写，创建后不能修改" />
            <TextField name="name" label="姓名" isRequired />
            <GrantFields role={role} scope={scope} day={actor.day} />
          </ActionForm>
        )}
      </div>
    </>
  );
}
