import { randomUUID } from "node:crypto";
import type { Enterprise } from "@/components/enterprises/enterprise-facts";
import { TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { Panel } from "@/components/ui/panel";
import { joinAssociationAction, leaveAssociationAction, removeAssociationAction } from "@/lib/enterprises/actions";

/** Membership of the association: joining, leaving, and taking out an entry that was a mistake. */
export function AssociationForms({ enterprise, day }: { enterprise: Enterprise; day: string }) {
  const id = <input type="hidden" name="id" value={enterprise.id} />;
  const present = enterprise.associations.find(({ validTo }) => validTo === null);
  return (
    <Panel title="协会会员">
      {enterprise.associations.length === 0 && <p className="muted mb-3">还没有登记过。</p>}
      {enterprise.associations.map((membership) => (
        <div key={membership.id} className="mb-3 border-b border-line pb-3">
          <p>
            {membership.validFrom} 加入{membership.validTo ? `，${membership.validTo} 退出` : "，现为会员"}
          </p>
          <ActionForm
            action={removeAssociationAction}
            requestKey={randomUUID()}
            submitLabel={`误登记，删除 ${membership.validFrom} 这条`}
            isDanger
          >
            {id}
            <input type="hidden" name="membershipId" value={membership.id} />
          </ActionForm>
        </div>
      ))}
      {enterprise.can.edit && !present && (
        <ActionForm action={joinAssociationAction} requestKey={randomUUID()} submitLabel="登记加入">
          {id}
          <TextField name="joinedOn" label="加入日期" type="date" isRequired initial={day} />
        </ActionForm>
      )}
      {enterprise.can.edit && present && (
        <ActionForm action={leaveAssociationAction} requestKey={randomUUID()} submitLabel="登记退出">
          {id}
          <TextField name="leftOn" label="退出日期" type="date" isRequired initial={day} />
        </ActionForm>
      )}
    </Panel>
  );
}
