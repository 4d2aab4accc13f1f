import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActivityFields } from "@/components/activities/activity-fields";
import { ChooseOrganizer } from "@/components/activities/choose-organizer";
import { PageHeader } from "@/components/shell/page-header";
import { CheckField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { planActivityAction } from "@/lib/activities/actions";
import { canPlanActivities } from "@/lib/activities/policy";
import { campaignChoices, organizerChoices, taskChoices } from "@/lib/activities/queries/activity-choices";
import { requireActor } from "@/lib/auth/session";

export const metadata: Metadata = { title: "筹备活动" };

type Search = { committee?: string; branch?: string; task?: string };

export default async function NewActivityPage(props: { searchParams: Promise<Search> }) {
  const actor = await requireActor();
  if (!canPlanActivities(actor)) notFound();
  const asked = await props.searchParams;
  const organizers = await organizerChoices(actor);
  const named = organizers.find(({ committeeId, branchId }) =>
    branchId ? branchId === asked.branch : committeeId === asked.committee,
  );
  const organizer = named ?? (organizers.length === 1 ? organizers[0] : undefined);
  const header = (
    <PageHeader title="筹备活动" trail={[{ href: "/activities", label: "主题活动" }]} note={organizer?.name} />
  );
  if (!organizer) {
    return (
      <>
        {header}
        <ChooseOrganizer organizers={organizers} />
      </>
    );
  }
  const [tasks, campaigns] = await Promise.all([
    taskChoices(actor, organizer.committeeId, null),
    campaignChoices(actor, organizer.committeeId, null),
  ]);
  const owner = organizer.branchId
    ? { name: "branchId", value: organizer.branchId }
    : { name: "committeeId", value: organizer.committeeId };
  return (
    <>
      {header}
      <div className="panel max-w-2xl">
        <ActionForm action={planActivityAction} requestKey={randomUUID()} submitLabel="保存" cancelHref="/activities">
          <input type="hidden" {...owner} />
          <ActivityFields tasks={tasks} campaigns={campaigns} taskId={asked.task} />
          {!organizer.branchId && (
            <CheckField name="invitesAll" label="邀请本党委全部党支部" hint="也可以保存后再逐个选择。" />
          )}
        </ActionForm>
      </div>
    </>
  );
}
