import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ParkFields } from "@/components/parks/park-form";
import { PageHeader } from "@/components/shell/page-header";
import { VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { updateParkAction } from "@/lib/parks/actions";
import { findPark } from "@/lib/parks/queries";

export const metadata: Metadata = { title: "修改园区" };

export default async function EditParkPage(props: { params: Promise<{ id: string }> }) {
  const park = await findPark(await requireActor(), (await props.params).id);
  if (!park?.can.edit) notFound();
  const trail = [
    { href: "/parks", label: "园区楼宇" },
    { href: `/parks/${park.id}`, label: park.name },
  ];
  return (
    <>
      <PageHeader title="修改园区" trail={trail} />
      <div className="panel max-w-2xl">
        <ActionForm
          action={updateParkAction}
          requestKey={randomUUID()}
          submitLabel="保存"
          cancelHref={`/parks/${park.id}`}
        >
          <input type="hidden" name="id" value={park.id} />
          <VersionField version={park.version} />
          <ParkFields park={park} />
        </ActionForm>
      </div>
    </>
  );
}
