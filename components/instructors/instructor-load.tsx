import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import type { Load } from "@/lib/instructors/queries/loads";

/** What the instructor carries today; each number opens its list. */
export function InstructorLoad({ instructorId, load }: { instructorId: string; load: Load }) {
  const visits = `/visits/due?instructor=${instructorId}&due=`;
  return (
    <Panel title="目前工作量">
      <Facts
        items={[
          { label: "联系企业", value: `${load.enterpriseCount} 家` },
          { label: "联系支部", value: `${load.branchCount} 个` },
          { label: "服务点", value: `${load.servicePointCount} 个` },
          { label: "本月待走访", value: <a href={`${visits}DUE`}>{load.visitsDue} 个</a> },
          { label: "逾期走访", value: <a href={`${visits}OVERDUE`}>{load.visitsOverdue} 个</a> },
          {
            label: "本季驻点",
            value: (
              <a href={`/duty?instructor=${instructorId}`}>
                {load.shiftsPlanned} 个班次，已驻点 {load.shiftsDone}
              </a>
            ),
          },
          { label: "未答复诉求", value: `${load.openRequests} 项` },
        ]}
      />
    </Panel>
  );
}
