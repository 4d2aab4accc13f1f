import { randomUUID } from "node:crypto";
import { FilterSelect } from "@/components/shell/filter-fields";
import { SelectField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { type Day, quarterDays, readQuarter, writeQuarterInText } from "@/lib/calendar";
import { planShiftsAction } from "@/lib/duty/actions";
import type { pointsToPlan } from "@/lib/duty/queries/duty-choices";

type Committee = Awaited<ReturnType<typeof pointsToPlan>>[number];

const inWords = (quarter: string) => {
  const read = readQuarter(quarter);
  return read ? writeQuarterInText(read) : quarter;
};

/** Which committee's points are planned, for staff of several. */
export function CommitteeSwitch({ committees, chosen }: { committees: Committee[]; chosen: string }) {
  return (
    <form action="/duty/plan" className="mb-4 flex flex-wrap items-center gap-3">
      <FilterSelect
        name="committee"
        all="请选择党委"
        value={chosen}
        choices={committees.map(({ id, name }) => [id, name] as const)}
      />
      <button type="submit" className="button">
        换党委
      </button>
    </form>
  );
}

export function PlanForm(props: { committee: Committee; quarters: string[]; quarter: string }) {
  const { committee, quarters } = props;
  return (
    <ActionForm action={planShiftsAction} requestKey={randomUUID()} submitLabel="生成班次" cancelHref="/duty">
      <input type="hidden" name="committeeId" value={committee.id} />
      <SelectField
        name="quarter"
        label="季度"
        isRequired
        choices={quarters.map((quarter) => ({ value: quarter, label: inWords(quarter) }))}
        initial={quarters.includes(props.quarter) ? props.quarter : quarters[0]}
      />
      <SelectField
        name="servicePointId"
        label="服务点"
        empty={`全部服务点（${committee.points.length} 个）`}
        choices={committee.points.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </ActionForm>
  );
}

/** How many holidays each quarter keeps free: a quarter without any has most likely not been set yet. */
export function Holidays({ quarters, days }: { quarters: string[]; days: Day[] }) {
  return (
    <ul className="mb-4 grid gap-1 text-sm">
      {quarters.map((text) => {
        const quarter = readQuarter(text);
        if (!quarter) return null;
        const { from, to } = quarterDays(quarter);
        const count = days.filter((day) => day >= from && day <= to).length;
        return (
          <li key={text} className={count === 0 ? "text-attention" : "muted"}>
            {writeQuarterInText(quarter)}：
            {count === 0 ? "还没有设置节假日，可请管理员在党委设置中补上。" : `已避开节假日 ${count} 天。`}
          </li>
        );
      })}
    </ul>
  );
}

/** What the last planning has made, and what is left to do. */
export function PlanResult(props: { quarter: string; made: number; without: number }) {
  const { quarter, made, without } = props;
  return (
    <div role="status" className="panel mb-4 max-w-2xl">
      <p>
        {inWords(quarter)}：{made > 0 ? `新排 ${made} 个班次。` : "没有新排班次，原有班次不变。"}
        <a href={`/duty?quarter=${quarter}`}>查看班次</a>
      </p>
      {without > 0 && (
        <p className="mt-2 text-attention">
          还有 {without} 天没有党建指导员可排。请先在
          <a href="/service-points?unassigned=1">服务点</a>安排指导员，再生成一次。
        </p>
      )}
    </div>
  );
}
