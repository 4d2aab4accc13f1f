import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EnterprisePicker } from "@/components/branches/enterprise-picker";
import { NewBranchForm } from "@/components/branches/new-branch-form";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/session";
import { canCreateBranch } from "@/lib/branches/policy";
import { buildingChoices } from "@/lib/branches/queries/branch-choices";
import { pickEnterprises } from "@/lib/branches/queries/pick-enterprises";
import { enterprisePick } from "@/lib/branches/schema";
import { committeeChoices } from "@/lib/committees/queries";

export const metadata: Metadata = { title: "登记支部" };

const trail = [{ href: "/branches", label: "党支部" }];

export default async function NewBranchPage(props: { searchParams: Promise<Record<string, string | string[]>> }) {
  const actor = await requireActor();
  if (!canCreateBranch(actor)) notFound();
  const pick = enterprisePick.parse(await props.searchParams);
  const committees = await committeeChoices(actor);
  const committee = committees.find(({ id }) => id === pick.committee) ?? committees[0] ?? notFound();
  const { chosen, found } = await pickEnterprises(actor, committee.id, pick);
  if (pick.step === "details") {
    const buildings = await buildingChoices(actor, committee.id);
    return (
      <>
        <PageHeader title="登记支部" trail={trail} />
        <NewBranchForm committee={committee} enterprises={chosen} buildings={buildings} />
      </>
    );
  }
  return (
    <>
      <PageHeader title="登记支部" trail={trail} note="第一步：选择支部覆盖的企业。没有可选的企业也可以直接下一步。" />
      <EnterprisePicker path="/branches/new" q={pick.q} chosen={chosen} found={found} nextLabel="下一步：填写支部情况">
        {committees.length > 1 && (
          <label className="grid gap-1 font-medium">
            所属党委
            <select name="committee" defaultValue={committee.id} className="input font-normal">
              {committees.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
      </EnterprisePicker>
    </>
  );
}
