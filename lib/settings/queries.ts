import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { type Day, toDate, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";
import { canChangeSettings, visibleSettings } from "@/lib/settings/policy";
import { settingsFrom } from "@/lib/settings/rules";
import { changeableKeys, type SettingKey, type Settings } from "@/lib/settings/schema";

/** Every setting of a committee on a day, with defaults for what nobody has set. No personal data: no actor asked. */
export async function settingsOn(committeeId: string, day: Day): Promise<Settings> {
  const rows = await db.committeeSetting.findMany({
    where: { committeeId, validFrom: { lte: toDate(day) } },
    select: { key: true, value: true, validFrom: true },
  });
  return settingsFrom(
    rows.map((row) => ({ ...row, validFrom: toDay(row.validFrom) })),
    day,
  );
}

/** One setting as it holds on a day, committee by committee, its default where nobody has set it. No personal data: no actor asked. */
export async function settingByCommittee<Key extends SettingKey>(
  key: Key,
  day: Day,
): Promise<(committeeId: string) => Settings[Key]> {
  const rows = await db.committeeSetting.findMany({
    where: { key, validFrom: { lte: toDate(day) } },
    select: { committeeId: true, key: true, value: true, validFrom: true },
  });
  const byCommittee = Map.groupBy(
    rows.map((row) => ({ ...row, validFrom: toDay(row.validFrom) })),
    ({ committeeId }) => committeeId,
  );
  return (committeeId) => settingsFrom(byCommittee.get(committeeId) ?? [], day)[key];
}

/** The holidays that hold on a day for any of these committees, the earliest first. */
export async function holidaysOn(committeeIds: string[], day: Day): Promise<Day[]> {
  const holidaysOf = await settingByCommittee("holidays", day);
  return [...new Set(committeeIds.flatMap(holidaysOf))].toSorted();
}

/** Committees with the settings that hold today, in pinyin order: for the administrator's overview. */
export async function listCommitteeSettings(actor: Actor) {
  const committees = await db.committee.findMany({
    where: { AND: [visibleSettings(actor), { closedOn: null }] },
    orderBy: [{ nameSort: "asc" }, { id: "asc" }],
    take: 500,
    select: {
      id: true,
      name: true,
      parent: { select: { name: true } },
      settings: { select: { key: true, value: true, validFrom: true } },
    },
  });
  return committees.map(({ settings, parent, ...committee }) => ({
    ...committee,
    parentName: parent?.name ?? null,
    settings: settingsFrom(
      settings.map((row) => ({ ...row, validFrom: toDay(row.validFrom) })),
      actor.day,
    ),
  }));
}

/** One committee's changeable settings: what holds today, and every change with its day. Null outside the actor's scope. */
export async function findCommitteeSettings(actor: Actor, committeeId: string) {
  if (!isRecordId(committeeId)) return null;
  const committee = await db.committee.findFirst({
    where: { AND: [visibleSettings(actor), { id: committeeId }] },
    select: {
      id: true,
      name: true,
      closedOn: true,
      settings: { orderBy: { validFrom: "desc" }, select: { id: true, key: true, value: true, validFrom: true } },
    },
  });
  if (!committee) return null;
  const canChange = canChangeSettings(actor) && committee.closedOn === null;
  const rows = committee.settings.map((row) => ({ ...row, validFrom: toDay(row.validFrom) }));
  const now = settingsFrom(rows, actor.day);
  return {
    id: committee.id,
    name: committee.name,
    settings: changeableKeys.map((key) => ({
      key,
      value: now[key],
      changes: rows
        .filter((row) => row.key === key)
        .map((row) => ({ ...row, can: { withdraw: canChange && row.validFrom >= actor.day } })),
    })),
    can: { change: canChange },
  };
}
