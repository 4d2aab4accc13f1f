import { randomUUID } from "node:crypto";
import { Badge } from "@/components/ui/badge";
import { ActionForm } from "@/components/ui/form";
import { Panel } from "@/components/ui/panel";
import { uninviteEnterpriseAction } from "@/lib/activities/actions";
import type { FoundActivity, Participant, Participants } from "@/lib/activities/queries/find-activity";

/** Who is asked, who comes, who was there. */
export function ParticipantsPanel(props: { activity: FoundActivity; participants: Participants }) {
  const { activity } = props;
  const { branches, enterprises } = props.participants;
  if (branches.length + enterprises.length === 0) {
    return (
      <Panel title="参加单位">
        <p className="muted">
          {activity.can.invite ? "还没有邀请任何单位。请先邀请党支部或企业。" : "没有与您有关的参加单位。"}
        </p>
      </Panel>
    );
  }
  return (
    <Panel title="参加单位" more={<span className="muted">{summaryOf([...branches, ...enterprises])}</span>}>
      {branches.length > 0 && <Units title="党支部" path="/branches" units={branches} />}
      {enterprises.length > 0 && (
        <Units
          title="企业"
          path="/enterprises"
          units={enterprises}
          uninvites={activity.can.invite ? activity.id : null}
        />
      )}
    </Panel>
  );
}

function summaryOf(units: Participant[]): string {
  const coming = units.filter(({ signedUpAt }) => signedUpAt).length;
  const came = units.filter(({ attendedCount }) => (attendedCount ?? 0) > 0).length;
  return `邀请 ${units.length}，报名 ${coming}，到场 ${came}`;
}

function Units(props: { title: string; path: string; units: Participant[]; uninvites?: string | null }) {
  return (
    <table className="table table-cards mb-2">
      <thead>
        <tr>
          <th scope="col">{props.title}</th>
          <th scope="col">报名</th>
          <th scope="col">到场</th>
          {props.uninvites && (
            <th scope="col">
              <span className="sr-only">撤回邀请</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {props.units.map((unit) => (
          <tr key={unit.id}>
            <td>
              <a href={`${props.path}/${unit.id}`}>{unit.name}</a>
            </td>
            <td data-label="报名">
              <Answer unit={unit} />
            </td>
            <td data-label="到场">{cameInWords(unit.attendedCount)}</td>
            {props.uninvites && (
              <td>
                {!unit.signedUpAt && unit.attendedCount === null && <Uninvite id={props.uninvites} unit={unit} />}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Answer({ unit }: { unit: Participant }) {
  if (unit.signedUpAt) return <Badge tone="good">已报名</Badge>;
  if (unit.declinedAt) return <Badge tone="plain">不参加</Badge>;
  return <Badge tone="attention">未答复</Badge>;
}

function cameInWords(count: number | null): string {
  if (count === null) return "—";
  return count === 0 ? "未到场" : `${count} 人`;
}

function Uninvite({ id, unit }: { id: string; unit: Participant }) {
  return (
    <ActionForm
      action={uninviteEnterpriseAction}
      requestKey={randomUUID()}
      submitLabel="撤回邀请"
      isQuiet
      className="contents"
    >
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="enterpriseId" value={unit.id} />
    </ActionForm>
  );
}
