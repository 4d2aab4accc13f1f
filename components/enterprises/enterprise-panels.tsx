import { type Enterprise, Origin } from "@/components/enterprises/enterprise-facts";
import { EmptyState } from "@/components/shell/empty-state";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import { branchKindLabels } from "@/lib/branches/labels";
import { explainCoverage } from "@/lib/coverage/rules/standing";
import { memberStageLabels } from "@/lib/members/labels";

type Props = { enterprise: Enterprise };
type Span = { validFrom: string; validTo: string | null };

const days = ({ validFrom, validTo }: Span) => (validTo ? `${validFrom} 至 ${validTo}` : `${validFrom} 起`);

/** Who covers the enterprise today and did before; without a branch, why, and when there will be one. */
export function CoveragePanel({ enterprise }: Props) {
  const { coverages, facts } = enterprise;
  const today = coverages.filter(({ isToday }) => isToday);
  return (
    <Panel title="党组织覆盖">
      {enterprise.closedOn === null && <p className="mb-2">{sentence(enterprise)}</p>}
      {coverages.length === 0 && enterprise.closedOn !== null && <p className="muted">没有党支部覆盖过这家企业。</p>}
      {coverages.length > 0 && (
        <ul className="grid gap-1">
          {coverages.map((coverage) => (
            <li key={coverage.id} className={coverage.isToday ? undefined : "muted"}>
              {coverage.canOpen ? (
                <a href={`/branches/${coverage.branchId}`}>{coverage.branchName}</a>
              ) : (
                coverage.branchName
              )}
              <span className="muted ml-2">
                {branchKindLabels[coverage.kind]}，{days(coverage)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {today.length === 0 && enterprise.closedOn === null && (
        <p className="mt-2">
          未建支部原因：{facts.noBranchReason.text ?? <span className="muted">未填写</span>}
          {facts.plannedBranchOn.text && `；计划 ${facts.plannedBranchOn.text} 建立`}{" "}
          <span className="muted text-xs">
            <Origin fact={facts.noBranchReason} />
          </span>
        </p>
      )}
    </Panel>
  );
}

function sentence(enterprise: Enterprise): string {
  const today = enterprise.coverages.filter(({ isToday }) => isToday);
  return explainCoverage({
    isSettled: enterprise.location?.isSettled ?? false,
    memberCount: enterprise.memberCount,
    fullMemberCount: enterprise.fullMemberCount,
    hasSingleBranch: today.some(({ kind }) => kind === "SINGLE"),
    hasJointBranch: today.some(({ kind }) => kind !== "SINGLE"),
    hasInstructor: enterprise.assignments.some(({ isToday }) => isToday),
  });
}

export function LocationPanel({ enterprise }: Props) {
  const { id, locations, can, facts } = enterprise;
  const more = can.edit && (
    <span className="flex gap-3">
      <a href={`/enterprises/${id}/move`}>迁址、入驻变更</a>
      {enterprise.location && <a href={`/enterprises/${id}/location`}>更正所在地</a>}
    </span>
  );
  return (
    <Panel title="园区楼宇" more={more}>
      {locations.length === 0 ? (
        <EmptyState title="没有登记所在园区">{can.edit && "请用“迁址、入驻变更”登记。"}</EmptyState>
      ) : (
        <ul className="grid gap-1">
          {locations.map((location) => (
            <li key={location.id} className={location.id === enterprise.location?.id ? undefined : "muted"}>
              <a href={`/enterprises?park=${location.parkId}`}>{location.parkName}</a>
              {location.buildingName}{" "}
              <Badge tone={location.isSettled ? "good" : "plain"}>{location.isSettled ? "入驻" : "仅注册"}</Badge>
              <span className="muted ml-2">{days(location)}</span>
            </li>
          ))}
        </ul>
      )}
      {enterprise.location && (facts.isSettled.origin || facts.isSettled.others.length > 0) && (
        <p className="muted mt-2 text-xs">
          是否入驻的来源：
          <Origin fact={facts.isSettled} />
        </p>
      )}
    </Panel>
  );
}

export function PeoplePanel({ enterprise }: Props) {
  const { people, memberCount, fullMemberCount } = enterprise;
  return (
    <Panel
      title="党员"
      more={
        <span>
          <span className="muted">
            在册党员 {memberCount} 名，其中正式 {fullMemberCount} 名
          </span>
          {people.length > 0 && (
            <a href={`/members?enterprise=${enterprise.id}`} className="ml-3">
              名单
            </a>
          )}
        </span>
      }
    >
      {people.length === 0 ? (
        <p className="muted">名册中没有您可以查看的、现在在这里工作的人员。</p>
      ) : (
        <ul className="grid gap-1 sm:grid-cols-2">
          {people.map((person) => (
            <li key={person.id}>
              <a href={`/members/${person.id}`}>{person.name}</a>
              <span className="muted ml-2">
                {memberStageLabels[person.stage]}
                {person.post && `，${person.post}`}
                {person.isManagement && "（管理层）"}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

export function InstructorPanel({ enterprise }: Props) {
  const { assignments, can } = enterprise;
  return (
    <Panel title="党建指导员" more={can.edit && <a href="/instructors">到指导员页安排联系</a>}>
      {assignments.length === 0 ? (
        <p className="muted">还没有指导员联系这家企业。</p>
      ) : (
        <ul className="grid gap-1">
          {assignments.map((assignment) => (
            <li key={assignment.id} className={assignment.isToday ? undefined : "muted"}>
              {assignment.canOpen ? (
                <a href={`/instructors/${assignment.instructorId}`}>{assignment.instructorName}</a>
              ) : (
                assignment.instructorName
              )}
              <span className="muted ml-2">{days(assignment)}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

export function ListsPanel({ enterprise }: Props) {
  const { id, scaleYears, associations, can } = enterprise;
  return (
    <Panel title="名单" more={can.editLists && <a href={`/enterprises/${id}/lists`}>登记、更正</a>}>
      <p>
        规模以上企业：
        {scaleYears.length === 0 ? (
          <span className="muted">没有年度</span>
        ) : (
          scaleYears.map(({ year }) => year).join("、")
        )}
      </p>
      <p>
        协会会员：
        {associations.length === 0 ? <span className="muted">不是</span> : associations.map(days).join("、")}
      </p>
    </Panel>
  );
}

export function HistoryPanel({ enterprise }: Props) {
  return (
    <Panel title="沿革" more={enterprise.can.edit && <a href={`/enterprises/${enterprise.id}/rename`}>登记更名</a>}>
      {enterprise.history.length === 0 ? (
        <p className="muted">还没有带日期的记录。</p>
      ) : (
        <ol className="grid gap-1">
          {enterprise.history.map(({ on, words }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are fixed and may repeat
            <li key={index} className="grid grid-cols-[7em_1fr]">
              <span className="muted">{on}</span>
              {words}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
