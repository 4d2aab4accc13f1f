import { randomUUID } from "node:crypto";
import { CheckList, TextArea, TextField, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import {
  acceptSummaryAction,
  reopenSummaryAction,
  sendBackSummaryAction,
  withdrawSummaryAction,
} from "@/lib/summaries/actions";
import { sectionLabels, standardReasons } from "@/lib/summaries/labels";
import { reasonCode } from "@/lib/summaries/rules/reasons";
import { sections } from "@/lib/summaries/schema";

type Seen = { planId: string; branchId: string; version: number };

/** Where the queue goes on after a decision. */
type Onwards = { queue: string; next: string | null };

function SeenFields({ summary, onwards }: { summary: Seen; onwards?: Onwards | undefined }) {
  return (
    <>
      <input type="hidden" name="planId" value={summary.planId} />
      <input type="hidden" name="branchId" value={summary.branchId} />
      <VersionField version={summary.version} />
      {onwards && <input type="hidden" name="queue" value={onwards.queue} />}
      {onwards?.next && <input type="hidden" name="next" value={onwards.next} />}
    </>
  );
}

/** Accepted by one press. */
export function AcceptForm(props: { summary: Seen; onwards?: Onwards }) {
  return (
    <ActionForm action={acceptSummaryAction} requestKey={randomUUID()} submitLabel="通过" className="grid gap-2">
      <SeenFields {...props} />
    </ActionForm>
  );
}

/** Sent back with two: a standard reason, and the button. Own words are possible and not asked for. */
export function SendBackForm(props: { summary: Seen; onwards?: Onwards }) {
  const choices = sections.flatMap((section) =>
    standardReasons[section].map((text, index) => ({
      value: reasonCode(section, index),
      label: text,
      detail: sectionLabels[section],
    })),
  );
  return (
    <ActionForm
      action={sendBackSummaryAction}
      requestKey={randomUUID()}
      submitLabel="退回修改"
      isDanger
      className="grid gap-2"
    >
      <SeenFields {...props} />
      <CheckList name="reasons" label="退回原因" choices={choices} />
      <TextArea name="words" label="补充说明" rows={2} />
    </ActionForm>
  );
}

/** Opens this one branch's summary again. */
export function ReopenForm(props: { summary: Seen }) {
  return (
    <ActionForm action={reopenSummaryAction} requestKey={randomUUID()} submitLabel="重新开启" isDanger>
      <SeenFields {...props} />
      <p className="muted">只重新开启这个支部本季度的总结，支部修改后须重新报送；是否按时仍以首次报送日期为准。</p>
      <TextField name="reason" label="重新开启的原因" isRequired />
    </ActionForm>
  );
}

/** The secretary takes it back before anybody has reviewed it. */
export function WithdrawForm(props: { summary: Seen }) {
  return (
    <ActionForm action={withdrawSummaryAction} requestKey={randomUUID()} submitLabel="撤回报送" isDanger>
      <SeenFields {...props} />
      <p className="muted">审核之前可以撤回修改，修改后须重新报送；是否按时仍以首次报送日期为准。</p>
    </ActionForm>
  );
}
