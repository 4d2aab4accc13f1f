import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AttachFields } from "@/components/branches/branch-form";
import { BranchFormPage } from "@/components/branches/branch-form-page";
import { describe, EnterprisePicker } from "@/components/branches/enterprise-picker";
import { PageHeader } from "@/components/shell/page-header";
import { CheckList, TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { coverEnterprisesAction } from "@/lib/branches/actions";
import { findBranch } from "@/lib/branches/queries/find-branch";
import { pickEnterprises } from "@/lib/branches/queries/pick-enterprises";
import { enterprisePick } from "@/lib/branches/schema";

export const metadata: Metadata = { title: "登记覆盖企业" };

export default async function NewCoveragePage(props: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[]>>;
}) {
  const actor = await requireActor();
  const branch = await findBranch(actor, (await props.params).id);
  if (!branch?.can.edit) notFound();
  const pick = enterprisePick.parse(await props.searchParams);
  const { chosen, found } = await pickEnterprises(actor, branch.committeeId, pick);
  const path = `/branches/${branch.id}`;
  if (pick.step !== "details" || chosen.length === 0) {
    const trail = [
      { href: "/branches", label: "党支部" },
      { href: path, label: branch.name },
    ];
    return (
      <>
        <PageHeader title="选择覆盖的企业" trail={trail} />
        <EnterprisePicker
          path={`${path}/coverages/new`}
          q={pick.q}
          chosen={chosen}
          found={found}
          nextLabel="下一步：填写日期"
        />
      </>
    );
  }
  return (
    <BranchFormPage branch={branch} title="登记覆盖企业">
      <ActionForm action={coverEnterprisesAction} requestKey={randomUUID()} submitLabel="登记" cancelHref={path}>
        <input type="hidden" name="branchId" value={branch.id} />
        <CheckList
          name="enterpriseIds"
          label="覆盖企业"
          choices={chosen.map((one) => ({ value: one.id, label: one.name, detail: describe(one) }))}
          initial={chosen.map(({ id }) => id)}
        />
        <TextField name="validFrom" label="覆盖起始日期" type="date" isRequired initial={actor.day} />
        <AttachFields />
      </ActionForm>
    </BranchFormPage>
  );
}
