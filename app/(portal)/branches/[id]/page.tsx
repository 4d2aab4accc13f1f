import type { Metadata } from "next";
import { notFound } from "next/navigation";
import {
  CoveragePanel,
  GroupsPanel,
  InstructorsPanel,
  OfficersPanel,
  TermsPanel,
} from "@/components/branches/branch-panels";
import { BranchFactsPanel, MembersPanel, OriginsPanel } from "@/components/branches/branch-parts";
import { BranchRecordsPanel } from "@/components/org-life/branch-records-panel";
import { FindingsPanel } from "@/components/rulebook/findings-panel";
import { PageHeader } from "@/components/shell/page-header";
import { BranchVisitsPanel } from "@/components/visits/branch-visits-panel";
import { requireActor } from "@/lib/auth/session";
import { findBranchFile } from "@/lib/branches/queries/find-branch";
import { branchFindings } from "@/lib/rulebook/queries/branch-findings";

export const metadata: Metadata = { title: "党支部" };

export default async function BranchPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const branch = (await findBranchFile(actor, (await props.params).id)) ?? notFound();
  const findings = await branchFindings(actor, { branchIds: [branch.id] });
  const shown = { branch, day: actor.day };
  const path = `/branches/${branch.id}`;
  return (
    <>
      <PageHeader
        title={branch.name}
        trail={[{ href: "/branches", label: "党支部" }]}
        note={branch.dissolvedOn && `已于 ${branch.dissolvedOn} 撤销：${branch.dissolveReason}`}
        actions={
          branch.can.edit ? (
            <>
              <a className="button" href={`${path}/ahead`}>
                未来 90 天
              </a>
              <a className="button" href={`${path}/edit`}>
                修改
              </a>
              <a className="button" href={`${path}/rename`}>
                更名
              </a>
              <a className="button button-danger" href={`${path}/dissolve`}>
                撤销支部
              </a>
            </>
          ) : (
            branch.can.restore && (
              <a className="button" href={`${path}/restore`}>
                恢复支部
              </a>
            )
          )
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          <BranchFactsPanel branch={branch} />
          <FindingsPanel branchId={branch.id} findings={findings} />
          <TermsPanel {...shown} />
          <OfficersPanel {...shown} />
        </div>
        <div className="grid gap-4">
          {branch.can.seeMembers && <BranchRecordsPanel actor={actor} branch={branch} />}
          <BranchVisitsPanel actor={actor} branch={branch} />
          <CoveragePanel {...shown} />
          <GroupsPanel {...shown} />
          <InstructorsPanel {...shown} />
          <OriginsPanel branch={branch} />
        </div>
        <div className="lg:col-span-2">
          <MembersPanel branch={branch} />
        </div>
      </div>
    </>
  );
}
