"use server";

import { linkHolder } from "@/lib/auth/session";
import { formAction } from "@/lib/forms/form-action";
import type { FormState, ShownOnce } from "@/lib/forms/form-state";
import { guestLinkDays } from "@/lib/guest-links/guest-link";
import { linkPurposeLabels } from "@/lib/guest-links/labels";
import { removeVisitFile } from "@/lib/visits/commands/attachments";
import { askConfirmation, confirmVisitByLink } from "@/lib/visits/commands/confirm-by-link";
import { correctVisit, withdrawVisit } from "@/lib/visits/commands/correct-visit";
import { recordVisit } from "@/lib/visits/commands/record-visit";
import {
  chosenVisit,
  confirmedVisit,
  correctedVisit,
  newVisit,
  removedVisitFile,
  withdrawnVisit,
} from "@/lib/visits/schema";

const pageOf = ({ id }: { id: string }) => `/visits/${id}`;

const recordOne = formAction(newVisit, async (actor, input) => pageOf(await recordVisit(actor, input)));
const correct = formAction(correctedVisit, async (actor, input) => pageOf(await correctVisit(actor, input)));
const withdraw = formAction(withdrawnVisit, async (actor, input) => pageOf(await withdrawVisit(actor, input)));
const removeFile = formAction(removedVisitFile, async (actor, input) => pageOf(await removeVisitFile(actor, input)));

/** The link stands in the answer to the one who made it, in no address and no log. */
const ask = formAction(chosenVisit, async (actor, input): Promise<string | ShownOnce> => {
  const { token } = await askConfirmation(actor, input);
  if (!token) return pageOf(input);
  return {
    title: `${linkPurposeLabels.VISIT_CONFIRMATION}链接（只显示这一次）`,
    text: new URL(`/confirm?token=${token}`, process.env.NEXTAUTH_URL).href,
    note: `请发给企业联系人。${guestLinkDays} 天内有效，只能用一次，只能看到这一次走访。`,
    href: pageOf(input),
  };
});

const confirm = formAction(
  confirmedVisit,
  async (guest, input) => {
    await confirmVisitByLink(guest, input);
    return "/confirm?done=1";
  },
  linkHolder,
);

export async function recordVisitAction(state: FormState, form: FormData) {
  return recordOne(state, form);
}

export async function correctVisitAction(state: FormState, form: FormData) {
  return correct(state, form);
}

export async function withdrawVisitAction(state: FormState, form: FormData) {
  return withdraw(state, form);
}

export async function removeVisitFileAction(state: FormState, form: FormData) {
  return removeFile(state, form);
}

export async function askConfirmationAction(state: FormState, form: FormData) {
  return ask(state, form);
}

export async function confirmVisitAction(state: FormState, form: FormData) {
  return confirm(state, form);
}
