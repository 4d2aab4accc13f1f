"use server";

import { z } from "zod";
import { recordId, requiredText } from "@/lib/forms/fields";
import { formAction } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { cancelImport, confirmImport } from "@/lib/imports/commands/confirm-import";
import { remapImport } from "@/lib/imports/commands/remap-import";
import { takeBackImport } from "@/lib/imports/commands/take-back-import";
import { writeImportsJob } from "@/lib/imports/commands/write-waiting-imports";
import { columnForm } from "@/lib/imports/schema";
import { wakeJob } from "@/lib/jobs/boss";

const id = recordId("导入");

const confirm = formAction(z.object({ id }), async (actor, input) => {
  const { id: batchId } = await confirmImport(actor, input);
  wakeJob(writeImportsJob);
  return `/imports/${batchId}`;
});
const cancel = formAction(
  z.object({ id }),
  async (actor, input) => `/imports/${(await cancelImport(actor, input)).id}`,
);
const remap = formAction(
  columnForm,
  async (actor, { id: batchId, choice }) => `/imports/${(await remapImport(actor, batchId, choice)).id}`,
);
const takeBack = formAction(
  z.object({ id, reason: requiredText("撤回原因") }),
  async (actor, input) => `/imports/${(await takeBackImport(actor, input)).id}`,
);

export async function confirmImportAction(state: FormState, form: FormData) {
  return confirm(state, form);
}

export async function cancelImportAction(state: FormState, form: FormData) {
  return cancel(state, form);
}

export async function remapImportAction(state: FormState, form: FormData) {
  return remap(state, form);
}

export async function takeBackImportAction(state: FormState, form: FormData) {
  return takeBack(state, form);
}
