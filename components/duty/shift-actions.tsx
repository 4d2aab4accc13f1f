import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import { CheckList, type Choice, SelectField, TextArea, TextField, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { Panel } from "@/components/ui/panel";
import { cancelShiftAction, logShiftAction, moveShiftAction, swapShiftAction } from "@/lib/duty/actions";
import { dutyServiceLabels } from "@/lib/duty/labels";
import type { ShiftFile } from "@/lib/duty/queries/list-shifts";

const services = Object.entries(dutyServiceLabels).map(([value, label]) => ({ value, label }));

/** The short log that fulfils a shift: nothing in it must be filled in. */
export function ShiftLog({ shift }: { shift: ShiftFile }) {
  return (
    <Panel title="填写驻点记录">
      <ActionForm action={logShiftAction} requestKey={randomUUID()} submitLabel="完成驻点">
        <ShiftKey shift={shift} />
        <TextField name="servedCount" label="服务人次" inputMode="numeric" />
        <CheckList name="services" label="服务内容" choices={services} />
        <TextArea
          name="matters"
          label="反映的事项"
          rows={3}
          hint={
            <>
              需要有人办理的，请另行<a href={`/requests/new?shift=${shift.id}`}>登记企业诉求</a>。
            </>
          }
        />
      </ActionForm>
    </Panel>
  );
}

/** Swapping, moving and cancelling, each behind its name: none of them is the usual thing to do. */
export function ShiftChanges(props: { shift: ShiftFile; others: Choice[] }) {
  const { shift, others } = props;
  const key = <ShiftKey shift={shift} />;
  const why = <TextArea name="reason" label="原因" rows={2} isRequired />;
  return (
    <Panel title="调整班次">
      <div className="grid gap-3">
        {others.length > 0 && (
          <Change title="换班">
            <ActionForm action={swapShiftAction} requestKey={randomUUID()} submitLabel="换班" isQuiet>
              {key}
              <SelectField name="toId" label="换给" choices={others} empty="请选择" isRequired />
              {why}
            </ActionForm>
          </Change>
        )}
        <Change title="改期">
          <ActionForm action={moveShiftAction} requestKey={randomUUID()} submitLabel="改期" isQuiet>
            {key}
            <TextField name="dutyOn" label="改到哪一天" type="date" isRequired />
            {why}
          </ActionForm>
        </Change>
        <Change title="取消这个班次">
          <ActionForm action={cancelShiftAction} requestKey={randomUUID()} submitLabel="取消班次" isDanger>
            {key}
            {why}
          </ActionForm>
        </Change>
      </div>
    </Panel>
  );
}

function Change({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details>
      <summary className="cursor-pointer py-1">{title}</summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}

function ShiftKey({ shift }: { shift: ShiftFile }) {
  return (
    <>
      <input type="hidden" name="id" value={shift.id} />
      <VersionField version={shift.version} />
    </>
  );
}
