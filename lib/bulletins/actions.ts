"use server";

import { draftBulletin, redraftBulletin } from "@/lib/bulletins/commands/draft-bulletin";
import { publishBulletin } from "@/lib/bulletins/commands/publish-bulletin";
import { updateBulletin } from "@/lib/bulletins/commands/update-bulletin";
import * as schema from "@/lib/bulletins/schema";
import { formAction } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";

const pageOf = ({ id }: { id: string }) => `/bulletins/${id}`;

const draft = formAction(schema.newBulletin, async (actor, input) => pageOf(await draftBulletin(actor, input)));
const redraft = formAction(schema.redraftedBulletin, async (actor, input) =>
  pageOf(await redraftBulletin(actor, input)),
);
const update = formAction(schema.editedBulletin, async (actor, input) => pageOf(await updateBulletin(actor, input)));
const publish = formAction(schema.publishedBulletin, async (actor, input) =>
  pageOf(await publishBulletin(actor, input)),
);

export async function draftBulletinAction(state: FormState, form: FormData) {
  return draft(state, form);
}

export async function redraftBulletinAction(state: FormState, form: FormData) {
  return redraft(state, form);
}

export async function updateBulletinAction(state: FormState, form: FormData) {
  return update(state, form);
}

export async function publishBulletinAction(state: FormState, form: FormData) {
  return publish(state, form);
}
