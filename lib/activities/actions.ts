"use server";

import { answerInvitation } from "@/lib/activities/commands/answer-invitation";
import { removeActivityFile } from "@/lib/activities/commands/attachments";
import { cancelActivity, holdActivity } from "@/lib/activities/commands/conclude";
import { checkInAtDoor, closeDoor, openDoor } from "@/lib/activities/commands/door";
import { addFigure, removeFigure } from "@/lib/activities/commands/figures";
import { inviteBranches } from "@/lib/activities/commands/invite-branches";
import { inviteEnterprises, uninviteEnterprise } from "@/lib/activities/commands/invite-enterprises";
import { planActivity } from "@/lib/activities/commands/plan-activity";
import { tickAttendance } from "@/lib/activities/commands/tick-attendance";
import { updateActivity } from "@/lib/activities/commands/update-activity";
import {
  answeredInvitation,
  cancelledActivity,
  checkedIn,
  chosenActivity,
  editedActivity,
  heldActivity,
  invitedBranches,
  invitedEnterprises,
  newFigure,
  plannedActivity,
  removedActivityFile,
  removedFigure,
  tickedAttendance,
  uninvitedEnterprise,
} from "@/lib/activities/schema";
import { drawQrCode } from "@/lib/documents/qr-code";
import { formAction } from "@/lib/forms/form-action";
import type { FormState, ShownOnce } from "@/lib/forms/form-state";

const pageOf = ({ id }: { id: string }) => `/activities/${id}`;

const plan = formAction(plannedActivity, async (actor, input) => pageOf(await planActivity(actor, input)));
const update = formAction(editedActivity, async (actor, input) => pageOf(await updateActivity(actor, input)));
const askBranches = formAction(invitedBranches, async (actor, input) => pageOf(await inviteBranches(actor, input)));
const askEnterprises = formAction(invitedEnterprises, async (actor, input) =>
  pageOf(await inviteEnterprises(actor, input)),
);
const uninvite = formAction(uninvitedEnterprise, async (actor, input) =>
  pageOf(await uninviteEnterprise(actor, input)),
);
const answer = formAction(answeredInvitation, async (actor, input) => pageOf(await answerInvitation(actor, input)));
const tick = formAction(tickedAttendance, async (actor, input) => pageOf(await tickAttendance(actor, input)));
const close = formAction(chosenActivity, async (actor, input) => pageOf(await closeDoor(actor, input)));
const hold = formAction(heldActivity, async (actor, input) => pageOf(await holdActivity(actor, input)));
const cancel = formAction(cancelledActivity, async (actor, input) => pageOf(await cancelActivity(actor, input)));
const addOne = formAction(newFigure, async (actor, input) => pageOf(await addFigure(actor, input)));
const removeOne = formAction(removedFigure, async (actor, input) => pageOf(await removeFigure(actor, input)));
const removeFile = formAction(removedActivityFile, async (actor, input) =>
  pageOf(await removeActivityFile(actor, input)),
);

/** The code stands in the answer to the one who made it; the portal keeps only its hash. */
const open = formAction(chosenActivity, async (actor, input): Promise<string | ShownOnce> => {
  const { token } = await openDoor(actor, input);
  if (!token) return `${pageOf(input)}/door`;
  const address = new URL(`/activities/door?token=${token}`, process.env.NEXTAUTH_URL).href;
  return {
    title: "签到码",
    text: address,
    picture: await drawQrCode(address),
    note: "请党支部书记登录后扫码，为本支部登记到场人数；只登记单位，不登记个人。签到码只在活动当天有效，离开本页后不再显示，可以重新生成。",
    href: pageOf(input),
  };
});

const checkIn = formAction(checkedIn, async (actor, input) => pageOf(await checkInAtDoor(actor, input)));

export async function planActivityAction(state: FormState, form: FormData) {
  return plan(state, form);
}

export async function updateActivityAction(state: FormState, form: FormData) {
  return update(state, form);
}

export async function inviteBranchesAction(state: FormState, form: FormData) {
  return askBranches(state, form);
}

export async function inviteEnterprisesAction(state: FormState, form: FormData) {
  return askEnterprises(state, form);
}

export async function uninviteEnterpriseAction(state: FormState, form: FormData) {
  return uninvite(state, form);
}

export async function answerInvitationAction(state: FormState, form: FormData) {
  return answer(state, form);
}

export async function tickAttendanceAction(state: FormState, form: FormData) {
  return tick(state, form);
}

export async function openDoorAction(state: FormState, form: FormData) {
  return open(state, form);
}

export async function closeDoorAction(state: FormState, form: FormData) {
  return close(state, form);
}

export async function checkInAction(state: FormState, form: FormData) {
  return checkIn(state, form);
}

export async function holdActivityAction(state: FormState, form: FormData) {
  return hold(state, form);
}

export async function cancelActivityAction(state: FormState, form: FormData) {
  return cancel(state, form);
}

export async function addFigureAction(state: FormState, form: FormData) {
  return addOne(state, form);
}

export async function removeFigureAction(state: FormState, form: FormData) {
  return removeOne(state, form);
}

export async function removeActivityFileAction(state: FormState, form: FormData) {
  return removeFile(state, form);
}
