import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { TextArea } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { takeBackImportAction } from "@/lib/imports/actions";
import { findImport } from "@/lib/imports/queries/find-import";

export const metadata: Metadata = { title: "撤回导入" };

export default async function TakeBackPage(props: { params: Promise<{ id: string }> }) {
  const found = await findImport(await requireActor(), (await props.params).id);
  if (!found?.can.takeBack) notFound();
  const back = `/imports/${found.id}`;
  return (
    <>
      <PageHeader
        title="整批撤回"
        trail={[
          { href: "/imports", label: "导入中心" },
          { href: back, label: found.fileName },
        ]}
      />
      <div className="panel max-w-2xl">
        <p className="mb-4">
          本次导入写入的 {found.writtenCount}{" "}
          条将全部复原：新登记的删除，改动过的恢复原值。其中任何一条在导入后又有改动时，不会撤回，并列出是哪几行。
        </p>
        <ActionForm
          action={takeBackImportAction}
          requestKey={randomUUID()}
          submitLabel="整批撤回"
          isDanger
          cancelHref={back}
        >
          <input type="hidden" name="id" value={found.id} />
          <TextArea name="reason" label="撤回原因" isRequired />
        </ActionForm>
      </div>
    </>
  );
}
