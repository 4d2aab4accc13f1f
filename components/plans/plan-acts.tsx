import type { Plan } from "@/lib/plans/queries/find-plan";

/** What can be done with the plan as a whole: its next step is the primary one. */
export function PlanActs({ plan: { id, can, tasks } }: { plan: Plan }) {
  const path = `/plans/${id}`;
  return (
    <>
      {can.publish && tasks.length > 0 && (
        <>
          <a className="button button-primary" href={`${path}/publish`}>
            发布
          </a>
          <a className="button" href={`${path}/preview`}>
            预览
          </a>
        </>
      )}
      {can.amend && (
        <a className="button" href={`${path}/amend`}>
          修订
        </a>
      )}
      <a className="button" href={`${path}/print`}>
        打印
      </a>
      {can.close && (
        <a className="button" href={`${path}/close`}>
          办结
        </a>
      )}
      {can.remove && (
        <a className="button button-danger" href={`${path}/remove`}>
          删除草稿
        </a>
      )}
    </>
  );
}
