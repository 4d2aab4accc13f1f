import { DatedFacts } from "@/components/branches/dated-facts";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { type Day, holdsOn } from "@/lib/calendar";
import { instructorKindLabels, type TargetKind } from "@/lib/instructors/labels";
import type { InstructorFile } from "@/lib/instructors/queries/find-instructor";

export function InstructorFacts({ instructor }: { instructor: InstructorFile }) {
  const { can } = instructor;
  return (
    <Panel title="基本情况" more={can.edit && <a href={`/instructors/${instructor.id}/edit`}>修改</a>}>
      <Facts
        items={[
          { label: "类型", value: instructorKindLabels[instructor.kind] },
          { label: "上岗日期", value: instructor.startedOn },
          {
            label: "专业技术职务",
            value: instructor.professionalTitle,
            note: instructor.titleOn && `${instructor.titleOn} 取得`,
          },
          {
            label: "手机号",
            value: instructor.phoneMasked,
            note: can.revealPhone && (
              <a href={`/instructors/${instructor.id}/reveal`} aria-label="查看完整手机号">
                查看
              </a>
            ),
          },
          {
            label: "登录账号",
            value: instructor.user?.username,
            note: !instructor.user && can.edit && "由系统管理员开通并授予指导员角色",
          },
          { label: "所属党委", value: instructor.committee.name },
        ]}
      />
    </Panel>
  );
}

const groups: { kind: TargetKind; title: string; path: string; empty: string }[] = [
  { kind: "enterprise", title: "联系企业", path: "/enterprises", empty: "没有联系企业" },
  { kind: "branch", title: "联系支部", path: "/branches", empty: "没有联系支部" },
  { kind: "servicePoint", title: "服务点", path: "/service-points", empty: "没有负责服务点" },
];

/** What the instructor looks after today and looked after before, by kind. */
export function InstructorAssignments({ instructor, day }: { instructor: InstructorFile; day: Day }) {
  const { can } = instructor;
  const base = `/instructors/${instructor.id}`;
  return groups.map(({ kind, title, path, empty }) => {
    const entries = instructor.assignments.filter((entry) => entry.kind === kind);
    const count = entries.filter((entry) => holdsOn(day, entry)).length;
    return (
      <Panel
        key={kind}
        title={count > 0 ? `${title} ${count} 个` : title}
        more={can.edit && <a href={`${base}/assign?to=${kind}`}>安排</a>}
      >
        <DatedFacts
          facts={entries}
          day={day}
          empty={empty}
          path={can.correct ? `${base}/assignments` : undefined}
          canEnd={can.edit}
        >
          {(entry) => <a href={`${path}/${entry.targetId}`}>{entry.targetName}</a>}
        </DatedFacts>
      </Panel>
    );
  });
}
