import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChooseEnterprise } from "@/components/requests/choose-enterprise";
import { RequestWordsFields } from "@/components/requests/request-fields";
import { PageHeader } from "@/components/shell/page-header";
import { TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { raiseRequestAction } from "@/lib/requests/actions";
import { canRaiseRequest } from "@/lib/requests/policy";
import {
  findAskedShift,
  findAskingEnterprise,
  suggestAskingEnterprises,
} from "@/lib/requests/queries/choose-enterprise";
import { requestDueOn } from "@/lib/requests/rules";

export const metadata: Metadata = { title: "登记诉求" };

type Search = { enterprise?: string; shift?: string; q?: string };

export default async function NewRequestPage(props: { searchParams: Promise<Search> }) {
  const actor = await requireActor();
  if (!canRaiseRequest(actor)) notFound();
  const { enterprise: id, shift: shiftId, q } = await props.searchParams;
  const shift = shiftId ? ((await findAskedShift(actor, shiftId)) ?? notFound()) : null;
  const enterprise = await findAskingEnterprise(actor, id, shift);
  const text = typeof q === "string" ? q.slice(0, 50) : "";
  const header = <PageHeader title="登记诉求" trail={[{ href: "/requests", label: "企业诉求" }]} />;
  if (!enterprise) {
    const found = await suggestAskingEnterprises(actor, text, shift);
    return (
      <>
        {header}
        <ChooseEnterprise path="/requests/new" text={text} found={found} shift={shift} />
      </>
    );
  }
  const raisedOn = shift?.dutyOn ?? actor.day;
  return (
    <>
      {header}
      <div className="panel max-w-2xl">
        <p className="mb-4 font-medium">{enterprise.name}</p>
        {shift && (
          <p className="mb-4">
            驻点时提出：{shift.dutyOn} {shift.pointName}
          </p>
        )}
        <ActionForm
          action={raiseRequestAction}
          requestKey={randomUUID()}
          submitLabel="登记"
          cancelHref={shift ? `/duty/${shift.id}` : `/enterprises/${enterprise.id}`}
        >
          <input type="hidden" name="enterpriseId" value={enterprise.id} />
          {shift && <input type="hidden" name="shiftId" value={shift.id} />}
          <RequestWordsFields />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField name="raisedOn" label="提出日期" type="date" isRequired initial={raisedOn} />
            <TextField name="dueOn" label="办理期限" type="date" initial={requestDueOn(raisedOn)} />
          </div>
        </ActionForm>
      </div>
    </>
  );
}
