import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BulletinFields } from "@/components/bulletins/bulletin-fields";
import { BulletinFormPage } from "@/components/bulletins/bulletin-form-page";
import { VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/auth/session";
import { redraftBulletinAction, updateBulletinAction } from "@/lib/bulletins/actions";
import { findBulletinRow } from "@/lib/bulletins/queries/find-bulletin";

export const metadata: Metadata = { title: "修改通报" };

export default async function EditBulletinPage(props: { params: Promise<{ id: string }> }) {
  const bulletin = await findBulletinRow(await requireActor(), (await props.params).id);
  if (!bulletin?.can.edit) notFound();
  return (
    <BulletinFormPage bulletin={bulletin} title="修改通报">
      <div className="panel">
        <p className="mb-4">报送、任务、组织生活、覆盖的数据和名单由平台写入“总体情况”和“存在的不足”，这里不用填写。</p>
        <ActionForm
          action={updateBulletinAction}
          requestKey={randomUUID()}
          submitLabel="保存"
          cancelHref={`/bulletins/${bulletin.id}`}
        >
          <input type="hidden" name="id" value={bulletin.id} />
          <VersionField version={bulletin.version} />
          <BulletinFields bulletin={bulletin} />
        </ActionForm>
      </div>
      {bulletin.can.redraft && (
        <Panel title="按最新数据重拟文字">
          <p className="mb-3">标题、主送机关和各部分文字全部按当前数据重新拟写，已作的修改不再保留；发文字号不变。</p>
          <ActionForm
            action={redraftBulletinAction}
            requestKey={randomUUID()}
            submitLabel="重拟文字"
            isDanger
            className="grid gap-3"
          >
            <input type="hidden" name="id" value={bulletin.id} />
            <VersionField version={bulletin.version} />
          </ActionForm>
        </Panel>
      )}
    </BulletinFormPage>
  );
}
