import { DatedFacts } from "@/components/branches/dated-facts";
import { Panel } from "@/components/ui/panel";
import type { OfficerPost } from "@/generated/prisma/enums";
import { officerPostLabels } from "@/lib/branches/labels";
import type { Day } from "@/lib/calendar";
import type { MemberEntryKind } from "@/lib/members/labels";
import type { MemberEntry, MemberFile } from "@/lib/members/queries/find-member";

type Props = { member: MemberFile; day: Day };

const entriesOf = (member: MemberFile, kind: MemberEntryKind) => member.entries.filter((entry) => entry.kind === kind);

/** Where an entry's own pages lie, for those who may right it. */
const pathOf = (member: MemberFile) => (member.can.correct ? `/members/${member.id}/entries` : undefined);

/** A branch or an enterprise by name; a way there only for whom it exists. */
function Place(props: { path: string; entry: MemberEntry; canOpen: boolean }) {
  const { placeId, placeName } = props.entry;
  return props.canOpen ? <a href={`${props.path}/${placeId}`}>{placeName}</a> : placeName;
}

export function MemberBranches({ member, day }: Props) {
  return (
    <Panel
      title="组织关系"
      more={member.can.edit && <a href={`/members/${member.id}/transfer`}>{member.branch ? "转接" : "编入支部"}</a>}
    >
      <DatedFacts
        facts={entriesOf(member, "MEMBERSHIP")}
        day={day}
        empty="现未编入党支部"
        path={pathOf(member)}
        canEnd={false}
      >
        {(entry) => <Place path="/branches" entry={entry} canOpen={member.can.correct || entry === member.branch} />}
      </DatedFacts>
    </Panel>
  );
}

export function MemberEmployments({ member, day }: Props) {
  return (
    <Panel
      title="工作单位"
      more={
        member.can.edit && (
          <a href={`/members/${member.id}/employment`}>{member.employment ? "变更" : "登记工作单位"}</a>
        )
      }
    >
      <DatedFacts
        facts={entriesOf(member, "EMPLOYMENT")}
        day={day}
        empty="现无工作单位"
        path={pathOf(member)}
        canEnd={false}
      >
        {(entry) => (
          <>
            <Place path="/enterprises" entry={entry} canOpen={member.can.correct} />
            <span className="muted ml-2">{postWords(entry)}</span>
          </>
        )}
      </DatedFacts>
    </Panel>
  );
}

const postWords = ({ detail, isManagement }: MemberEntry) =>
  [detail, isManagement ? "管理层" : null].filter(Boolean).join(" · ");

export function MemberDuties({ member, day }: Props) {
  return (
    <Panel title="职责" more={member.can.edit && <a href={`/members/${member.id}/duties/new`}>登记职责</a>}>
      <DatedFacts
        facts={entriesOf(member, "DUTY")}
        day={day}
        empty="没有登记职责"
        path={pathOf(member)}
        canEnd={member.can.edit}
      >
        {(entry) => entry.detail}
      </DatedFacts>
    </Panel>
  );
}

/** Offices are given and ended on the branch's page. */
export function MemberOffices({ member, day }: Props) {
  const offices = entriesOf(member, "OFFICE");
  if (offices.length === 0) return null;
  return (
    <Panel title="支部任职">
      <DatedFacts facts={offices} day={day} empty="现不担任支部职务" canEnd={false}>
        {(entry) => (
          <>
            {officerPostLabels[entry.detail as OfficerPost]}
            <span className="ml-2">
              <Place path="/branches" entry={entry} canOpen={member.can.correct} />
            </span>
          </>
        )}
      </DatedFacts>
    </Panel>
  );
}
