"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { formAction } from "@/lib/forms/form-action";
import { emptyFormState, type FormState } from "@/lib/forms/form-state";
import { openNotification, readAllNotifications } from "@/lib/notifications/commands/read-notifications";
import { saveNotificationSettings } from "@/lib/notifications/commands/save-settings";
import { chosenNotification, notificationSettings } from "@/lib/notifications/schema";

const open = formAction(chosenNotification, async (actor, input) => {
  const { href } = await openNotification(actor, input);
  countAgain();
  return href;
});
const readAll = formAction(z.object({}), async (actor) => {
  await readAllNotifications(actor);
  countAgain();
  return "/notifications";
});
const save = formAction(notificationSettings, async (actor, input) => {
  await saveNotificationSettings(actor, input);
  return "/notifications/settings?saved=1";
});

/** A press on a notification: it is read, and the page it is about opens. One that is gone leaves the inbox as it is. */
export async function openNotificationAction(form: FormData): Promise<void> {
  await open(emptyFormState, form);
}

export async function readAllNotificationsAction(form: FormData): Promise<void> {
  await readAll(emptyFormState, form);
}

/** The frame around the pages, which shows how many are unread, would otherwise stay as it is. */
function countAgain(): void {
  revalidatePath("/", "layout");
}

export async function saveNotificationSettingsAction(state: FormState, form: FormData) {
  return save(state, form);
}
