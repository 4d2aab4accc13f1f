import type { Metadata } from "next";
import { BareFrame } from "@/components/shell/bare-frame";
import { GuestAnswer } from "@/components/shell/guest-answer";
import { TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { formatDayInText } from "@/lib/calendar";
import { confirmVisitAction } from "@/lib/visits/actions";
import { visitKindLabels } from "@/lib/visits/labels";
import { findConfirmedVisit } from "@/lib/visits/queries/find-confirmed";

export const metadata: Metadata = { title: "确认走访", robots: { index: false } };

type Search = { token?: string | string[]; done?: string };

/** Opening the link uses nothing up; only the form does. It shows one visit and leads nowhere else. */
export default async function ConfirmPage(props: { searchParams: Promise<Search> }) {
  const { token, done } = await props.searchParams;
  if (done)
    return (
      <GuestAnswer title="感谢您的确认">
        <p>确认已记录，可以关闭本页。</p>
      </GuestAnswer>
    );
  const visit = typeof token === "string" ? await findConfirmedVisit(token) : null;
  if (!visit || typeof token !== "string") {
    return (
      <GuestAnswer title="链接不能使用">
        <p>这个链接可能已用过或已过期。如需确认，请联系您的党建指导员。</p>
      </GuestAnswer>
    );
  }
  return (
    <BareFrame title="确认走访">
      <div className="panel grid gap-4">
        <p>
          {formatDayInText(visit.visitedOn)}，党建指导员{visit.instructorName}到<strong>{visit.enterpriseName}</strong>
          {visitKindLabels[visit.kind]}
          {visit.peopleMet && `，见到${visit.peopleMet}`}。
        </p>
        {visit.requests.length > 0 && (
          <div>
            <p className="muted">提出的诉求</p>
            <ul className="list-inside list-disc">
              {visit.requests.map((text) => (
                <li key={text} className="break-words">
                  {text}
                </li>
              ))}
            </ul>
          </div>
        )}
        <ActionForm action={confirmVisitAction} requestKey="" submitLabel="确认属实">
          <input type="hidden" name="token" value={token} />
          <TextField name="name" label="您的姓名或职务" isRequired />
        </ActionForm>
      </div>
    </BareFrame>
  );
}
