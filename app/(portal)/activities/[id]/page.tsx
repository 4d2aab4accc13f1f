import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActivityFacts } from "@/components/activities/activity-facts";
import { ActivityParts } from "@/components/activities/activity-table";
import { ActivityWays } from "@/components/activities/activity-ways";
import { AnswerPanel } from "@/components/activities/answer-panel";
import { ParticipantsPanel } from "@/components/activities/participants-panel";
import { HoldPanel, ResultsPanel } from "@/components/activities/results-panel";
import { TotalsPanel } from "@/components/activities/totals-panel";
import { AttachmentsPanel } from "@/components/attachments/attachments-panel";
import { PageHeader } from "@/components/shell/page-header";
import { Panel } from "@/components/ui/panel";
import { removeActivityFileAction } from "@/lib/activities/actions";
import {
  findActivity,
  findCampaignParts,
  listParticipants,
  ownInvitations,
} from "@/lib/activities/queries/find-activity";
import { activityNotice } from "@/lib/activities/schema";
import { requireActor } from "@/lib/auth/session";

export const metadata: Metadata = { title: "主题活动" };

export default async function ActivityPage(props: {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ refusal?: string }>;
}) {
  const actor = await requireActor();
  const activity = (await findActivity(actor, (await props.params).id)) ?? notFound();
  const { refusal } = activityNotice.parse(await props.searchParams);
  const [participants, invitations, campaign] = await Promise.all([
    listParticipants(actor, activity),
    ownInvitations(actor, activity),
    findCampaignParts(actor, activity),
  ]);
  return (
    <>
      <PageHeader
        title={activity.title}
        trail={[{ href: "/activities", label: "主题活动" }]}
        actions={<ActivityWays activity={activity} />}
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          {invitations.map((invitation) => (
            <AnswerPanel key={invitation.branchId} activity={activity} invitation={invitation} />
          ))}
          <ActivityFacts activity={activity} />
          {campaign && <TotalsPanel title="行动汇总" totals={campaign.totals} note="本行动及所属活动，只计已开展的" />}
        </div>
        <div className="grid gap-4">
          <HoldPanel activity={activity} />
          <ResultsPanel activity={activity} day={actor.day} />
          <ParticipantsPanel activity={activity} participants={participants} />
          <AttachmentsPanel
            attachments={activity.attachments}
            mayChange={activity.can.attach}
            uploadPath={`/api/activities/${activity.id}/attachments`}
            removeAction={removeActivityFileAction}
            refusal={refusal}
          />
        </div>
      </div>
      {campaign && campaign.rows.length > 0 && (
        <div className="mt-4">
          <Panel title="所属活动">
            <ActivityParts rows={campaign.rows} />
          </Panel>
        </div>
      )}
    </>
  );
}
