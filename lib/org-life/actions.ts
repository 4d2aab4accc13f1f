"use server";

import { formAction } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { removeAttachment } from "@/lib/org-life/commands/attachments";
import { createRecord } from "@/lib/org-life/commands/create-record";
import { updateRecord } from "@/lib/org-life/commands/update-record";
import { withdrawRecord } from "@/lib/org-life/commands/withdraw-record";
import * as schema from "@/lib/org-life/schema";

const pageOf = ({ id }: { id: string }) => `/org-life/${id}`;

const create = formAction(schema.newRecord, async (actor, input) => pageOf(await createRecord(actor, input)));
const update = formAction(schema.editedRecord, async (actor, input) => pageOf(await updateRecord(actor, input)));
const withdraw = formAction(schema.withdrawnRecord, async (actor, input) => pageOf(await withdrawRecord(actor, input)));
const removeFile = formAction(schema.removedAttachment, async (actor, input) =>
  pageOf(await removeAttachment(actor, input)),
);

export async function createRecordAction(state: FormState, form: FormData) {
  return create(state, form);
}

export async function updateRecordAction(state: FormState, form: FormData) {
  return update(state, form);
}

export async function withdrawRecordAction(state: FormState, form: FormData) {
  return withdraw(state, form);
}

export async function removeAttachmentAction(state: FormState, form: FormData) {
  return removeFile(state, form);
}
