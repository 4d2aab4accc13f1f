import type { Metadata } from "next";
import { BareFrame } from "@/components/shell/bare-frame";
import { GuestAnswer } from "@/components/shell/guest-answer";
import { SelectField, TextArea } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { rateRequestAction } from "@/lib/requests/actions";
import { satisfactionLabels } from "@/lib/requests/labels";
import { findRatedRequest } from "@/lib/requests/queries/find-rated";

export const metadata: Metadata = { title: "评价诉求办理", robots: { index: false } };

const choices = Object.entries(satisfactionLabels).map(([value, label]) => ({ value, label }));

type Search = { token?: string | string[]; done?: string };

/** Opening the link uses nothing up; only the form does. It shows one request and leads nowhere else. */
export default async function RatePage(props: { searchParams: Promise<Search> }) {
  const { token, done } = await props.searchParams;
  if (done)
    return (
      <GuestAnswer title="感谢您的评价">
        <p>评价已记录，可以关闭本页。</p>
      </GuestAnswer>
    );
  const request = typeof token === "string" ? await findRatedRequest(token) : null;
  if (!request || typeof token !== "string") {
    return (
      <GuestAnswer title="链接不能使用">
        <p>这个链接可能已用过或已过期。如需评价，请联系您的党建指导员。</p>
      </GuestAnswer>
    );
  }
  return (
    <BareFrame title="评价诉求办理">
      <div className="panel grid gap-4">
        <p className="font-medium">{request.enterpriseName}</p>
        <div>
          <p className="muted">贵单位提出的诉求</p>
          <p className="whitespace-pre-wrap break-words">{request.text}</p>
        </div>
        <div>
          <p className="muted">答复</p>
          <p className="whitespace-pre-wrap break-words">{request.answer}</p>
        </div>
        <ActionForm action={rateRequestAction} requestKey="" submitLabel="提交评价">
          <input type="hidden" name="token" value={token} />
          <SelectField name="satisfaction" label="对办理结果是否满意" choices={choices} empty="请选择" isRequired />
          <TextArea name="note" label="补充说明" rows={3} />
        </ActionForm>
      </div>
    </BareFrame>
  );
}
