import type { Setting } from "@/components/settings/setting-panel";
import { CheckList, SelectField, TextArea, TextField } from "@/components/ui/field";
import { baseLabels } from "@/lib/coverage/labels";
import { dutyRhythmLabels } from "@/lib/service-points/labels";
import { describeReminderDay, settingLabels } from "@/lib/settings/labels";
import { reminderChoices } from "@/lib/settings/schema";

/** The field for a setting's new value. */
export function SettingValueField({ setting }: { setting: Setting }) {
  const label = settingLabels[setting.key];
  switch (setting.key) {
    case "coverageBase":
      return (
        <SelectField
          name="value"
          label={label}
          isRequired
          choices={Object.entries(baseLabels).map(([value, words]) => ({ value, label: words }))}
          initial={String(setting.value)}
        />
      );
    case "staleDays":
      return <NumberField label={`${label}（天）`} value={setting.value} />;
    case "lectureRhythmMonths":
    case "activityRhythmMonths":
      return <NumberField label={`${label}（几个月一次）`} value={setting.value} hint="填 1 至 12；每季度一次填 3。" />;
    case "visitRhythmMonths":
      return <NumberField label={`${label}（几个月一次）`} value={setting.value} hint="填 1 至 12；每月一次填 1。" />;
    case "dutyRhythm":
      return (
        <SelectField
          name="value"
          label={label}
          isRequired
          choices={Object.entries(dutyRhythmLabels).map(([value, words]) => ({ value, label: words }))}
          initial={String(setting.value)}
        />
      );
    case "summaryDeadlineDay":
      return <NumberField label={`${label}（次月几日）`} value={setting.value} hint="填 1 至 31。" />;
    case "reminderDays":
      return <ReminderDays label={label} chosen={setting.value as number[]} />;
    case "holidays":
      return (
        <TextArea
          name="value"
          label={label}
          rows={12}
          initial={(setting.value as string[]).join("\n")}
          hint="一行一天，如 2026-10-01；调休上班的日子不写。全部清空表示没有节假日。"
        />
      );
  }
}

function NumberField(props: { label: string; value: unknown; hint?: string }) {
  return (
    <TextField
      name="value"
      label={props.label}
      inputMode="numeric"
      isRequired
      initial={String(props.value)}
      hint={props.hint}
    />
  );
}

/** The usual days and those that hold now, the earliest first. */
function ReminderDays({ label, chosen }: { label: string; chosen: number[] }) {
  const days = [...new Set([...reminderChoices, ...chosen])].toSorted((a, b) => b - a);
  return (
    <CheckList
      name="value"
      label={label}
      choices={days.map((day) => ({ value: String(day), label: describeReminderDay(day) }))}
      initial={chosen.map(String)}
      hint="最多 10 个；一个也不选表示不提醒。"
    />
  );
}
