import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BulletinActions } from "@/components/bulletins/bulletin-actions";
import { BulletinFigures } from "@/components/bulletins/bulletin-figures";
import { BulletinText, CatchUpPanel } from "@/components/bulletins/bulletin-text";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/session";
import { findBulletin } from "@/lib/bulletins/queries/find-bulletin";
import { formatDayInText } from "@/lib/calendar";

export const metadata: Metadata = { title: "通报" };

export default async function BulletinPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const bulletin = (await findBulletin(actor, (await props.params).id)) ?? notFound();
  const { figures, publishedOn } = bulletin;
  return (
    <>
      <PageHeader
        title={bulletin.title}
        trail={[{ href: "/bulletins", label: "通报" }]}
        note={
          <>
            {bulletin.documentNumber ?? "尚无发文字号"}；{figures.committeeName}
            {publishedOn
              ? `，${formatDayInText(publishedOn)}印发。数据和名单为印发时的情况，不再变化。`
              : `。草稿：数据为 ${formatDayInText(figures.takenOn)} 的情况，印发时固定。`}
          </>
        }
        actions={<BulletinActions bulletin={bulletin} />}
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          <BulletinFigures bulletin={bulletin} />
        </div>
        <BulletinText bulletin={bulletin} />
        <div className="lg:col-span-2">
          <CatchUpPanel groups={figures.catchUp} />
        </div>
      </div>
    </>
  );
}
