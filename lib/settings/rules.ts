import type { Day } from "@/lib/calendar";
import { type SettingKey, type Settings, settingDefaults, settingSchemas } from "@/lib/settings/schema";

export type SettingRow = { key: string; value: unknown; validFrom: Day };

/** The settings that hold on a day: of each the newest one that has begun, else its default. */
export function settingsFrom(rows: SettingRow[], day: Day): Settings {
  const chosen: Record<string, unknown> = { ...settingDefaults };
  const begun = rows.filter(({ key, validFrom }) => key in settingSchemas && validFrom <= day);
  for (const { key, value } of begun.sort((a, b) => a.validFrom.localeCompare(b.validFrom))) {
    chosen[key] = settingSchemas[key as SettingKey].parse(value);
  }
  return chosen as Settings;
}
