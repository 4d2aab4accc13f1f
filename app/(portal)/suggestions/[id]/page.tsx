import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { Facts } from "@/components/ui/facts";
import { TextArea, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/auth/session";
import { formatInstant } from "@/lib/calendar";
import { answerSuggestionAction } from "@/lib/suggestions/actions";
import { suggestionKindLabels } from "@/lib/suggestions/labels";
import { findSuggestion } from "@/lib/suggestions/queries";

export const metadata: Metadata = { title: "意见建议" };

export default async function SuggestionPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const one = (await findSuggestion(actor, (await props.params).id)) ?? notFound();
  return (
    <>
      <PageHeader
        title={suggestionKindLabels[one.kind]}
        trail={[{ href: "/suggestions", label: "意见建议" }]}
        note={`${one.userName}，${formatInstant(one.createdAt)}`}
      />
      <div className="grid max-w-3xl gap-4">
        <Panel title="内容">
          <p className="mb-3 whitespace-pre-wrap break-words">{one.text}</p>
          <Facts items={[{ label: "所在页面", value: <a href={one.page}>{one.page}</a> }]} />
        </Panel>
        {one.answer !== null ? (
          <Panel title="答复">
            <p className="whitespace-pre-wrap break-words">{one.answer}</p>
            <p className="muted mt-2">
              {one.answeredByName}，{one.answeredAt && formatInstant(one.answeredAt)}
            </p>
          </Panel>
        ) : one.can.answer ? (
          <Panel title="答复">
            <ActionForm action={answerSuggestionAction} requestKey={randomUUID()} submitLabel="答复">
              <input type="hidden" name="id" value={one.id} />
              <VersionField version={one.version} />
              <TextArea name="answer" label="答复内容" rows={5} isRequired />
            </ActionForm>
          </Panel>
        ) : (
          <Panel title="答复">
            <p className="muted">还没有答复。答复后会通知您。</p>
          </Panel>
        )}
      </div>
    </>
  );
}
