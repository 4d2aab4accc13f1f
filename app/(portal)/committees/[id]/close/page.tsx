import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { SelectField, TextArea, TextField, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { closeCommitteeAction } from "@/lib/committees/actions";
import { committeeChoices, findCommittee } from "@/lib/committees/queries";

export const metadata: Metadata = { title: "撤销或合并党委" };

export default async function CloseCommitteePage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const [committee, open] = await Promise.all([
    props.params.then(({ id }) => findCommittee(actor, id)),
    committeeChoices(actor),
  ]);
  if (!committee?.can.close) notFound();
  const back = `/committees/${committee.id}`;
  const successors = open.filter(({ id }) => id !== committee.id);
  return (
    <>
      <PageHeader
        title={`撤销或合并：${committee.name}`}
        trail={[
          { href: "/committees", label: "党委" },
          { href: back, label: committee.name },
        ]}
      />
      <div className="panel max-w-2xl">
        <p className="mb-4">
          撤销后不能再登记新的资料，历史数据都保留。选择并入的党委后，原有的党支部、企业和党员仍在原党委名下，归并入的党委管理；
          原党委工作人员的账号请系统管理员办理。
        </p>
        <ActionForm
          action={closeCommitteeAction}
          requestKey={randomUUID()}
          submitLabel="撤销党委"
          isDanger
          cancelHref={back}
        >
          <input type="hidden" name="id" value={committee.id} />
          <VersionField version={committee.version} />
          <SelectField
            name="successorId"
            label="并入的党委"
            empty="不并入其他党委"
            choices={successors.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextField name="closedOn" label="撤销日期" type="date" isRequired initial={actor.day} />
          <TextArea name="reason" label="撤销原因" isRequired />
        </ActionForm>
      </div>
    </>
  );
}
