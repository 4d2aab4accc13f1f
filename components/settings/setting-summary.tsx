import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { describeSetting, settingLabels } from "@/lib/settings/labels";
import type { findCommitteeSettings } from "@/lib/settings/queries";

export type CommitteeSettings = NonNullable<Awaited<ReturnType<typeof findCommitteeSettings>>>;

/** The settings that hold today and the changes ahead, for those who work by them and do not change them. */
export function SettingSummary({ committee, day }: { committee: CommitteeSettings; day: string }) {
  return (
    <Panel title="设置">
      <Facts
        items={committee.settings.map(({ key, value, changes }) => {
          const ahead = changes.filter(({ validFrom }) => validFrom > day);
          return {
            label: settingLabels[key],
            value: describeSetting(key, value),
            note: ahead.map((change) => `${change.validFrom} 起：${describeSetting(key, change.value)}`).join("；"),
          };
        })}
      />
      <p className="muted mt-3">设置由系统管理员修改。</p>
    </Panel>
  );
}
