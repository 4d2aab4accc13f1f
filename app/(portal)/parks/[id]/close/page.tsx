import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { TextArea, TextField, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { closeParkAction } from "@/lib/parks/actions";
import { findPark } from "@/lib/parks/queries";

export const metadata: Metadata = { title: "停用园区" };

export default async function CloseParkPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const park = await findPark(actor, (await props.params).id);
  if (!park?.can.edit) notFound();
  const back = `/parks/${park.id}`;
  return (
    <>
      <PageHeader
        title={`停用${park.name}`}
        trail={[
          { href: "/parks", label: "园区楼宇" },
          { href: back, label: park.name },
        ]}
      />
      <div className="panel max-w-2xl">
        <p className="mb-4">停用后不能再登记企业到该园区；已有企业和历史数据都保留。</p>
        <ActionForm
          action={closeParkAction}
          requestKey={randomUUID()}
          submitLabel="停用园区"
          isDanger
          cancelHref={back}
        >
          <input type="hidden" name="id" value={park.id} />
          <VersionField version={park.version} />
          <TextField name="closedOn" label="停用日期" type="date" isRequired initial={actor.day} />
          <TextArea name="reason" label="停用原因" isRequired />
        </ActionForm>
      </div>
    </>
  );
}
