import { randomUUID } from "node:crypto";
import { SelectField, TextArea, TextField, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { Panel } from "@/components/ui/panel";
import { addFigureAction, holdActivityAction, removeFigureAction } from "@/lib/activities/actions";
import { activityMeasureLabels, writeAmount, writeMeasured } from "@/lib/activities/labels";
import type { FoundActivity } from "@/lib/activities/queries/find-activity";
import { measuredUnits, sourceAddress } from "@/lib/activities/rules";

type Props = { activity: FoundActivity; day: string };

/** What came of an activity, as typed figures: how much, in which unit and period, and whence it is known. */
export function ResultsPanel({ activity, day }: Props) {
  const { figures, can } = activity;
  if (figures.length === 0 && !can.addResult) return null;
  return (
    <Panel title="活动成果">
      {figures.length === 0 && <p className="muted mb-3">还没有登记成果；没有可统计的成果可以不填。</p>}
      {figures.length > 0 && (
        <ul className="mb-3">
          {figures.map((figure) => (
            <Figure key={figure.id} figure={figure} mayRemove={can.addResult} />
          ))}
        </ul>
      )}
      {can.addResult && (
        <details open={figures.length === 0}>
          <summary className="cursor-pointer py-1">登记一项成果</summary>
          <div className="pt-2">
            <AddFigure activity={activity} day={day} />
          </div>
        </details>
      )}
    </Panel>
  );
}

function Figure({ figure, mayRemove }: { figure: FoundActivity["figures"][number]; mayRemove: boolean }) {
  const address = sourceAddress(figure.source);
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1 border-b border-line py-2 last:border-0">
      <div className="min-w-0">
        <p>
          {activityMeasureLabels[figure.measure]} <strong>{writeAmount(figure.amount, figure.unit)}</strong>
          {figure.note && <span className="ml-2 break-words">{figure.note}</span>}
        </p>
        <p className="muted break-all text-xs">
          {figure.periodFrom} 至 {figure.periodTo}，来源：
          {address ? (
            <a href={address} rel="noreferrer nofollow">
              {figure.source}
            </a>
          ) : (
            figure.source
          )}
        </p>
      </div>
      {mayRemove && (
        <ActionForm
          action={removeFigureAction}
          requestKey={randomUUID()}
          submitLabel="删除"
          isQuiet
          className="no-print contents"
        >
          <input type="hidden" name="id" value={figure.id} />
        </ActionForm>
      )}
    </li>
  );
}

const measured = measuredUnits.map((value) => ({ value, label: writeMeasured(value) }));

function AddFigure({ activity, day }: Props) {
  return (
    <ActionForm action={addFigureAction} requestKey={randomUUID()} submitLabel="登记成果">
      <input type="hidden" name="activityId" value={activity.id} />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField name="measured" label="成果指标" choices={measured} empty="请选择" isRequired />
        <TextField name="amount" label="数量" inputMode="decimal" isRequired />
        <TextField name="periodFrom" label="统计自" type="date" isRequired initial={activity.startsOn} />
        <TextField
          name="periodTo"
          label="统计至"
          type="date"
          isRequired
          initial={activity.endsOn < day ? activity.endsOn : day}
        />
      </div>
      <TextField name="source" label="来源" isRequired hint="网址，或一句话说明数据从哪里来。" />
      <TextField name="note" label="说明" hint="捐物请写明是什么物品。" />
    </ActionForm>
  );
}

/** Marks the activity as held; only then it counts, in totals and as evidence. */
export function HoldPanel({ activity }: { activity: FoundActivity }) {
  if (!activity.can.hold) return null;
  return (
    <Panel title="活动开展后">
      <ActionForm action={holdActivityAction} requestKey={randomUUID()} submitLabel="登记为已开展" isQuiet>
        <input type="hidden" name="id" value={activity.id} />
        <VersionField version={activity.version} />
        <TextArea
          name="note"
          label="活动小结（选填）"
          rows={3}
          hint="登记为已开展后计入汇总，并作为到场支部完成计划任务的依据；到场和成果仍可补登。"
        />
      </ActionForm>
    </Panel>
  );
}
