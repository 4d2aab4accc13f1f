"use server";

import { formAction } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { changeSetting, withdrawSetting } from "@/lib/settings/commands";
import { changedSetting, withdrawnSetting } from "@/lib/settings/schema";

const settingsPath = ({ committeeId }: { committeeId: string }) => `/settings/${committeeId}`;

const change = formAction(changedSetting, async (actor, input) => settingsPath(await changeSetting(actor, input)));
const withdraw = formAction(withdrawnSetting, async (actor, input) =>
  settingsPath(await withdrawSetting(actor, input)),
);

export async function changeSettingAction(state: FormState, form: FormData) {
  return change(state, form);
}

export async function withdrawSettingAction(state: FormState, form: FormData) {
  return withdraw(state, form);
}
