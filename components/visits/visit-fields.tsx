import { SelectField, TextArea, TextField } from "@/components/ui/field";
import type { Day } from "@/lib/calendar";
import { requestCategoryLabels } from "@/lib/requests/labels";
import { visitKindLabels } from "@/lib/visits/labels";
import type { VisitCard } from "@/lib/visits/queries/visit-card";

const kinds = Object.entries(visitKindLabels).map(([value, label]) => ({ value, label }));
const categories = Object.entries(requestCategoryLabels).map(([value, label]) => ({ value, label }));
const stillHere = [
  { value: "yes", label: "仍在此办公" },
  { value: "no", label: "已不在此处" },
];

type Shown = {
  kind?: string;
  visitedOn: Day;
  peopleMet?: string;
  found?: string;
  done?: string;
  nextVisitOn?: Day | null;
};

/** What is written of every visit, when it is recorded and when it is put right. */
export function VisitFields({ visit }: { visit: Shown }) {
  return (
    <>
      <TextArea name="found" label="了解到的情况" rows={3} initial={visit.found ?? ""} />
      <TextArea name="done" label="做了什么" rows={2} initial={visit.done ?? ""} />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField name="kind" label="走访方式" choices={kinds} initial={visit.kind ?? "VISIT"} isRequired />
        <TextField name="visitedOn" label="走访日期" type="date" initial={visit.visitedOn} isRequired />
        <TextField name="peopleMet" label="见到的人" initial={visit.peopleMet ?? ""} />
        <TextField name="nextVisitOn" label="下次走访日期" type="date" initial={visit.nextVisitOn ?? ""} />
      </div>
    </>
  );
}

/** A new visit: what was found comes first; everything else may stay as it is. No place, photo or signature is asked for. */
export function NewVisitFields(props: { card: VisitCard; day: Day; visitId: string; requestId: string }) {
  const { card } = props;
  return (
    <>
      <input type="hidden" name="id" value={props.visitId} />
      <input type="hidden" name="requestId" value={props.requestId} />
      <input type="hidden" name="target" value={`${card.kind}:${card.id}`} />
      <VisitFields visit={{ visitedOn: props.day }} />
      {card.facts && <ConfirmFields card={card} facts={card.facts} />}
      {card.kind === "enterprise" && <RequestFields />}
    </>
  );
}

function ConfirmFields({ card, facts }: { card: VisitCard; facts: NonNullable<VisitCard["facts"]> }) {
  const known = (value: number | string | null) => (value === null ? "现在没有登记" : `现在登记：${value}`);
  return (
    <fieldset className="grid gap-4 border-t border-line pt-4 sm:grid-cols-2">
      <legend className="font-medium">核对信息（问到了再填，不问不填）</legend>
      <TextField
        name="employeeCount"
        label="从业人数"
        inputMode="numeric"
        hint={`${known(facts.employeeCount)}${card.employeesSaidOn ? `，${card.employeesSaidOn}` : ""}`}
      />
      <TextField
        name="declaredMemberCount"
        label="党员数"
        inputMode="numeric"
        hint={known(facts.declaredMemberCount)}
      />
      <TextField name="contactName" label="联系人" hint={known(facts.contactName)} />
      <SelectField name="isStillHere" label="是否仍在此办公" choices={stillHere} empty="没有核对" />
    </fieldset>
  );
}

function RequestFields() {
  return (
    <fieldset className="grid gap-4 border-t border-line pt-4">
      <legend className="font-medium">企业诉求（没有就不填）</legend>
      <TextArea name="requestText" label="诉求内容" rows={2} hint="多项诉求可在保存后到企业页继续登记。" />
      <SelectField name="requestCategory" label="诉求类别" choices={categories} empty="请选择" />
    </fieldset>
  );
}
