import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { Paper } from "@/components/ui/paper";
import { PrintButton } from "@/components/ui/print-button";
import { requireActor } from "@/lib/auth/session";
import { findBulletin } from "@/lib/bulletins/queries/find-bulletin";
import { bulletinPaper } from "@/lib/bulletins/rules/paper";

export const metadata: Metadata = { title: "打印通报" };

export default async function PrintBulletinPage(props: { params: Promise<{ id: string }> }) {
  const bulletin = (await findBulletin(await requireActor(), (await props.params).id)) ?? notFound();
  return (
    <>
      <div className="no-print">
        <PageHeader
          title="打印通报"
          trail={[
            { href: "/bulletins", label: "通报" },
            { href: `/bulletins/${bulletin.id}`, label: bulletin.title },
          ]}
          note="在打印窗口中选择“另存为 PDF”可得到 PDF 文件。"
          actions={<PrintButton />}
        />
      </div>
      <Paper paper={bulletinPaper(bulletin)} />
    </>
  );
}
