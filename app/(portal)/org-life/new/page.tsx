import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BranchChoice } from "@/components/org-life/form/branch-choice";
import { NewRecordForm } from "@/components/org-life/form/new-record-form";
import { EmptyState } from "@/components/shell/empty-state";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/session";
import { canSeeOrgLife } from "@/lib/org-life/policy";
import { openRecordForm, recordBranchChoices } from "@/lib/org-life/queries/open-form";
import { recordOpening } from "@/lib/org-life/schema";

export const metadata: Metadata = { title: "记一次组织生活" };

const trail = [{ href: "/org-life", label: "组织生活" }];

export default async function NewRecordPage(props: { searchParams: Promise<Record<string, string | string[]>> }) {
  const actor = await requireActor();
  if (!canSeeOrgLife(actor)) notFound();
  const asked = recordOpening.parse(await props.searchParams);
  const branches = await recordBranchChoices(actor);
  const branchId = asked.branchId ?? asked.branch ?? (branches.length === 1 ? branches[0]?.id : undefined);
  const { task = "", kind = "" } = asked;
  if (!branchId) {
    return (
      <div className="mx-auto max-w-2xl">
        <PageHeader title="记一次组织生活" trail={trail} />
        <div className="panel">
          {branches.length === 0 ? (
            <EmptyState title="还没有可以记录的党支部" />
          ) : (
            <BranchChoice
              branches={branches}
              asked={Object.fromEntries(Object.entries({ task, kind }).filter(([, value]) => value))}
            />
          )}
        </div>
      </div>
    );
  }
  const heldOn = asked.heldOn && asked.heldOn <= actor.day ? asked.heldOn : actor.day;
  const open = (await openRecordForm(actor, { branchId, heldOn })) ?? notFound();
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title="记一次组织生活"
        trail={trail}
        note={
          <>
            {open.branch.name}
            {branches.length > 1 && (
              <>
                {" "}
                <a href="/org-life/new">换一个支部</a>
              </>
            )}
          </>
        }
      />
      <div className="panel">
        <NewRecordForm day={actor.day} asked={asked} heldOn={heldOn} open={open} />
      </div>
    </div>
  );
}
