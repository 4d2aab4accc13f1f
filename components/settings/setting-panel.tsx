import { randomUUID } from "node:crypto";
import type { CommitteeSettings } from "@/components/settings/setting-summary";
import { Badge } from "@/components/ui/badge";
import { ActionForm } from "@/components/ui/form";
import { Panel } from "@/components/ui/panel";
import { withdrawSettingAction } from "@/lib/settings/actions";
import { describeSetting, settingLabels, settingNotes } from "@/lib/settings/labels";

export type Setting = CommitteeSettings["settings"][number];

/** One setting: what holds today and its changes with their days. */
export function SettingPanel(props: { committeeId: string; setting: Setting; day: string }) {
  const { setting, day } = props;
  const more = <a href={`/settings/${props.committeeId}/${setting.key}`}>修改</a>;
  return (
    <Panel title={settingLabels[setting.key]} more={more}>
      <p className="muted mb-3">{settingNotes[setting.key]}</p>
      <p className="mb-3">
        今天：<strong>{describeSetting(setting.key, setting.value)}</strong>
      </p>
      <SettingChanges setting={setting} day={day} />
    </Panel>
  );
}

function SettingChanges({ setting, day }: { setting: Setting; day: string }) {
  if (setting.changes.length === 0) return <p className="muted">没有修改过，使用默认值。</p>;
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">生效日期</th>
          <th scope="col">值</th>
          <th scope="col">操作</th>
        </tr>
      </thead>
      <tbody>
        {setting.changes.map((change) => (
          <tr key={change.id}>
            <td>
              <span>
                {change.validFrom} {change.validFrom > day && <Badge tone="info">未生效</Badge>}
              </span>
            </td>
            <td data-label="值">{describeSetting(setting.key, change.value)}</td>
            <td>{change.can.withdraw && <Withdraw id={change.id} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Withdraw({ id }: { id: string }) {
  return (
    <ActionForm action={withdrawSettingAction} requestKey={randomUUID()} submitLabel="撤回" isDanger className="">
      <input type="hidden" name="id" value={id} />
    </ActionForm>
  );
}
