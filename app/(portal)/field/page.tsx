import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FieldDesk } from "@/components/field/field-desk";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/session";
import { fieldPack } from "@/lib/field/queries/field-pack";

export const metadata: Metadata = {
  title: "外勤",
  manifest: "/manifest.webmanifest",
  appleWebApp: { capable: true, title: "外勤" },
  icons: { apple: "/field-icon-192.png" },
};

export default async function FieldPage() {
  const pack = await fieldPack(await requireActor());
  if (!pack) notFound();
  return (
    <>
      <PageHeader title="外勤" />
      <FieldDesk initial={pack} />
    </>
  );
}
