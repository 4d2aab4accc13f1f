import { Panel } from "@/components/ui/panel";
import type { RhythmCount } from "@/lib/desks/rules/field";
import type { FieldPack } from "@/lib/field/queries/field-pack";

const shownAtOnce = 5;

/** On the instructor's desk: today's duty, who is owed a visit or an activity, and the way out into the field. */
export function FieldPanel(props: { pack: FieldPack; activities: RhythmCount; instructorId: string | null }) {
  const { pack, activities, instructorId } = props;
  const duty = pack.shifts.filter(({ dutyOn }) => dutyOn === pack.day);
  const late = pack.shifts.filter(({ dutyOn }) => dutyOn < pack.day).length;
  const due = pack.targets.filter((target) => target.due === "OVERDUE" || target.due === "DUE");
  return (
    <Panel title="今天的外勤">
      <div className="grid gap-3">
        <a className="button button-primary min-h-12" href="/field">
          记一次走访
        </a>
        {duty.map((shift) => (
          <a key={shift.id} className="button min-h-12" href={`/field#duty/${shift.id}`}>
            今天驻点：{shift.pointName}
          </a>
        ))}
        {duty.length === 0 && <p className="muted">今天没有驻点安排。</p>}
        {late > 0 && <p className="text-attention">{late} 次驻点还没有填写记录。</p>}
        <div>
          <h3 className="mb-1 font-medium">本月应走访（{due.length}）</h3>
          {due.length === 0 && <p className="muted">本月的走访都已完成。</p>}
          {due.slice(0, shownAtOnce).map((target) => (
            <a key={target.id} href={`/field#visit/${target.id}`} className="tile min-h-12">
              <strong>{target.name}</strong>
              <span className={target.due === "OVERDUE" ? "text-bad" : "muted"}>
                {target.due === "OVERDUE" ? "逾期，" : ""}应于 {target.dueOn} 前走访
              </span>
            </a>
          ))}
          {due.length > shownAtOnce && <a href="/field">另有 {due.length - shownAtOnce} 家</a>}
        </div>
        <ActivitiesOwed {...activities} list={`/activities/due?instructor=${instructorId}`} />
      </div>
    </Panel>
  );
}

function ActivitiesOwed({ owed, done, overdue, list }: RhythmCount & { list: string }) {
  const waiting = owed - done;
  return (
    <div>
      <h3 className="mb-1 font-medium">本季应参加活动（{waiting}）</h3>
      {waiting === 0 && <p className="muted">联系对象本季没有待参加的活动。</p>}
      {waiting > 0 && (
        <p>
          {overdue > 0 && <span className="text-bad">其中 {overdue} 个已逾期。</span>}
          <a href={list}>查看联系对象</a>
        </p>
      )}
    </div>
  );
}
