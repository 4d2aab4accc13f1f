import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MemberFields } from "@/components/members/member-fields";
import { BranchField, EmploymentFields } from "@/components/members/place-fields";
import { PageHeader } from "@/components/shell/page-header";
import { TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { committeeChoices } from "@/lib/committees/queries";
import { createMemberAction } from "@/lib/members/actions";
import { canCreateMember } from "@/lib/members/policy";
import { branchesToJoin, namesOfFilter } from "@/lib/members/queries/choices";

export const metadata: Metadata = { title: "登记党员" };

type Search = { committee?: string; branch?: string; enterprise?: string };

export default async function NewMemberPage(props: { searchParams: Promise<Search> }) {
  const actor = await requireActor();
  if (!canCreateMember(actor)) notFound();
  const search = await props.searchParams;
  const committees = await committeeChoices(actor);
  const committee = committees.length === 1 ? committees[0] : committees.find(({ id }) => id === search.committee);
  const trail = [{ href: "/members", label: "党员" }];
  if (!committee) return <CommitteeStep committees={committees} />;
  const [branches, names] = await Promise.all([branchesToJoin(actor, committee.id), namesOfFilter(actor, search)]);
  return (
    <>
      <PageHeader title="登记党员" trail={trail} note={committee.name} />
      <div className="panel max-w-3xl">
        <ActionForm action={createMemberAction} requestKey={randomUUID()} submitLabel="登记" cancelHref="/members">
          <input type="hidden" name="committeeId" value={committee.id} />
          <MemberFields />
          <h2 className="border-t border-line pt-4">组织关系</h2>
          <div className="grid gap-4 sm:grid-cols-2">
            <BranchField label="党支部" empty="暂不编入" branches={branches} initial={search.branch} />
            <TextField name="branchFrom" label="编入日期" type="date" initial={actor.day} />
          </div>
          <h2 className="border-t border-line pt-4">工作单位</h2>
          <EmploymentFields employer={names.enterpriseName ?? ""} hint="可不填，以后再登记" />
          <TextField name="employedFrom" label="入职日期" type="date" initial={actor.day} />
        </ActionForm>
      </div>
    </>
  );
}

/** Staff of several committees first say for which: branches and enterprises depend on it. */
function CommitteeStep(props: { committees: { id: string; name: string }[] }) {
  return (
    <>
      <PageHeader title="登记党员" trail={[{ href: "/members", label: "党员" }]} />
      <form className="panel grid max-w-2xl gap-4">
        <label className="grid gap-1">
          <span className="font-medium">所属党委</span>
          <select name="committee" className="input" required>
            {props.committees.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <div>
          <button type="submit" className="button button-primary">
            下一步
          </button>
        </div>
      </form>
    </>
  );
}
