import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BulletinFormPage } from "@/components/bulletins/bulletin-form-page";
import { PublishFacts } from "@/components/bulletins/publish-facts";
import { CheckField, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { publishBulletinAction } from "@/lib/bulletins/actions";
import { findBulletin } from "@/lib/bulletins/queries/find-bulletin";
import { formatDayInText, quarterDays } from "@/lib/calendar";

export const metadata: Metadata = { title: "印发通报" };

export default async function PublishBulletinPage(props: { params: Promise<{ id: string }> }) {
  const bulletin = await findBulletin(await requireActor(), (await props.params).id);
  if (!bulletin?.can.publish) notFound();
  const path = `/bulletins/${bulletin.id}`;
  return (
    <BulletinFormPage bulletin={bulletin} title="印发通报">
      <div className="panel">
        <PublishFacts bulletin={bulletin} />
        {bulletin.gate === "RUNNING" ? (
          <p className="mt-4">
            本季度{formatDayInText(quarterDays(bulletin.quarter).to)}结束，季度末的数据还没有形成，届时再印发。
            <a href={path}>返回通报</a>
          </p>
        ) : (
          <>
            <p className="my-4">
              印发后，数据和背后的名单固定为此刻的情况，文字和数据都不能再改；应报送支部的书记和本党委工作人员会收到通知。
            </p>
            <ActionForm action={publishBulletinAction} requestKey={randomUUID()} submitLabel="印发" cancelHref={path}>
              <input type="hidden" name="id" value={bulletin.id} />
              <VersionField version={bulletin.version} />
              {bulletin.gate === "EARLY" && (
                <CheckField
                  name="confirmsEarly"
                  label="提前印发"
                  hint={`总结报送${formatDayInText(bulletin.summaryDueOn)}截止，此前报送的支部仍属按时，但不会再计入这份通报。`}
                />
              )}
            </ActionForm>
          </>
        )}
      </div>
    </BulletinFormPage>
  );
}
