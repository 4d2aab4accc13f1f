import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate, toDay } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound } from "@/lib/errors";
import { settingLabels } from "@/lib/settings/labels";
import { canChangeSettings, visibleSettings } from "@/lib/settings/policy";
import { settingsFrom } from "@/lib/settings/rules";
import type { ChangedSetting, SettingKey, WithdrawnSetting } from "@/lib/settings/schema";

/**
 * Gives a committee's setting a new value from a day on. Refuses a day in the past, so that figures already read
 * stay what they were, and a second change on one day.
 */
export function changeSetting(actor: Actor, input: ChangedSetting): Promise<{ committeeId: string }> {
  return command(actor, "setting.change", input, async (tx, record) => {
    const { committeeId, key, value, validFrom } = input;
    const committee = await changeableCommittee(tx, actor, committeeId);
    if (validFrom < actor.day) throw new DomainError("WRONG_STATE", "生效日期不能早于今天，以免改变已有的统计结果。");
    const before = settingsFrom(await keptSettings(tx, committeeId), validFrom)[key];
    await tx.committeeSetting.create({
      data: { committeeId, key, value, validFrom: toDate(validFrom) },
      select: { id: true },
    });
    await record({
      subjectType: "CommitteeSetting",
      subjectId: committeeId,
      subjectName: `${committee.name} · ${settingLabels[key]}`,
      committeeId,
      before: { [key]: before },
      after: { [key]: value, validFrom },
    });
    return { committeeId };
  });
}

/** Takes back a change that takes effect today or later. What has been in force longer stays. */
export function withdrawSetting(actor: Actor, input: WithdrawnSetting): Promise<{ committeeId: string }> {
  return command(actor, "setting.withdraw", input, async (tx, record) => {
    const setting = await tx.committeeSetting.findUnique({ where: { id: input.id } });
    if (!setting) throw notFound("设置");
    const committee = await changeableCommittee(tx, actor, setting.committeeId);
    const removed = await tx.committeeSetting.deleteMany({
      where: { id: input.id, validFrom: { gte: toDate(actor.day) } },
    });
    if (removed.count !== 1) {
      throw new DomainError("WRONG_STATE", "这次修改已经生效，不能撤回。请另外登记一次修改。");
    }
    await record({
      subjectType: "CommitteeSetting",
      subjectId: setting.committeeId,
      subjectName: `${committee.name} · ${settingLabels[setting.key as SettingKey] ?? setting.key}`,
      committeeId: setting.committeeId,
      before: { [setting.key]: setting.value, validFrom: toDay(setting.validFrom) },
    });
    return { committeeId: setting.committeeId };
  });
}

async function changeableCommittee(tx: Tx, actor: Actor, id: string) {
  const committee = await tx.committee.findFirst({
    where: { AND: [visibleSettings(actor), { id, closedOn: null }] },
    select: { name: true },
  });
  if (!committee || !canChangeSettings(actor)) throw notFound("党委");
  return committee;
}

async function keptSettings(tx: Tx, committeeId: string) {
  const rows = await tx.committeeSetting.findMany({
    where: { committeeId },
    select: { key: true, value: true, validFrom: true },
  });
  return rows.map((row) => ({ ...row, validFrom: toDay(row.validFrom) }));
}
